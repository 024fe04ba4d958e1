/**
 * A, n × n by rows, becomes its LU factors, with the rows exchanged as `pivots` says (partial pivoting).
 * @returns false if A is singular to working precision
 */
export function factorize(A: Float64Array, n: number, pivots: Int32Array): boolean {
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(A[i * n + k]) > Math.abs(A[pivot * n + k])) pivot = i;
    pivots[k] = pivot;
    const largest = A[pivot * n + k];
    if (!(Math.abs(largest) > 0)) return false;
    if (pivot !== k) {
      for (let j = 0; j < n; j++) {
        const above = A[k * n + j];
        A[k * n + j] = A[pivot * n + j];
        A[pivot * n + j] = above;
      }
    }
    for (let i = k + 1; i < n; i++) {
      const factor = (A[i * n + k] /= largest);
      if (factor !== 0) for (let j = k + 1; j < n; j++) A[i * n + j] -= factor * A[k * n + j];
    }
  }
  return true;
}

/** b ← A⁻¹ b, from the factors and pivots that `factorize` left. */
export function solveFactorized(LU: Float64Array, n: number, pivots: Int32Array, b: Float64Array): void {
  for (let k = 0; k < n; k++) {
    const value = b[pivots[k]];
    b[pivots[k]] = b[k];
    b[k] = value;
  }
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) b[i] -= LU[i * n + j] * b[j];
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) b[i] -= LU[i * n + j] * b[j];
    b[i] /= LU[i * n + i];
  }
}
