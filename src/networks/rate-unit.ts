import { exp, tanh } from "../numerics/elementary.js";

/** From the summed input of a unit to its rate. */
export const activations = ["step", "linear", "relu", "sigmoid", "tanh"] as const;
export type Activation = (typeof activations)[number];

/** Slopes are written in terms of the input or of the rate there, whichever is simpler. */
interface Curve {
  rate(x: number): number;
  slope(x: number, rate: number): number;
}

const curves: Readonly<Record<Activation, Curve>> = {
  step: { rate: (x) => (x >= 0 ? 1 : 0), slope: () => 0 },
  linear: { rate: (x) => x, slope: () => 1 },
  relu: { rate: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0) },
  sigmoid: { rate: (x) => 1 / (1 + exp(-x)), slope: (_, y) => y * (1 - y) },
  tanh: { rate: tanh, slope: (_, y) => 1 - y * y },
};

/** @throws RangeError for a name that is none of `activations` */
export function curveOf(activation: Activation): Curve {
  if (!Object.hasOwn(curves, activation))
    throw new RangeError(`there is no activation '${String(activation)}'; there are ${activations.join(", ")}`);
  return curves[activation];
}

/** An artificial neuron. It does not spike: its output stands for a firing rate. */
export interface RateUnit {
  readonly weights: readonly number[];
  readonly bias: number;
  readonly activation: Activation;
  /** f(Σ w_i x_i + bias). */
  respond(inputs: ArrayLike<number>): number;
}

/**
 * @param weights one for each input
 * @throws RangeError for an unknown activation and, from `respond`, for a wrong number of inputs
 */
export function rateUnit(activation: Activation, weights: readonly number[], bias: number): RateUnit {
  const { rate } = curveOf(activation);
  return { weights, bias, activation, respond: (inputs) => rate(summedInput(weights, bias, inputs)) };
}

export function summedInput(weights: readonly number[], bias: number, inputs: ArrayLike<number>): number {
  if (inputs.length !== weights.length)
    throw new RangeError(`a unit with ${weights.length} weights got ${inputs.length} inputs`);
  return weights.reduce((sum, w, i) => sum + w * inputs[i], bias);
}
