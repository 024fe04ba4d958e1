import type { GraphNode } from "./graph/node.js";

/**
 * All that a model is, as JSON: from it `modelFromData` rebuilds the same model, in a browser or another process,
 * without parsing.
 */
export interface ModelData {
  readonly name: string;
  readonly source: string;
  readonly equations: string;
  /** What its definition says beside the equations, as text; left out where nobody will edit it. */
  readonly texts?: DefinitionTexts;
  readonly tex: string;
  /** LaTeX of each line of the system, left and right of the equals sign, in order, with the names it mentions. */
  readonly lines: readonly TypesetLine[];
  readonly symbols: Readonly<Record<string, string>>;
  readonly states: readonly string[];
  readonly parameters: readonly string[];
  readonly values: readonly number[];
  readonly quantities: readonly string[];
  readonly units: Readonly<Record<string, string>>;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly presets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly input: string | null;
  readonly held: readonly number[];
  readonly nodes: readonly GraphNode[];
  readonly roots: Outputs;
  /** Of nodes and outputs: models of one fingerprint share their kernels. */
  readonly fingerprint: string;
}

/** What a definition says of starts and spikes, as it was written. */
export interface DefinitionTexts {
  /** Initial value of each state, in order: a number, or a formula. */
  readonly initial: readonly (number | string)[];
  readonly threshold: string | null;
  readonly reset: string | null;
  readonly refractory: string | null;
}

/** One line of a system in LaTeX, left and right of the equals sign, with the names it mentions, its own first. */
export interface TypesetLine {
  readonly left: string;
  readonly right: string;
  readonly names: readonly string[];
}

/** The outputs of a model's graph: the node at which each stands, the roots of its expressions. */
export interface Outputs {
  /** dy/dt of each state. */
  readonly field: readonly number[];
  readonly quantities: readonly number[];
  /** Initial value of each state, a function of parameters alone. */
  readonly initial: readonly number[];
  /** Signed distance to the threshold, null without one. */
  readonly threshold: number | null;
  /** Each state just after a spike, null without a reset. */
  readonly reset: readonly number[] | null;
  /** ms, a function of parameters alone, null without a refractory period. */
  readonly refractory: number | null;
}
