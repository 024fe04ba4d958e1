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

const shortest = 1 / 64; // of an interval of the mesh: a step is no shorter, whatever its error
const rounding = 1e-14;
const safety = 0.85;

/**
 * Propagators by Magnus expansion. Those of the collocation equations would not do: a rational approximation lets decay
 * by e⁻¹⁰⁰ in an interval stand as decay by a third, and multipliers come out many orders of magnitude too large.
 *
 * @param precision of the fourth order in a step; the sixth is used
 */
export function propagators(family: VectorFieldFamily, orbit: Orbit, precision: number): Propagators {
  const { n, size: unknowns } = family;
  const { mesh, nodes } = orbit;
  const size = n * n;
  const T = exp(orbit.logPeriod);
  const matrices: number[] = [],
    directions: number[] = [];
  const z = new Float64Array(unknowns),
    J = new Float64Array(n * unknowns),
    f = new Float64Array(n);
  z[n] = orbit.parameter;
  if (unknowns > n + 1) z[n + 1] = orbit.second;
  const step = magnusStep(n, (j, share, out) => {
    orbitWithin(nodes, n, j, share, z);
    family.jacobian(z, J);
    for (let i = 0; i < n; i++) for (let c = 0; c < n; c++) out[i * n + c] = J[i * unknowns + c];
  });
  const exponential = exponentialOf(n);
  // of T∫‖J‖ = g over a step or a piece: e⁻ᵍ beside eᵍ is known to e²ᵍ times rounding
  const largestGrowth = Math.log(precision / rounding) / 2;
  const taken = new Float64Array(size);
  let piece = new Float64Array(size),
    product = new Float64Array(size);
  let grown = Infinity; // of the piece at hand
  let span = Infinity; // ms, of the next step
  for (let j = 0; j + 1 < mesh.length; j++) {
    const duration = (mesh[j + 1] - mesh[j]) * T;
    for (let at = 0; at < 1; ) {
      const left = 1 - at;
      const wanted = Math.max(shortest, Math.min(1, span / duration));
      const width = left / Math.ceil(left / wanted - 1e-9);
      const { generator, growth, error } = step(j, at, width, width * duration);
      const excess = Math.max(growth / largestGrowth, Math.sqrt(Math.sqrt(error / precision)));
      span = (width * duration * safety) / Math.min(10, Math.max(0.2, excess));
      if (excess > 1 && wanted > shortest) continue;
      exponential(generator, taken);
      if (grown + growth <= largestGrowth) {
        grown += growth;
        multiplyInto(taken, piece, n, product);
        [piece, product] = [product, piece];
      } else {
        if (grown < Infinity) for (let q = 0; q < size; q++) matrices.push(piece[q]);
        orbitWithin(nodes, n, j, at, z);
        family.field(z, f);
        for (let i = 0; i < n; i++) directions.push(f[i]);
        piece.set(taken);
        grown = growth;
      }
      at = width >= left ? 1 : at + width;
    }
  }
  for (let q = 0; q < size; q++) matrices.push(piece[q]);
  directions.push(...directions.slice(0, n));
  return { matrices: Float64Array.from(matrices), directions: Float64Array.from(directions) };
}
