import { suggestion } from "../../checks/suggestion.js";
import { ModelError } from "../error.js";
import {
  assertName,
  parseComparison,
  parseExpression,
  reservedNames,
  symbolsOf,
  type Expression,
} from "./expression.js";
import { Graph } from "../graph/graph.js";
import type { Roots } from "../code/kernels.js";
import { symbolOf } from "./latex.js";
import { lower, margin } from "./lower.js";
import { modelFromData, type Model, type ModelData } from "../model.js";
import { readEquations, readReset, splitUnit, type Equation } from "./equations.js";
import { checkUnits } from "./balance.js";
import { systemLatex, typeset } from "./typeset.js";

/** A state: its initial value (a number, or a formula of parameters and other states), unit and window. */
export interface StateDefinition {
  readonly initial: number | string;
  readonly unit: string;
  readonly range: readonly [number, number];
}

/**
 * @param initial a number, or a formula such as "b*v" of parameters, quantities and other states
 * @param range the window in which figures and analyses look; by default [−100, 60] for mV and [0, 1] for a pure number
 */
export function state(initial: number | string, unit: string, range?: readonly [number, number]): StateDefinition {
  const window = range ?? (unit === "mV" ? [-100, 60] : unit === "1" ? [0, 1] : undefined);
  if (window === undefined)
    throw new ModelError(
      `a state in ${unit} needs its range as third argument, state(${JSON.stringify(initial)}, "${unit}", [low, high])`,
    );
  return { initial, unit, range: window };
}

/** P, but not to infer P from. (NoInfer is not known to the TypeScript of notebook cells, 5.0.) */
type Named<P> = [P][P extends unknown ? 0 : never];

/** Value, unit, and slider range (by default from 0 to twice the value). */
export type ParameterDefinition = readonly [value: number, unit: string, range?: readonly [number, number]];

export interface ModelDefinition<P extends string = string> {
  readonly name: string;
  /** The paper and the figure or table of the default parameters. */
  readonly source: string;
  /**
   * One line each: `C dV/dt = …` for a state, `mInf = …` for a quantity, in any order; `#` starts a comment; a line
   * that starts with an operator continues the one before. A bare number has no unit. A line that ends in a unit,
   * `[1/ms]`, is a fit of numbers: in it each symbol is its number in its declared unit.
   */
  readonly equations: string;
  readonly states: Readonly<Record<string, StateDefinition>>;
  readonly parameters: { readonly [K in P]: ParameterDefinition };
  readonly presets?: Readonly<Record<string, { readonly [K in Named<P>]?: number }>>;
  /** The parameter to which a stimulus is added; by default the one named I. */
  readonly input?: Named<P>;
  /** What counts as a spike, `V >= Vpeak` or, in numbers, `V > -20 [mV]`: recorded at each upward crossing. */
  readonly threshold?: string;
  /** Assignments at a spike, one a line: `v = c`, `u = u + d`; right-hand sides are values just before. */
  readonly reset?: string;
  /** Time for which the states in `threshold` stay put after a reset: a parameter's name or a formula of parameters. */
  readonly refractory?: string;
  /** LaTeX of names whose usual symbol cannot be guessed. */
  readonly symbols?: Readonly<Record<string, string>>;
}

/**
 * Makes a model from its equation text.
 * @throws ModelError naming the symbol and the line for an unknown symbol (with the likely name), a name used twice, a
 * state without equation, a circular definition, an equation whose two sides differ in unit, and anything that is not
 * an equation
 */
export function defineModel<const P extends string>(definition: ModelDefinition<P>): Model<P> {
  const { name } = definition;
  try {
    return modelFromData<P>(translate(definition));
  } catch (error) {
    if (error instanceof ModelError) throw new ModelError(`${name}: ${error.message}`, error.symbol);
    throw error;
  }
}

