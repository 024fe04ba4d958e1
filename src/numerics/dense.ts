/**
 * Small dense matrices, row by row in a Float64Array: A[i*n + j]. Systems here have at most a few dozen unknowns.
 */

/**
 * Solves A X = B in place by Gaussian elimination with row pivoting: B (n × columns) becomes X, A is destroyed. False
 * if A is singular to rounding.
 */
export function solve(A: Float64Array, n: number, B: Float64Array, columns = 1): boolean {
  let largest = 0;
  for (let i = 0; i < n * n; i++) largest = Math.max(largest, Math.abs(A[i]));
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(A[i * n + k]) > Math.abs(A[pivot * n + k])) pivot = i;
    if (!(Math.abs(A[pivot * n + k]) > 1e-300 + 1e-18 * largest)) return false;
    if (pivot !== k) {
      swapRows(A, n, k, pivot);
      swapRows(B, columns, k, pivot);
    }
    for (let i = k + 1; i < n; i++) {
      const factor = A[i * n + k] / A[k * n + k];
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) A[i * n + j] -= factor * A[k * n + j];
      for (let j = 0; j < columns; j++) B[i * columns + j] -= factor * B[k * columns + j];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = 0; c < columns; c++) {
      let sum = B[i * columns + c];
      for (let j = i + 1; j < n; j++) sum -= A[i * n + j] * B[j * columns + c];
      B[i * columns + c] = sum / A[i * n + i];
    }
  }
  return true;
}

export function determinant(matrix: Float64Array, n: number): number {
  const A = matrix.slice();
  let product = 1;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(A[i * n + k]) > Math.abs(A[pivot * n + k])) pivot = i;
    if (A[pivot * n + k] === 0) return 0;
    if (pivot !== k) {
      swapRows(A, n, k, pivot);
      product = -product;
    }
    product *= A[k * n + k];
    for (let i = k + 1; i < n; i++) {
      const factor = A[i * n + k] / A[k * n + k];
      for (let j = k + 1; j < n; j++) A[i * n + j] -= factor * A[k * n + j];
    }
  }
  return product;
}

/**
 * Orthonormal-free basis of the null space of a rows × columns matrix, by Gaussian elimination with complete pivoting,
 * each vector of length 1.
 * Pivots below `tolerance` times the largest count as zero; at least columns − rows and, for a square matrix, at least
 * one are taken as zero.
 */
export function nullSpace(matrix: Float64Array, rows: number, columns: number, tolerance: number): Float64Array[] {
  const A = matrix.slice();
  const order = Array.from({ length: columns }, (_, j) => j);
  const most = Math.min(rows, columns - 1);
  let rank = 0;
  let first = 0;
  for (; rank < most; rank++) {
    let row = rank,
      column = rank;
    for (let i = rank; i < rows; i++)
      for (let j = rank; j < columns; j++)
        if (Math.abs(A[i * columns + j]) > Math.abs(A[row * columns + column])) [row, column] = [i, j];
    const size = Math.abs(A[row * columns + column]);
    if (rank === 0) first = size;
    if (!(size > tolerance * first)) break;
    swapRows(A, columns, rank, row);
    swapColumns(A, rows, columns, rank, column);
    [order[rank], order[column]] = [order[column], order[rank]];
    for (let i = rank + 1; i < rows; i++) {
      const factor = A[i * columns + rank] / A[rank * columns + rank];
      for (let j = rank; j < columns; j++) A[i * columns + j] -= factor * A[rank * columns + j];
    }
  }
  return Array.from({ length: columns - rank }, (_, k) => {
    const x = new Float64Array(columns);
    x[rank + k] = 1;
    for (let i = rank - 1; i >= 0; i--) {
      let sum = 0;
      for (let j = i + 1; j < columns; j++) sum -= A[i * columns + j] * x[j];
      x[i] = sum / A[i * columns + i];
    }
    const result = new Float64Array(columns);
    const length = norm(x);
    for (let j = 0; j < columns; j++) result[order[j]] = x[j] / length;
    return result;
  });
}

export function transpose(A: Float64Array, n: number): Float64Array {
  return Float64Array.from(A, (_, k) => A[(k % n) * n + Math.floor(k / n)]);
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export const norm = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

function swapRows(A: Float64Array, width: number, i: number, k: number): void {
  if (i === k) return;
  for (let j = 0; j < width; j++) [A[i * width + j], A[k * width + j]] = [A[k * width + j], A[i * width + j]];
}

function swapColumns(A: Float64Array, rows: number, width: number, j: number, k: number): void {
  if (j === k) return;
  for (let i = 0; i < rows; i++) [A[i * width + j], A[i * width + k]] = [A[i * width + k], A[i * width + j]];
}
