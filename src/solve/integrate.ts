import { crossingBeforeEnd, upwardCrossing, upwardCrossings } from "./events.js";
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
  /** Times, ascending, at which f kinks, and no step spans one: the next step goes on from there. */
  readonly kinks?: readonly number[];
  /** Tells the system that times from here on lie in a piece of the run on which f is smooth, up to `end`. */
  readonly beginPiece?: (end: number, refractory: boolean) => void;
  /**
   * The event function of (t, y): where it rises from below zero to zero or above there is an event, be it within a
   * step or at a break, where it may jump. With a `reset`, a start at or above zero is one too.
   */
  readonly threshold?: ((t: number, y: Float64Array) => number) | undefined;
  /**
   * y ← the state after an event at (t, y). Returns for how long no event counts: the refractory period. The step is
   * cut at the event, so that none spans the jump.
   */
  readonly reset?: ((t: number, y: Float64Array) => number) | undefined;
  /** After so many steps a run is given up; a few million without it. */
  readonly mostSteps?: number;
  /** Until when a refractory period lasts that has begun before. */
  readonly refractoryUntil?: number;
  /** Before the first step of each piece. */
  readonly onPiece?: (from: number, end: number, refractory: boolean) => void;
  /** After each accepted step, while the stepper can still interpolate it. Return true to end the run there. */
  readonly onStep?: (t: number, y: Float64Array, tNext: number, next: Float64Array) => boolean | undefined;
  readonly takeSteps?: TakeSteps | undefined;
  readonly onEvent?: (t: number) => void;
  readonly onReset?: (t: number, after: Float64Array) => void;
}

/**
 * Takes many steps at once from (t, y), which it advances, towards `end`: a faster way to the numbers of the stepper.
 * It takes none in which there may be an event, and may take none at all.
 */
export type TakeSteps = (t: number, y: Float64Array, end: number) => StepsTaken;

/** How far several steps came, and what they took. */
export interface StepsTaken {
  readonly t: number;
  readonly steps: number;
  readonly rejected: number;
  /** There may be an event in the last step. */
  readonly closerLook?: StepToLookAt;
}

/** A step from `start` on: the event function of θ in it, until more steps are taken, and where it is `known`. */
export interface StepToLookAt {
  readonly start: number;
  readonly event: (theta: number) => number;
  /** As `upwardCrossings` takes it. */
  readonly known: readonly number[];
}

/** Where a run ended, and what it took. */
export interface Outcome {
  readonly t: number;
  readonly y: Float64Array;
  readonly steps: number;
  readonly rejected: number;
  /** Until when the last refractory period lasts. */
  readonly refractoryUntil: number;
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

/** After so many steps a run is asked how far they have come; at a pace for this many times the most it is given up. */
const pace = { steps: 100_000, hopeless: 100 };

/** Resets at one instant, after which a run is given up: time stands still. */
const mostAtOnce = 1000;

/** Drives a stepper through a run. Does not throw for what the system does: see `failure`. */
export function integrate(run: Run): Outcome {
  const { stepper, stepSize, to, threshold = () => -Infinity, reset = () => 0, mostSteps = manySteps } = run;
  const n = run.initial.length;
  const kinks = run.kinks ?? [];
  const breaks = (run.breaks ?? []).filter((b) => b > run.from && b < to);
  const y = Float64Array.from(run.initial);
  const next = new Float64Array(n);
  const scratch = new Float64Array(n);
  let t = run.from;
  let tNext = t;
  let refractoryUntil = run.refractoryUntil ?? -Infinity;
  let distance = NaN; // to the threshold at the end of the last piece; of none before the first
  let nextBreak = 0;
  let nextKink = 0;
  let steps = 0;
  let rejected = 0;
  let stopped = false;
  let asked = { steps: 0, t };
  let resets = { t: NaN, count: 0 };

  const outcome = (): Outcome => ({ t, y, steps, rejected, refractoryUntil });
  const failure = (kind: Failure["kind"]): Outcome => ({
    ...outcome(),
    failure: { kind, t, y, h: tNext - t, tried: next },
  });

  /** Whether the last steps were so short that the rest of the run could not be made of their like. */
  const creeps = (): boolean => {
    const taken = steps + rejected - asked.steps;
    if (taken < pace.steps) return false;
    const left = ((to - t) / (t - asked.t)) * taken;
    asked = { steps: steps + rejected, t };
    return left > pace.hopeless * mostSteps;
  };

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
    resets = { t, count: resets.t === t ? resets.count + 1 : 1 };
    refractoryUntil = t + reset(t, y);
    run.onReset?.(t, y);
    return threshold(t, y) < 0;
  };

