import { knownOptions } from "../checks/require.js";
import { requireLengths, requireTrain, type SpikeTrain } from "./spike-train.js";

/** What `coincidenceFactor` takes, both in ms. */
export interface CoincidenceFactorOptions {
  /** How far apart two spikes may be to count as one and the same; 2 to 4 ms are usual. */
  readonly precision: number;
  /** Length of both trains. */
  readonly duration: number;
}

/**
 * How well a model's spikes hit recorded ones: 1 if each of either train has its partner, 0 if there are as many
 * coincidences as a Poisson process of the model's rate would have by chance, negative below that. Γ = (N − ⟨N⟩)/((n +
 * m)/2) · 1/(1 − 2νΔ), with N coincidences within ±Δ, n recorded and m modelled spikes, ν = m/duration and ⟨N⟩ = 2νΔn:
 * Kistler, Gerstner & van Hemmen (1997) Neural Comput. 9:1015, eq. 5.1; Jolivet et al. (2008) J. Neurosci. Methods
 * 169:417. Each spike is used once. NaN if both trains are silent.
 * @param modelled its rate is what chance is reckoned by
 * @throws RangeError for a train or a length that makes no sense, or where chance alone would hit every spike (2νΔ ≥ 1)
 */
export function coincidenceFactor(
  recorded: SpikeTrain,
  modelled: SpikeTrain,
  options: CoincidenceFactorOptions,
): number {
  const where = "coincidenceFactor";
  const { precision, duration } = knownOptions(where, options, ["precision", "duration"]);
  requireLengths(where, { precision, duration });
  requireTrain(`${where}, recorded train`, recorded, duration);
  requireTrain(`${where}, modelled train`, modelled, duration);
  const [n, m] = [recorded.length, modelled.length];
  const byChance = (2 * precision * m) / duration;
  if (!(byChance < 1))
    throw new RangeError(
      `${where}: ${m} spikes in ${duration} ms, each ±${precision} ms wide, cover all of it: take a smaller precision`,
    );
  const hits = coincidences(recorded, modelled, precision);
  return (hits - byChance * n) / (((n + m) / 2) * (1 - byChance));
}

/** The largest number of pairs, each spike in one pair at most, that are at most `precision` apart. */
function coincidences(a: SpikeTrain, b: SpikeTrain, precision: number): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (Math.abs(a[i] - b[j]) <= precision) {
      count++;
      i++;
      j++;
    } else if (a[i] < b[j]) i++;
    else j++;
  }
  return count;
}
