import type { Family } from "./family.js";
import { solve } from "./dense.js";

/**
 * A periodic orbit as a piecewise polynomial of degree 4 in the fraction τ of its period, in the units of the family.
 * De Boor & Swartz (1973) SIAM J. Numer. Anal. 10:582; Doedel, Keller & Kernévez (1991) Int. J. Bifurcation Chaos 1:745.
 */
export interface Orbit {
  /** N + 1 values, 0 to 1. */
  readonly mesh: Float64Array;
  /** (4N + 1) × n: the states at the mesh points and at three points between, evenly spaced; the last are the first again. */
  readonly nodes: Float64Array;
  /** ln of the period in ms. */
  readonly logPeriod: number;
  /** The free parameter. */
  readonly parameter: number;
}

/** A direction in the space of orbits on one mesh, or the rate of change along a branch. */
export interface Direction {
  readonly nodes: Float64Array;
  readonly logPeriod: number;
  readonly parameter: number;
}

export const degree = 4;

/** Gauss points in [0, 1] and their weights. */
const gauss: readonly number[] = [0.06943184420297371, 0.3300094782075719, 0.6699905217924281, 0.9305681557970263];
export const gaussWeights: readonly number[] = [0.1739274225687269, 0.32607257743127307, 0.32607257743127307, 0.1739274225687269];

/** Values and derivatives of the Lagrange polynomials on 0, ¼, ½, ¾, 1 at s. */
export function lagrange(s: number): { readonly value: Float64Array; readonly slope: Float64Array } {
  const value = new Float64Array(degree + 1), slope = new Float64Array(degree + 1);
  for (let k = 0; k <= degree; k++) {
    let product = 1, sum = 0;
    for (let i = 0; i <= degree; i++) {
      if (i === k) continue;
      product *= (s - i / degree) / ((k - i) / degree);
      let term = degree / (k - i);
      for (let j = 0; j <= degree; j++) if (j !== k && j !== i) term *= (s - j / degree) / ((k - j) / degree);
      sum += term;
    }
    value[k] = product;
    slope[k] = sum;
  }
  return { value, slope };
}
const atGauss = gauss.map(lagrange);

/** A linear functional of an orbit: ∫ g·u dτ + gT·logPeriod + gμ·parameter, with g given at the Gauss points, (4N) × n. */
interface Functional {
  readonly g: Float64Array;
  readonly logPeriod: number;
  readonly parameter: number;
}

/** How much a direction counts: the mean square over the period of the states, plus these times the squares of the other two. */
export const logPeriodWeight = 0.1;
export const parameterWeight = 1;

export function innerProduct(mesh: Float64Array, n: number, a: Direction, b: Direction): number {
  const ga = atGaussPoints(mesh, n, a.nodes, "value"), gb = atGaussPoints(mesh, n, b.nodes, "value");
  let sum = logPeriodWeight * a.logPeriod * b.logPeriod + parameterWeight * a.parameter * b.parameter;
  for (let j = 0, k = 0; j + 1 < mesh.length; j++) {
    for (let l = 0; l < degree; l++) for (let i = 0; i < n; i++, k++) sum += (mesh[j + 1] - mesh[j]) * gaussWeights[l] * ga[k] * gb[k];
  }
  return sum;
}

/** Values of a piecewise polynomial, or its derivatives in τ, at the Gauss points: (4N) × n. */
export function atGaussPoints(mesh: Float64Array, n: number, nodes: Float64Array, what: "value" | "slope"): Float64Array {
  const N = mesh.length - 1;
  const out = new Float64Array(N * degree * n);
  for (let j = 0; j < N; j++) {
    const factor = what === "slope" ? 1 / (mesh[j + 1] - mesh[j]) : 1;
    for (let l = 0; l < degree; l++) {
      const weights = atGauss[l][what];
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let k = 0; k <= degree; k++) sum += weights[k] * nodes[(j * degree + k) * n + i];
        out[(j * degree + l) * n + i] = factor * sum;
      }
    }
  }
  return out;
}

/** One Newton step for an orbit, and what the linear algebra gives besides. */
export interface NewtonStep {
  readonly correction: Direction;
  /** The direction in which the orbit equations stay satisfied and the last functional grows at unit rate: the tangent of the branch. */
  readonly tangent: Direction;
  /** N matrices n × n: the linearised flow over each interval of the mesh, du_{j+1} = G_j du_j. */
  readonly transfer: Float64Array;
  /** Largest defect at a collocation point, over the period. */
  readonly residual: number;
}

