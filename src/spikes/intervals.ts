import { assertLengths, assertTrain, wholeBins, type Train } from "./train.js";

/** Times in ms between successive spikes: one fewer than spikes, none for fewer than two. */
export function interspikeIntervals(spikes: Train): Float64Array {
  return intervalsOf(spikes, "interspikeIntervals");
}

/**
 * Coefficient of variation of the intervals of a train: their standard deviation (from the sample, with n − 1) over
 * their mean.
 * 0 for a clock, 1 for a Poisson process; Dayan & Abbott (2001), section 1.4. Takes the spike times, not the intervals.
 * NaN for fewer than two intervals, which say nothing about variation.
 */
export function coefficientOfVariation(spikes: Train): number {
  const intervals = intervalsOf(spikes, "coefficientOfVariation");
  const n = intervals.length;
  if (n < 2) return NaN;
  const mean = intervals.reduce((sum, x) => sum + x, 0) / n;
  const squares = intervals.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1)) / mean;
}

/**
 * Local variation, 3/(n − 1) Σ ((I_k − I_{k+1})/(I_k + I_{k+1}))² over the n intervals I of a train:
 * 0 for a clock, 1 for a Poisson process, and unlike the CV hardly moved by a slow change of rate. Shinomoto, Shima &
 * Tanji (2003) Neural Comput. 15:2823, eq. 2.2.
 * NaN for fewer than two intervals.
 */
export function localVariation(spikes: Train): number {
  const intervals = intervalsOf(spikes, "localVariation");
  const n = intervals.length;
  if (n < 2) return NaN;
  let sum = 0;
  for (let k = 0; k + 1 < n; k++) sum += ((intervals[k] - intervals[k + 1]) / (intervals[k] + intervals[k + 1])) ** 2;
  return (3 * sum) / (n - 1);
}

/** Counts in bins of one width: bin k holds `edges[k]` ≤ x < `edges[k + 1]`, in ms. */
export interface IntervalHistogram {
  readonly edges: Float64Array;
  readonly counts: Float64Array;
  /**
   * Counts over the number of intervals and the bin width, in 1/ms: comparable to a probability density such as r e^(−r
   * t).
   */
  readonly density: Float64Array;
  /** Intervals of the last edge or longer, which are in no bin. */
  readonly beyond: number;
}

/**
 * Histogram of the intervals of a train.
 * @param bin width in ms
 * @param longest where the last bin ends, in ms; by default just beyond the longest interval
 */
export function intervalHistogram(
  spikes: Train,
  { bin, longest }: { readonly bin: number; readonly longest?: number },
): IntervalHistogram {
  assertLengths(longest === undefined ? { bin } : { bin, longest }, "intervalHistogram");
  const intervals = intervalsOf(spikes, "intervalHistogram");
  const bins =
    longest === undefined
      ? Math.floor(intervals.reduce((a, b) => Math.max(a, b), 0) / bin) + 1
      : wholeBins(longest, bin);
  if (bins < 1)
    throw new RangeError(`intervalHistogram: longest must be at least one bin of ${bin} ms, got ${longest} ms`);
  const edges = Float64Array.from({ length: bins + 1 }, (_, k) => k * bin);
  const counts = new Float64Array(bins);
  let beyond = 0;
  for (const interval of intervals) {
    const k = Math.floor(interval / bin);
    if (k < bins) counts[k]++;
    else beyond++;
  }
  return {
    edges,
    counts,
    density: counts.map((count) => (intervals.length === 0 ? 0 : count / (intervals.length * bin))),
    beyond,
  };
}

function intervalsOf(spikes: Train, where: string): Float64Array {
  assertTrain(spikes, where);
  const intervals = new Float64Array(Math.max(spikes.length - 1, 0));
  for (let k = 0; k < intervals.length; k++) {
    intervals[k] = spikes[k + 1] - spikes[k];
    if (intervals[k] === 0)
      throw new RangeError(
        `${where}: two spikes at ${spikes[k]} ms; a neuron spikes once at a time, so are these trains of several neurons, or intervals rather than times?`,
      );
  }
  return intervals;
}
