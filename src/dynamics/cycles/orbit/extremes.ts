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
    let low = 0,
      high = 0;
    let least = Infinity,
      most = -Infinity;
    for (let place = 0; place < N * looks; place++) {
      const value = valueAt(nodes, n, i, Math.floor(place / looks), atLooks[place % looks]);
      if (value < least) [least, low] = [value, place];
      if (value > most) [most, high] = [value, place];
    }
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

/** Where the polynomial is stationary between the neighbours of a place, by bisection of its slope. */
function around(nodes: Float64Array, n: number, i: number, N: number, place: number): Stationary[] {
  const before = place === 0 ? N * looks - 1 : place - 1;
  return [before, place].flatMap((start) => {
    const j = Math.floor(start / looks);
    const slope = (s: number): number => valueAt(nodes, n, i, j, lagrange(s).slope);
    let a = (start % looks) / looks,
      b = a + 1 / looks;
    const sign = Math.sign(slope(a));
    if (sign * slope(b) > 0) return [];
    for (let k = 0; k < 30; k++) {
      const middle = (a + b) / 2;
      if (sign * slope(middle) > 0) a = middle;
      else b = middle;
    }
    return [{ j, s: a, value: valueAt(nodes, n, i, j, lagrange(a).value) }];
  });
}
