import { program } from "../../model/code/strength-reduction.js";
import { literal, runtimeNames } from "../../model/code/javascript.js";
import type { Model } from "../../model/model.js";
import type { RungeKuttaMethod } from "../methods/tableau.js";

/** What a step program is made for. All numbers of the model are arguments: other values need no other program. */
export interface StepProgramSpec {
  readonly model: Model;
  readonly method: RungeKuttaMethod;
  /** Whether the input changes within a piece of the run. */
  readonly inputVaries: boolean;
  /** Points that a step of an adaptive method adds to the output, its end included. */
  readonly pointsPerStep: number;
}

/**
 * The parts that every step program is made of. In its text `z0 …` are the states at the start of a step, `m` is the
 * StepProgramState, and a step that has to be left to the stepper ends in `break loop;`.
 */
export interface ProgramParts {
  /** Number of states. */
  readonly n: number;
  /** The variable of each state that the right-hand side and the threshold read. */
  readonly at: readonly string[];
  /** The opening of the factory around the program. */
  readonly head: string;
  /** Declares the states, the columns of the step ends, and all that does not change within a piece. */
  readonly setUp: string;
  /** Statements after which the expressions in `slopes` are f at the states `at` and this time. */
  readonly field: (time: string) => string;
  readonly slopes: readonly string[];
  readonly hasThreshold: boolean;
  /** A block that sets `target` to the distance to the threshold at this time and state; empty without a threshold. */
  readonly threshold: (target: string, time: string, states: readonly string[]) => string;
  /** The input at a time and membrane potential. */
  readonly input: (time: string, V: string) => string;
}

/** Writes the parts for a model. The names in them are numbered, never the model's own. */
export function programParts({ model, inputVaries }: StepProgramSpec): ProgramParts {
  const { graph, roots } = model;
  const n = model.stateNames.length;
  const at = model.stateNames.map((_, i) => `t${graph.state(i)}`);
  const slot = model.input === undefined ? -1 : model.parameterNames.indexOf(model.input);
  const inputNode = slot < 0 ? -1 : graph.parameter(slot);
  const changing = inputVaries && slot >= 0;
  const varying = changing ? [slot] : [];
  const field = program(graph, roots.field, { varying, bail: "break loop;" });
  const event = roots.threshold === null ? undefined : program(graph, [roots.threshold], { varying });
  const readsInput = roots.threshold !== null && graph.dependsOn(roots.threshold, new Set([inputNode]));
  const inputOf = (time: string, V: string): string => `const t${inputNode} = input(${time}, ${V});`;
  const invariant = [...new Set([...field.invariant, ...(event?.invariant ?? [])])];
  const steadyInput = slot < 0 ? "const steady = input(t, y[0]);" : `const steady = p[${slot}] = input(t, y[0]);`;
  return {
    n,
    at,
    head: `(${runtimeNames.join(", ")}) => (ROOTS, POWERS, { mayCross, errorNorm }) => {`,
    setUp: `const { p, y, input, end, stepSize, scale, stepEnds, rows } = m;
let t = m.t, row = m.row, steps = 0;
${changing ? "" : steadyInput}
${invariant.join("\n")}
${each(n, (i) => `let z${i} = y[${i}];`)}
${each(n + 2, (i) => `const E${i} = stepEnds[${i}];`)}`,
    field: (time) => [changing ? inputOf(time, at[0]) : "", ...field.statements].join("\n"),
    slopes: field.results,
    hasThreshold: event !== undefined,
    threshold: (target, time, states) => {
      if (event === undefined) return "";
      const declared = at.map((name, i) => (states[i] === name ? "" : `const ${name} = ${states[i]};`));
      const moment = changing && readsInput ? inputOf(time, at[0]) : "";
      return `{ ${[...declared, moment, ...event.statements].join(" ")} ${target} = ${event.results[0]}; }`;
    },
    input: (time, V) => (changing ? `input(${time}, ${V})` : "steady"),
  };
}

/** `prefix0`, `prefix1`, … */
export const names = (n: number, prefix: string): string[] => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

/** A text for each state or column. */
export const each = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(" ");

/** An expression for the number that belongs to stage `s`. */
export function byStage(values: readonly number[]): string {
  return values
    .map((value, s) => (s === values.length - 1 ? literal(value) : `s === ${s} ? ${literal(value)} : `))
    .join("");
}
