import { random } from "../numerics/random.js";

/** Who is joined to whom: the targets of cell i are targets[first[i]] … targets[first[i + 1] − 1]. */
export interface SparseWiring {
  readonly first: Int32Array;
  readonly targets: Int32Array;
}

/** A group of cells that follow each other in number, and how many of them each cell listens to. */
export interface Sources {
  readonly count: number;
  readonly inputs: number;
}

/** Every cell of all groups listens to so many cells of each group, drawn at random, none twice. */
export function sparseWiring(groups: readonly Sources[], seed: number): SparseWiring {
  const cells = groups.reduce((sum, { count }) => sum + count, 0);
  const first = new Int32Array(cells + 1);
  drawn(groups, cells, seed, (from) => first[from + 1]++);
  for (let i = 0; i < cells; i++) first[i + 1] += first[i];
  const next = first.slice();
  const targets = new Int32Array(first[cells]);
  drawn(groups, cells, seed, (from, to) => (targets[next[from]++] = to));
  return { first, targets };
}

/** Tells of each synapse; the same ones for the same seed, so that they need not be kept to be sorted. */
function drawn(
  groups: readonly Sources[],
  cells: number,
  seed: number,
  tell: (from: number, to: number) => void,
): void {
  const { uniform } = random(seed);
  let offset = 0;
  const pools = groups.map(({ count }) => {
    const pool = Int32Array.from({ length: count }, (_, k) => offset + k);
    offset += count;
    return pool;
  });
  for (let to = 0; to < cells; to++) {
    groups.forEach(({ count, inputs }, group) => {
      const pool = pools[group];
      for (let k = 0; k < inputs; k++) {
        const chosen = k + Math.floor(uniform() * (count - k));
        const from = pool[chosen];
        pool[chosen] = pool[k];
        pool[k] = from;
        tell(from, to);
      }
    });
  }
}
