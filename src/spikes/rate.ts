import { exp } from "../numerics/elementary.js";
import { knownOptions, requireChoice } from "../checks/require.js";
import { requireLengths, requireTrain, wholeBins, type SpikeTrain } from "./spike-train.js";

/** The neural response function on a grid. */
export interface NeuralResponse {
  /** Where each bin begins, ms. */
  readonly time: Float64Array;
  /** 1/ms: n/dt in a bin with n spikes, so that its sum times dt is the number of spikes. */
  readonly rho: Float64Array;
}

/** The grid of `neuralResponse`, in ms. */
export interface NeuralResponseOptions {
  /** Length of the train. */
  readonly duration: number;
  /** Width of a bin. */
  readonly dt: number;
}

/**
 * ρ(t) = Σ δ(t − t_i) on a grid of bins [k dt, (k + 1) dt): Dirac's δ, whose integral is 1, has height 1/dt in the bin
 * of its spike and grows without bound as dt shrinks (Dayan & Abbott 2001, eq. 1.1). Averaged over trials and times
 * 1000 it is the rate in Hz.
 * @throws RangeError for a duration or a dt that is not positive, or a spike beyond the duration
 */
export function neuralResponse(spikes: SpikeTrain, options: NeuralResponseOptions): NeuralResponse {
  const { duration, dt } = knownOptions("neuralResponse", options, ["duration", "dt"]);
  requireLengths("neuralResponse", { duration, dt });
  requireTrain("neuralResponse", spikes, duration);
  const bins = Math.max(Math.ceil((duration / dt) * (1 - 1e-12)), 1);
  const rho = new Float64Array(bins);
  for (let i = 0; i < spikes.length; i++) rho[Math.min(Math.floor(spikes[i] / dt), bins - 1)] += 1 / dt;
  return { time: Float64Array.from(rho, (_, k) => k * dt), rho };
}

/** Shapes with which a train is smoothed; each has integral 1. The causal ones are zero before their spike. */
export const rateKernels = ["gaussian", "exponential", "alpha"] as const;
/** One of `rateKernels`. */
export type RateKernel = (typeof rateKernels)[number];

/** A kernel of width w = 1: its value at x = t/w, and how far from its spike it falls below 10⁻¹⁶ of its peak. */
interface KernelShape {
  readonly value: (x: number) => number;
  readonly before: number;
  readonly after: number;
}

const shapes: Readonly<Record<RateKernel, KernelShape>> = {
  gaussian: { value: (x) => exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), before: 8.6, after: 8.6 },
  exponential: { value: (x) => exp(-x), before: 0, after: 37 },
  alpha: { value: (x) => x * exp(-x), before: 0, after: 42 },
};

/** A rate on a grid. */
export interface KernelRate {
  /** ms, from 0 to the duration. */
  readonly time: Float64Array;
  /** Hz. */
  readonly rate: Float64Array;
}

/** What `kernelRate` takes. */
export interface KernelRateOptions {
  /** Length of the train, ms. */
  readonly duration: number;
  /** With what each spike is replaced. */
  readonly kernel: RateKernel;
  /**
   * ms: the standard deviation of the Gaussian, the time constant of the exponential e^(−t/w)/w and of the alpha
   * function t e^(−t/w)/w².
   */
  readonly width: number;
  /** Spacing of the output in ms, by default 1. */
  readonly dt?: number;
}

/**
 * Rate as a sum of kernels, one at each spike: Dayan & Abbott (2001), eq. 1.9 to 1.12.
 * Kernels are not rescaled at the ends: a Gaussian near an end leaves part of its area outside.
 * @throws RangeError for an unknown kernel, a length that is not positive, or a spike beyond the duration
 */
export function kernelRate(spikes: SpikeTrain, options: KernelRateOptions): KernelRate {
  const given = knownOptions("kernelRate", options, ["duration", "kernel", "width", "dt"]);
  const { duration, width, dt = 1 } = given;
  requireLengths("kernelRate", { duration, width, dt });
  requireTrain("kernelRate", spikes, duration);
  const { value, before, after } = shapes[requireChoice("kernelRate", "kernel", given.kernel, rateKernels)];
  const last = wholeBins(duration, dt);
  const rate = new Float64Array(last + 1);
  for (let i = 0; i < spikes.length; i++) {
    const t = spikes[i];
    const to = Math.min(last, Math.floor((t + after * width) / dt));
    for (let k = Math.max(0, Math.ceil((t - before * width) / dt)); k <= to; k++)
      rate[k] += (1000 / width) * value((k * dt - t) / width);
  }
  return { time: Float64Array.from(rate, (_, k) => k * dt), rate };
}
