import { exp } from "../../../numerics/elementary.js";
import { eliminate } from "../../../numerics/linear-solve.js";
import { solveBlocks, type BlockSolution, type Border } from "./almost-block-diagonal.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { atGauss, degree, gaussWeights, type Orbit } from "./orbit-polynomial.js";

/**
 * A linear condition on an orbit: ∫ g·u dτ + gT·logPeriod + gμ·parameter is to be zero, with g given at the Gauss
 * points, (4N) × n.
 */
interface Condition extends Border {
  readonly g: Float64Array;
}

/**
 * One Newton step for an orbit. Its `tangent` is the direction in which the orbit equations stay satisfied and the last
 * condition grows at unit rate: the tangent of the branch.
 */
export interface NewtonStep extends BlockSolution {
  /** Largest defect at a collocation point, over the period. */
  readonly residual: number;
}

/**
 * Newton's step for u′ = T f(u; μ) at the Gauss points, u(1) = u(0), phase condition ∫ (u − u_ref)·u_ref′ = 0 and one
 * more condition. The unknowns inside each interval are eliminated first, then mesh point after
 * mesh point, each time with row pivoting (Ascher, Mattheij & Russell 1995, ch. 7): multipliers far outside the unit
 * circle do no harm. Undefined if singular.
 */
export function newtonStep(
  family: VectorFieldFamily,
  orbit: Orbit,
  phase: Condition,
  last: Condition,
): NewtonStep | undefined {
  const { n } = family;
  const { mesh, nodes } = orbit;
  const N = mesh.length - 1;
  const T = exp(orbit.logPeriod);
  family.work.done += N * n * n;
  // columns of a local block: inner nodes | left | right | logPeriod, parameter | two right-hand sides
  const inner = (degree - 1) * n;
  const width = inner + 2 * n + 4;
  const height = degree * n + 2; // rows: collocation, then the two conditions
  const L = inner,
    R = inner + n,
    S = inner + 2 * n;
  const blocks = new Float64Array(N * height * width);
  const z = new Float64Array(n + 1),
    f = new Float64Array(n),
    J = new Float64Array(n * (n + 1));
  const pivots = new Int32Array(inner);
  z[n] = orbit.parameter;
  let residual = 0;
  for (let j = 0; j < N; j++) {
    const h = mesh[j + 1] - mesh[j];
    const block = blocks.subarray(j * height * width, (j + 1) * height * width);
    for (let l = 0; l < degree; l++) {
      const { value, slope } = atGauss[l];
      for (let i = 0; i < n; i++) {
        z[i] = 0;
        for (let k = 0; k <= degree; k++) z[i] += value[k] * nodes[(j * degree + k) * n + i];
      }
      family.field(z, f);
      family.jacobian(z, J);
      for (let i = 0; i < n; i++) {
        const row = (l * n + i) * width;
        let derivative = 0;
        for (let k = 0; k <= degree; k++) {
          derivative += slope[k] * nodes[(j * degree + k) * n + i];
          const column = k === 0 ? L : k === degree ? R : (k - 1) * n;
          for (let c = 0; c < n; c++) block[row + column + c] = -h * T * value[k] * J[i * (n + 1) + c];
          block[row + column + i] += slope[k];
        }
        block[row + S] = -h * T * f[i];
        block[row + S + 1] = -h * T * J[i * (n + 1) + n];
        const defect = derivative - h * T * f[i];
        block[row + S + 2] = -defect;
        residual = Math.max(residual, Math.abs(defect) / h);
      }
      for (const [r, { g }] of [
        [degree * n, phase],
        [degree * n + 1, last],
      ] as const) {
        for (let k = 0; k <= degree; k++) {
          const column = k === 0 ? L : k === degree ? R : (k - 1) * n;
          for (let i = 0; i < n; i++)
            block[r * width + column + i] += h * gaussWeights[l] * value[k] * g[(j * degree + l) * n + i];
        }
      }
    }
    if (!eliminate(block, height, width, inner, degree * n, pivots)) return undefined;
  }
  const solution = solveBlocks({ n, N, inner, width, height, blocks, borders: [phase, last] });
  return solution && { ...solution, residual };
}
