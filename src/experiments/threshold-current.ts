import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireInput, requireNumbers, requirePositive } from "../checks/require.js";
import { requireRest } from "../dynamics/equilibria/rest.js";
import type { Model } from "../model/model.js";
import { bisect } from "../numerics/root.js";
import { simulate } from "../solve/simulate.js";
import type { Stimulus } from "../solve/stimuli/stimulus.js";
import { pulses } from "../solve/stimuli/stimulus-shapes.js";
import { firesByItself } from "./self-driven.js";

/** Amplitudes tried on the way up to the first that fires, each this much larger than the one before. */
const rung = 1.25;
/**
 * Relative width of the bracket in which a threshold is left; the error of the runs, at the tolerance below, is a tenth
 * of that.
 */
const precision = { relative: 1e-5 };
const tolerance = 1e-8;
/** Part of the largest amplitude with which the climb begins. */
const beginning = 1e-4;
/**
 * ms for which a neuron is watched after a pulse: long enough for the slowest spike that a brief pulse evokes at 6 °C.
 */
const watch = 40;

/** The pulse of `thresholdCurrent`. */
export interface ThresholdCurrentOptions {
  /** Length of the pulse, ms. */
  readonly width: number;
  /** The largest amplitude that is tried, in the unit of the model's input, by default 1000. */
  readonly most?: number;
}

const defaultMost = 1000;

/**
 * The weakest current pulse of a given length that makes a resting neuron fire, in the unit of the model's input: it
 * fires at the value given and does not at one smaller by a part in 100 000. Infinity if no amplitude up to `most`
 * fires.
 *
 * Found by climbing to the first amplitude that fires in steps of a quarter, then halving. Spikes are those of
 * `firesByItself`.
 * @throws RangeError if the model does not rest, has no threshold or no input
 */
export function thresholdCurrent(model: Model, options: ThresholdCurrentOptions): number {
  requireModel("thresholdCurrent", model);
  const { width, most = defaultMost } = knownOptions("thresholdCurrent", options, ["width", "most"]);
  requirePositive("thresholdCurrent", "width", width, "ms");
  requirePositive("thresholdCurrent", "most", most);
  requireInput("thresholdCurrent", model);
  const rest = requireRest("thresholdCurrent", model).state;
  return leastAmplitude(
    (amplitude) => fires(model, rest, pulses(amplitude, { width, at: [0] }), width + watch, 0),
    beginning * most,
    most,
  );
}

/** How `rheobase` looks for the weakest step. */
export interface RheobaseOptions {
  /** How long the step lasts, ms, by default 500: what counts as long for this neuron. */
  readonly duration?: number;
  /** The largest amplitude that is tried, in the unit of the model's input, by default 1000. */
  readonly most?: number;
}

/**
 * The weakest current that makes a resting neuron fire at all, however long it lasts: the threshold of a long step, in
 * the unit of the model's input. It need not keep the neuron firing. Infinity if no amplitude up to `most` fires.
 * @throws RangeError as `thresholdCurrent`
 */
export function rheobase(model: Model, options: RheobaseOptions = {}): number {
  requireModel("rheobase", model);
  const { duration = 500, most = defaultMost } = knownOptions("rheobase", options, ["duration", "most"]);
  requirePositive("rheobase", "duration", duration, "ms");
  requirePositive("rheobase", "most", most);
  requireInput("rheobase", model);
  const rest = requireRest("rheobase", model).state;
  return leastAmplitude(
    (amplitude) => fires(model, rest, pulses(amplitude, { width: duration, at: [0] }), duration, 0),
    beginning * most,
    most,
  );
}

/** Threshold against the length of the pulse, one entry for each length. */
export interface StrengthDuration {
  /** ms. */
  readonly width: Float64Array;
  /** In the unit of the model's input. */
  readonly current: Float64Array;
  /** current · width: nC/cm² for a current in µA/cm². */
  readonly charge: Float64Array;
}

/** How `strengthDuration` looks for each threshold. */
export interface StrengthDurationOptions {
  /** The largest amplitude that is tried, in the unit of the model's input, by default 1000. */
  readonly most?: number;
}

/**
 * The strength-duration curve: `thresholdCurrent` at each length of the pulse.
 * @param widths lengths of the pulse, ms
 * @throws RangeError as `thresholdCurrent`, TypeError for widths that are no list
 */
export function strengthDuration(
  model: Model,
  widths: ArrayLike<number>,
  options: StrengthDurationOptions = {},
): StrengthDuration {
  requireModel("strengthDuration", model);
  const { most = defaultMost } = knownOptions("strengthDuration", options, ["most"]);
  requireNumbers("strengthDuration", "widths", widths, "[0.1, 1, 10]");
  const width = Float64Array.from(widths);
  const current = width.map((w) => thresholdCurrent(model, { width: w, most }));
  return { width, current, charge: current.map((I, i) => I * width[i]) };
}

/** Whether a stimulus, given to a model in the state `rest`, makes it fire after `from` ms. */
export function fires(
  model: Model,
  rest: Readonly<Record<string, number>>,
  stimulus: Stimulus,
  duration: number,
  from: number,
): boolean {
  return firesByItself(simulate(model, { duration, initial: rest, stimulus, tolerance }), from);
}

/**
 * The least amplitude at which `fires`, as far as a climb from `first` in steps of a quarter can tell; Infinity if
 * there is none up to `most`.
 */
export function leastAmplitude(firesAt: (amplitude: number) => boolean, first: number, most: number): number {
  let silent = 0;
  let firing = Math.min(first, most);
  while (!firesAt(firing)) {
    if (firing === most) return Infinity;
    silent = firing;
    firing = Math.min(firing * rung, most);
  }
  return bisect(firesAt, silent, firing, precision);
}
