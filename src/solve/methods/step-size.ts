import { pow } from "../../numerics/elementary.js";
import { quickLogarithm, quickPower } from "../../numerics/quick-power.js";
import { meanSquare, type Stepper, type Tolerance, type VectorField } from "./stepper.js";

/** Says how far the next step goes and whether a step taken is good enough. */
export interface StepSize {
  /** A piece of the run begins at (t, y) and lasts until `end`. */
  begin(t: number, y: Float64Array, end: number): void;
  /** Where the next step from t is to end, at most at `end`. */
  propose(t: number, end: number): number;
  /**
   * Is a step with this error, a mean square in units of the tolerance, good enough? To be asked once for each step
   * taken. It may be tried again, shorter, unless it is "hopeless", which changes nothing.
   */
  verdict(error: number, t: number, tNext: number, end: number): "accept" | "retry" | "hopeless";
}

/** Steps that end at multiples of dt, or earlier where a piece ends. */
export const gridSteps = (dt: number): StepSize => takenAsProposed((t, end) => gridEndAfter(t, dt, end));

/** One step to the end of each piece. */
export const stepsToEnd: StepSize = takenAsProposed((_t, end) => end);

function takenAsProposed(propose: StepSize["propose"]): StepSize {
  return { begin: () => undefined, propose, verdict: () => "accept" };
}

/** The end of the step from t by multiples of dt, at most `end`; k·dt is multiplied out, so that no error adds up. */
export function gridEndAfter(t: number, dt: number, end: number): number {
  const tNext = gridIndexAfter(t, dt) * dt;
  return tNext > end - gridSnap(dt, end) ? end : tNext;
}

/** A time t this close to the grid of multiples of dt is on it but for rounding, which grows with t. */
export const gridSnap = (dt: number, t: number): number => Math.max(1e-9 * dt, 2 ** -50 * t);

/** The first k with k · dt after t. */
export function gridIndexAfter(t: number, dt: number): number {
  const nearest = Math.round(t / dt);
  return nearest * dt - t > gridSnap(dt, t) ? nearest : nearest + 1;
}

/** A step of so much of what is left of a piece takes it all. */
export const STEP_TAKES_ALL = 0.99;

/** Hairer, Nørsett & Wanner (1993) II.4: Gustafsson's PI controller with the constants of DOPRI5. */
export const controller = {
  safety: 0.9,
  smallest: 0.2, // factor from one step to the next
  largest: 10,
  notFinite: 0.1, // factor after a step that led to infinity
  memory: 0.04, // share of the previous error in the choice
  leastLog: -27213.2350981447, // 2048 log2 1e-4: a previous error below is taken as this
  tinyLog: -68033.0877453617, // 2048 log2 1e-10: an error below is taken as this
  hugeError: 1e9, // one above is taken as this: its step is shortened by the most anyway
} as const;

/** Steps chosen by their error. */
export interface ErrorControlledSteps extends StepSize {
  /**
   * [0] the step to try next, [1] 2048 log2 of the error of the last accepted one, [2] 1 after a rejection: what a
   * program that takes steps goes on with.
   */
  readonly state: Float64Array;
}

/** Steps as long as the error estimate of the stepper allows. The first is chosen from f. */
export function errorControlledSteps(stepper: Stepper, field: VectorField, tolerance: Tolerance): ErrorControlledSteps {
  return new ErrorControl(stepper.errorOrder, field, tolerance);
}

/** Shares of an error's logarithm in that of a step's factor, where the step is taken and where it is tried again. */
export const shares = (order: number): { readonly taken: number; readonly retried: number } => ({
  taken: 0.75 * controller.memory - 1 / order,
  retried: -1 / order,
});

class ErrorControl implements ErrorControlledSteps {
  readonly state = Float64Array.of(Infinity, controller.leastLog, 0);
  private readonly shares: ReturnType<typeof shares>;

  constructor(
    private readonly order: number,
    private readonly field: VectorField,
    private readonly tolerance: Tolerance,
  ) {
    this.shares = shares(order);
  }

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
    const { state } = this;
    const { safety, smallest, largest, notFinite, memory, leastLog, tinyLog, hugeError } = controller;
    const taken = tNext - t;
    if (error <= 1) {
      const now = Math.max(0.5 * quickLogarithm(error), tinyLog);
      const factor = safety * quickPower(this.shares.taken * now + memory * state[1]);
      const proposed = taken * Math.min(state[2] === 1 ? 1 : largest, Math.max(smallest, factor));
      // cut short by the end of a piece, which is no fault of the step
      state[0] = tNext === end ? Math.max(state[0], proposed) : proposed;
      state[1] = Math.max(now, leastLog);
      state[2] = 0;
      return "accept";
    }
    const shrunk = safety * quickPower(0.5 * this.shares.retried * quickLogarithm(Math.min(error, hugeError ** 2)));
    const shorter = taken * (Number.isFinite(error) ? Math.max(smallest, shrunk) : notFinite);
    if (!(shorter > 4 * Number.EPSILON * Math.max(Math.abs(t), 1e-6 * (end - t)))) return "hopeless";
    state[0] = shorter;
    state[2] = 1;
    return "retry";
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
  const size = (v: Float64Array): number => Math.sqrt(meanSquare(v, y, y, scale));
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
