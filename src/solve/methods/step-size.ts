import { exp, log, pow } from "../../numerics/elementary.js";
import { errorNorm, type Stepper, type Tolerance, type VectorField } from "./stepper.js";

/** Says how far the next step goes and whether a step taken is good enough. */
export interface StepSize {
  /** A piece of the run begins at (t, y) and lasts until `end`. */
  begin(t: number, y: Float64Array, end: number): void;
  /** Where the next step from t is to end, at most at `end`. */
  propose(t: number, end: number): number;
  /**
   * Is a step with this error, in units of the tolerance, good enough? To be asked once for each step taken. It may be
   * tried again, shorter, unless it is "hopeless", which changes nothing.
   */
  verdict(error: number, t: number, tNext: number, end: number): "accept" | "retry" | "hopeless";
}

/**
 * Steps that end on the grid from + k·dt, or earlier where a piece ends; k·dt is multiplied out, so that no error adds
 * up.
 */
export function gridSteps(from: number, dt: number): StepSize {
  return {
    begin: () => undefined,
    propose(t, end) {
      const tNext = from + gridIndexAfter(t - from, dt) * dt;
      return tNext > end - gridSnap(dt) ? end : tNext;
    },
    verdict: () => "accept",
  };
}

/** Ends of pieces this close to a grid are on it but for rounding. */
export const gridSnap = (dt: number): number => 1e-9 * dt;

/** The first k with k · dt after t. */
export const gridIndexAfter = (t: number, dt: number): number => Math.floor((t + gridSnap(dt)) / dt) + 1;

/** A step of so much of what is left of a piece takes it all. */
export const STEP_TAKES_ALL = 0.99;

/** Hairer, Nørsett & Wanner (1993) II.4: Gustafsson's PI controller with the constants of DOPRI5. */
const controller = {
  safety: 0.9,
  smallest: 0.2, // factor from one step to the next
  largest: 10,
  notFinite: 0.1, // factor after a step that led to infinity
  memory: 0.04, // share of the previous error in the choice
  leastLog: -9.210340371976182, // a previous error below 1e-4 is taken as this
  tinyLog: -23.025850929940457, // an error below 1e-10 is taken as this
} as const;

/** Steps chosen by their error, for a program that takes them: numbers that are passed in an array are not boxed. */
export interface ErrorControlledSteps extends StepSize {
  /** The step to try next; the program writes where `judge` reads: [3] the error, [4] t, [5] tNext, [6] end. */
  readonly state: Float64Array;
  /** `verdict` on what stands in `state`: 0 to accept, 1 to retry, 2 where that is hopeless. */
  judge(): 0 | 1 | 2;
}

/** Steps as long as the error estimate of the stepper allows. The first is chosen from f. */
export function errorControlledSteps(stepper: Stepper, field: VectorField, tolerance: Tolerance): ErrorControlledSteps {
  return new ErrorControl(stepper.errorOrder, field, tolerance);
}

const verdicts = ["accept", "retry", "hopeless"] as const;

class ErrorControl implements ErrorControlledSteps {
  /**
   * The step to try next, the logarithm of the error of the last accepted one, and 1 after a rejection; then what
   * `judge` is asked about.
   */
  readonly state = Float64Array.of(Infinity, controller.leastLog, 0, 0, 0, 0, 0);

  constructor(
    private readonly order: number,
    private readonly field: VectorField,
    private readonly tolerance: Tolerance,
  ) {}

  begin(t: number, y: Float64Array, end: number): void {
    const { state } = this;
    state[0] = Math.min(state[0], firstStep(this.field, this.tolerance, this.order, t, y, end));
    state[2] = 0;
  }

  propose(t: number, end: number): number {
    const h = this.state[0];
    const left = end - t;
    return h >= STEP_TAKES_ALL * left ? end : h > 0.5 * left ? t + 0.5 * left : t + h;
  }

  verdict(error: number, t: number, tNext: number, end: number): "accept" | "retry" | "hopeless" {
    this.state.set([error, t, tNext, end], 3);
    return verdicts[this.judge()];
  }

  judge(): 0 | 1 | 2 {
    const { state, order } = this;
    const error = state[3];
    const t = state[4];
    const tNext = state[5];
    const end = state[6];
    const { safety, smallest, largest, notFinite, memory, leastLog, tinyLog } = controller;
    const taken = tNext - t;
    if (error <= 1) {
      const now = Math.max(log(error), tinyLog);
      const factor = safety * exp((0.75 * memory - 1 / order) * now + memory * state[1]);
      const proposed = taken * Math.min(state[2] === 1 ? 1 : largest, Math.max(smallest, factor));
      // cut short by the end of a piece, which is no fault of the step
      state[0] = tNext === end ? Math.max(state[0], proposed) : proposed;
      state[1] = Math.max(now, leastLog);
      state[2] = 0;
      return 0;
    }
    const factor = Number.isFinite(error) ? Math.max(smallest, safety * exp(log(error) * (-1 / order))) : notFinite;
    const shorter = taken * factor;
    if (!(shorter > 4 * Number.EPSILON * Math.max(Math.abs(t), 1e-6 * (end - t)))) return 2;
    state[0] = shorter;
    state[2] = 1;
    return 1;
  }
}

/**
 * A first step of which an explicit Euler step would make an error of about the tolerance: Hairer, Nørsett & Wanner
 * II.4, p. 169.
 * There the trial step changes y by 1 % of y; here by 1 % of the scale of errors, so that it does not depend on where V
 * has its zero.
 */
function firstStep(field: VectorField, scale: Tolerance, q: number, t: number, y: Float64Array, end: number): number {
  const n = y.length;
  const f0 = new Float64Array(n);
  const f1 = new Float64Array(n);
  const size = (v: Float64Array): number => errorNorm(v, y, y, scale);
  field(t, y, f0);
  const d1 = size(f0);
  const h0 = Math.min(d1 > 1e-5 ? 0.01 / (scale.tolerance * d1) : 1e-6 * (end - t), end - t);
  field(
    t + h0,
    y.map((value, i) => value + h0 * f0[i]),
    f1,
  );
  const d2 = size(f1.map((value, i) => value - f0[i])) / h0;
  const steepest = Math.max(d1, d2);
  const h1 = steepest > 1e-15 ? pow(0.01 / steepest, 1 / q) : 0.01 * (end - t);
  const h = Math.min(100 * h0, h1, end - t);
  return h > 0 ? h : 1e-6 * (end - t); // f is not finite here: the first step will tell
}
