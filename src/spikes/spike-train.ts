import { requirePositive } from "../checks/require.js";
import { told } from "../checks/told.js";

/**
 * Spike times in ms, ascending, from 0 on: a `Float64Array` from `simulate` or `poissonTrain`, or an array of numbers.
 */
export type SpikeTrain = ArrayLike<number>;

/**
 * Refuses what is not a train, once, where a statistic begins.
 * @param duration the train's length in ms, beyond which no spike may lie
 * @throws TypeError or RangeError naming the statistic, the spike and the likely mistake
 */
export function requireTrain(where: string, spikes: SpikeTrain, duration = Infinity): void {
  if (typeof spikes !== "object" || typeof spikes?.length !== "number")
    throw new TypeError(`${where}: expected spike times in ms, got ${told(spikes)}; a simulation has them as .spikes`);
  let previous = 0;
  for (let i = 0; i < spikes.length; i++) {
    const t = spikes[i];
    if (typeof t !== "number")
      throw new TypeError(
        `${where}: spike ${i} must be a time in ms, ` +
          `got ${typeof t === "object" ? "a list; this takes one train" : String(t)}`,
      );
    if (!Number.isFinite(t) || t < 0)
      throw new RangeError(`${where}: spike ${i} must be a time of 0 ms or later, got ${t}`);
    if (t < previous)
      throw new RangeError(
        `${where}: spike times must ascend, but spike ${i} is at ${t} ms after one at ${previous} ms; ` +
          "are these intervals rather than times?",
      );
    previous = t;
  }
  if (previous > duration)
    throw new RangeError(
      `${where}: a spike at ${previous} ms lies beyond the duration of ${duration} ms; times and durations are in ms`,
    );
}

/** One train or several, as a list of trains, all checked. @throws TypeError or RangeError as `requireTrain` */
export function requireTrains(
  where: string,
  spikes: SpikeTrain | readonly SpikeTrain[],
  duration = Infinity,
): readonly SpikeTrain[] {
  const trains =
    Array.isArray(spikes) && spikes.length > 0 && typeof spikes[0] !== "number"
      ? (spikes as readonly SpikeTrain[])
      : [spikes as SpikeTrain];
  for (const train of trains) requireTrain(where, train, duration);
  return trains;
}

/** @throws RangeError unless each named length is a positive, finite number of ms */
export function requireLengths(where: string, lengths: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(lengths)) requirePositive(where, name, value, "ms");
}

/** How many whole bins of a width fit in a length, forgiving rounding (1 / 0.1 is 10). */
export function wholeBins(length: number, width: number): number {
  return Math.floor((length / width) * (1 + 1e-12));
}
