import { exp } from "../../../numerics/elementary.js";
import { exponentialOf, multiplyInto } from "../../../numerics/matrix-exponential.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { magnusStep } from "./magnus.js";
import { orbitWithin, type Orbit } from "./orbit-polynomial.js";

/** The linearised flow over successive pieces of a period. */
export interface Propagators {
  /** One n × n matrix for each piece. */
  readonly matrices: Float64Array;
  /** The field at the beginning of each piece and at the end of the last, n numbers each. */
  readonly directions: Float64Array;
}

const mostSteps = 32; // in one interval of the mesh
const largestGrowth = 6; // of T∫‖J‖ over a step or a piece: e⁻⁶ beside e⁶ is still known to 1e-11

/**
 * Propagators by Magnus expansion. Those of the collocation equations would not do: a rational approximation lets decay
 * by e⁻¹⁰⁰ in an interval stand as decay by a third, and multipliers come out many orders of magnitude too large.
 *
 * @param precision of the fourth order in a step; the sixth is used
 */
export function propagators(family: VectorFieldFamily, orbit: Orbit, precision: number): Propagators {
  const { n } = family;
  const { mesh, nodes, parameter } = orbit;
  const size = n * n;
  const T = exp(orbit.logPeriod);
  const matrices: number[] = [],
    directions: number[] = [];
  const z = new Float64Array(n + 1),
    J = new Float64Array(n * (n + 1)),
    f = new Float64Array(n);
  z[n] = parameter;
  const step = magnusStep(n, (j, share, out) => {
    orbitWithin(nodes, n, j, share, z);
    family.jacobian(z, J);
    for (let i = 0; i < n; i++) for (let c = 0; c < n; c++) out[i * n + c] = J[i * (n + 1) + c];
  });
  const exponential = exponentialOf(n);
  const growths = new Float64Array(mostSteps),
    steps = new Float64Array(mostSteps * size);
  let piece = new Float64Array(size),
    product = new Float64Array(size);
  for (let j = 0; j + 1 < mesh.length; j++) {
    const duration = (mesh[j + 1] - mesh[j]) * T;
    let count = 1;
    for (let k = 0; k < count; ) {
      const { generator, growth, error } = step(j, k / count, 1 / count, duration / count);
      if (count < mostSteps && (growth > largestGrowth || error > precision)) {
        const ratio = Math.max(growth / largestGrowth, (error / precision) ** 0.25);
        count = Math.min(mostSteps, count * Math.max(2, Math.ceil(Math.min(ratio, mostSteps))));
        k = 0;
        continue;
      }
      growths[k] = growth;
      exponential(generator, steps.subarray(k * size, (k + 1) * size));
      k++;
    }
    // steps that together grow no more than one may are multiplied out
    for (let k = 0; k < count; ) {
      orbitWithin(nodes, n, j, k / count, z);
      family.field(z, f);
      for (let i = 0; i < n; i++) directions.push(f[i]);
      piece.set(steps.subarray(k * size, (k + 1) * size));
      let growth = growths[k];
      for (k++; k < count && growth + growths[k] <= largestGrowth; k++) {
        growth += growths[k];
        multiplyInto(steps.subarray(k * size, (k + 1) * size), piece, n, product);
        [piece, product] = [product, piece];
      }
      for (let q = 0; q < size; q++) matrices.push(piece[q]);
    }
  }
  directions.push(...directions.slice(0, n));
  return { matrices: Float64Array.from(matrices), directions: Float64Array.from(directions) };
}
