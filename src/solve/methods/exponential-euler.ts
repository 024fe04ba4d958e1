import { hermite } from "../../numerics/hermite.js";
import { growth } from "../../numerics/root-power.js";
import type { JacobianField, Stepper, VectorField } from "./stepper.js";

/** f ← f(t, y) and d_i ← ∂f_i/∂y_i, how fast each state would relax alone. */
export type Relaxation = (t: number, y: Float64Array, f: Float64Array, d: Float64Array) => void;

/**
 * Exponential Euler: each state takes its own linear equation, the others frozen, exactly through the step,
 *
 *     y_i ← y_i + h φ(h J_ii) f_i,   φ(z) = (e^z − 1)/z,   J_ii = ∂f_i/∂y_i,
 *
 * which for gates is the update of Rush & Larsen (1978) IEEE Trans. Biomed. Eng. 25:389. Order 1, but a state decays
 * however large h is.
 */
export function exponentialEuler(field: VectorField, relaxation: Relaxation, n: number): Stepper {
  const start = new Float64Array(n);
  const end = new Float64Array(n);
  const f0 = new Float64Array(n);
  const f1 = new Float64Array(n);
  const d = new Float64Array(n);
  let t = 0;
  let h = 0;
  let haveFirst = false;
  let haveLast = false;
  return {
    order: 1,
    denseOrder: 3,
    errorOrder: 0,
    step(from, y, length, next) {
      t = from;
      h = length;
      start.set(y);
      if (!haveFirst) relaxation(t, start, f0, d);
      haveFirst = true;
      haveLast = false;
      for (let i = 0; i < n; i++) end[i] = start[i] + h * growth(h * d[i]) * f0[i];
      next.set(end);
      return 0;
    },
    interpolate(theta, out) {
      if (!haveLast) field(t + h, end, f1);
      haveLast = true;
      hermite(theta, h, start, f0, end, f1, out);
    },
    accept() {
      haveFirst = false;
    },
    restart() {
      haveFirst = false;
    },
  };
}

/** What a field and its Jacobian say of how each state would relax alone. */
export function diagonalOf(field: VectorField, jacobian: JacobianField, n: number): Relaxation {
  const J = new Float64Array(n * n);
  return (t, y, f, d) => {
    field(t, y, f);
    jacobian(t, y, J);
    for (let i = 0; i < n; i++) d[i] = J[i * n + i];
  };
}
