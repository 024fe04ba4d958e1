import { eliminate, solveFactorized } from "./linear-solve.js";

/** out ← A B, n × n, row by row. */
export function multiplyInto(A: Float64Array, B: Float64Array, n: number, out: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += A[row + k] * B[k * n + j];
      out[row + j] = sum;
    }
  }
}

/** out ← a A + b B + c C, element by element. */
export function sumInto(
  out: Float64Array,
  a: number,
  A: Float64Array,
  b: number,
  B: Float64Array,
  c: number,
  C: Float64Array,
): void {
  for (let k = 0; k < out.length; k++) out[k] = a * A[k] + b * B[k] + c * C[k];
}

/** The largest sum of the sizes in a row, n × n. */
export function rowNorm(A: Float64Array, n: number): number {
  let largest = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let k = i * n; k < (i + 1) * n; k++) row += Math.abs(A[k]);
    largest = Math.max(largest, row);
  }
  return largest;
}

function addToDiagonal(A: Float64Array, n: number, value: number): void {
  for (let k = 0; k < A.length; k += n + 1) A[k] += value;
}

const pade = [1, 1 / 2, 5 / 44, 1 / 66, 1 / 792, 1 / 15840, 1 / 665280]; // of e^x, order [6/6], right to 2e-13 up to 1

/**
 * out ← e^A for n × n matrices, by scaling and squaring of a Padé approximant: Golub & Van Loan (2013) Matrix
 * Computations, 9.3.1. NaN where A is not finite.
 */
export function exponentialOf(n: number): (A: Float64Array, out: Float64Array) => void {
  const size = n * n;
  const [X, X2, X4, X6, odd, even, denominator] = Array.from({ length: 7 }, () => new Float64Array(size));
  const pivots = new Int32Array(n);
  return (A, out) => {
    const largest = rowNorm(A, n);
    if (!(largest < Infinity)) {
      out.fill(NaN);
      return;
    }
    const squarings = largest > 1 ? Math.ceil(Math.log2(largest)) : 0;
    const factor = 2 ** -squarings;
    sumInto(X, factor, A, 0, A, 0, A);
    multiplyInto(X, X, n, X2);
    multiplyInto(X2, X2, n, X4);
    multiplyInto(X4, X2, n, X6);
    sumInto(odd, pade[3], X2, pade[5], X4, 0, X4);
    addToDiagonal(odd, n, pade[1]);
    sumInto(even, pade[2], X2, pade[4], X4, pade[6], X6);
    addToDiagonal(even, n, 1);
    multiplyInto(X, odd, n, out);
    sumInto(denominator, 1, even, -1, out, 0, out);
    sumInto(out, 1, even, 1, out, 0, out);
    if (!eliminate(denominator, n, n, n, n, pivots)) out.fill(NaN);
    else solveFactorized(denominator, n, pivots, out, n);
    for (let s = 0; s < squarings; s++) {
      multiplyInto(out, out, n, X);
      out.set(X);
    }
  };
}
