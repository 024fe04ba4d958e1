/** What a train of spikes says about how a model fires under a current that lasts. */
export interface SteadyRate {
  /** Hz; 0 where the model has stopped, NaN where the run is too short to tell: see `FiCurve`. */
  readonly rate: number;
  /** Spikes before the end of the transient. */
  readonly onset: number;
  /** Longest over shortest of the intervals behind `rate`, less 1; NaN below two intervals. */
  readonly spread: number;
}

/** The rate of a run of `duration` ms, from the intervals that end after the transient. */
export function steadyRate(spikes: Float64Array, transient: number, duration: number): SteadyRate {
  const intervals = spikes.map((t, i) => t - (i > 0 ? spikes[i - 1] : NaN));
  const late = intervals.filter((_, i) => i > 0 && spikes[i] >= transient);
  const onset = spikes.length - spikes.filter((t) => t >= transient).length;
  const longest = late.reduce((most, interval) => Math.max(most, interval), 0);
  const shortest = late.reduce((least, interval) => Math.min(least, interval), Infinity);
  const rate = ((): number => {
    if (spikes.length === onset) return 0;
    if (late.length === 0) return NaN;
    if (duration - spikes[spikes.length - 1] > 1.5 * longest) return 0;
    return (1000 * late.length) / late.reduce((sum, interval) => sum + interval, 0);
  })();
  return { rate, onset, spread: late.length < 2 ? NaN : longest / shortest - 1 };
}

/** The spike times of each cell. */
export function trainsOf(
  { time, cell }: { readonly time: Float64Array; readonly cell: Int32Array },
  count: number,
): Float64Array[] {
  const trains = Array.from({ length: count }, (): number[] => []);
  cell.forEach((which, s) => void trains[which].push(time[s]));
  return trains.map((train) => Float64Array.from(train));
}
