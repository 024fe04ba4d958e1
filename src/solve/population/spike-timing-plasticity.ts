import { knownOptions, requirePositive } from "../../checks/require.js";

/** How a synapse learns from the times of the spikes at its two ends. */
export interface SpikeTimingPlasticity {
  /** What a pair with the presynaptic spike first adds, as a part of `max`, in the limit of no distance. */
  readonly aPlus: number;
  /** What a pair with the postsynaptic spike first takes away, as a part of `max`, positive. */
  readonly aMinus: number;
  /** How fast the two fade with the distance of the spikes, ms. */
  readonly tauPlus: number;
  readonly tauMinus: number;
  /** The largest weight; the smallest is 0. */
  readonly max: number;
}

/**
 * How much one pair of spikes changes a weight, before bounds: A₊ e^(−Δt/τ₊) max for a postsynaptic spike Δt ms after
 * the presynaptic one, −A₋ e^(Δt/τ₋) max for Δt < 0, and 0 at Δt = 0. Song, Miller & Abbott (2000) Nat. Neurosci.
 * 3:919, whose values are A₊ = 0.005, A₋ = 1.05 A₊ and 20 ms for both.
 * @param delta time of the postsynaptic spike less that of the presynaptic one, ms
 * @throws RangeError for a rule that makes no sense
 */
export function spikeTimingChange(delta: number, rule: SpikeTimingPlasticity): number {
  const { aPlus, aMinus, tauPlus, tauMinus, max } = checkedRule("spikeTimingChange", rule);
  if (delta === 0) return 0;
  return delta > 0 ? aPlus * max * Math.exp(-delta / tauPlus) : -aMinus * max * Math.exp(delta / tauMinus);
}

/** @throws RangeError or TypeError for a rule that makes no sense */
export function checkedRule(where: string, rule: SpikeTimingPlasticity): SpikeTimingPlasticity {
  const given = knownOptions(where, rule, ["aPlus", "aMinus", "tauPlus", "tauMinus", "max"]);
  for (const name of ["aPlus", "aMinus"] as const)
    if (!(given[name] >= 0 && given[name] < Infinity))
      throw new RangeError(`${where}: ${name} must be a number ≥ 0, got ${String(given[name])}`);
  requirePositive(where, "tauPlus", given.tauPlus, "ms");
  requirePositive(where, "tauMinus", given.tauMinus, "ms");
  if (!(given.max > 0 && given.max < Infinity))
    throw new RangeError(`${where}: max must be a positive weight, got ${String(given.max)}`);
  return given;
}

/** Traces of the spikes of each cell, of which the sum over all pairs is made. */
export interface Traces {
  /** Σ e^(−(t − tₖ)/τ) over the spikes of this cell before t. */
  at(cell: number, time: number): number;
  /** A spike of this cell at t. */
  add(cell: number, time: number): void;
}

/** @param tau ms */
export function traces(count: number, tau: number): Traces {
  const value = new Float64Array(count);
  const last = new Float64Array(count).fill(-Infinity);
  const at = (cell: number, time: number): number => value[cell] * Math.exp((last[cell] - time) / tau);
  return {
    at: (cell, time) => (last[cell] === time ? value[cell] - 1 : value[cell] === 0 ? 0 : at(cell, time)),
    add(cell, time) {
      value[cell] = 1 + (value[cell] === 0 ? 0 : at(cell, time));
      last[cell] = time;
    },
  };
}

/** Synapses by the cell they come from: those of cell i are first[i] … first[i + 1] − 1. */
interface SortedSynapses {
  readonly first: Int32Array;
  readonly targets: Int32Array;
  readonly w: Float64Array;
}

/** What a spike does to the weights of the synapses that it leaves and of those that it reaches. */
export function learning(
  { first, targets, w }: SortedSynapses,
  { aPlus, aMinus, tauPlus, tauMinus, max }: SpikeTimingPlasticity,
  count: number,
): (cell: number, time: number) => void {
  const bad = w.findIndex((value) => !(value >= 0 && value <= max));
  if (bad >= 0)
    throw new RangeError(`coupling: weights that learn lie between 0 and max = ${max}, got ${w[bad]} among them`);
  const incoming: [from: number, synapse: number][][] = Array.from({ length: count }, () => []);
  for (let from = 0; from < count; from++)
    for (let s = first[from]; s < first[from + 1]; s++) incoming[targets[s]].push([from, s]);
  const [sent, received] = [traces(count, tauPlus), traces(count, tauMinus)];
  return (cell, time) => {
    for (let s = first[cell]; s < first[cell + 1]; s++)
      w[s] = Math.max(0, w[s] - aMinus * max * received.at(targets[s], time));
    for (const [from, s] of incoming[cell]) w[s] = Math.min(max, w[s] + aPlus * max * sent.at(from, time));
    sent.add(cell, time);
    received.add(cell, time);
  };
}
