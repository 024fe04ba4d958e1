/**
 * Spike times in ms, ascending, from 0 on: a `Float64Array` from `simulate` or `poissonTrain`, or an array of numbers.
 */
export type Train = ArrayLike<number>;

/**
 * Refuses what is not a train, once, where a statistic begins.
 * @param duration the train's length in ms, beyond which no spike may lie
 * @throws TypeError or RangeError naming the statistic, the spike and the likely mistake
 */
export function assertTrain(spikes: Train, where: string, duration = Infinity): void {
  if (typeof spikes?.length !== "number")
    throw new TypeError(
      `${where}: expected spike times in ms, got ${String(spikes)}; a simulation has them as .spikes`,
    );
  let previous = 0;
  for (let i = 0; i < spikes.length; i++) {
    const t = spikes[i];
    if (typeof t !== "number")
      throw new TypeError(
        `${where}: spike ${i} must be a time in ms, got ${typeof t === "object" ? "a list; this takes one train" : String(t)}`,
      );
    if (!Number.isFinite(t) || t < 0)
      throw new RangeError(`${where}: spike ${i} must be a time of 0 ms or later, got ${t}`);
    if (t < previous)
      throw new RangeError(
        `${where}: spike times must ascend, but spike ${i} is at ${t} ms after one at ${previous} ms; are these intervals rather than times?`,
      );
    previous = t;
  }
  if (previous > duration)
    throw new RangeError(
      `${where}: a spike at ${previous} ms lies beyond the duration of ${duration} ms; times and durations are in ms`,
    );
}

/** One train or several, as a list of trains, all checked. */
export function asTrains(spikes: Train | readonly Train[], where: string, duration = Infinity): readonly Train[] {
  const trains =
    Array.isArray(spikes) && spikes.length > 0 && typeof spikes[0] !== "number"
      ? (spikes as readonly Train[])
      : [spikes as Train];
  for (const train of trains) assertTrain(train, where, duration);
  return trains;
}

/** @throws RangeError unless each named length is a positive, finite number of ms */
export function assertLengths(lengths: Readonly<Record<string, number>>, where: string): void {
  for (const [name, value] of Object.entries(lengths)) {
    if (typeof value !== "number" || !(value > 0) || !Number.isFinite(value))
      throw new RangeError(`${where}: ${name} must be a positive number of ms, got ${String(value)}`);
  }
}

/** How many whole bins of a width fit in a length, forgiving rounding (1 / 0.1 is 10). */
export function wholeBins(length: number, width: number): number {
  return Math.floor((length / width) * (1 + 1e-12));
}
