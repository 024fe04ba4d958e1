import { knownOptions } from "../checks/require.js";
import { requireLengths, requireTrain, wholeBins, type SpikeTrain } from "./spike-train.js";

/**
 * Times in ms between successive spikes: one fewer than spikes, none for fewer than two.
 * @throws RangeError for two spikes at one time, or times that do not ascend
 */
export function interspikeIntervals(spikes: SpikeTrain): Float64Array {
  return intervalsOf("interspikeIntervals", spikes);
}

/**
 * Coefficient of variation of the intervals of a train: their standard deviation (from the sample, with n − 1) over
 * their mean.
 * 0 for a clock, 1 for a Poisson process; Dayan & Abbott (2001), section 1.4. Takes the spike times, not the intervals.
 * NaN for fewer than two intervals, which say nothing about variation.
 * @throws RangeError as `interspikeIntervals`
 */
export function coefficientOfVariation(spikes: SpikeTrain): number {
  const intervals = intervalsOf("coefficientOfVariation", spikes);
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
 * @throws RangeError as `interspikeIntervals`
 */
export function localVariation(spikes: SpikeTrain): number {
  const intervals = intervalsOf("localVariation", spikes);
  const n = intervals.length;
  if (n < 2) return NaN;
  let sum = 0;
  for (let k = 0; k + 1 < n; k++) sum += ((intervals[k] - intervals[k + 1]) / (intervals[k] + intervals[k + 1])) ** 2;
  return (3 * sum) / (n - 1);
}

/** Counts in bins of one width: bin k holds `edges[k]` ≤ x < `edges[k + 1]`, in ms. */
export interface IntervalHistogram {
  /** Where each bin begins and, one more, where the last ends, ms. */
  readonly edges: Float64Array;
  /** Intervals in each bin. */
  readonly counts: Float64Array;
  /** 1/ms: counts over the number of intervals and the width of a bin, comparable to a density such as r e^(−r t). */
  readonly density: Float64Array;
  /** Intervals of the last edge or longer, which are in no bin. */
  readonly beyond: number;
}

/** The bins of `intervalHistogram`, in ms. */
export interface IntervalHistogramOptions {
  /** Width of a bin. */
  readonly bin: number;
  /** Where the last bin ends; by default just beyond the longest interval. */
  readonly longest?: number;
}

/**
 * Histogram of the intervals of a train.
 * @throws RangeError for bins that make no sense, and as `interspikeIntervals`
 */
export function intervalHistogram(spikes: SpikeTrain, options: IntervalHistogramOptions): IntervalHistogram {
  const { bin, longest } = knownOptions("intervalHistogram", options, ["bin", "longest"]);
  requireLengths("intervalHistogram", longest === undefined ? { bin } : { bin, longest });
  const intervals = intervalsOf("intervalHistogram", spikes);
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

function intervalsOf(where: string, spikes: SpikeTrain): Float64Array {
  requireTrain(where, spikes);
  const intervals = new Float64Array(Math.max(spikes.length - 1, 0));
  for (let k = 0; k < intervals.length; k++) {
    intervals[k] = spikes[k + 1] - spikes[k];
    if (intervals[k] === 0)
      throw new RangeError(
        `${where}: two spikes at ${spikes[k]} ms; a neuron spikes once at a time, ` +
          "so are these trains of several neurons, or intervals rather than times?",
      );
  }
  return intervals;
}
