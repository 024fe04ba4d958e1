import type { Graph } from "./graph.js";

/** The factors of a node: sign · over[0] · over[1] … / (under[0] · …). */
export interface Product {
  readonly sign: 1 | -1;
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** The factors of a node, those of its powers too. */
export function product(g: Graph, i: number): Product {
  const { op, args, value } = g.nodes[i];
  if (op === "power" && value < 0) return inverse(powerOf(g, args[0], -value));
  if (op === "power") return powerOf(g, args[0], value);
  if (op === "negate") {
    const inner = product(g, args[0]);
    return { ...inner, sign: inner.sign === 1 ? -1 : 1 };
  }
  if (op !== "multiply" && op !== "divide") return { sign: 1, over: [i], under: [] };
  const b = product(g, args[1]);
  return joined(product(g, args[0]), op === "multiply" ? b : inverse(b));
}

const mostPower = 4;

/** xⁿ as n factors, so that some of them can be cancelled. */
function powerOf(g: Graph, x: number, n: number): Product {
  if (n === 1) return product(g, x);
  if (n > mostPower) return { sign: 1, over: [g.power(x, n)], under: [] };
  return Array.from({ length: n }, () => product(g, x)).reduce(joined);
}

/** One over it. */
export const inverse = ({ sign, over, under }: Product): Product => ({ sign, over: under, under: over });

/** The product of two. */
export const joined = (a: Product, b: Product): Product => ({
  sign: a.sign === b.sign ? 1 : -1,
  over: [...a.over, ...b.over],
  under: [...a.under, ...b.under],
});

/**
 * The node a/x if a is a multiple of x by a factor free of x, else undefined: (10 − V) against (10 − V)/10, (V + 40)
 * against −(V + 40)/k.
 */
export function proportion(g: Graph, a: number, x: number): number | undefined {
  const parts = product(g, x);
  for (let i = 0; i < parts.over.length; i++) {
    // A like constant on both sides cancels no zero.
    if (!g.reachable([parts.over[i]]).some((k) => g.nodes[k].op === "state")) continue;
    const ratio = a === parts.over[i] ? 1 : affineRatio(g, a, parts.over[i]);
    if (ratio === undefined) continue;
    const scale = parts.over.filter((_, j) => j !== i).reduce((p, q) => g.multiply(p, q), g.constant(parts.sign));
    const lift = parts.under.reduce((p, q) => g.multiply(p, q), g.constant(ratio));
    return g.divide(lift, scale);
  }
  return undefined;
}

/** The number r with a = r b for affine combinations a, b of leaves, or undefined. */
function affineRatio(g: Graph, a: number, b: number): number | undefined {
  const p = affine(g, a),
    q = affine(g, b);
  if (p === undefined || q === undefined || p.size !== q.size || q.size === 0) return undefined;
  let ratio: number | undefined;
  for (const [leaf, coefficient] of q) {
    const r = (p.get(leaf) ?? NaN) / coefficient;
    if (!(Math.abs(r - (ratio ?? r)) <= 1e-12 * Math.abs(r))) return undefined;
    ratio ??= r;
  }
  return ratio;
}

/** Coefficients of an affine combination of leaves with literal coefficients; the constant term stands under −1. */
function affine(g: Graph, i: number): Map<number, number> | undefined {
  const { op, args, value } = g.nodes[i];
  if (op === "constant") return new Map(value === 0 ? [] : [[-1, value]]);
  if (args.length === 0) return new Map([[i, 1]]);
  const forms = args.map((arg) => affine(g, arg));
  const [a, b] = forms;
  if (a === undefined) return undefined;
  if (op === "negate") return combine(a, -1, new Map(), 0);
  if (b === undefined) return undefined;
  if (op === "add") return combine(a, 1, b, 1);
  if (op === "subtract") return combine(a, 1, b, -1);
  const left = g.valueOf(args[0]),
    right = g.valueOf(args[1]);
  if (op === "multiply" && left !== undefined) return combine(b, left, new Map(), 0);
  if (op === "multiply" && right !== undefined) return combine(a, right, new Map(), 0);
  if (op === "divide" && right !== undefined) return combine(a, 1 / right, new Map(), 0);
  return undefined;
}

function combine(
  a: ReadonlyMap<number, number>,
  p: number,
  b: ReadonlyMap<number, number>,
  q: number,
): Map<number, number> {
  const sum = new Map<number, number>();
  for (const leaf of new Set([...a.keys(), ...b.keys()])) {
    const coefficient = p * (a.get(leaf) ?? 0) + q * (b.get(leaf) ?? 0);
    if (coefficient !== 0) sum.set(leaf, coefficient);
  }
  return sum;
}
