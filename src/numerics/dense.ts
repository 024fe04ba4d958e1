/** Small dense matrices, row by row in a Float64Array: A[i*n + j]. Systems here have at most a few dozen unknowns. */

/** The n × n matrix with ones on its diagonal. */
export function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
}

/** Aᵀ of an n × n matrix. */
export function transpose(A: Float64Array, n: number): Float64Array {
  return Float64Array.from(A, (_, k) => A[(k % n) * n + Math.floor(k / n)]);
}

/** A B of two n × n matrices. */
export function multiplied(A: Float64Array, B: Float64Array, n: number): Float64Array {
  const C = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) C[i * n + j] += A[i * n + k] * B[k * n + j];
  return C;
}

/** Σ a_i b_i. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The Euclidean length of a vector. */
export const norm = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));
