import {
  atan,
  bernoulli,
  cos,
  cosh,
  exp,
  expm1,
  integerPower,
  log,
  pow,
  sin,
  sinh,
  tanh,
} from "../../numerics/elementary.js";
import { rootPower } from "../../numerics/root-power.js";
import type { Graph } from "../graph/graph.js";
import type { GraphNode } from "../graph/node.js";

/** The functions that generated code may call, by name. */
export const runtimeFunctions: Readonly<Record<string, (...args: number[]) => number>> = {
  exp,
  expm1,
  log,
  tanh,
  cosh,
  sinh,
  sin,
  cos,
  atan,
  pow,
  bernoulli,
  integerPower,
  rootPower,
};
/** Their names, in the order in which generated functions take them. */
export const runtimeNames: readonly string[] = Object.keys(runtimeFunctions);
const runtime = Object.values(runtimeFunctions);

/**
 * JavaScript statements that compute the outputs: one `const` for each node that is used more than once, in order of
 * need.
 * Only indices and finite literals reach the text, never a name from a model, so no equation text can inject code.
 * @param deliver the statement that receives the k-th output's expression, e.g. (k, e) => `out[${k}] = ${e};`
 */
export function statements(
  graph: Graph,
  outputs: readonly number[],
  deliver: (k: number, expression: string) => string,
): string {
  const order = graph.reachable(outputs);
  const uses = new Uint32Array(graph.nodes.length);
  for (const i of order) for (const a of graph.nodes[i].args) uses[a]++;
  for (const i of outputs) uses[i]++;
  const text: string[] = []; // by node
  const lines: string[] = [];
  for (const i of order) {
    const node = graph.nodes[i];
    const expression = expressionOf(
      node,
      node.args.map((a) => text[a]),
    );
    if (node.args.length > 0 && uses[i] > 1) {
      lines.push(`const t${i} = ${expression};`);
      text[i] = `t${i}`;
    } else text[i] = expression;
  }
  outputs.forEach((output, k) => lines.push(deliver(k, text[output])));
  return lines.join("\n");
}

/**
 * Text of a factory `(exp, expm1, …) => function` around a body that reads `y` (states), `p` (parameters) and writes
 * `o`.
 */
export function functionText(parameters: string, body: string): string {
  return `(${runtimeNames.join(", ")}) => (${parameters}) => {\n${body}\n}`;
}

/**
 * Compiles a `functionText`. Needs `new Function`; where a page's policy forbids that, the text is put in a script
 * instead.
 */
export function compile<T>(text: string): T {
  return (new Function(`"use strict"; return ${text};`)() as (...args: unknown[]) => T)(...runtime);
}

/** Hands the elementary functions to a factory that came as a script. */
export function instantiate<T>(factory: (...args: never[]) => T): T {
  return (factory as (...args: unknown[]) => T)(...runtime);
}

/** JavaScript of one node, whose arguments read `args`: `y` are the states, `p` the parameters, `q` the free values. */
export function expressionOf({ op, value }: GraphNode, args: readonly string[]): string {
  const [a, b, c] = args as [string, string, string];
  switch (op) {
    case "constant":
      return literal(value);
    case "state":
      return `y[${value}]`;
    case "parameter":
      return `p[${value}]`;
    case "free":
      return `q[${value}]`;
    case "add":
      return `(${a} + ${b})`;
    case "subtract":
      return `(${a} - ${b})`;
    case "multiply":
      return `(${a} * ${b})`;
    case "divide":
      return `(${a} / ${b})`;
    case "negate":
      return `(-${a})`;
    case "power":
      return powerText(a, value);
    case "max":
    case "min":
    case "sqrt":
    case "abs":
    case "floor":
      return `Math.${op}(${args.join(", ")})`;
    case "select":
      return `(${a} >= 0 ? ${b} : ${c})`;
    case "bernoulli":
      return `bernoulli(${value}, ${a})`;
    default:
      return `${op}(${args.join(", ")})`;
  }
}

const SMALL_POWERS: Readonly<Record<number, string>> = { 1: "x", 2: "x * x", 3: "x * (x * x)", 4: "(x * x) * (x * x)" };

function powerText(a: string, n: number): string {
  const magnitude = Math.abs(n);
  const simple = /^(t\d+|[ypq]\[\d+\])$/.test(a);
  // The same order of products as integerPower, so that folding and running agree to the bit.
  const product =
    simple && SMALL_POWERS[magnitude] ? SMALL_POWERS[magnitude].replaceAll("x", a) : `integerPower(${a}, ${magnitude})`;
  return n > 0 ? `(${product})` : `(1 / (${product}))`;
}

/** JavaScript that reads back as the same number, also NaN, infinities and −0. Negative numbers stand in brackets. */
export function literal(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "(-Infinity)";
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? "-0" : value})` : String(value);
}