  const onDenseOutput = (theta: number): number => {
    stepper.interpolate(theta, scratch);
    return threshold(t + theta * (tNext - t), scratch);
  };

  const onShorterStep = (theta: number): number => {
    const h = theta * (tNext - t);
    stepper.step(t, y, h, scratch);
    const value = threshold(t + h, scratch);
    return Number.isNaN(value) ? Infinity : value;
  };

  while (t < to && !stopped) {
    const refractory = t < refractoryUntil;
    const spiking = run.threshold !== undefined && !refractory;
    const jumping = spiking && run.reset !== undefined;
    while (nextBreak < breaks.length && breaks[nextBreak] <= t) nextBreak++;
    const end = Math.min(to, breaks[nextBreak] ?? to, refractory ? refractoryUntil : to);
    run.beginPiece?.(end, refractory);
    const distanceNow = spiking ? threshold(t, y) : NaN;
    if (jumping && distanceNow >= 0) {
      if (!jump()) return failure("reset above threshold");
      continue;
    }
    if (distance < 0 && distanceNow >= 0) run.onEvent?.(t);
    run.onPiece?.(t, end, refractory);
    stepper.restart();
    stepSize.begin(t, y, end);

    while (t < end && !stopped) {
      while (kinks[nextKink] <= t) nextKink++;
      const stop = Math.min(end, kinks[nextKink] ?? end);
      let looked = false;
      if (run.takeSteps !== undefined && !refractory) {
        const taken = run.takeSteps(t, y, stop);
        t = taken.t;
        steps += taken.steps;
        rejected += taken.rejected;
        if (taken.steps > 0) stepper.restart();
        if (taken.closerLook !== undefined) {
          const { start, event, known } = taken.closerLook;
          looked = true;
          for (const theta of upwardCrossings(event, known)) run.onEvent?.(start + theta * (t - start));
        }
        if (t === stop) continue;
      }
      if (steps + rejected >= mostSteps || creeps() || resets.count > mostAtOnce) return failure("too many steps");
      if (looked) continue;
      tNext = stepSize.propose(t, stop);
      const verdict = stepSize.verdict(stepper.step(t, y, tNext - t, next), t, tNext, stop);
      if (verdict === "retry") {
        rejected++;
        continue;
      }
      const finite = allFinite(next);
      const blowsUp = jumping && !(threshold(tNext, next) < threshold(t, y)); // towards a reset, which will end it
      if (verdict === "hopeless" || (!finite && !blowsUp)) {
        if (!blowsUp) return failure(finite ? "step too small" : "not finite");
        if (!jump()) return failure("reset above threshold"); // so steep that time can not resolve it
        break;
      }
      if (!spiking) {
        advance();
        continue;
      }

      const before = threshold(t, y);
      if (!jumping) {
        for (const theta of upwardCrossings(onDenseOutput, [before])) run.onEvent?.(t + theta * (tNext - t));
        advance();
        continue;
      }
      const endsAbove = stepper.errorOrder === 0 && !(threshold(tNext, next) < 0);
      const theta = endsAbove ? crossingBeforeEnd(onShorterStep, before) : upwardCrossing(onDenseOutput, 0, before);
      if (theta === undefined) {
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
    distance = spiking && !jumping ? threshold(t, y) : NaN;
  }
  return outcome();
}

/** Whether a state holds neither NaN nor an infinity: whether a step has diverged. */
export function allFinite(y: Float64Array): boolean {
  for (let i = 0; i < y.length; i++) if (!Number.isFinite(y[i])) return false;
  return true;
}
