import { evenAt } from "./even-quotient.js";
import type { Graph } from "./graph.js";
import { inverse, joined, product, proportion, type Product } from "./product.js";

/**
 * The node of a/b. A quotient of the shape x/(e^x − 1), x/tanh x, x/sinh x, x/ln(1 + x), x/sin x, x/arctan x,
 * x²/(1 − cos x) or x²/(cosh x − 1), or one of these upside down, up to factors, becomes nodes that know its limit at
 * x = 0: so the rate functions of Hodgkin and Huxley and the Goldman-Hodgkin-Katz current are finite, and exact, where
 * their printed form is 0/0.
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
  if (upsideDown !== undefined) return g.divide(g.constant(1), upsideDown);
  const turned = cancelled(g, inverse(whole));
  const smooth = cancelled(g, whole) ?? (turned && inverse(turned));
  if (smooth === undefined) return undefined;
  const [over, under] = [smooth.over, smooth.under].map((all) => all.reduce((p, q) => g.multiply(p, q), g.constant(1)));
  return g.divide(smooth.sign < 0 ? g.negate(over) : over, under);
}

/** A product in which a factor above, f = factor · xⁿ · shape(x), has lost what it shares with the factors below. */
function cancelled(g: Graph, whole: Product): Product | undefined {
  for (const [k, dividend] of whole.over.entries()) {
    const even = evenAt(g, dividend);
    if (even === undefined) continue;
    let left = even.order;
    const over: number[] = whole.over.filter((_, j) => j !== k);
    const under = whole.under.filter((divisor) => {
      const ratio = left > 0 ? proportion(g, divisor, even.x) : undefined;
      if (ratio === undefined) return true;
      left--;
      over.push(g.divide(g.constant(1), ratio));
      return false;
    });
    if (left === even.order) continue;
    const rest = left > 0 ? [even.x] : [];
    const shorter = { sign: whole.sign, over: [...over, ...rest, g.constant(even.factor), even.shape()], under };
    return cancelled(g, shorter) ?? shorter;
  }
  return undefined;
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
