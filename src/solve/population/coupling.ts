import { knownOptions } from "../../checks/require.js";
import { releaseOf, type ShortTermPlasticity } from "./short-term-plasticity.js";
import { checkedRule, learning, type SpikeTimingPlasticity } from "./spike-timing-plasticity.js";

/** Synapses of a population: what a spike of one cell adds to others, at the end of a step. */
export interface Coupling {
  /**
   * The state to which a spike adds its weight at once, or the input, to which it adds it for one step of dt, as in
   * Izhikevich's network of 2003.
   */
  readonly onto: string;
  readonly weights: DenseWeights | SparseWeights;
  /** From a spike to what it does, ms, default 0: at the end of the step in which it arrives. */
  readonly delay?: number;
  /**
   * The synapses of a cell tire with its spikes: what is added is the weight times the part of the transmitter that is
   * released, u R of `tsodyksMarkram`.
   */
  readonly shortTerm?: ShortTermPlasticity;
  /**
   * Weights change with the times of spikes, pair by pair: see `spikeTimingChange`. They must lie between 0 and its
   * `max`, and stay there. Only synapses that are there learn: dense weights of zero stay zero.
   */
  readonly spikeTiming?: SpikeTimingPlasticity;
}

/** weights[from * count + to]; zero for no synapse. */
export type DenseWeights = ArrayLike<number>;

/** One entry for each synapse. */
export interface SparseWeights {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

/** Spikes in the order in which they take effect. */
export interface Spikes {
  readonly time: number[];
  readonly cell: number[];
}

/** The synapses of a coupling in a run. */
export interface Synapses {
  /** The first so many spikes, one after the other: target[to] ← target[to] + weight; synapses that learn do. */
  deliver(spikes: Spikes, count: number, target: Float64Array): void;
  /** The weights as they are now, in the order in which they were given. */
  weights(): Float64Array;
}

/** @throws RangeError or TypeError for a coupling that does not fit the population */
export function synapsesOf(coupling: Coupling, count: number): Synapses {
  const where = "coupling";
  const { weights, shortTerm, spikeTiming } = knownOptions(where, coupling, [
    "onto",
    "weights",
    "delay",
    "shortTerm",
    "spikeTiming",
  ]);
  const releases = shortTerm && Array.from({ length: count }, () => releaseOf(`${where}, shortTerm`, shortTerm));
  const part = (from: number, time: number): number => releases?.[from].spike(time) ?? 1;
  if (!("from" in weights) && !spikeTiming) return new DenseSynapses(weights, count, releases && part);
  const table = synapseTable("from" in weights ? weights : ofDense(weights, count), count);
  const learn = spikeTiming && learning(table, checkedRule(`${where}, spikeTiming`, spikeTiming), count);
  const { first, targets, w, place } = table;
  return {
    deliver({ time, cell }, spikes, target) {
      for (let k = 0; k < spikes; k++) {
        const from = cell[k];
        const released = part(from, time[k]);
        for (let s = first[from]; s < first[from + 1]; s++) target[targets[s]] += w[s] * released;
        learn?.(from, time[k]);
      }
    },
    weights() {
      if ("from" in weights) return Float64Array.from(place, (s) => w[s]);
      const dense = new Float64Array(count * count);
      for (let from = 0; from < count; from++)
        for (let s = first[from]; s < first[from + 1]; s++) dense[from * count + targets[s]] = w[s];
      return dense;
    },
  };
}

type Part = (from: number, time: number) => number;

/** A class, for V8 throws the machine code of functions made for each run away with the run. */
class DenseSynapses implements Synapses {
  private readonly w: Float64Array;

  constructor(
    weights: DenseWeights,
    private readonly count: number,
    private readonly part: Part | undefined,
  ) {
    requireSquare(weights, count);
    this.w = weights instanceof Float64Array ? weights : Float64Array.from(weights);
    checkFinite(this.w);
  }

