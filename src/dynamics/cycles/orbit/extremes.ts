import { bracketedRoot } from "../../../numerics/root.js";
import { degree, lagrange, type Orbit } from "./orbit-polynomial.js";

const looks = 4 * degree; // within each interval
const atLooks: readonly Float64Array[] = Array.from({ length: looks + 1 }, (_, q) => lagrange(q / looks).value);

/**
 * Smallest and largest value of each state over the orbit, and where the first state is largest: looked for at 16
 * places in each interval of the mesh, then found on the polynomial.
 */
export function extremes(
  { mesh, nodes }: Pick<Orbit, "mesh" | "nodes">,
  n: number,
): { readonly minimum: Float64Array; readonly maximum: Float64Array; readonly atMaximum: number } {
  const minimum = new Float64Array(n),
    maximum = new Float64Array(n);
  const N = mesh.length - 1;
  let atMaximum = 0;
  for (let i = 0; i < n; i++) {
    const { low, high, least, most } = looked(nodes, n, i, N);
    minimum[i] = Math.min(least, ...around(nodes, n, i, N, low).map(({ value }) => value));
    const peaks = around(nodes, n, i, N, high);
    maximum[i] = Math.max(most, ...peaks.map(({ value }) => value));
    if (i > 0) continue;
    const peak = peaks.find(({ value }) => value === maximum[0]) ?? {
      j: Math.floor(high / looks),
      s: (high % looks) / looks,
    };
    atMaximum = mesh[peak.j] + peak.s * (mesh[peak.j + 1] - mesh[peak.j]);
  }
  return { minimum, maximum, atMaximum };
}

/** The places of the smallest and the largest value of a state, and the values. */
function looked(
  nodes: Float64Array,
  n: number,
  i: number,
  N: number,
): { readonly low: number; readonly high: number; readonly least: number; readonly most: number } {
  let low = 0,
    high = 0,
    least = Infinity,
    most = -Infinity;
  for (let place = 0, j = 0; j < N; j++) {
    for (let q = 0; q < looks; q++, place++) {
      const value = valueAt(nodes, n, i, j, atLooks[q]);
      if (value < least) {
        least = value;
        low = place;
      }
      if (value > most) {
        most = value;
        high = place;
      }
    }
  }
  return { low, high, least, most };
}

function valueAt(nodes: Float64Array, n: number, i: number, j: number, weights: Float64Array): number {
  let value = 0;
  for (let k = 0; k <= degree; k++) value += weights[k] * nodes[(j * degree + k) * n + i];
  return value;
}

interface Stationary {
  readonly j: number;
  readonly s: number;
  readonly value: number;
}

/** Where the polynomial is stationary between the neighbours of a place. */
function around(nodes: Float64Array, n: number, i: number, N: number, place: number): Stationary[] {
  const before = place === 0 ? N * looks - 1 : place - 1;
  return [before, place].flatMap((start) => {
    const j = Math.floor(start / looks);
    const slopeAt = (share: number): number => valueAt(nodes, n, i, j, lagrange(share).slope);
    const a = (start % looks) / looks,
      b = a + 1 / looks;
    const [from, to] = [slopeAt(a), slopeAt(b)];
    if (from * to > 0) return [];
    const s = from === 0 ? a : bracketedRoot(slopeAt, a, b, from, to, 1e-10);
    return [{ j, s, value: valueAt(nodes, n, i, j, lagrange(s).value) }];
  });
}
