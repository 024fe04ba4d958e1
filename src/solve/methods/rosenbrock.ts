import { factorize, solveFactorized } from "../../numerics/linear-solve.js";
import { meanSquare, type JacobianField, type Stepper, type Tolerance, type VectorField } from "./stepper.js";

/**
 * RODAS of Hairer & Wanner (1996) "Solving Ordinary Differential Equations II", IV.7 and VI.4, in the form that needs
 * no product with the Jacobian (IV.7.25). With E = I/(γh) − J and u_i solved for one after the other,
 *
 *     E u_i = f(t + c_i h, y + Σ_j a_ij u_j) + Σ_j (e_ij/h) u_j + d_i h ∂f/∂t        y ← y + Σ a_6j u_j + u_6
 *
 * Order 4 with an embedded method of order 3, whose difference is u_6; L-stable; the dense output has order 3.
 */
const gamma = 0.25;
const c = [0, 0.386, 0.21, 0.63, 1, 1];
const d = [0.25, -0.1043, 0.1035, -0.0362, 0, 0];
const a = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
];
const e = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
];
const dense2 = [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662];
const dense3 = [-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872];

/**
 * The stiff method: a step may be as long as the solution is smooth, however fast the fastest state would relax.
 *
 * @param autonomous f does not depend on t, so that its derivative by t, a finite difference, is not needed
 */
export function rosenbrock(
  field: VectorField,
  jacobian: JacobianField,
  n: number,
  scale: Tolerance,
  autonomous = false,
): Stepper {
  const u = c.map(() => new Float64Array(n));
  const start = new Float64Array(n);
  const end = new Float64Array(n);
  const y = new Float64Array(n); // state at a stage
  const f = new Float64Array(n);
  const f0 = new Float64Array(n);
  const ft = new Float64Array(n);
  const J = new Float64Array(n * n);
  const E = new Float64Array(n * n);
  const pivots = new Int32Array(n);
  let fresh = false; // f0, ft and J belong to the present start

  return {
    order: 4,
    denseOrder: 3,
    errorOrder: 4,

    step(t, from, h, next) {
      start.set(from);
      if (!fresh) {
        field(t, start, f0);
        jacobian(t, start, J);
        if (!autonomous) {
          const dt = Math.min(h, Math.sqrt(Number.EPSILON) * Math.max(Math.abs(t), h));
          field(t + dt, start, ft);
          for (let i = 0; i < n; i++) ft[i] = (ft[i] - f0[i]) / dt;
        }
      }
      fresh = true;
      for (let i = 0; i < E.length; i++) E[i] = -J[i];
      for (let i = 0; i < n; i++) E[i * n + i] += 1 / (gamma * h);
      if (!factorize(E, n, pivots)) return Infinity;
      for (let stage = 0; stage < 6; stage++) {
        y.set(start);
        add(a[stage], u, 1, y);
        if (stage === 0) f.set(f0);
        else field(t + c[stage] * h, y, f);
        add(e[stage], u, 1 / h, f);
        for (let i = 0; i < n; i++) u[stage][i] = f[i] + d[stage] * h * ft[i];
        solveFactorized(E, n, pivots, u[stage]);
      }
      for (let i = 0; i < n; i++) end[i] = y[i] + u[5][i];
      next.set(end);
      return meanSquare(u[5], start, end, scale);
    },

    interpolate(theta, out) {
      const rest = 1 - theta;
      for (let i = 0; i < n; i++) {
        let second = 0;
        let third = 0;
        for (let j = 0; j < 5; j++) {
          second += dense2[j] * u[j][i];
          third += dense3[j] * u[j][i];
        }
        out[i] = rest * start[i] + theta * (end[i] + rest * (second + theta * third));
      }
    },

    accept() {
      fresh = false;
    },

    restart() {
      fresh = false;
    },
  };
}

/** out ← out + factor Σ_j w_j u_j. */
function add(w: readonly number[], u: readonly Float64Array[], factor: number, out: Float64Array): void {
  for (let j = 0; j < w.length; j++) for (let i = 0; i < out.length; i++) out[i] += factor * w[j] * u[j][i];
}
