import { multiplyInto, rowNorm, sumInto } from "../../../numerics/matrix-exponential.js";

/** One step of dY/dt = A(t) Y. */
export interface MagnusStep {
  /** Its exponential is the propagator; overwritten by the next step. */
  readonly generator: Float64Array;
  /** Its norm. */
  readonly growth: number;
  /** The norm of what the expansion of order four leaves out of it. */
  readonly error: number;
}

const gaussShares = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)];

/**
 * The Magnus expansion of order six of Blanes, Casas & Ros (2000) BIT 40:434, over a share of an interval: from `from`
 * over `width` of it, which is `duration` in time.
 * @param matrixAt out ← A at a share of the j-th interval
 */
export function magnusStep(
  n: number,
  matrixAt: (j: number, share: number, out: Float64Array) => void,
): (j: number, from: number, width: number, duration: number) => MagnusStep {
  const size = n * n;
  const matrix = (): Float64Array => new Float64Array(size);
  const A = [matrix(), matrix(), matrix()];
  const [a1, a2, a3, c1, c2, left, right, last, back, generator, rest] = Array.from({ length: 11 }, matrix);
  const commutator = (X: Float64Array, Y: Float64Array, out: Float64Array): void => {
    multiplyInto(X, Y, n, out);
    multiplyInto(Y, X, n, back);
    sumInto(out, 1, out, -1, back, 0, back);
  };
  const second = Math.sqrt(15) / 3,
    third = 10 / 3;
  return (j, from, width, duration) => {
    for (let q = 0; q < 3; q++) matrixAt(j, from + gaussShares[q] * width, A[q]);
    const [before, middle, after] = A;
    sumInto(a1, duration, middle, 0, middle, 0, middle);
    sumInto(a2, duration * second, after, -duration * second, before, 0, before);
    sumInto(a3, duration * third, after, -2 * duration * third, middle, duration * third, before);
    commutator(a1, a2, c1);
    sumInto(right, 2, a3, 1, c1, 0, c1);
    commutator(a1, right, c2);
    sumInto(left, 1, c1, -20, a1, -1, a3);
    sumInto(right, 1, a2, -1 / 60, c2, 0, c2);
    commutator(left, right, last);
    sumInto(generator, 1, a1, 1 / 12, a3, 1 / 240, last);
    sumInto(rest, 1 / 240, last, 1 / 12, c1, 0, c1);
    return { generator, growth: rowNorm(generator, n), error: rowNorm(rest, n) };
  };
}
