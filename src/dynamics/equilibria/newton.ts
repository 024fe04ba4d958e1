import type { Model } from "../../model/model.js";
import { solve } from "../../numerics/linear-solve.js";

/** Newton's method on dy/dt = 0, until the residual no longer falls. */
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
    if (!solve(J, n, f)) break;
    const next = y.map((v, i) => v - f[i]);
    const nextResidual = residualAt(model, next);
    if (!(nextResidual < residual)) break;
    [y, residual] = [next, nextResidual];
  }
  return { y, residual };
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
