import { distance, modulus, type Complex } from "../../../numerics/complex.js";
import { identity, multiplied } from "../../../numerics/dense.js";
import { eigenvalues } from "../../../numerics/eigen.js";

/** Floquet multipliers of a cycle. */
export interface Multipliers {
  /** All but the trivial one, the largest modulus first. */
  readonly nontrivial: readonly Complex[];
  /** The one that would be 1 if the orbit were exact: |trivial − 1| measures the error. */
  readonly trivial: Complex;
}

const sweeps = 12;

/**
 * Eigenvalues of the product G_N ⋯ G_1 without forming it: its entries would be of the size of the largest multiplier,
 * and their rounding would swamp the others (Fairgrieve & Jepson 1991, SIAM J. Numer. Anal. 28:1446). Orthogonal
 * iteration round the cycle, Q_j R_j = G_j Q_{j−1}, makes the product block triangular, one block for each group of
 * multipliers of like modulus; the small blocks are multiplied out.
 */
export function floquetMultipliers(transfer: Float64Array, n: number): Multipliers {
  const N = transfer.length / (n * n);
  let Q = identity(n);
  let before = Q;
  const R = new Float64Array(N * n * n);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    before = Q;
    for (let j = 0; j < N; j++) {
      const { q, r } = orthogonalise(multiplied(transfer.subarray(j * n * n, (j + 1) * n * n), Q, n), n);
      Q = q;
      R.set(r, j * n * n);
    }
  }
  // The product in the basis `before` is W·R_N⋯R_1 with W = beforeᵀ Q, block diagonal where the iteration has
  // converged.
  const W = new Float64Array(n * n);
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) for (let i = 0; i < n; i++) W[a * n + b] += before[i * n + a] * Q[i * n + b];
  const values: Complex[] = [];
  for (let start = 0; start < n; ) {
    let end = start + 1;
    while (end < n && !separated(W, n, end)) end++;
    values.push(...blockEigenvalues(W, R, n, N, start, end));
    start = end;
  }
  const trivial = values.reduce((best, v) => (distance(v, one) < distance(best, one) ? v : best));
  const nontrivial = values.filter((v) => v !== trivial).sort((a, b) => modulus(b) - modulus(a) || b.im - a.im);
  return { nontrivial, trivial };
}

/** Whether W couples nothing before `cut` with anything after it. */
function separated(W: Float64Array, n: number, cut: number): boolean {
  for (let i = 0; i < cut; i++)
    for (let j = cut; j < n; j++) if (Math.abs(W[i * n + j]) + Math.abs(W[j * n + i]) > 1e-9) return false;
  return true;
}

function blockEigenvalues(
  W: Float64Array,
  R: Float64Array,
  n: number,
  N: number,
  start: number,
  end: number,
): Complex[] {
  const m = end - start;
  let product = identity(m);
  for (let j = 0; j < N; j++) {
    const r = new Float64Array(m * m);
    for (let a = 0; a < m; a++) for (let b = a; b < m; b++) r[a * m + b] = R[j * n * n + (start + a) * n + start + b];
    product = multiplied(r, product, m);
  }
  const w = Float64Array.from({ length: m * m }, (_, k) => W[(start + Math.floor(k / m)) * n + start + (k % m)]);
  return eigenvalues(multiplied(w, product, m), m);
}

const one: Complex = { re: 1, im: 0 };

/** Q R = A by Gram-Schmidt, done twice, which is as good as Householder's; the diagonal of R is positive. */
function orthogonalise(A: Float64Array, n: number): { readonly q: Float64Array; readonly r: Float64Array } {
  const q = A.slice(),
    r = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < j; k++) {
        let product = 0;
        for (let i = 0; i < n; i++) product += q[i * n + k] * q[i * n + j];
        r[k * n + j] += product;
        for (let i = 0; i < n; i++) q[i * n + j] -= product * q[i * n + k];
      }
    }
    let length = 0;
    for (let i = 0; i < n; i++) length += q[i * n + j] * q[i * n + j];
    length = Math.sqrt(length);
    r[j * n + j] = length;
    if (length > 0) for (let i = 0; i < n; i++) q[i * n + j] /= length;
  }
  return { q, r };
}
