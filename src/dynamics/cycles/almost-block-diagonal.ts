import type { Functional, NewtonStep } from "./collocation.js";
import { solve } from "../../numerics/dense.js";
import { degree, type Direction } from "./orbit-polynomial.js";

/**
 * Gaussian elimination of the first `columns` columns, pivots among the first `candidates` rows; all `rows` are
 * reduced.
 */
export function eliminate(A: Float64Array, candidates: number, rows: number, width: number, columns: number): boolean {
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

/** The local systems of all intervals, each with its inner nodes eliminated: N blocks of height × width. */
export interface LocalSystems {
  readonly n: number;
  readonly N: number;
  readonly inner: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: Float64Array;
}

/**
 * Eliminates the mesh points one after the other, solves what is left for the first point, the period and the
 * parameter, and goes back.
 */
export function condensed(
  { n, N, inner, width, height, blocks }: LocalSystems,
  phase: Functional & { readonly defect: number },
  last: Functional & { readonly defect: number },
  residual: number,
): NewtonStep | undefined {
  const transfer = new Float64Array(N * n * n);
  const L = inner,
    R = inner + n,
    S = inner + 2 * n;
  const at = (j: number, r: number, c: number): number => blocks[(j * height + r) * width + c];
  // Working rows: [ point j | point 0 | point j + 1 | logPeriod, parameter, two right-hand sides ]; n rows carried, n
  // of interval j, 2 functionals.
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
    for (let r = 0; r < n; r++)
      for (let c = 0; c < n; c++) {
        A[r * n + c] = at(j, inner + r, R + c);
        transfer[j * n * n + r * n + c] = -at(j, inner + r, L + c);
      }
    if (!solve(A, n, transfer.subarray(j * n * n, (j + 1) * n * n), n)) return undefined;
    const W = new Float64Array(tall * wide);
    W.set(functionals, 2 * n * wide);
    for (let q = 0; q < 2; q++) {
      const row = (2 * n + q) * wide,
        r = degree * n + q;
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
  const M = new Float64Array(size * size),
    right = new Float64Array(size * 2);
  for (let r = 0; r < size; r++) {
    const rows = r < n ? carried : functionals,
      row = (r < n ? r : r - n) * wide;
    for (let c = 0; c < n; c++) M[r * size + c] = rows[row + c] + rows[row + n + c]; // the last point is the first
    for (let c = 0; c < 2; c++) M[r * size + n + c] = rows[row + 3 * n + c];
    for (let c = 0; c < 2; c++) right[r * 2 + c] = rows[row + 3 * n + 2 + c];
  }
  if (!solve(M, size, right, 2)) return undefined;
  const directions = [0, 1].map((which): Direction => {
    const nodes = new Float64Array((N * degree + 1) * n);
    const first = Float64Array.from({ length: n }, (_, i) => right[i * 2 + which]);
    const logPeriod = right[n * 2 + which],
      parameter = right[(n + 1) * 2 + which];
    nodes.set(first, 0);
    nodes.set(first, N * degree * n);
    for (let j = N - 1; j >= 0; j--) {
      const end = (j + 1) * degree * n,
        start = j * degree * n;
      if (j > 0) {
        for (let r = n - 1; r >= 0; r--) {
          const row = (j * n + r) * wide;
          let sum =
            saved[row + 3 * n + 2 + which] - saved[row + 3 * n] * logPeriod - saved[row + 3 * n + 1] * parameter;
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
