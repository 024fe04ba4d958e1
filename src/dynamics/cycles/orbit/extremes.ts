import { bracketedRoot } from "../../../numerics/root.js";
import { degree, lagrange, type Orbit } from "./orbit-polynomial.js";

const slopesAtNodes: readonly Float64Array[] = Array.from({ length: degree + 1 }, (_, q) => lagrange(q / degree).slope);

/**
 * Smallest and largest value of each state over the orbit, and where the first state is largest: found on the
 * polynomial beside each node that is higher, or lower, than its neighbours.
 */
export function extremes(
  { mesh, nodes }: Pick<Orbit, "mesh" | "nodes">,
  n: number,
): { readonly minimum: Float64Array; readonly maximum: Float64Array; readonly atMaximum: number } {
  const minimum = nodes.slice(0, n),
    maximum = nodes.slice(0, n);
  const count = (mesh.length - 1) * degree; // of nodes, the last of which is the first again
  let atMaximum = 0;
  const take = (i: number, { j, s, value }: Place): void => {
    if (value < minimum[i]) minimum[i] = value;
    if (value <= maximum[i]) return;
    maximum[i] = value;
    if (i === 0) atMaximum = mesh[j] + s * (mesh[j + 1] - mesh[j]);
  };
  for (let i = 0; i < n; i++)
    for (let k = 0; k < count; k++) {
      if (!turnsAt(nodes, n, i, k, count)) continue;
      take(i, { j: Math.floor(k / degree), s: (k % degree) / degree, value: nodes[k * n + i] });
      for (const start of [k === 0 ? count - 1 : k - 1, k]) {
        const place = stationary(nodes, n, i, start);
        if (place) take(i, place);
      }
    }
  return { minimum, maximum, atMaximum };
}

/** Smallest and largest value of each state at the nodes alone: enough to see about where an orbit lies. */
export function extent(nodes: Float64Array, n: number): { readonly low: Float64Array; readonly high: Float64Array } {
  const low = nodes.slice(0, n),
    high = nodes.slice(0, n);
  for (let k = 0; k < nodes.length; k += n)
    for (let i = 0; i < n; i++) {
      if (nodes[k + i] < low[i]) low[i] = nodes[k + i];
      if (nodes[k + i] > high[i]) high[i] = nodes[k + i];
    }
  return { low, high };
}

/** Whether a state is no longer rising, or falling, after the k-th node; nowhere where it is constant. */
function turnsAt(nodes: Float64Array, n: number, i: number, k: number, count: number): boolean {
  const before = nodes[(k === 0 ? count - 1 : k - 1) * n + i],
    after = nodes[(k + 1) * n + i];
  const product = (nodes[k * n + i] - before) * (after - nodes[k * n + i]);
  return product < 0 || (product === 0 && before !== after);
}

interface Place {
  /** Interval of the mesh, and share of it. */
  readonly j: number;
  readonly s: number;
  readonly value: number;
}

function valueAt(nodes: Float64Array, n: number, i: number, j: number, weights: Float64Array): number {
  let value = 0;
  for (let k = 0; k <= degree; k++) value += weights[k] * nodes[(j * degree + k) * n + i];
  return value;
}

/** Where the polynomial is stationary between the k-th node and the next, if it is. */
function stationary(nodes: Float64Array, n: number, i: number, k: number): Place | undefined {
  const j = Math.floor(k / degree),
    q = k % degree;
  const from = valueAt(nodes, n, i, j, slopesAtNodes[q]),
    to = valueAt(nodes, n, i, j, slopesAtNodes[q + 1]);
  if (from * to > 0) return undefined;
  const slopeAt = (share: number): number => valueAt(nodes, n, i, j, lagrange(share).slope);
  const s = from === 0 ? q / degree : bracketedRoot(slopeAt, q / degree, (q + 1) / degree, from, to, 1e-10);
  return { j, s, value: valueAt(nodes, n, i, j, lagrange(s).value) };
}