/**
 * Newton's step for u′ = T f(u; μ) at the Gauss points, u(1) = u(0), phase condition ∫ (u − u_ref)·u_ref′ = 0 and one more functional
 * with a given defect. The unknowns inside each interval are eliminated first, then mesh point after mesh point, each time with row
 * pivoting (Ascher, Mattheij & Russell 1995, ch. 7): multipliers far outside the unit circle do no harm. Undefined if singular.
 */
export function newtonStep(family: Family, orbit: Orbit, phase: Functional & { readonly defect: number }, last: Functional & { readonly defect: number }): NewtonStep | undefined {
  const { n } = family;
  const { mesh, nodes } = orbit;
  const N = mesh.length - 1;
  const T = Math.exp(orbit.logPeriod);
  family.work.done += N * n * n;
  const inner = (degree - 1) * n; // columns of a local block: inner nodes | left | right | logPeriod, parameter | two right-hand sides
  const width = inner + 2 * n + 4;
  const height = degree * n + 2; // rows: collocation, then the two functionals
  const L = inner, R = inner + n, S = inner + 2 * n;
  const blocks = new Float64Array(N * height * width);
  const z = new Float64Array(n + 1), f = new Float64Array(n), J = new Float64Array(n * (n + 1));
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
      for (const [r, functional] of [[degree * n, phase], [degree * n + 1, last]] as const) {
        for (let k = 0; k <= degree; k++) {
          const column = k === 0 ? L : k === degree ? R : (k - 1) * n;
          for (let i = 0; i < n; i++) block[r * width + column + i] += h * gaussWeights[l] * value[k] * functional.g[(j * degree + l) * n + i];
        }
      }
    }
    if (!eliminate(block, degree * n, height, width, inner)) return undefined;
  }
  return condensed({ n, N, inner, width, height, blocks }, phase, last, residual);
}

/** Gaussian elimination of the first `columns` columns, pivots among the first `candidates` rows; all `rows` are reduced. */
function eliminate(A: Float64Array, candidates: number, rows: number, width: number, columns: number): boolean {
  for (let c = 0; c < columns; c++) {
    let pivot = c;
    for (let r = c + 1; r < candidates; r++) if (Math.abs(A[r * width + c]) > Math.abs(A[pivot * width + c])) pivot = r;
    if (!(Math.abs(A[pivot * width + c]) > 0)) return false;
    if (pivot !== c) {
      for (let k = c; k < width; k++) {
        const swap = A[c * width + k];
        A[c * width + k] = A[pivot * width + k];
        A[pivot * width + k] = swap;
      }
    }
    for (let r = c + 1; r < rows; r++) {
      const factor = A[r * width + c] / A[c * width + c];
      if (factor === 0) continue;
      for (let k = c + 1; k < width; k++) A[r * width + k] -= factor * A[c * width + k];
    }
  }
  return true;
}

interface Condensed {
  readonly n: number;
  readonly N: number;
  readonly inner: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: Float64Array;
}

