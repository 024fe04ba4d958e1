import { knownOptions } from "../checks/require.js";
import { requireLengths, requireTrain, requireTrains, wholeBins, type SpikeTrain } from "./spike-train.js";

/** The time over which `firingRate` counts, in ms: all of a train, or the part `from` ≤ t < `to` of it. */
export type FiringRateOptions = { readonly duration: number } | { readonly from?: number; readonly to: number };

/**
 * Spikes over time, in Hz, the count rate n/T: `firingRate(spikes, { duration: 1000 })` of a whole train,
 * `firingRate(spikes, { from: 200, to: 700 })` of a part of it.
 * @throws RangeError for a train with a spike beyond its duration, or a part that is none
 */
export function firingRate(spikes: SpikeTrain, options: FiringRateOptions): number {
  const given = knownOptions("firingRate", options, ["duration", "from", "to"]);
  if ("duration" in given) {
    const { duration } = knownOptions("firingRate of a whole train", given, ["duration"]);
    requireLengths("firingRate", { duration });
    requireTrain("firingRate", spikes, duration);
    return (1000 * spikes.length) / duration;
  }
  const { from = 0, to } = given;
  if (!(from >= 0 && to > from && to < Infinity))
    throw new RangeError(`firingRate: needs a duration, or a part from ≤ t < to, in ms; got from ${from} to ${to}`);
  requireTrain("firingRate", spikes);
  const inside = Array.from(spikes).filter((t) => t >= from && t < to);
  return (1000 * inside.length) / (to - from);
}

/** How time is cut for counting, in ms. */
export interface SpikeCountOptions {
  /** Length of the train, or of each of several. */
  readonly duration: number;
  /** Length of the windows into which it is cut; by default one window, the whole. */
  readonly window?: number;
}

/**
 * Spikes in each window of one train, or of several trains one after the other. A rest at the end, shorter than a
 * window, is left out.
 * @throws RangeError for a window longer than the duration, or a spike beyond it
 */
export function spikeCounts(spikes: SpikeTrain | readonly SpikeTrain[], options: SpikeCountOptions): Float64Array {
  return countsIn("spikeCounts", spikes, options);
}

/**
 * Fano factor of the counts: their variance (from the sample, with n − 1) over their mean. 1 for a Poisson process, 0
 * for a clock.
 * Counts are taken over the windows of one train, or over trials: `fanoFactor(trains, { duration })`. NaN when no
 * window has a spike.
 * @throws RangeError for fewer than two windows
 */
export function fanoFactor(spikes: SpikeTrain | readonly SpikeTrain[], options: SpikeCountOptions): number {
  const counts = countsIn("fanoFactor", spikes, options);
  const n = counts.length;
  if (n < 2)
    throw new RangeError(
      `fanoFactor: needs two windows or more, got ${n}; give a window shorter than the duration, or several trains`,
    );
  const mean = counts.reduce((sum, x) => sum + x, 0) / n;
  return counts.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1) / mean;
}

/** How often a window held 0, 1, 2 … spikes. */
export interface SpikeCountHistogram {
  /** 0, 1 … up to the largest count. */
  readonly count: Float64Array;
  /** How many windows held that many. */
  readonly windows: Float64Array;
  /** `windows` over their total: comparable to P(n) = (r T)^n e^(−r T)/n!. */
  readonly probability: Float64Array;
}

/**
 * Histogram of the spike counts of one train's windows, or of trials.
 * @throws RangeError for a window longer than the duration, or a spike beyond it
 */
export function spikeCountHistogram(
  spikes: SpikeTrain | readonly SpikeTrain[],
  options: SpikeCountOptions,
): SpikeCountHistogram {
  const counts = countsIn("spikeCountHistogram", spikes, options);
  const largest = counts.reduce((a, b) => Math.max(a, b), 0);
  const frequency = new Float64Array(largest + 1);
  for (const n of counts) frequency[n]++;
  return {
    count: Float64Array.from(frequency, (_, n) => n),
    windows: frequency,
    probability: frequency.map((f) => f / counts.length),
  };
}

/** Counts and rate in bins of one width: bin k is `edges[k]` ≤ t < `edges[k + 1]`, in ms. */
export interface Psth {
  /** Where each bin begins and, one more, where the last ends, ms. */
  readonly edges: Float64Array;
  /** Spikes of all trials together. */
  readonly counts: Float64Array;
  /** Hz: counts over the number of trials and the bin width. */
  readonly rate: Float64Array;
}

/** How `psth` cuts time, in ms. */
export interface PsthOptions {
  /** Length of each trial. */
  readonly duration: number;
  /** Width of a bin. */
  readonly bin: number;
}

/**
 * Peristimulus time histogram of trials, all of one duration. A rest at the end, shorter than a bin, is left out.
 * @throws RangeError for no trial, a bin longer than the duration, or a spike beyond it
 */
export function psth(trials: readonly SpikeTrain[], options: PsthOptions): Psth {
  const { duration, bin } = knownOptions("psth", options, ["duration", "bin"]);
  requireLengths("psth", { duration, bin });
  if (trials.length === 0) throw new RangeError("psth: needs at least one trial, a list of spike times");
  const trains = requireTrains("psth", trials, duration);
  const bins = binsIn("psth", duration, "bin", bin);
  const counts = new Float64Array(bins);
  for (const train of trains) countInto(counts, train, bin);
  return {
    edges: Float64Array.from({ length: bins + 1 }, (_, k) => k * bin),
    counts,
    rate: counts.map((n) => (1000 * n) / (trains.length * bin)),
  };
}

function countsIn(where: string, spikes: SpikeTrain | readonly SpikeTrain[], options: SpikeCountOptions): Float64Array {
  const { duration, window = duration } = knownOptions(where, options, ["duration", "window"]);
  requireLengths(where, { duration, window });
  const trains = requireTrains(where, spikes, duration);
  const each = binsIn(where, duration, "window", window);
  const counts = new Float64Array(each * trains.length);
  trains.forEach((train, i) => countInto(counts.subarray(i * each, (i + 1) * each), train, window));
  return counts;
}

function binsIn(where: string, duration: number, name: string, width: number): number {
  const bins = wholeBins(duration, width);
  if (bins < 1)
    throw new RangeError(`${where}: a ${name} of ${width} ms is longer than the duration of ${duration} ms`);
  return bins;
}

/** counts[k] += spikes in [k·width, (k + 1)·width); a spike at the very end of the last bin belongs to it. */
function countInto(counts: Float64Array, train: SpikeTrain, width: number): void {
  const end = counts.length * width;
  for (let i = 0; i < train.length; i++) {
    const k = train[i] === end ? counts.length - 1 : Math.floor(train[i] / width);
    if (k < counts.length) counts[k]++;
  }
}
