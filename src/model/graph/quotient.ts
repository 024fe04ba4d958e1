import type { Graph } from "./graph.js";

/**
 * The node of a/b. A quotient of the shape x/(e^x − 1), x/tanh x, x/sinh x or x/ln(1 + x), or one of these upside down,
 * up to factors, becomes one node that knows its limit at x = 0: so the rate functions of Hodgkin and Huxley and the
 * Goldman-Hodgkin-Katz current are finite, and exact, where their printed form is 0/0.
 */
export function quotient(g: Graph, a: number, b: number): number {
  return withLimit(g, joined(product(g, a), inverse(product(g, b)))) ?? g.divide(a, b);
}

/** The node of a·b, where 1/(e^x − 1) · x is such a quotient too. */
export function times(g: Graph, a: number, b: number): number {
  const whole = joined(product(g, a), product(g, b));
  return (whole.under.length === 0 ? undefined : withLimit(g, whole)) ?? g.multiply(a, b);
}

/** The node of a product in which some x stands over what vanishes with it, or under it, if there is one. */
function withLimit(g: Graph, whole: Product): number | undefined {
  const upright = lifted(g, whole);
  if (upright !== undefined) return upright;
  const upsideDown = lifted(g, inverse(whole));
  return upsideDown === undefined ? undefined : g.divide(g.constant(1), upsideDown);
}

function lifted(g: Graph, { sign, over, under }: Product): number | undefined {
  for (const [k, divisor] of under.entries()) {
    const vanishing = exponentialLessOne(g, divisor) ?? hyperbolic(g, divisor) ?? logarithm(g, divisor);
    if (vanishing === undefined) continue;
    for (const [i, factor] of over.entries()) {
      const ratio = proportion(g, factor, vanishing.x);
      if (ratio === undefined) continue;
      const others = over.filter((_, j) => j !== i);
      const above = [...others, ratio].reduce((p, q) => g.multiply(p, q), g.constant(sign));
      const rest = under.filter((_, j) => j !== k);
      const below = rest.reduce((p, q) => g.multiply(p, q), g.constant(vanishing.factor));
      return g.divide(g.multiply(above, vanishing.quotient()), below);
    }
  }
  return undefined;
}

/** A node as factor · f(x), f(x) = x + … at 0, and how to make x/f(x). */
interface Vanishing {
  readonly factor: number;
  readonly x: number;
  quotient(): number;
}

/** x/tanh x = x + B(2x) and x/sinh x = 2B(x)/(1 + e^−x), B(x) = x/(e^x − 1). */
function hyperbolic(g: Graph, i: number): Vanishing | undefined {
  const { op, args } = g.nodes[i];
  const [x] = args;
  const twice = (a: number): number => g.multiply(g.constant(2), a);
  if (op === "tanh") return { factor: 1, x, quotient: () => g.add(x, g.bernoulli(0, twice(x))) };
  if (op !== "sinh") return undefined;
  const below = (): number => g.add(g.constant(1), g.unary("exp", g.negate(x)));
  return { factor: 1, x, quotient: () => g.divide(twice(g.bernoulli(0, x)), below()) };
}

/** x/ln(1 + x) = 1/B(ln(1 + x)), which holds as exactly where 1 + x is rounded. */
function logarithm(g: Graph, i: number): Vanishing | undefined {
  const { op, args } = g.nodes[i];
  if (op !== "log") return undefined;
  const x = lessOne(g, args[0]);
  return { factor: 1, x, quotient: () => g.divide(g.constant(1), g.bernoulli(0, i)) };
}

/** The node u − 1. */
function lessOne(g: Graph, u: number): number {
  const { op, args } = g.nodes[u];
  const [a, b] = args;
  if (op === "add" && g.valueOf(a) === 1) return b;
  if (op === "add" && g.valueOf(b) === 1) return a;
  return op === "subtract" && g.valueOf(a) === 1 ? g.negate(b) : g.subtract(u, g.constant(1));
}

/** A node as factor · (e^x − 1): 2e^x − 2, or 1 − 1/e^y, which is −(e^−y − 1). */
function exponentialLessOne(g: Graph, i: number): Vanishing | undefined {
  const { op, args } = g.nodes[i];
  const over = (factor: number, x: number): Vanishing => ({ factor, x, quotient: () => g.bernoulli(0, x) });
  if (op === "expm1") return over(1, args[0]);
  if (op !== "subtract") return undefined;
  const [a, b] = [exponential(g, args[0]), exponential(g, args[1])];
  if (a === undefined || b === undefined || a.factor !== b.factor) return undefined;
  if (b.x === undefined && a.x !== undefined) return over(a.factor, a.x);
  return a.x === undefined && b.x !== undefined ? over(-a.factor, b.x) : undefined;
}

/** A node as factor · e^x; a number has no x. */
function exponential(g: Graph, i: number): { readonly factor: number; readonly x: number | undefined } | undefined {
  const { op, args } = g.nodes[i];
  const value = g.valueOf(i);
  if (value !== undefined) return { factor: value, x: undefined };
  if (op === "exp") return { factor: 1, x: args[0] };
  if (op !== "multiply" && op !== "divide") return undefined;
  const [a, b] = [exponential(g, args[0]), exponential(g, args[1])];
  if (a === undefined || b === undefined || (a.x !== undefined && b.x !== undefined)) return undefined;
  if (op === "multiply") return { factor: a.factor * b.factor, x: a.x ?? b.x };
  return { factor: a.factor / b.factor, x: b.x === undefined ? a.x : g.negate(b.x) };
}

interface Product {
  readonly sign: 1 | -1;
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** The factors of a node: sign · over[0] · over[1] … / (under[0] · …). */
function product(g: Graph, i: number): Product {
  const { op, args, value } = g.nodes[i];
  if (op === "power" && value === -1) return inverse(product(g, args[0]));
  if (op === "negate") {
    const inner = product(g, args[0]);
    return { ...inner, sign: inner.sign === 1 ? -1 : 1 };
  }
  if (op !== "multiply" && op !== "divide") return { sign: 1, over: [i], under: [] };
  const b = product(g, args[1]);
  return joined(product(g, args[0]), op === "multiply" ? b : inverse(b));
}

const inverse = ({ sign, over, under }: Product): Product => ({ sign, over: under, under: over });

const joined = (a: Product, b: Product): Product => ({
  sign: a.sign === b.sign ? 1 : -1,
  over: [...a.over, ...b.over],
  under: [...a.under, ...b.under],
});

/**
 * The node a/x if a is a multiple of x by a factor free of x, else undefined: (10 − V) against (10 − V)/10, (V + 40)
 * against −(V + 40)/k.
 */
function proportion(g: Graph, a: number, x: number): number | undefined {
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
