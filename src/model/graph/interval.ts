import { bernoulli, compute } from "./interval-functions.js";
import type { Graph, GraphNode } from "./graph.js";

/** A closed interval; bounds may be infinite. */
export type Interval = readonly [low: number, high: number];
const everything: Interval = [-Infinity, Infinity];

/**
 * Bounds of each root over a box: every value that the root takes there lies inside, rounding included.
 * A root whose interval excludes 0 is proved to have no zero in the box.
 * @param states interval of each state; @param parameters interval of each parameter (a point is [x, x])
 */
export function bounds(
  graph: Graph,
  roots: readonly number[],
  states: readonly Interval[],
  parameters: readonly Interval[],
): Interval[] {
  return prepareBounds(graph, roots)(states, parameters);
}

/** The same, with the order of evaluation found once: for root isolation, which bounds many boxes. */
export function prepareBounds(
  graph: Graph,
  roots: readonly number[],
): (states: readonly Interval[], parameters: readonly Interval[]) => Interval[] {
  const order = graph.reachable(roots);
  const nodes = order.map((i) => graph.nodes[i]);
  const position = new Map(order.map((i, k) => [i, k]));
  const args = nodes.map((node) => node.args.map((a) => position.get(a)!));
  const value: Interval[] = new Array(order.length);
  return (states, parameters) => {
    for (let k = 0; k < nodes.length; k++) {
      const [a, b, c] = args[k];
      value[k] = apply(nodes[k], states, parameters, value[a], value[b], value[c]);
    }
    return roots.map((root) => value[position.get(root)!]);
  };
}

function apply(
  node: GraphNode,
  states: readonly Interval[],
  parameters: readonly Interval[],
  a: Interval,
  b: Interval,
  c: Interval,
): Interval {
  switch (node.op) {
    case "constant":
      return [node.value, node.value];
    case "state":
      return states[node.value];
    case "parameter":
      return parameters[node.value];
    case "free":
      throw new RangeError("interval bounds of a free input are not defined; substitute it first");
    case "add":
      return outward(a[0] + b[0], a[1] + b[1]);
    case "subtract":
      return outward(a[0] - b[1], a[1] - b[0]);
    case "negate":
      return [-a[1], -a[0]];
    case "multiply":
      return multiply(a, b);
    case "divide":
      return multiply(a, reciprocal(b));
    case "power":
      return node.value > 0 ? integerPower(a, node.value) : reciprocal(integerPower(a, -node.value));
    case "pow":
      return a[0] > 0 ? compute("exp", multiply(b, compute("log", a))) : everything;
    case "max":
      return [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
    case "min":
      return [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
    case "select":
      return a[0] >= 0 ? b : a[1] < 0 ? c : [Math.min(b[0], c[0]), Math.max(b[1], c[1])];
    case "bernoulli":
      return bernoulli(node.value, a);
    default:
      return compute(node.op, a);
  }
}

/**
 * Widens by two units in the last place: more than the rounding of one operation. NaN (0·∞, ∞ − ∞) becomes everything.
 */
export function outward(low: number, high: number): Interval {
  if (Number.isNaN(low) || Number.isNaN(high)) return everything;
  return [low - (Math.abs(low) * 4.5e-16 + 1e-320), high + (Math.abs(high) * 4.5e-16 + 1e-320)];
}

function multiply(a: Interval, b: Interval): Interval {
  if ((a[0] === 0 && a[1] === 0) || (b[0] === 0 && b[1] === 0)) return [0, 0];
  const p = a[0] * b[0],
    q = a[0] * b[1],
    r = a[1] * b[0],
    s = a[1] * b[1];
  return outward(Math.min(p, q, r, s), Math.max(p, q, r, s));
}

function reciprocal(a: Interval): Interval {
  if (a[0] > 0 || a[1] < 0) return outward(1 / a[1], 1 / a[0]);
  if (a[0] === 0 && a[1] > 0) return [1 / a[1] - 4.5e-16 / a[1], Infinity];
  if (a[1] === 0 && a[0] < 0) return [-Infinity, 1 / a[0] - 4.5e-16 / a[0]];
  return everything;
}

function integerPower(a: Interval, n: number): Interval {
  const x = a[0] ** n,
    y = a[1] ** n;
  const slack = 1e-15 * n; // ** may differ from exact by a few ulp
  if (n % 2 === 1) return [x - Math.abs(x) * slack, y + Math.abs(y) * slack];
  const low = a[0] <= 0 && a[1] >= 0 ? 0 : Math.min(x, y);
  return [Math.max(0, low - low * slack), Math.max(x, y) * (1 + slack)];
}
