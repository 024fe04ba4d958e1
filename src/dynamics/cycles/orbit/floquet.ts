import { distance, modulus, type Complex } from "../../../numerics/complex.js";
import { identity } from "../../../numerics/dense.js";
import { eigenvalues } from "../../../numerics/eigen.js";
import { multiplyInto } from "../../../numerics/matrix-exponential.js";
import { acrossTheFlow, alongTheFlow } from "./across-the-flow.js";

/** Floquet multipliers of a cycle. */
export interface Multipliers {
  /** All but the trivial one, the largest modulus first. */
  readonly nontrivial: readonly Complex[];
  /** The one that would be 1 if the orbit were exact: |trivial − 1| measures the error. */
  readonly trivial: Complex;
}

/**
 * Multipliers of a cycle from the linearised flow over the pieces of a period. Where the direction of the flow at their
 * ends is given, the trivial multiplier is taken out first, so that its error does not spill into the others: in the
 * plane the one that is left is then as exact as the divergence that it integrates, and the two do not mix.
 */
export function floquetMultipliers(transfer: Float64Array, n: number, directions?: Float64Array): Multipliers {
  let all: readonly Complex[] | undefined;
  const values = (): readonly Complex[] => (all ??= productEigenvalues(transfer, n));
  const trivial = (): Complex =>
    n === 2 && directions
      ? { re: alongTheFlow(transfer, directions, n), im: 0 }
      : values().reduce((best, v) => (distance(v, one) < distance(best, one) ? v : best));
  const others = directions
    ? productEigenvalues(acrossTheFlow(transfer, directions, n), n - 1)
    : values().filter((v) => v !== trivial());
  return {
    nontrivial: others.sort((a, b) => modulus(b) - modulus(a) || b.im - a.im),
    get trivial() {
      return trivial();
    },
  };
}

const mostSweeps = 40;
const apart = 1e-10; // coupling below which groups of eigenvalues are separate

/**
 * Eigenvalues of the product G_N ⋯ G_1 without forming it: its entries would be of the size of the largest, and their
 * rounding would swamp the others (Fairgrieve & Jepson 1991, SIAM J. Numer. Anal. 28:1446). Orthogonal iteration round
 * the cycle, Q_j R_j = G_j Q_{j−1}, makes the product block triangular, one block for each group of like modulus, as
 * fast as these differ; the small blocks are multiplied out.
 */
function productEigenvalues(factors: Float64Array, n: number): Complex[] {
  const size = n * n;
  const N = factors.length / size;
  let Q: Float64Array = identity(n),
    next: Float64Array = new Float64Array(size);
  const R = new Float64Array(N * size),
    W = new Float64Array(size);
  let coupling: Float64Array = new Float64Array(n);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const before = Q.slice();
    for (let j = 0; j < N; j++) {
      multiplyInto(factors.subarray(j * size, (j + 1) * size), Q, n, next);
      orthogonalise(next, n, R.subarray(j * size, (j + 1) * size));
      [Q, next] = [next, Q];
    }
    if (!Q.every(Number.isFinite)) return Array.from({ length: n }, () => ({ re: NaN, im: 0 }));
    // The product in the basis `before` is W·R_N⋯R_1 with W = beforeᵀ Q, block diagonal once the iteration converges.
    W.fill(0);
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) for (let i = 0; i < n; i++) W[a * n + b] += before[i * n + a] * Q[i * n + b];
    const now = Float64Array.from({ length: n }, (_, cut) => couplingAt(W, n, cut));
    const settled = now.every((c, cut) => c < apart || (sweep > 2 && c > 0.5 * coupling[cut]));
    coupling = now;
    if (settled) break;
  }
  const values: Complex[] = [];
  for (let start = 0; start < n; ) {
    let end = start + 1;
    while (end < n && coupling[end] >= apart) end++;
    values.push(...blockEigenvalues(W, R, n, N, start, end));
    start = end;
  }
  return values;
}

/** How much W couples what stands before `cut` with what stands after it. */
function couplingAt(W: Float64Array, n: number, cut: number): number {
  let most = 0;
  for (let i = 0; i < cut; i++)
    for (let j = cut; j < n; j++) most = Math.max(most, Math.abs(W[i * n + j]), Math.abs(W[j * n + i]));
  return most;
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
  let product: Float64Array = identity(m),
    next: Float64Array = new Float64Array(m * m);
  const r = new Float64Array(m * m);
  let exponent = 0; // the product is 2^exponent times the matrix kept, which neither over- nor underflows
  for (let j = 0; j < N; j++) {
    for (let a = 0; a < m; a++) for (let b = a; b < m; b++) r[a * m + b] = R[j * n * n + (start + a) * n + start + b];
    multiplyInto(r, product, m, next);
    let largest = 0;
    for (let k = 0; k < m * m; k++) largest = Math.max(largest, Math.abs(next[k]));
    if (largest > 0 && (largest < 1e-100 || largest > 1e100)) {
      const shift = Math.round(Math.log2(largest));
      for (let k = 0; k < m * m; k++) next[k] *= 2 ** -shift;
      exponent += shift;
    }
    [product, next] = [next, product];
  }
  const w = Float64Array.from({ length: m * m }, (_, k) => W[(start + Math.floor(k / m)) * n + start + (k % m)]);
  multiplyInto(w, product, m, next);
  const scale = (v: number): number => v * 2 ** (exponent / 2) * 2 ** (exponent / 2);
  return eigenvalues(next, m).map(({ re, im }) => ({ re: scale(re), im: scale(im) }));
}

const one: Complex = { re: 1, im: 0 };

/** A becomes Q of Q R = A, by Gram-Schmidt done twice, as good as Householder's; the diagonal of R is positive. */
function orthogonalise(A: Float64Array, n: number, r: Float64Array): void {
  r.fill(0);
  for (let j = 0; j < n; j++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < j; k++) {
        let product = 0;
        for (let i = 0; i < n; i++) product += A[i * n + k] * A[i * n + j];
        r[k * n + j] += product;
        for (let i = 0; i < n; i++) A[i * n + j] -= product * A[i * n + k];
      }
    }
    let length = 0;
    for (let i = 0; i < n; i++) length += A[i * n + j] * A[i * n + j];
    length = Math.sqrt(length);
    r[j * n + j] = length;
    if (length > 0) for (let i = 0; i < n; i++) A[i * n + j] /= length;
  }
}
