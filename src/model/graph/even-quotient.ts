import type { Graph } from "./graph.js";

/** Quotients f(x)/x of an odd f with f(x) = x + …, which are even and 1 at x = 0: of each, where its series is used. */
const kinds = {
  sin: { radius: 0.5, terms: 8, coefficient: (k: number): number => sign(k) / factorial(2 * k + 1) },
  atan: { radius: 0.25, terms: 14, coefficient: (k: number): number => sign(k) / (2 * k + 1) },
} as const;

const sign = (k: number): number => (k % 2 === 0 ? 1 : -1);
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/**
 * The node of sin x/x or arctan x/x: near 0 its series, so that it and all its derivatives are finite and exact there.
 * No bound divides by 0, either: the other arm is f(x)·x over the larger of x² and the radius squared.
 */
function evenQuotient(g: Graph, op: keyof typeof kinds, x: number): number {
  const { radius, terms, coefficient } = kinds[op];
  const square = g.multiply(x, x),
    border = g.constant(radius * radius);
  let series = g.constant(coefficient(terms - 1));
  for (let k = terms - 2; k >= 0; k--) series = g.add(g.multiply(series, square), g.constant(coefficient(k)));
  const away = g.divide(g.multiply(g.unary(op, x), x), g.extremum("max", square, border));
  return g.select(g.subtract(border, square), series, away);
}

/** A node as factor · xⁿ · shape(x), the shape being 1 at 0 and even. */
interface Even {
  readonly factor: number;
  readonly x: number;
  readonly order: 1 | 2;
  shape(): number;
}

/** A node that vanishes like x or x² where its x does, if it is one of these. */
export function evenAt(g: Graph, i: number): Even | undefined {
  const { op, args } = g.nodes[i];
  if (op !== "sin" && op !== "atan") return oneLessCosine(g, i);
  return { factor: 1, x: args[0], order: 1, shape: () => evenQuotient(g, op, args[0]) };
}

/** 1 − cos x = x²/2 · (sin(x/2)/(x/2))², and the like of cosh x − 1. */
function oneLessCosine(g: Graph, i: number): Even | undefined {
  const { op, args } = g.nodes[i];
  if (op !== "subtract") return undefined;
  const [a, b] = args.map((arg) => cosine(g, arg));
  if (a === undefined || b === undefined || a.factor !== b.factor || (a.x === undefined) === (b.x === undefined))
    return undefined;
  const { op: kind = "cos", x = 0 } = a.x === undefined ? b : a;
  const upward = (a.x !== undefined) === (kind === "cosh"); // cosh x − 1 and 1 − cos x
  const half = g.divide(x, g.constant(2));
  const ratio = (): number => (kind === "cos" ? evenQuotient(g, "sin", half) : hyperbolicQuotient(g, half));
  return { factor: ((upward ? 1 : -1) * a.factor) / 2, x, order: 2, shape: () => g.power(ratio(), 2) };
}

/** sinh x/x = (1 + e^−x)/(2B(x)), B(x) = x/(e^x − 1). */
const hyperbolicQuotient = (g: Graph, x: number): number =>
  g.divide(g.add(g.constant(1), g.unary("exp", g.negate(x))), g.multiply(g.constant(2), g.bernoulli(0, x)));

/** A node as factor · cos x or factor · cosh x; a number has no x. */
function cosine(
  g: Graph,
  i: number,
): { readonly factor: number; readonly x?: number; readonly op?: "cos" | "cosh" } | undefined {
  const { op, args } = g.nodes[i];
  const value = g.valueOf(i);
  if (value !== undefined) return { factor: value };
  if (op === "cos" || op === "cosh") return { factor: 1, x: args[0], op };
  if (op !== "multiply") return undefined;
  const [a, b] = args.map((arg) => cosine(g, arg));
  if (a === undefined || b === undefined || (a.x === undefined) === (b.x === undefined)) return undefined;
  return { ...(a.x === undefined ? b : a), factor: a.factor * b.factor };
}

/** The nodes of such quotients that look like corners of a field but are none. */
export function seams({ nodes }: Graph): ReadonlySet<number> {
  const found = new Set<number>();
  nodes.forEach(({ op, args: [condition, , away] }, i) => {
    const [border, square] = nodes[condition]?.args ?? [];
    if (op !== "select" || nodes[condition].op !== "subtract" || nodes[away].op !== "divide") return;
    const larger = nodes[away].args[1];
    if (nodes[larger].op !== "max" || nodes[larger].args[0] !== square || nodes[larger].args[1] !== border) return;
    for (const node of [i, larger]) found.add(node);
  });
  return found;
}
