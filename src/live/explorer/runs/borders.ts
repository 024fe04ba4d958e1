import type { Model } from "../../../model/model.js";

/** Where a model that is reset spikes, or from where it goes on, along one of its states. */
export interface Border {
  readonly kind: "threshold" | "reset";
  /** The state along which it lies, by its place. */
  readonly state: number;
  /** The parameter whose value it is; undefined where it is a number, or what an expression says. */
  readonly parameter: string | undefined;
  /** Its place for a state and parameters of the model. */
  at(y: Float64Array, parameters: Float64Array): number;
}

/** Of the width of the window: a distance to the threshold that bends less along a state is straight. */
const straight = 1e-9;

/**
 * Threshold and reset, in this order; none of a model without a reset, or whose distance to the threshold is straight
 * along no state.
 */
export function bordersOf(model: Model): readonly Border[] {
  const { spiking, kernels, stateNames, ranges, roots, graph, parameterNames } = model;
  if (!spiking.reset || roots.reset === null || roots.threshold === null) return [];
  const distance = (i: number, value: number, y: Float64Array, p: Float64Array): number =>
    kernels.threshold(y.with(i, value), p);
  const start = Float64Array.from(stateNames, (name) => model.states[name]);
  const isStraight = (i: number): boolean => {
    const [low, high] = ranges[stateNames[i]];
    const [a, b, c] = [low, (low + high) / 2, high].map((value) => distance(i, value, start, model.vector));
    return a !== c && Math.abs(a + c - 2 * b) <= straight * Math.abs(c - a);
  };
  const state = stateNames.findIndex((_, i) => isStraight(i));
  if (state < 0) return [];
  const threshold = (y: Float64Array, p: Float64Array): number => {
    const [low, high] = ranges[stateNames[state]];
    const [a, b] = [distance(state, low, y, p), distance(state, high, y, p)];
    return low - (a * (high - low)) / (b - a);
  };
  const reset = (y: Float64Array, p: Float64Array): number => {
    const after = y.with(state, threshold(y, p));
    kernels.reset(after, p);
    return after[state];
  };
  const parameterAt = (node: number): string | undefined =>
    graph.nodes[node].op === "parameter" ? parameterNames[graph.nodes[node].value] : undefined;
  const { op, args } = graph.nodes[roots.threshold];
  const isOwn = op === "subtract" && graph.nodes[args[0]].op === "state";
  return [
    { kind: "threshold", state, parameter: isOwn ? parameterAt(args[1]) : undefined, at: threshold },
    { kind: "reset", state, parameter: parameterAt(roots.reset[state]), at: reset },
  ];
}

const samples = 200;
const halvings = 60;

/** Zeros of the flow of a model of one state beyond its threshold, which no run reaches. */
export function zerosBeyond({ kernels, vector, ranges, stateNames }: Model, threshold: number): readonly number[] {
  const [, high] = ranges[stateNames[0]];
  if (threshold >= high) return [];
  const [y, dydt] = [new Float64Array(1), new Float64Array(1)];
  const speed = (V: number): number => {
    y[0] = V;
    kernels.field(y, vector, dydt);
    return dydt[0];
  };
  const at = (k: number): number => threshold + ((high - threshold) * k) / samples;
  return Array.from({ length: samples }, (_, k) => [at(k), at(k + 1)] as const)
    .filter(([a, b]) => Math.sign(speed(a)) * Math.sign(speed(b)) < 0)
    .map(([a, b]) => signChange(speed, a, b));
}

/** Between two places at which a function has other signs, by bisection. */
function signChange(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  const positive = f(b) >= 0;
  for (let k = 0; k < halvings; k++) {
    const middle = (a + b) / 2;
    if (f(middle) >= 0 === positive) b = middle;
    else a = middle;
  }
  return b;
}
