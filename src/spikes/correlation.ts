import { exp } from "../numerics/elementary.js";
import { assertLengths, assertTrain, wholeBins, type Train } from "./train.js";

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

/**
 * Autocorrelogram of a train, without the peak of each spike with itself. Symmetric in the lag.
 * @param bin width in ms; the middle bin is centred on 0
 * @param maxLag ms
 */
export function autocorrelogram(
  spikes: Train,
  { duration, bin, maxLag }: { readonly duration: number; readonly bin: number; readonly maxLag: number },
): Autocorrelogram {
  assertLengths({ duration, bin, maxLag }, "autocorrelogram");
  if (!(maxLag < duration))
    throw new RangeError(`autocorrelogram: maxLag must be below the duration of ${duration} ms, got ${maxLag} ms`);
  assertTrain(spikes, "autocorrelogram", duration);
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

/**
 * Distance between two trains: the root of (1/τ) ∫ (f − g)² dt, f and g being the trains with each spike replaced by
 * e^(−t/τ). van Rossum (2001) Neural Comput. 13:751. Evaluated exactly. 0 for equal trains; a single spike is √½ from
 * silence; for τ → 0 it counts spikes that do not coincide, D² → n/2, and for τ → ∞ it compares counts, D² → (n₁ −
 * n₂)²/2.
 * @param tau ms
 */
export function vanRossumDistance(a: Train, b: Train, { tau }: { readonly tau: number }): number {
  assertLengths({ tau }, "vanRossumDistance");
  assertTrain(a, "vanRossumDistance, first train");
  assertTrain(b, "vanRossumDistance, second train");
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
