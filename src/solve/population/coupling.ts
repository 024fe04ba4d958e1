/** Synapses of a population: what a spike of one cell adds to others, at the end of the step in which it falls. */
export interface Coupling {
  /**
   * The state to which a spike adds its weight at once, or the input, to which it adds it for one step of dt, as in
   * Izhikevich's network of 2003.
   */
  readonly onto: string;
  readonly weights: DenseWeights | SparseWeights;
}

/** weights[from * count + to]; zero for no synapse. */
export type DenseWeights = ArrayLike<number>;

/** One entry for each synapse. */
export interface SparseWeights {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

/** target[to] ← target[to] + the weights of the synapses of cell `from`. */
export type Deliver = (from: number, target: Float64Array) => void;

/** @throws RangeError for weights that do not fit the population */
export function delivery({ weights }: Coupling, count: number): Deliver {
  return "from" in weights ? sparseDelivery(weights, count) : denseDelivery(weights, count);
}

function denseDelivery(weights: DenseWeights, count: number): Deliver {
  if (weights.length !== count * count)
    throw new RangeError(`coupling: ${count} cells need ${count} × ${count} weights, got ${weights.length}`);
  const w = Float64Array.from(weights);
  checkFinite(w);
  return (from, target) => {
    const row = from * count;
    for (let to = 0; to < count; to++) target[to] += w[row + to];
  };
}

/** The synapses sorted by the cell they come from: those of cell i are first[i] … first[i + 1] − 1. */
function sparseDelivery({ from, to, weight }: SparseWeights, count: number): Deliver {
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
  for (let s = 0; s < synapses; s++) {
    const place = next[from[s]]++;
    targets[place] = to[s];
    w[place] = weight[s];
  }
  checkFinite(w);
  return (cell, target) => {
    for (let s = first[cell]; s < first[cell + 1]; s++) target[targets[s]] += w[s];
  };
}

function checkFinite(w: Float64Array): void {
  const bad = w.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`coupling: weight ${bad} is ${w[bad]}`);
}