function translate(definition: ModelDefinition): ModelData {
  const states = Object.keys(definition.states),
    parameters = Object.keys(definition.parameters);
  const equations = readEquations(definition.equations, states);
  const quantities = equations.filter((line) => line.kind === "quantity").map((line) => line.name);
  checkNames(states, parameters, quantities, equations);
  const input = definition.input ?? (parameters.includes("I") ? "I" : null);
  if (input !== null && !parameters.includes(input))
    throw new ModelError(`input '${input}' is not a parameter.${suggestion(input, parameters)}`, input);
  const spike = definition.threshold === undefined ? null : splitUnit(definition.threshold);
  const threshold = spike && parseComparison(spike.text, "threshold");
  const reset = definition.reset === undefined ? null : readReset(definition.reset, states);
  if (reset !== null && threshold === null)
    throw new ModelError('a reset needs a threshold, such as threshold: "V >= Vth"');
  if (definition.refractory !== undefined && reset === null)
    throw new ModelError('a refractory period needs a reset, such as reset: "V = Vreset"');
  const refractory = definition.refractory === undefined ? null : parseExpression(definition.refractory, "refractory");
  const initial = states.map((s) => {
    const value = definition.states[s].initial;
    if (typeof value === "number" && !Number.isFinite(value))
      throw new ModelError(`state '${s}' must start at a finite number, got ${value}`, s);
    return typeof value === "number" ? null : parseExpression(value, `initial value of ${s}`);
  });
  const known = [...states, ...parameters, ...quantities];
  const outside = [
    ...(threshold ? [threshold.left, threshold.right] : []),
    ...(refractory ? [refractory] : []),
    ...initial.flatMap((e) => (e ? [e] : [])),
  ];
  for (const e of outside)
    for (const symbol of symbolsOf(e)) assertKnown(symbol, known, "threshold, refractory or initial value");
  for (const line of [...equations, ...(reset ?? [])])
    for (const symbol of symbolsOf(line.right)) assertKnown(symbol, known, line.where);
  for (const line of equations)
    if (line.kind === "derivative" && line.coefficient)
      for (const symbol of symbolsOf(line.coefficient)) assertKnown(symbol, known, line.where);

  const units = checkUnits({
    states: definition.states,
    parameters: definition.parameters,
    equations,
    threshold,
    thresholdUnit: spike?.unit ?? null,
    reset,
    refractory,
    initial,
  });
  const graph = new Graph();
  const resolve = resolver(graph, states, parameters, equations);
  const field = states.map((s) => {
    const line = equations.find((e) => e.kind === "derivative" && e.name === s) as Extract<
      Equation,
      { kind: "derivative" }
    >;
    const right = lower(graph, line.right, resolve);
    return line.coefficient ? graph.divide(right, lower(graph, line.coefficient, resolve)) : right;
  });
  const roots: Roots = {
    field,
    quantities: quantities.map(resolve),
    initial: initialRoots(graph, states, definition, initial, resolve),
    threshold: threshold && margin(graph, threshold, resolve),
    reset:
      reset &&
      states.map((s, i) => {
        const assignment = reset.find((line) => line.name === s);
        return assignment ? lower(graph, assignment.right, resolve) : graph.state(i);
      }),
    refractory: refractory && lower(graph, refractory, resolve),
  };
  const nodes = graph.nodes;
  const symbols = Object.fromEntries(known.map((n) => [n, definition.symbols?.[n] ?? symbolOf(n)]));
  const lines = typeset(equations, symbols);
  return {
    name: definition.name,
    source: definition.source,
    equations: definition.equations,
    lines,
    tex: systemLatex(lines, threshold, reset, symbols),
    symbols,
    states,
    parameters,
    quantities,
    units,
    input,
    values: parameters.map((p) => finite(definition.parameters[p][0], `parameter '${p}'`)),
    ranges: ranges(definition),
    presets: presets(definition, parameters),
    held: refractory && threshold ? states.flatMap((s, i) => (symbolsOf(threshold.left).includes(s) ? [i] : [])) : [],
    nodes,
    roots,
    fingerprint: fingerprint(JSON.stringify([nodes, roots])),
  };
}

/**
 * Node of a name; a quantity is lowered when first needed, and a definition that needs itself is refused with its path.
 */
function resolver(
  graph: Graph,
  states: readonly string[],
  parameters: readonly string[],
  equations: readonly Equation[],
): (name: string) => number {
  const done = new Map<string, number>();
  const path: string[] = [];
  const resolve = (name: string): number => {
    if (states.includes(name)) return graph.state(states.indexOf(name));
    if (parameters.includes(name)) return graph.parameter(parameters.indexOf(name));
    const known = done.get(name);
    if (known !== undefined) return known;
    const line = equations.find((e) => e.kind === "quantity" && e.name === name)!;
    if (path.includes(name))
      throw new ModelError(
        `${line.where}: circular definition ${[...path.slice(path.indexOf(name)), name].join(" → ")}`,
        name,
      );
    path.push(name);
    const node = lower(graph, line.right, resolve);
    path.pop();
    done.set(name, node);
    return node;
  };
  return resolve;
}

