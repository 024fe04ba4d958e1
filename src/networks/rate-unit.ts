import { requireChoice } from "../checks/require.js";
import { exp, tanh } from "../numerics/elementary.js";

/** The names of all activations. */
export const activations = ["step", "linear", "relu", "sigmoid", "tanh"] as const;

/** How a unit's rate follows from its summed input x: a step from 0 to 1 at 0, x, max(x, 0), 1/(1 + e^−x), tanh x. */
export type Activation = (typeof activations)[number];

/** Slopes are written in terms of the input or of the rate there, whichever is simpler. */
interface TransferFunction {
  rate(x: number): number;
  slope(x: number, rate: number): number;
}

const transferFunctions: Readonly<Record<Activation, TransferFunction>> = {
  step: { rate: (x) => (x >= 0 ? 1 : 0), slope: () => 0 },
  linear: { rate: (x) => x, slope: () => 1 },
  relu: { rate: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0) },
  sigmoid: { rate: (x) => 1 / (1 + exp(-x)), slope: (_, y) => y * (1 - y) },
  tanh: { rate: tanh, slope: (_, y) => 1 - y * y },
};

/** The rate and its slope by the summed input. @throws RangeError for a name that is none of `activations` */
export const transferFunction = (activation: Activation): TransferFunction =>
  transferFunctions[requireChoice("rateUnit", "activation", activation, activations)];

/** An artificial neuron. It does not spike: its output stands for a firing rate. */
export interface RateUnit {
  /** One for each input. */
  readonly weights: readonly number[];
  /** What is added to the weighted inputs: minus the threshold. */
  readonly bias: number;
  readonly activation: Activation;
  /** f(Σ w_i x_i + bias). */
  respond(inputs: ArrayLike<number>): number;
}

/**
 * An artificial neuron: f(Σ w_i x_i + bias), with f by its name.
 * @param weights one for each input
 * @throws RangeError for an unknown activation and, from `respond`, for a wrong number of inputs
 */
export function rateUnit(activation: Activation, weights: readonly number[], bias: number): RateUnit {
  const { rate } = transferFunction(activation);
  return { weights, bias, activation, respond: (inputs) => rate(summedInput(weights, bias, inputs)) };
}

/** Σ w_i x_i + bias. @throws RangeError unless there is one input for each weight */
export function summedInput(weights: readonly number[], bias: number, inputs: ArrayLike<number>): number {
  if (inputs.length !== weights.length)
    throw new RangeError(`a unit with ${weights.length} weights got ${inputs.length} inputs`);
  return weights.reduce((sum, w, i) => sum + w * inputs[i], bias);
}
