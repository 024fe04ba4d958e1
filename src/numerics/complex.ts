import { dot } from "./dense.js";
import { solve } from "./linear-solve.js";

/** A complex number: an eigenvalue, a Floquet multiplier, an impedance. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A vector of complex numbers. */
export interface ComplexVector {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** a + b. */
export const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });

/** a b. */
export const multiply = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});

/** a/b, of numbers whose squares neither overflow nor vanish. */
export function divide(a: Complex, b: Complex): Complex {
  const square = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
}

/** z over a real number. */
export const over = (z: Complex, divisor: number): Complex => ({ re: z.re / divisor, im: z.im / divisor });

/** |z|. */
export const modulus = ({ re, im }: Complex): number => Math.hypot(re, im);

/** |a − b|. */
export const distance = (a: Complex, b: Complex): number => Math.hypot(a.re - b.re, a.im - b.im);

/** The product of some numbers; 1 of none. */
export const product = (factors: readonly Complex[]): Complex => factors.reduce(multiply, { re: 1, im: 0 });

/** Each two of some numbers, as those that may be conjugate. */
export const pairsOf = (values: readonly Complex[]): (readonly [Complex, Complex])[] =>
  values.flatMap((a, i) => values.slice(i + 1).map((b) => [a, b] as const));

/** ⟨p, w⟩ = Σ p̄_i w_i. */
export const innerProduct = (p: ComplexVector, w: ComplexVector): Complex => ({
  re: dot(p.re, w.re) + dot(p.im, w.im),
  im: dot(p.re, w.im) - dot(p.im, w.re),
});

/** A − σ, for a real n × n matrix A, as a real matrix of 2n rows that acts on (Re x, Im x). */
export function shiftedMatrix(A: Float64Array, n: number, { re, im }: Complex): Float64Array {
  const size = 2 * n;
  const M = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      M[i * size + j] = M[(i + n) * size + j + n] = i === j ? A[i * n + j] - re : A[i * n + j];
    M[i * size + i + n] = im;
    M[(i + n) * size + i] = -im;
  }
  return M;
}

/** (A − σ)⁻¹ b for a real n × n matrix A; full of NaN where σ is an eigenvalue. */
export function solveShifted(A: Float64Array, n: number, shift: Complex, b: ComplexVector): ComplexVector {
  const x = Float64Array.of(...b.re, ...b.im);
  if (!solve(shiftedMatrix(A, n, shift), 2 * n, x)) x.fill(NaN);
  return { re: x.slice(0, n), im: x.slice(n) };
}
