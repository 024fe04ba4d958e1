import { asTrains, assertLengths, assertTrain, wholeBins, type Train } from "./train.js";

/**
 * Spikes over time, in Hz: the count rate n/T.
 * @param span the duration in ms, or the part [from, to) of it in which to count, both in ms
 */
export function firingRate(spikes: Train, span: number | readonly [from: number, to: number]): number {
  const [from, to] = typeof span === "number" ? [0, span] : span;
  if (!(from >= 0 && to > from && Number.isFinite(to)))
    throw new RangeError(`firingRate: needs a duration in ms or a span [from, to) in ms, got ${JSON.stringify(span)}`);
  assertTrain(spikes, "firingRate", typeof span === "number" ? span : Infinity);
  let n = 0;
  for (let i = 0; i < spikes.length; i++) if (spikes[i] >= from && (spikes[i] < to || typeof span === "number")) n++;
  return (1000 * n) / (to - from);
}

/**
 * A duration in ms, common to all trains, and the length in ms of the windows it is cut into; without it one window,
 * the whole.
 */
export interface Windows {
  readonly duration: number;
  readonly window?: number;
}

/**
 * Spikes in each window of one train, or of several trains one after the other. A rest at the end, shorter than a
 * window, is left out.
 */
export function spikeCounts(spikes: Train | readonly Train[], windows: Windows): Float64Array {
  return countsIn(spikes, windows, "spikeCounts");
}

/**
 * Fano factor of the counts: their variance (from the sample, with n − 1) over their mean. 1 for a Poisson process, 0
 * for a clock.
 * Counts are taken over the windows of one train, or over trials: `fanoFactor(trains, { duration })`. NaN when no
 * window has a spike.
 * @throws RangeError for fewer than two windows
 */
export function fanoFactor(spikes: Train | readonly Train[], windows: Windows): number {
  const counts = countsIn(spikes, windows, "fanoFactor");
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
  readonly windows: Float64Array;
  /** `windows` over their total: comparable to P(n) = (r T)^n e^(−r T)/n!. */
  readonly probability: Float64Array;
}

/** Histogram of the spike counts of one train's windows, or of trials. */
export function spikeCountHistogram(spikes: Train | readonly Train[], windows: Windows): SpikeCountHistogram {
  const counts = countsIn(spikes, windows, "spikeCountHistogram");
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
  readonly edges: Float64Array;
  /** Spikes of all trials together. */
  readonly counts: Float64Array;
  /** Hz: counts over the number of trials and the bin width. */
  readonly rate: Float64Array;
}

/**
 * Peristimulus time histogram of trials, all of one duration (ms). A rest at the end, shorter than a bin, is left out.
 */
export function psth(
  trials: readonly Train[],
  { duration, bin }: { readonly duration: number; readonly bin: number },
): Psth {
  assertLengths({ duration, bin }, "psth");
  if (trials.length === 0) throw new RangeError("psth: needs at least one trial, a list of spike times");
  const trains = asTrains(trials, "psth", duration);
  const bins = binsIn(duration, bin, "psth", "bin");
  const counts = new Float64Array(bins);
  for (const train of trains) countInto(counts, train, bin);
  return {
    edges: Float64Array.from({ length: bins + 1 }, (_, k) => k * bin),
    counts,
    rate: counts.map((n) => (1000 * n) / (trains.length * bin)),
  };
}

function countsIn(
  spikes: Train | readonly Train[],
  { duration, window = duration }: Windows,
  where: string,
): Float64Array {
  assertLengths({ duration, window }, where);
  const trains = asTrains(spikes, where, duration);
  const each = binsIn(duration, window, where, "window");
  const counts = new Float64Array(each * trains.length);
  trains.forEach((train, i) => countInto(counts.subarray(i * each, (i + 1) * each), train, window));
  return counts;
}

function binsIn(duration: number, width: number, where: string, name: string): number {
  const bins = wholeBins(duration, width);
  if (bins < 1)
    throw new RangeError(`${where}: a ${name} of ${width} ms is longer than the duration of ${duration} ms`);
  return bins;
}

/** counts[k] += spikes in [k·width, (k + 1)·width); a spike at the very end of the last bin belongs to it. */
function countInto(counts: Float64Array, train: Train, width: number): void {
  const end = counts.length * width;
  for (let i = 0; i < train.length; i++) {
    const k = train[i] === end ? counts.length - 1 : Math.floor(train[i] / width);
    if (k < counts.length) counts[k]++;
  }
}
