import { norm } from "../../numerics/dense.js";
import { nullSpace, solve } from "../../numerics/linear-solve.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";

const difference = 1e-7;

/**
 * A point at which two branches of equilibria cross: f + b p = 0, pᵀ ∂f/∂z = 0 and p·p = 1 for the states, the
 * parameter, p and b (which is zero there). Newton's method on f alone does not converge to it, this system is regular:
 * Moore (1980) SIAM J. Numer. Anal. 17:567.
 */
export function branchPoint(family: VectorFieldFamily, guess: Float64Array): Float64Array | undefined {
  const { n, size } = family;
  const unknowns = size + n + 1;
  const J = new Float64Array(n * size),
    f = new Float64Array(n);
  const equations = (x: Float64Array): Float64Array => {
    const z = x.slice(0, size),
      p = x.subarray(size, size + n),
      b = x[size + n];
    family.field(z, f);
    family.jacobian(z, J);
    const out = new Float64Array(unknowns);
    for (let i = 0; i < n; i++) out[i] = f[i] + b * p[i];
    for (let j = 0; j < size; j++) for (let i = 0; i < n; i++) out[n + j] += p[i] * J[i * size + j];
    out[n + size] = p.reduce((sum, v) => sum + v * v, -1);
    return out;
  };
  family.jacobian(guess, J);
  const square = new Float64Array(n * n); // J Jᵀ, whose least singular vector is p
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) for (let k = 0; k < size; k++) square[i * n + j] += J[i * size + k] * J[j * size + k];
  let u = Float64Array.of(...guess, ...nullSpace(square, n, n, 1e-12)[0], 0);
  for (let iteration = 0; iteration < 15; iteration++) {
    const residual = equations(u);
    const A = new Float64Array(unknowns * unknowns);
    for (let j = 0; j < unknowns; j++) {
      const up = equations(u.with(j, u[j] + difference)),
        down = equations(u.with(j, u[j] - difference));
      for (let i = 0; i < unknowns; i++) A[i * unknowns + j] = (up[i] - down[i]) / (2 * difference);
    }
    if (!solve(A, unknowns, residual) || !(norm(residual) < 1)) return undefined;
    u = u.map((v, i) => v - residual[i]);
    if (norm(residual) < 1e-13) break;
    if (iteration === 14) return undefined;
  }
  return Math.abs(u[size + n]) < 1e-9 ? u.slice(0, size) : undefined;
}
