import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireFinite, requireInput, requireNumbers, requirePositive } from "../checks/require.js";
import { requireRest } from "../dynamics/equilibria/rest.js";
import type { Model } from "../model/model.js";
import { simulate } from "../solve/simulate.js";
import { sum } from "../solve/stimuli/stimulus.js";
import { pulses } from "../solve/stimuli/stimulus-shapes.js";
import { fires, leastAmplitude, thresholdCurrent } from "./threshold-current.js";

/** The pulses of `twoPulse`. Amplitudes are in the unit of the model's input. */
export interface TwoPulseOptions {
  /** Length of each pulse, ms. */
  readonly width: number;
  /** The largest amplitude that is tried for the second pulse, by default 500. */
  readonly most?: number;
  /** Amplitude of the first pulse; by default twice the threshold of a resting neuron. */
  readonly first?: number;
}

/** What a second pulse needs to evoke a second spike. Amplitudes are in the unit of the model's input. */
export interface TwoPulse {
  /** ms from the onset of the first pulse to that of the second. */
  readonly delay: Float64Array;
  /** Threshold of the second pulse; Infinity where none up to `most` evokes a spike. */
  readonly threshold: Float64Array;
  /** Threshold of the same pulse in the resting neuron. */
  readonly resting: number;
  /** Amplitude of the first pulse. */
  readonly first: number;
  /** ms, when the spike that the first pulse evokes crosses the threshold potential. */
  readonly spike: number;
  /** The largest amplitude tried. */
  readonly most: number;
}

/** ms for which the neuron is watched after the onset of the second pulse. */
const watch = 25;

/**
 * The two-pulse experiment: a first pulse makes the neuron fire, and for each delay the weakest second pulse is sought
 * that makes it fire again. Infinite thresholds are the absolute refractory period (as far as pulses up to `most` can
 * tell), raised ones the relative refractory period.
 * @param delays ms, onset to onset, each later than the first spike
 * @throws RangeError if the first pulse does not evoke a spike, or a delay comes before it
 */
export function twoPulse(model: Model, delays: ArrayLike<number>, options: TwoPulseOptions): TwoPulse {
  requireModel("twoPulse", model);
  const { width, first, most = 500 } = knownOptions("twoPulse", options, ["width", "first", "most"]);
  requireNumbers("twoPulse", "delays", delays, "[5, 10, 15]");
  requirePositive("twoPulse", "width", width, "ms");
  requirePositive("twoPulse", "most", most);
  if (first !== undefined) requireFinite("twoPulse", "first", first);
  requireInput("twoPulse", model);
  const rest = requireRest("twoPulse", model).state;
  const resting = thresholdCurrent(model, { width, most });
  if (first === undefined && resting === Infinity)
    throw new RangeError(`twoPulse: no pulse of ${width} ms up to ${most} makes ${model.name} fire; use a longer one`);
  const amplitude = first ?? 2 * resting;
  const conditioning = pulses(amplitude, { width, at: [0] });
  const spike = simulate(model, { duration: width + watch, initial: rest, stimulus: conditioning }).spikes[0];
  if (spike === undefined)
    throw new RangeError(
      `twoPulse: the first pulse, ${amplitude} for ${width} ms, evokes no spike; the threshold is ${resting}`,
    );
  const delay = Float64Array.from(delays);
  const threshold = delay.map((d) => {
    if (!(d >= width && d > spike))
      throw new RangeError(
        `twoPulse: a delay of ${d} ms is too short: the first pulse lasts ${width} ms ` +
          `and its spike comes at ${Number(spike.toPrecision(4))} ms`,
      );
    return leastAmplitude(
      (second) => fires(model, rest, sum(conditioning, pulses(second, { width, at: [d] })), d + watch, d),
      resting / 8,
      most,
    );
  });
  return { delay, threshold, resting, first: amplitude, spike, most };
}