  deliver({ time, cell }: Spikes, spikes: number, target: Float64Array): void {
    const { w, count, part } = this;
    let k = 0;
    if (part === undefined) {
      for (; k + 8 <= spikes; k += 8) addEight(target, w, count, cell, k);
      for (; k + 4 <= spikes; k += 4) addFour(target, w, count, cell, k);
    }
    for (; k < spikes; k++) addRow(target, w, count * cell[k], part === undefined ? 1 : part(cell[k], time[k]));
  }

  weights(): Float64Array {
    return this.w.slice();
  }
}

function addRow(target: Float64Array, w: Float64Array, row: number, released: number): void {
  for (let to = 0; to < target.length; to++) target[to] += w[row + to] * released;
}

function addFour(target: Float64Array, w: Float64Array, count: number, cell: readonly number[], k: number): void {
  const [a, b, c, d] = [count * cell[k], count * cell[k + 1], count * cell[k + 2], count * cell[k + 3]];
  for (let to = 0; to < target.length; to++) target[to] = target[to] + w[a + to] + w[b + to] + w[c + to] + w[d + to];
}

/** Eight rows at once, one after the other for each target: else most of the time goes into waiting for weights. */
function addEight(target: Float64Array, w: Float64Array, count: number, cell: readonly number[], k: number): void {
  const [a, b, c, d] = [count * cell[k], count * cell[k + 1], count * cell[k + 2], count * cell[k + 3]];
  const [e, f, g, h] = [count * cell[k + 4], count * cell[k + 5], count * cell[k + 6], count * cell[k + 7]];
  for (let to = 0; to < target.length; to++) {
    const four = target[to] + w[a + to] + w[b + to] + w[c + to] + w[d + to];
    target[to] = four + w[e + to] + w[f + to] + w[g + to] + w[h + to];
  }
}

function requireSquare(weights: DenseWeights, count: number): void {
  if (weights.length !== count * count)
    throw new RangeError(`coupling: ${count} cells need ${count} × ${count} weights, got ${weights.length}`);
}

function ofDense(weights: DenseWeights, count: number): SparseWeights {
  requireSquare(weights, count);
  const kept = Array.from(weights, (_, k) => k).filter((k) => weights[k] !== 0);
  return {
    from: kept.map((k) => Math.floor(k / count)),
    to: kept.map((k) => k % count),
    weight: kept.map((k) => weights[k]),
  };
}

/** The synapses sorted by the cell they come from: those of cell i are first[i] … first[i + 1] − 1. */
interface SynapseTable {
  readonly first: Int32Array;
  readonly targets: Int32Array;
  readonly w: Float64Array;
  /** Where each synapse as it was given stands. */
  readonly place: Int32Array;
}

function synapseTable({ from, to, weight }: SparseWeights, count: number): SynapseTable {
  const synapses = from.length;
  if (to.length !== synapses || weight.length !== synapses)
    throw new RangeError(
      `coupling: from, to and weight go together, got ${synapses}, ${to.length} and ${weight.length} entries`,
    );
  const first = new Int32Array(count + 1);
  for (let s = 0; s < synapses; s++) {
    for (const cell of [from[s], to[s]]) {
      if (!(Number.isInteger(cell) && cell >= 0 && cell < count))
        throw new RangeError(
          `coupling: synapse ${s} joins cell ${from[s]} to ${to[s]}; cells are numbered 0 to ${count - 1}`,
        );
    }
    first[from[s] + 1]++;
  }
  for (let i = 0; i < count; i++) first[i + 1] += first[i];
  const next = first.slice();
  const targets = new Int32Array(synapses);
  const w = new Float64Array(synapses);
  const place = Int32Array.from({ length: synapses }, (_, s) => next[from[s]]++);
  place.forEach((at, s) => {
    targets[at] = to[s];
    w[at] = weight[s];
  });
  checkFinite(w);
  return { first, targets, w, place };
}

function checkFinite(w: Float64Array): void {
  let sum = 0;
  for (let s = 0; s < w.length; s++) sum += 0 * w[s]; // NaN with any that is not finite
  if (sum === 0) return;
  for (let s = 0; s < w.length; s++)
    if (!Number.isFinite(w[s])) throw new RangeError(`coupling: weight ${s} is ${w[s]}`);
}
