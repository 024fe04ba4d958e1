import { exp, log } from "../../../numerics/elementary.js";
import { degree, orbitAt, type Orbit } from "./orbit-polynomial.js";

/** A piecewise polynomial on another mesh. */
export function onMesh(from: Float64Array, nodes: Float64Array, n: number, to: Float64Array): Float64Array {
  const N = to.length - 1;
  const out = new Float64Array((N * degree + 1) * n);
  const point = new Float64Array(n);
  for (let j = 0; j < N; j++) {
    for (let k = 0; k < degree; k++) {
      orbitAt(from, nodes, n, to[j] + (k / degree) * (to[j + 1] - to[j]), point);
      out.set(point, (j * degree + k) * n);
    }
  }
  out.set(out.subarray(0, n), N * degree * n);
  return out;
}

/** Intervals of the coarsest mesh. */
export const fewestIntervals = 20;
const mostIntervals = 400;

/**
 * A mesh on which the orbit has the same local error everywhere, estimated from its fifth derivative, itself the jump
 * of the fourth from interval to interval: Russell & Christiansen (1978) SIAM J. Numer. Anal. 15:59. `density` sets how
 * many intervals.
 */
export function adaptedMesh({ mesh, nodes }: Pick<Orbit, "mesh" | "nodes">, n: number, density: number): Float64Array {
  const N = mesh.length - 1;
  const fourth = new Float64Array(N * n); // fourth derivative, constant on each interval
  const weights = [1, -4, 6, -4, 1]; // fourth difference over spacing h/4
  for (let j = 0; j < N; j++) {
    const spacing = (mesh[j + 1] - mesh[j]) / degree;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k <= degree; k++) sum += weights[k] * nodes[(j * degree + k) * n + i];
      fourth[j * n + i] = sum / (spacing * spacing * spacing * spacing);
    }
  }
  const jump = (j: number): number => {
    const a = (j + N) % N,
      b = (j + 1) % N;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const change = fourth[b * n + i] - fourth[a * n + i];
      sum += change * change;
    }
    return Math.sqrt(sum) / (0.5 * (mesh[a + 1] - mesh[a] + mesh[b + 1] - mesh[b]));
  };
  const need = new Float64Array(N);
  for (let j = 0; j < N; j++) need[j] = exp(log((jump(j - 1) + jump(j)) / 2) / (degree + 1));
  let total = 0;
  for (let j = 0; j < N; j++) total += need[j] * (mesh[j + 1] - mesh[j]);
  const floor = 0.1 * total + 1e-12; // nowhere more than about ten times as wide as on average
  total = 0;
  for (let j = 0; j < N; j++) total += Math.max(need[j], floor) * (mesh[j + 1] - mesh[j]);
  const count = Math.min(mostIntervals, Math.max(fewestIntervals, Math.ceil(total * density)));
  const result = new Float64Array(count + 1);
  result[count] = 1;
  for (let q = 1, j = 0, before = 0; q < count; q++) {
    const goal = (total * q) / count;
    let share = Math.max(need[j], floor) * (mesh[j + 1] - mesh[j]);
    while (before + share < goal && j < N - 1) {
      before += share;
      j++;
      share = Math.max(need[j], floor) * (mesh[j + 1] - mesh[j]);
    }
    result[q] = mesh[j] + ((goal - before) / share) * (mesh[j + 1] - mesh[j]);
  }
  return result;
}
