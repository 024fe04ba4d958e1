import type { Model } from "../../model/model.js";
import { dot, multiplied, transpose } from "../../numerics/dense.js";
import { solve } from "../../numerics/linear-solve.js";

const damping = 1e-12; // of the largest entry of the Jacobian, squared

/**
 * Newton's method on dy/dt = 0, until the residual no longer falls. Where the Jacobian is singular, as all along a line
 * of equilibria, the step is the shortest that solves the linear equations: Levenberg (1944), damped by no more than
 * rounding.
 */
export function newton(model: Model, start: Float64Array): { readonly y: Float64Array; readonly residual: number } {
  const n = start.length;
  const p = model.vector;
  const f = new Float64Array(n),
    J = new Float64Array(n * n);
  let y = start,
    residual = residualAt(model, start);
  for (let iteration = 0; iteration < 30 && residual > 0; iteration++) {
    model.kernels.field(y, p, f);
    model.kernels.jacobian(y, p, J);
    if (!solve(J, n, f)) {
      model.kernels.field(y, p, f);
      model.kernels.jacobian(y, p, J); // the elimination has left neither
      if (!solveLeastSquares(J, n, f)) break;
    }
    const next = y.map((v, i) => v - f[i]);
    const nextResidual = residualAt(model, next);
    if (!(nextResidual < residual)) break;
    [y, residual] = [next, nextResidual];
  }
  return { y, residual };
}

/** f ← the shortest x for which J x is nearest to f. @returns false where J is 0 */
function solveLeastSquares(J: Float64Array, n: number, f: Float64Array): boolean {
  const transposed = transpose(J, n);
  const normal = multiplied(transposed, J, n);
  const right = Float64Array.from(f, (_, i) => dot(transposed.subarray(i * n, (i + 1) * n), f));
  const largest = J.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  for (let i = 0; i < n; i++) normal[i * n + i] += damping * largest * largest;
  if (!solve(normal, n, right)) return false;
  f.set(right);
  return true;
}

/** Largest |dy_i/dt| over the width of the range of that state. */
export function residualAt(model: Model, y: Float64Array): number {
  const f = new Float64Array(y.length);
  model.kernels.field(y, model.vector, f);
  return model.stateNames.reduce(
    (largest, name, i) => Math.max(largest, Math.abs(f[i]) / (model.ranges[name][1] - model.ranges[name][0])),
    0,
  );
}
