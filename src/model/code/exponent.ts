import { ROOT_SERIES, ROOTS_PER_E } from "../../numerics/root-power.js";
import type { Graph } from "../graph/graph.js";
import { literal } from "./javascript.js";

/** The argument of an exponential, e^(factor · node / divisor), without what scales it. */
export interface Exponent {
  readonly node: number;
  readonly factor: number;
  /** A node that does not change; none where only numbers scale the argument. */
  readonly divisor: number | undefined;
}

/**
 * What is left of an argument when numbers, signs and one divisor that does not change are taken off: they cost nothing
 * where they are joined with the factor that `rootPower` needs.
 */
export function exponentOf(graph: Graph, argument: number, changes: (node: number) => boolean): Exponent {
  let node = argument;
  let factor = 1;
  let divisor: number | undefined;
  for (;;) {
    const { op, args } = graph.nodes[node];
    const [a, b] = args.map((arg) => graph.valueOf(arg));
    if (op === "negate") factor = -factor;
    else if (op === "multiply" && a !== undefined) factor *= a;
    else if (op === "multiply" && b !== undefined) factor *= b;
    else if (op === "divide" && b !== undefined && b !== 0) factor /= b;
    else if (op === "divide" && divisor === undefined && !changes(args[1])) divisor = args[1];
    else return { node, factor, divisor };
    node = op === "multiply" && a !== undefined ? args[1] : args[0];
  }
}

/** The expression that `rootPower` takes for e^x, x = factor · inner, or factor · inner / divisor by `scale`. */
export function rootArgument(inner: string, { factor, divisor }: Exponent, scale: string): string {
  return `${inner} * ${divisor === undefined ? literal(factor * ROOTS_PER_E) : scale}`;
}

/** The invariant `scale` of an exponent with a divisor. */
export function rootScale(scale: string, { factor }: Exponent, divisor: string): string {
  return `const ${scale} = ${literal(factor * ROOTS_PER_E)} / ${divisor};`;
}

/**
 * The operations of `rootPower` in their order, on the tables ROOTS and POWERS; the square of the argument is added to
 * `far`, if that is given, for beyond ROOTS_IN_RANGE the result is meaningless.
 */
export function writtenOut(name: string, argument: string, far: string | undefined): string {
  const [first, second, third] = ROOT_SERIES.map(literal);
  return `let ${name}; { const x = ${argument}, shifted = x + 6755399441055744;
const f = x - (shifted - 6755399441055744), i = shifted | 0;
const root = ROOTS[i & 2047] * POWERS[((i >> 11) + 1022) & 2047];${far === undefined ? "" : ` ${far} += x * x;`}
${name} = root + root * (f * (${first} + f * (${second} + f * ${third}))); }`;
}
