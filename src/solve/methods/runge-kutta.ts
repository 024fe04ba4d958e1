import { hermite } from "../../numerics/hermite.js";
import { meanSquare, type Stepper, type Tolerance, type VectorField } from "./stepper.js";
import { lastIsNext, type Tableau } from "./tableau.js";

/**
 * Any explicit Runge-Kutta method as a stepper: the table says which.
 *
 * @param n number of states
 * @param tolerance needed by tables with an embedded error estimate, ignored by the others
 */
export function rungeKutta(tableau: Tableau, field: VectorField, n: number, tolerance?: Tolerance): Stepper {
  const { c } = tableau;
  const stages = c.length;
  const a = tableau.a.map((row) => Float64Array.from(row));
  const b = Float64Array.from(tableau.b);
  const dense = tableau.dense?.map((row) => Float64Array.from(row));
  const error = tableau.error && Float64Array.from(tableau.error);
  const k = c.map(() => new Float64Array(n)); // k[i] = f at stage i
  const weights = new Float64Array(stages); // of the stages in the dense output
  const start = new Float64Array(n);
  const end = new Float64Array(n);
  const slope = new Float64Array(n); // f at the end of the step, for the Hermite interpolant
  const y = new Float64Array(n); // state at a stage; then the error estimate
  const keepsLast = lastIsNext(tableau);
  let t = 0;
  let h = 0;
  let haveFirst = false;
  let haveSlope = false;

  return {
    order: tableau.order,
    denseOrder: tableau.denseOrder ?? 3,
    errorOrder: tableau.errorOrder ?? 0,

    step(from, state, length, next) {
      t = from;
      h = length;
      start.set(state);
      if (!haveFirst) field(t, start, k[0]);
      haveFirst = true;
      for (let stage = 1; stage < stages; stage++) {
        combineLast(start, h, a[stage], k, y);
        field(t + c[stage] * h, y, k[stage]);
      }
      if (keepsLast) end.set(y);
      else combine(start, h, b, k, end);
      next.set(end);
      haveSlope = false;
      if (error === undefined || tolerance === undefined) return 0;
      y.fill(0);
      combineLast(y, h, error, k, y);
      return meanSquare(y, start, end, tolerance);
    },

    interpolate(theta, out) {
      if (dense === undefined) {
        if (!haveSlope) field(t + h, end, slope);
        haveSlope = true;
        return hermite(theta, h, start, k[0], end, slope, out);
      }
      for (let i = 0; i < stages; i++) weights[i] = polynomial(dense[i], theta);
      combine(start, h, weights, k, out);
    },

    accept() {
      if (keepsLast) k[0].set(k[stages - 1]);
      else if (haveSlope) k[0].set(slope);
      else haveFirst = false;
    },

    restart() {
      haveFirst = false;
    },
  };
}

/** out ← y + h Σ w_i k_i, summed in the order of the stages. */
function combine(y: Float64Array, h: number, w: Float64Array, k: readonly Float64Array[], out: Float64Array): void {
  for (let j = 0; j < y.length; j++) {
    let sum = 0;
    for (let i = 0; i < w.length; i++) if (w[i] !== 0) sum += w[i] * k[i][j];
    out[j] = y[j] + h * sum;
  }
}

/**
 * The same, with what the last stage adds left to the end: all else is known before it. Of a table's rows, whose last
 * entry is of the last stage that they know.
 */
function combineLast(y: Float64Array, h: number, w: Float64Array, k: readonly Float64Array[], out: Float64Array): void {
  const last = w.length - 1;
  for (let j = 0; j < y.length; j++) {
    let sum = 0;
    for (let i = 0; i < last; i++) if (w[i] !== 0) sum += w[i] * k[i][j];
    out[j] = y[j] + h * sum + h * w[last] * k[last][j];
  }
}

/** p_1 θ + p_2 θ² + … */
export function polynomial(p: ArrayLike<number>, theta: number): number {
  let sum = 0;
  for (let i = p.length - 1; i >= 0; i--) sum = (sum + p[i]) * theta;
  return sum;
}
