import type { Graph } from "./graph.js";

/**
 * Exact derivative of each output in a direction, as new nodes of the same graph (forward mode).
 * @param seed derivative of each leaf (by node index) in that direction, as a node; leaves not named have derivative 0
 */
export function derivative(graph: Graph, outputs: readonly number[], seed: ReadonlyMap<number, number>): number[] {
  const zero = graph.constant(0);
  const known = new Map<number, number>(seed);
  const d = (i: number): number => {
    const found = known.get(i);
    if (found !== undefined) return found;
    const result = rule(graph, i, d, zero);
    known.set(i, result);
    return result;
  };
  return outputs.map(d);
}

function rule(g: Graph, i: number, d: (i: number) => number, zero: number): number {
  const { op, args, value } = g.nodes[i];
  const [a, b, c] = args as [number, number, number];
  const times = (outer: () => number): number => (d(a) === zero ? zero : g.multiply(outer(), d(a)));
  switch (op) {
    case "constant":
    case "state":
    case "parameter":
    case "free":
      return zero;
    case "add":
      return g.add(d(a), d(b));
    case "subtract":
      return g.subtract(d(a), d(b));
    case "negate":
      return g.negate(d(a));
    case "multiply":
      return g.add(g.multiply(d(a), b), g.multiply(a, d(b)));
    case "divide":
      return g.divide(g.subtract(d(a), g.multiply(i, d(b))), b); // (a/b)′ = (a′ − (a/b) b′)/b
    case "power":
      return times(() => g.multiply(g.constant(value), g.power(a, value - 1)));
    case "pow": {
      const base = times(() => g.multiply(b, g.pow(a, g.subtract(b, g.constant(1)))));
      return d(b) === zero ? base : g.add(base, g.multiply(g.multiply(i, g.unary("log", a)), d(b)));
    }
    case "exp":
      return times(() => i);
    case "expm1":
      return times(() => g.unary("exp", a));
    case "log":
      return g.divide(d(a), a);
    case "tanh":
      return times(() => g.subtract(g.constant(1), g.power(i, 2)));
    case "cosh":
      return times(() => g.unary("sinh", a));
    case "sinh":
      return times(() => g.unary("cosh", a));
    case "sin":
      return times(() => g.unary("cos", a));
    case "cos":
      return times(() => g.negate(g.unary("sin", a)));
    case "atan":
      return g.divide(d(a), g.add(g.constant(1), g.power(a, 2)));
    case "floor":
      return zero;
    case "sqrt":
      return g.divide(d(a), g.multiply(g.constant(2), i));
    case "abs":
      return g.select(a, d(a), g.negate(d(a)));
    case "max":
      return g.select(g.subtract(a, b), d(a), d(b));
    case "min":
      return g.select(g.subtract(a, b), d(b), d(a));
    case "select":
      return g.select(a, d(b), d(c));
    case "bernoulli":
      return times(() => g.bernoulli(value + 1, a));
  }
}
