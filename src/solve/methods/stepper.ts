/** dydt ← f(t, y): the right-hand side of y′ = f(t, y). Both arrays have length n; t is in ms for a model. */
export type VectorField = (t: number, y: Float64Array, dydt: Float64Array) => void;

/** J[i*n + j] ← ∂f_i/∂y_j at (t, y). */
export type JacobianField = (t: number, y: Float64Array, J: Float64Array) => void;

/**
 * One method at work on one system. A stepper knows nothing of events, stimuli or models: `integrate` drives it.
 *
 *     step → (interpolate …) → accept → step → …
 *
 * A step may be retaken with another h from the same (t, y) until it is accepted.
 */
export interface Stepper {
  /** Global order of the method. */
  readonly order: number;
  /** Order of the interpolant between the ends of a step. */
  readonly denseOrder: number;
  /** Order q of the error estimate (the step size scales with error^(−1/q)); 0 for a method of fixed step. */
  readonly errorOrder: number;
  /**
   * next ← the state one step h after (t, y). Returns the mean square of the estimated error, in units of the
   * tolerance; 0 without an estimate.
   */
  step(t: number, y: Float64Array, h: number, next: Float64Array): number;
  /** out ← the state at t + θh within the step last taken, 0 ≤ θ ≤ 1. */
  interpolate(theta: number, out: Float64Array): void;
  /** The next step starts where the last one ended. */
  accept(): void;
  /** The next step starts anew: the state or the right-hand side has jumped. */
  restart(): void;
}

/**
 * Sizes against which errors are measured. The error of state i counts in units of
 * `tolerance * max(floor[i], |y_i|)`: relative to the state where it is larger than `floor[i]`, absolute below.
 */
export interface Tolerance {
  readonly tolerance: number;
  readonly floor: Float64Array;
}

/** Mean square of the error over the states, in units of the tolerance: a step is good enough at 1 or less. */
export function meanSquare(
  error: Float64Array,
  y: Float64Array,
  next: Float64Array,
  { tolerance, floor }: Tolerance,
): number {
  let sum = 0;
  for (let i = 0; i < error.length; i++) {
    const e = error[i] * (1 / (tolerance * Math.max(floor[i], Math.abs(y[i]), Math.abs(next[i]))));
    sum += e * e;
  }
  return sum * (1 / error.length);
}
