import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { degree, orbitWithin, type Orbit } from "./orbit/orbit-polynomial.js";

const looks = 4 * degree; // within each interval of the mesh
const narrowings = 40;

/**
 * How far an orbit comes beyond the threshold at which its model is reset, in the unit of that: 0 where it grazes it,
 * below 0 where it is a cycle of the model, −∞ without a reset.
 */
export function farthestBeyond(family: VectorFieldFamily, { mesh, nodes, parameter, second }: Orbit): number {
  if (!family.model.spiking.reset) return -Infinity;
  const { n, size } = family;
  const N = mesh.length - 1;
  const z = new Float64Array(size);
  z[n] = parameter;
  if (size > n + 1) z[n + 1] = second;
  /** At a place along the orbit, in intervals of the mesh. */
  const at = (place: number): number => {
    const within = (place + N) % N;
    const j = Math.floor(within);
    orbitWithin(nodes, n, j, within - j, z);
    return family.aboveThreshold(z);
  };
  let [most, highest] = [-Infinity, 0];
  for (let k = 0; k < N * looks; k++) {
    const value = at(k / looks);
    if (value > most) [most, highest] = [value, k / looks];
  }
  let [a, b] = [highest - 1 / looks, highest + 1 / looks];
  for (let k = 0; k < narrowings; k++) {
    const [left, right] = [a + (b - a) / 3, b - (b - a) / 3];
    if (at(left) < at(right)) a = left;
    else b = right;
  }
  return Math.max(most, at((a + b) / 2));
}
