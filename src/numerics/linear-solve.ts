/**
 * Linear systems by Gaussian elimination, matrices row by row in a Float64Array. All but the null space rest on one
 * elimination with row pivoting: Golub & Van Loan (2013) Matrix Computations, 3.4.
 */
import { norm } from "./dense.js";

/**
 * Eliminates the first `columns` columns of A (rows × width) from the rows below each pivot, which is the largest entry
 * among the first `candidates` rows. Above and on the diagonal of these columns stands U, below it the factors of L;
 * what stands to the right has been reduced along.
 *
 * @param pivots pivots[k] ← the row exchanged with row k
 * @param least a pivot no larger counts as zero
 * @returns false at a column without a pivot, A being half done
 */
export function eliminate(
  A: Float64Array,
  rows: number,
  width: number,
  columns: number,
  candidates: number,
  pivots: Int32Array,
  least: number = 0,
): boolean {
  for (let k = 0; k < columns; k++) {
    let pivot = k;
    for (let i = k + 1; i < candidates; i++) if (Math.abs(A[i * width + k]) > Math.abs(A[pivot * width + k])) pivot = i;
    pivots[k] = pivot;
    const largest = A[pivot * width + k];
    if (!(Math.abs(largest) > least)) return false;
    if (pivot !== k) swapRows(A, width, k, pivot);
    const top = k * width;
    for (let i = k + 1; i < rows; i++) {
      const row = i * width;
      const factor = (A[row + k] /= largest);
      if (factor !== 0) for (let j = k + 1; j < width; j++) A[row + j] -= factor * A[top + j];
    }
  }
  return true;
}

/**
 * A, n × n, becomes its LU factors, with the rows exchanged as `pivots` says.
 * @param least a pivot no larger counts as zero
 * @returns false if A is singular
 */
export function factorize(A: Float64Array, n: number, pivots: Int32Array, least: number = 0): boolean {
  return eliminate(A, n, n, n, n, pivots, least);
}

/** B ← A⁻¹ B, n × columns, from the factors and pivots that `factorize` left. */
export function solveFactorized(
  LU: Float64Array,
  n: number,
  pivots: Int32Array,
  B: Float64Array,
  columns: number = 1,
): void {
  for (let k = 0; k < n; k++) if (pivots[k] !== k) swapRows(B, columns, k, pivots[k]);
  for (let c = 0; c < columns; c++) {
    for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) B[i * columns + c] -= LU[i * n + j] * B[j * columns + c];
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) B[i * columns + c] -= LU[i * n + j] * B[j * columns + c];
      B[i * columns + c] /= LU[i * n + i];
    }
  }
}

/** Solves A X = B in place: B (n × columns) becomes X, A its factors. False if A is singular to rounding. */
export function solve(A: Float64Array, n: number, B: Float64Array, columns: number = 1): boolean {
  let largest = 0;
  for (let i = 0; i < n * n; i++) largest = Math.max(largest, Math.abs(A[i]));
  const pivots = new Int32Array(n);
  if (!factorize(A, n, pivots, 1e-300 + 1e-18 * largest)) return false;
  solveFactorized(A, n, pivots, B, columns);
  return true;
}

/** The determinant of an n × n matrix; NaN if an entry is no finite number. */
export function determinant(matrix: Float64Array, n: number): number {
  if (!matrix.every(Number.isFinite)) return NaN;
  const LU = matrix.slice();
  const pivots = new Int32Array(n);
  if (!factorize(LU, n, pivots)) return 0;
  let product = 1;
  for (let k = 0; k < n; k++) product *= pivots[k] === k ? LU[k * n + k] : -LU[k * n + k];
  return product;
}

/**
 * A basis of the null space of a rows × columns matrix, by Gaussian elimination with complete pivoting, each vector of
 * length 1, not orthogonal to one another. Pivots below `tolerance` times the largest count as zero; at least
 * columns − rows and, for a square matrix, at least one are taken as zero.
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

function swapRows(A: Float64Array, width: number, i: number, k: number): void {
  if (i === k) return;
  for (let j = 0; j < width; j++) {
    const above = A[i * width + j];
    A[i * width + j] = A[k * width + j];
    A[k * width + j] = above;
  }
}

function swapColumns(A: Float64Array, rows: number, width: number, j: number, k: number): void {
  if (j === k) return;
  for (let i = 0; i < rows; i++) {
    const left = A[i * width + j];
    A[i * width + j] = A[i * width + k];
    A[i * width + k] = left;
  }
}