function condensed({ n, N, inner, width, height, blocks }: Condensed, phase: Functional & { readonly defect: number }, last: Functional & { readonly defect: number }, residual: number): NewtonStep | undefined {
  const transfer = new Float64Array(N * n * n);
  const L = inner, R = inner + n, S = inner + 2 * n;
  const at = (j: number, r: number, c: number): number => blocks[(j * height + r) * width + c];
  // Working rows: [ point j | point 0 | point j + 1 | logPeriod, parameter, two right-hand sides ]; n rows carried, n of interval j, 2 functionals.
  const wide = 3 * n + 4;
  const tall = 2 * n + 2;
  const saved = new Float64Array(N * n * wide);
  let carried: Float64Array = new Float64Array(n * wide);
  let functionals: Float64Array = new Float64Array(2 * wide);
  [phase, last].forEach((functional, q) => {
    functionals[q * wide + 3 * n] = functional.logPeriod;
    functionals[q * wide + 3 * n + 1] = functional.parameter;
    functionals[q * wide + 3 * n + 2] = -functional.defect;
    functionals[q * wide + 3 * n + 3] = q;
  });
  for (let j = 0; j < N; j++) {
    const A = new Float64Array(n * n);
    for (let r = 0; r < n; r++) for (let c = 0; c < n; c++) {
      A[r * n + c] = at(j, inner + r, R + c);
      transfer[j * n * n + r * n + c] = -at(j, inner + r, L + c);
    }
    if (!solve(A, n, transfer.subarray(j * n * n, (j + 1) * n * n), n)) return undefined;
    const W = new Float64Array(tall * wide);
    W.set(functionals, 2 * n * wide);
    for (let q = 0; q < 2; q++) {
      const row = (2 * n + q) * wide, r = degree * n + q;
      for (let c = 0; c < n; c++) {
        W[row + (j === 0 ? n : 0) + c] += at(j, r, L + c);
        W[row + 2 * n + c] += at(j, r, R + c);
      }
      for (let c = 0; c < 4; c++) W[row + 3 * n + c] += at(j, r, S + c);
    }
    for (let r = 0; r < n; r++) {
      for (let c = 0; c < n; c++) {
        W[(n + r) * wide + (j === 0 ? n : 0) + c] = at(j, inner + r, L + c);
        W[(n + r) * wide + 2 * n + c] = at(j, inner + r, R + c);
      }
      for (let c = 0; c < 4; c++) W[(n + r) * wide + 3 * n + c] = at(j, inner + r, S + c);
    }
    if (j > 0) {
      W.set(carried, 0);
      if (!eliminate(W, 2 * n, tall, wide, n)) return undefined;
      saved.set(W.subarray(0, n * wide), j * n * wide);
    }
    carried = shifted(W.subarray(n * wide, 2 * n * wide), n, n, wide);
    functionals = shifted(W.subarray(2 * n * wide), 2, n, wide);
  }
  const size = n + 2;
  const M = new Float64Array(size * size), right = new Float64Array(size * 2);
  for (let r = 0; r < size; r++) {
    const rows = r < n ? carried : functionals, row = (r < n ? r : r - n) * wide;
    for (let c = 0; c < n; c++) M[r * size + c] = rows[row + c] + rows[row + n + c]; // the last point is the first
    for (let c = 0; c < 2; c++) M[r * size + n + c] = rows[row + 3 * n + c];
    for (let c = 0; c < 2; c++) right[r * 2 + c] = rows[row + 3 * n + 2 + c];
  }
  if (!solve(M, size, right, 2)) return undefined;
  const directions = [0, 1].map((which): Direction => {
    const nodes = new Float64Array((N * degree + 1) * n);
    const first = Float64Array.from({ length: n }, (_, i) => right[i * 2 + which]);
    const logPeriod = right[n * 2 + which], parameter = right[(n + 1) * 2 + which];
    nodes.set(first, 0);
    nodes.set(first, N * degree * n);
    for (let j = N - 1; j >= 0; j--) {
      const end = (j + 1) * degree * n, start = j * degree * n;
      if (j > 0) {
        for (let r = n - 1; r >= 0; r--) {
          const row = (j * n + r) * wide;
          let sum = saved[row + 3 * n + 2 + which] - saved[row + 3 * n] * logPeriod - saved[row + 3 * n + 1] * parameter;
          for (let c = 0; c < n; c++) sum -= saved[row + n + c] * first[c] + saved[row + 2 * n + c] * nodes[end + c];
          for (let c = r + 1; c < n; c++) sum -= saved[row + c] * nodes[start + c];
          nodes[start + r] = sum / saved[row + r];
        }
      }
      for (let r = inner - 1; r >= 0; r--) {
        let sum = at(j, r, S + 2 + which) - at(j, r, S) * logPeriod - at(j, r, S + 1) * parameter;
        for (let c = 0; c < n; c++) sum -= at(j, r, L + c) * nodes[start + c] + at(j, r, R + c) * nodes[end + c];
        for (let c = r + 1; c < inner; c++) sum -= at(j, r, c) * nodes[start + n + c];
        nodes[start + n + r] = sum / at(j, r, r);
      }
    }
    return { nodes, logPeriod, parameter };
  });
  return { correction: directions[0], tangent: directions[1], transfer, residual };
}

/** Rows for the next interval: what stood for point j + 1 now stands for point j. */
function shifted(rows: Float64Array, count: number, n: number, wide: number): Float64Array {
  const next = new Float64Array(count * wide);
  for (let r = 0; r < count; r++) {
    for (let c = 0; c < n; c++) {
      next[r * wide + c] = rows[r * wide + 2 * n + c];
      next[r * wide + n + c] = rows[r * wide + n + c];
    }
    for (let c = 0; c < 4; c++) next[r * wide + 3 * n + c] = rows[r * wide + 3 * n + c];
  }
  return next;
}
