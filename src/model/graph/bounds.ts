import { bernoulli, compute } from "./interval-functions.js";
import type { Graph } from "./graph.js";
import { everything, integerPower, multiply, outward, reciprocal, type Interval } from "./interval.js";
import type { Operation } from "./node.js";

/**
 * Bounds of each output over a box: every value that it takes there lies inside, rounding included.
 * An output whose interval excludes 0 is proved to have no zero in the box.
 * @param states interval of each state; @param parameters interval of each parameter (a point is [x, x])
 */
export function bounds(
  graph: Graph,
  outputs: readonly number[],
  states: readonly Interval[],
  parameters: readonly Interval[],
): Interval[] {
  return prepareBounds(graph, outputs)(states, parameters);
}

/** Bounds of some outputs over a box. */
export type Bounding = (states: readonly Interval[], parameters: readonly Interval[]) => Interval[];

/**
 * The same, with the order of evaluation found once: for root isolation, which bounds many boxes. What depends on no
 * state is worked out anew for other parameters alone: whoever changes them passes another array.
 */
export function prepareBounds(graph: Graph, outputs: readonly number[]): Bounding {
  const order = graph.reachable(outputs);
  const position = new Int32Array(graph.nodes.length);
  order.forEach((i, k) => {
    position[i] = k;
  });
  // apart, in arrays of one kind each: a loop over them is compiled at once
  const nodes = order.map((i) => graph.nodes[i]);
  const ops = nodes.map(({ op }) => op),
    values = Float64Array.from(nodes, (node) => node.value);
  const [first, second, third] = [0, 1, 2].map((place) =>
    Int32Array.from(nodes, ({ args }) => position[args[place] ?? 0]),
  );
  const varies: boolean[] = [];
  nodes.forEach(({ op, args }) => varies.push(op === "state" || args.some((a) => varies[position[a]])));
  const places = [...nodes.keys()];
  const [varying, fixed] = [places.filter((k) => varies[k]), places.filter((k) => !varies[k])];
  const value: Interval[] = new Array(order.length);
  let known: readonly Interval[] | undefined;
  return (states, parameters) => {
    const evaluate = (k: number): void => {
      value[k] = apply(ops[k], values[k], states, parameters, value[first[k]], value[second[k]], value[third[k]]);
    };
    if (parameters !== known) fixed.forEach(evaluate);
    known = parameters;
    varying.forEach(evaluate);
    return outputs.map((output) => value[position[output]]);
  };
}

function apply(
  op: Operation,
  number: number,
  states: readonly Interval[],
  parameters: readonly Interval[],
  a: Interval,
  b: Interval,
  c: Interval,
): Interval {
  switch (op) {
    case "constant":
      return [number, number];
    case "state":
      return states[number];
    case "parameter":
      return parameters[number];
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
      return number > 0 ? integerPower(a, number) : reciprocal(integerPower(a, -number));
    case "pow":
      return a[0] > 0 ? compute("exp", multiply(b, compute("log", a))) : everything;
    case "max":
      return [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
    case "min":
      return [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
    case "select":
      return a[0] >= 0 ? b : a[1] < 0 ? c : [Math.min(b[0], c[0]), Math.max(b[1], c[1])];
    case "bernoulli":
      return bernoulli(number, a);
    default:
      return compute(op, a);
  }
}
