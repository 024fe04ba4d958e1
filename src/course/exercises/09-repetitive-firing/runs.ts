import { present } from "../../../checks/present.js";
import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { simulate } from "../../../solve/simulate.js";
import type { Stimulus } from "../../../solve/stimuli/stimulus.js";
import { constant, pulses } from "../../../solve/stimuli/stimulus-shapes.js";
import { isRecordWith } from "../../answers/free-answer.js";

const seconds = new Map<number, Float64Array>(); // what is right and each misconception ask for the same runs

/** Times of the spikes in a second at I, ms. */
export function spikesAt(I: number): Float64Array {
  const spikes = seconds.get(I) ?? simulate(hodgkinHuxley.with({ I }), { duration: 1000 }).spikes;
  seconds.set(I, spikes);
  return spikes;
}

/** Hz in the second half of a second; 0 if the neuron has stopped. */
export function lateRate(I: number): number {
  const late = spikesAt(I).filter((t) => t > 500);
  return late.length < 2 ? 0 : (1000 * (late.length - 1)) / (late[late.length - 1] - late[0]);
}

/** Hz of the first interval; 0 if there is none. */
export function firstRate(I: number): number {
  const [first, second] = spikesAt(I);
  return second === undefined ? 0 : 1000 / (second - first);
}

/** Spikes of the neuron that fires at I; long enough to see an oscillation grow back. */
const interrupted = (I: number, stimulus: Stimulus): Float64Array =>
  simulate(hodgkinHuxley.with({ I }), { duration: 600, stimulus }).spikes;

/** Whether a stimulus stops the firing at I for good, by the time `until`, ms. */
export const isSilenced = (I: number, stimulus: Stimulus, until: number): boolean =>
  interrupted(I, stimulus).every((t) => t < until);

/** A pulse of 6 µA/cm² for 1 ms, after the first spike that comes after `from`, ms, that stops the firing at I. */
export function quenching(I: number, from: number): Stimulus {
  const spike = present(
    interrupted(I, constant(0)).find((t) => t > from),
    `a spike after ${from} ms`,
  );
  const waits = [8.5, 8.25, 8.75, 8, 9]; // ms after a spike; the first does for all I from 7 to 9
  return present(
    waits
      .map((wait) => pulses(6, { width: 1, at: [spike + wait] }))
      .find((stimulus) => isSilenced(I, stimulus, from + 100)),
    "a pulse that stops the firing",
  );
}

/** A stimulus of constant pieces. */
export const isPulses = (given: unknown): given is Stimulus =>
  isRecordWith<Stimulus>("at", "breaks", "data")(given) && given.piecewiseConstant;

/** How long a stimulus of pulses is on, ms, from when, and its largest magnitude. */
export function onTimes(stimulus: Stimulus): {
  readonly total: number;
  readonly first: number;
  readonly largest: number;
} {
  const edges = [0, ...stimulus.breaks(600), 600];
  const pieces = edges
    .slice(1)
    .map((to, i) => ({ from: edges[i], to, value: Math.abs(stimulus.at((edges[i] + to) / 2)) }))
    .filter(({ value }) => value > 0);
  return {
    total: pieces.reduce((sum, { from, to }) => sum + to - from, 0),
    first: Math.min(600, ...pieces.map(({ from }) => from)),
    largest: Math.max(0, ...pieces.map(({ value }) => value)),
  };
}
