import { multiplyInto } from "../../../numerics/matrix-exponential.js";

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
  const [a1, a2, a3, c1, c2, left, right, last, back, generator] = Array.from({ length: 10 }, matrix);
  const commutator = (X: Float64Array, Y: Float64Array, out: Float64Array): void => {
    multiplyInto(X, Y, n, out);
    multiplyInto(Y, X, n, back);
    for (let k = 0; k < size; k++) out[k] -= back[k];
  };
  const second = Math.sqrt(15) / 3,
    third = 10 / 3;
  return (j, from, width, duration) => {
    for (let q = 0; q < 3; q++) matrixAt(j, from + gaussShares[q] * width, A[q]);
    const [before, middle, after] = A;
    for (let k = 0; k < size; k++) {
      a1[k] = duration * middle[k];
      a2[k] = duration * second * (after[k] - before[k]);
      a3[k] = duration * third * (after[k] - 2 * middle[k] + before[k]);
    }
    commutator(a1, a2, c1);
    for (let k = 0; k < size; k++) right[k] = 2 * a3[k] + c1[k];
    commutator(a1, right, c2);
    for (let k = 0; k < size; k++) {
      left[k] = c1[k] - 20 * a1[k] - a3[k];
      right[k] = a2[k] - c2[k] / 60;
    }
    commutator(left, right, last);
    let growth = 0,
      error = 0;
    for (let i = 0; i < n; i++) {
      let row = 0,
        rest = 0;
      for (let k = i * n; k < (i + 1) * n; k++) {
        generator[k] = a1[k] + a3[k] / 12 + last[k] / 240;
        row += Math.abs(generator[k]);
        rest += Math.abs(last[k] / 240 + c1[k] / 12);
      }
      growth = Math.max(growth, row);
      error = Math.max(error, rest);
    }
    return { generator, growth, error };
  };
}
