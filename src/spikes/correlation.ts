import { exp } from "../numerics/elementary.js";
import { knownOptions } from "../checks/require.js";
import { requireLengths, requireTrain, wholeBins, type SpikeTrain } from "./spike-train.js";

/** How often spikes of a train follow one another at each lag. */
export interface Autocorrelogram {
  /** Middles of the bins in ms, from −maxLag to maxLag. */
  readonly lag: Float64Array;
  /** Ordered pairs of different spikes whose lag falls in each bin. */
  readonly counts: Float64Array;
  /**
   * Hz: how often there is a spike at this lag from another, corrected for the pairs that a train of this duration
   * cannot hold. Flat at the firing rate for a Poisson process.
   */
  readonly rate: Float64Array;
}

/** What `autocorrelogram` takes, all in ms. */
export interface AutocorrelogramOptions {
  /** Length of the train. */
  readonly duration: number;
  /** Width of a bin; the middle bin is centred on 0. */
  readonly bin: number;
  /** The largest lag; below the duration. */
  readonly maxLag: number;
}

/**
 * Autocorrelogram of a train, without the peak of each spike with itself. Symmetric in the lag.
 * @throws RangeError for a train or a length that makes no sense
 */
export function autocorrelogram(spikes: SpikeTrain, options: AutocorrelogramOptions): Autocorrelogram {
  const { duration, bin, maxLag } = knownOptions("autocorrelogram", options, ["duration", "bin", "maxLag"]);
  requireLengths("autocorrelogram", { duration, bin, maxLag });
  if (!(maxLag < duration))
    throw new RangeError(`autocorrelogram: maxLag must be below the duration of ${duration} ms, got ${maxLag} ms`);
  requireTrain("autocorrelogram", spikes, duration);
  const side = wholeBins(maxLag, bin);
  const n = spikes.length;
  const counts = new Float64Array(2 * side + 1);
  for (let i = 0, first = 0; i < n; i++) {
    while (spikes[i] - spikes[first] > (side + 0.5) * bin) first++;
    for (let j = first; j < i; j++) {
      const k = Math.round((spikes[i] - spikes[j]) / bin);
      if (k > side) continue;
      counts[side + k]++;
      counts[side - k]++;
    }
  }
  const lag = Float64Array.from(counts, (_, k) => (k - side) * bin);
  // A pair with lag τ needs its first spike in a stretch of duration − |τ|: n (duration − |τ|)/duration spikes are
  // asked.
  const rate = counts.map((pairs, k) =>
    n === 0 ? 0 : (1000 * pairs * duration) / (n * (duration - Math.abs(lag[k])) * bin),
  );
  return { lag, counts, rate };
}

/** What `vanRossumDistance` takes. */
export interface VanRossumDistanceOptions {
  /** ms: how far apart two spikes may be to count as nearly the same. */
  readonly tau: number;
}

/**
 * Distance between two trains: the root of (1/τ) ∫ (f − g)² dt, f and g being the trains with each spike replaced by
 * e^(−t/τ). van Rossum (2001) Neural Comput. 13:751. Evaluated exactly. 0 for equal trains; a single spike is √½ from
 * silence; for τ → 0 it counts spikes that do not coincide, D² → n/2, and for τ → ∞ it compares counts, D² → (n₁ −
 * n₂)²/2.
 * @throws RangeError for a train or a τ that makes no sense
 */
export function vanRossumDistance(a: SpikeTrain, b: SpikeTrain, options: VanRossumDistanceOptions): number {
  const { tau } = knownOptions("vanRossumDistance", options, ["tau"]);
  requireLengths("vanRossumDistance", { tau });
  requireTrain("vanRossumDistance, first train", a);
  requireTrain("vanRossumDistance, second train", b);
  // D² = ½ Σ_ij w_i w_j e^(−|t_i − t_j|/τ) over the spikes of both, with weight 1 in a and −1 in b, taken in order of
  // time.
  let squared = 0;
  let trace = 0; // f − g just before the spike at hand
  let before = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const fromA = j >= b.length || (i < a.length && a[i] <= b[j]);
    const t = fromA ? a[i++] : b[j++];
    const weight = fromA ? 1 : -1;
    trace *= exp((before - t) / tau);
    squared += 0.5 + weight * trace;
    trace += weight;
    before = t;
  }
  return Math.sqrt(Math.max(squared, 0));
}
