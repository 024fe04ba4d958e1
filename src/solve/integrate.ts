import { crossingBeforeEnd, upwardCrossing } from "./events.js";
import type { StepSize } from "./methods/step-size.js";
import type { Stepper } from "./methods/stepper.js";

/** A run to be made: where from, how far, by what steps, and what may happen on the way. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly initial: Float64Array;
  readonly stepper: Stepper;
  readonly stepSize: StepSize;
  /** Times, ascending, at which f jumps or kinks: no step spans one of them. */
  readonly breaks?: readonly number[];
  /** The event function: an upward crossing of zero is an event. With a `reset`, so is a start at or above zero. */
  readonly threshold?: ((y: Float64Array) => number) | undefined;
  /** y ← the state after an event. The step is cut at the event, so that none spans the jump. */
  readonly reset?: ((y: Float64Array) => void) | undefined;
  /** How long after a reset no event counts and `onPiece` is told to hold. */
  readonly refractory?: (() => number) | undefined;
  /** After so many steps a run is given up; a few million without it. */
  readonly mostSteps?: number;
  /** A refractory period that lasts at the start: until when. */
  readonly heldUntil?: number;
  /** Before the first step of each piece of the run on which f is smooth. */
  readonly onPiece?: (from: number, to: number, held: boolean) => void;
  /** After each accepted step, while the stepper can still interpolate it. Return true to end the run there. */
  readonly onStep?: (t: number, y: Float64Array, tNext: number, next: Float64Array) => boolean | void;
  /** Takes many steps at once from (t, y), which it advances: a faster way to the same numbers. May take none. */
  readonly march?: ((t: number, y: Float64Array, end: number) => Marched) | undefined;
  readonly onEvent?: (t: number) => void;
  readonly onReset?: (t: number, after: Float64Array) => void;
}

/** How far a march came, and what it took. */
export interface Marched {
  readonly t: number;
  readonly steps: number;
  readonly rejected: number;
}

/** Where a run ended, and what it took. */
export interface Outcome {
  readonly t: number;
  readonly y: Float64Array;
  readonly steps: number;
  readonly rejected: number;
  /** Until when the last refractory period lasts. */
  readonly heldUntil: number;
  readonly failure?: Failure;
}

/** Why a run could not go on from (t, y), the step that was tried, and the state it led to. */
export interface Failure {
  readonly kind: "not finite" | "step too small" | "too many steps" | "reset above threshold";
  readonly t: number;
  readonly y: Float64Array;
  readonly h: number;
  readonly tried: Float64Array;
}

/** Enough for minutes of a spiking neuron, little enough to be kept in memory. */
const manySteps = 3_000_000;

/** Drives a stepper through a run. Does not throw for what the system does: see `failure`. */
export function integrate(run: Run): Outcome {
  const { stepper, stepSize, to, threshold, reset, mostSteps = manySteps } = run;
  const n = run.initial.length;
  const breaks = (run.breaks ?? []).filter((b) => b > run.from && b < to);
  const y = Float64Array.from(run.initial);
  const next = new Float64Array(n);
  const scratch = new Float64Array(n);
  let t = run.from;
  let tNext = t;
  let heldUntil = run.heldUntil ?? -Infinity;
  let nextBreak = 0;
  let steps = 0;
  let rejected = 0;
  let stopped = false;

  const outcome = (): Outcome => ({ t, y, steps, rejected, heldUntil });
  const failure = (kind: Failure["kind"]): Outcome => ({
    ...outcome(),
    failure: { kind, t, y, h: tNext - t, tried: next },
  });

  const advance = (): void => {
    steps++;
    stopped = run.onStep?.(t, y, tNext, next) === true;
    stepper.accept();
    t = tNext;
    y.set(next);
  };

  /** The event and the jump at (t, y). False if the state after it calls for another event at once. */
  const jump = (): boolean => {
    run.onEvent?.(t);
    reset!(y);
    run.onReset?.(t, y);
    heldUntil = t + (run.refractory?.() ?? 0);
    return threshold!(y) < 0;
  };

  const onDenseOutput = (theta: number): number => {
    stepper.interpolate(theta, scratch);
    return threshold!(scratch);
  };

  const onShorterStep = (theta: number): number => {
    stepper.step(t, y, theta * (tNext - t), scratch);
    const distance = threshold!(scratch);
    return Number.isNaN(distance) ? Infinity : distance;
  };

  while (t < to && !stopped) {
    const held = t < heldUntil;
    const spiking = threshold !== undefined && !held;
    const jumping = spiking && reset !== undefined;
    if (jumping && threshold(y) >= 0 && !jump()) return failure("reset above threshold");
    if (t < heldUntil && !held) continue;

    while (nextBreak < breaks.length && breaks[nextBreak] <= t) nextBreak++;
    const end = Math.min(to, breaks[nextBreak] ?? to, held ? heldUntil : to);
    run.onPiece?.(t, end, held);
    stepper.restart();
    stepSize.begin(t, y, end);

    while (t < end && !stopped) {
      if (run.march !== undefined && !held) {
        const marched = run.march(t, y, end);
        t = marched.t;
        steps += marched.steps;
        rejected += marched.rejected;
        if (marched.steps > 0) stepper.restart();
        if (t === end) break;
      }
      if (steps + rejected >= mostSteps) return failure("too many steps");
      tNext = stepSize.propose(t, end);
      const verdict = stepSize.judge(stepper.step(t, y, tNext - t, next), t, tNext, end);
      if (verdict === "retry") {
        rejected++;
        continue;
      }
      const finite = allFinite(next);
      const blowsUp = jumping && !(threshold(next) < threshold(y)); // towards a reset, which will end it
      if (verdict === "hopeless" || (!finite && !blowsUp)) {
        if (!blowsUp) return failure(finite ? "step too small" : "not finite");
        if (!jump()) return failure("reset above threshold"); // so steep that time can not resolve it
        break;
      }
      if (!spiking) {
        advance();
        continue;
      }

      const before = threshold(y);
      let theta: number | undefined;
      if (jumping && stepper.errorOrder === 0 && !(threshold(next) < 0))
        theta = crossingBeforeEnd(onShorterStep, before);
      else theta = upwardCrossing(onDenseOutput, 0, before);
      if (theta === undefined || !jumping) {
        for (; theta !== undefined; theta = upwardCrossing(onDenseOutput, theta, 0))
          run.onEvent?.(t + theta * (tNext - t));
        advance();
        continue;
      }
      tNext = t + theta * (tNext - t);
      if (tNext > t) {
        stepper.step(t, y, tNext - t, next);
        advance();
      }
      if (!jump()) return failure("reset above threshold");
      break;
    }
  }
  return outcome();
}

export function allFinite(y: Float64Array): boolean {
  for (let i = 0; i < y.length; i++) if (!Number.isFinite(y[i])) return false;
  return true;
}