/**
 * Initial values as nodes of parameters only: formulas may use other states, each replaced by its own initial value.
 */
function initialRoots(
  graph: Graph,
  states: readonly string[],
  definition: ModelDefinition,
  formulas: readonly (Expression | null)[],
  resolve: (name: string) => number,
): number[] {
  const path: number[] = [];
  const done: number[] = [];
  const visit = (i: number): number => {
    if (done[i] !== undefined) return done[i];
    if (path.includes(i))
      throw new ModelError(
        `initial value of ${states[i]}: circular, ${[...path, i].map((k) => states[k]).join(" → ")}`,
        states[i],
      );
    path.push(i);
    const formula = formulas[i];
    let node: number;
    if (formula) {
      const root = lower(graph, formula, resolve);
      const used = graph.reachable([root]).filter((k) => graph.nodes[k].op === "state");
      node = graph.substitute([root], new Map(used.map((k) => [k, visit(graph.nodes[k].value)])))[0];
    } else node = graph.constant(definition.states[states[i]].initial as number);
    path.pop();
    return (done[i] = node);
  };
  return states.map((_, i) => visit(i));
}

function checkNames(
  states: readonly string[],
  parameters: readonly string[],
  quantities: readonly string[],
  equations: readonly Equation[],
): void {
  if (states.length === 0) throw new ModelError("a model needs at least one state");
  states.forEach((s) => assertName(s, "a state"));
  parameters.forEach((p) => assertName(p, "a parameter"));
  const seen = new Map<string, string>();
  const claim = (name: string, what: string): void => {
    const before = seen.get(name);
    if (before !== undefined)
      throw new ModelError(`'${name}' is ${before} and again ${what}; each name stands for one thing`, name);
    seen.set(name, what);
  };
  states.forEach((s) => claim(s, "a state"));
  parameters.forEach((p) => claim(p, "a parameter"));
  for (const line of equations) {
    if (line.kind !== "quantity") continue;
    assertName(line.name, "a quantity");
    claim(line.name, `defined on ${line.where}`);
  }
  for (const s of states) {
    const own = equations.filter((line) => line.kind === "derivative" && line.name === s);
    if (own.length === 0) throw new ModelError(`state '${s}' has no equation; add a line 'd${s}/dt = …'`, s);
    if (own.length > 1)
      throw new ModelError(`state '${s}' has two equations, on ${own.map((line) => line.where).join(" and ")}`, s);
  }
}

function assertKnown(symbol: string, known: readonly string[], where: string): void {
  if (known.includes(symbol)) return;
  if (symbol === "t")
    throw new ModelError(
      `${where}: time 't' cannot stand in an equation; give what depends on time as a stimulus`,
      symbol,
    );
  const hint = reservedNames.has(symbol)
    ? ` '${symbol}' is a function; write ${symbol}(…).`
    : suggestion(symbol, known);
  throw new ModelError(`${where}: unknown symbol '${symbol}'.${hint}`, symbol);
}

function finite(value: number, what: string): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new ModelError(`${what} must be a finite number, got ${String(value)}`);
  return value;
}

function presets(definition: ModelDefinition, parameters: readonly string[]): Record<string, Record<string, number>> {
  const result: Record<string, Record<string, number>> = {};
  for (const [name, values] of Object.entries(definition.presets ?? {})) {
    for (const [p, value] of Object.entries(values)) {
      if (!parameters.includes(p))
        throw new ModelError(`preset '${name}' sets '${p}', which is not a parameter.${suggestion(p, parameters)}`, p);
      finite(value as number, `preset '${name}': parameter '${p}'`);
    }
    result[name] = { ...values } as Record<string, number>;
  }
  return result;
}

function ranges(definition: ModelDefinition): Record<string, readonly [number, number]> {
  const result: Record<string, readonly [number, number]> = {};
  const put = (name: string, [low, high]: readonly [number, number]): void => {
    if (!(low < high))
      throw new ModelError(`the range of '${name}' must be an increasing pair, got [${low}, ${high}]`, name);
    result[name] = [low, high];
  };
  for (const [name, { range }] of Object.entries(definition.states)) put(name, range);
  for (const [name, [value, , range]] of Object.entries(definition.parameters))
    put(name, range ?? (value === 0 ? [-1, 1] : [Math.min(0, 2 * value), Math.max(0, 2 * value)]));
  return result;
}

/** A short name for a text (FNV-1a, 2 × 32 bits). */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5,
    b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
