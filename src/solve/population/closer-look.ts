import type { Model } from "../../model/model.js";
import type { DrivenSystem } from "../driven-system.js";
import { upwardCrossings } from "../events.js";
import { integrate } from "../integrate.js";
import { makeStepper } from "../methods/method.js";
import { gridSteps, stepsToEnd } from "../methods/step-size.js";
import { explain, SimulationError } from "../simulation-error.js";
import type { PopulationMethod } from "./population-method.js";

/** A step of one cell with all that can happen within. */
export interface CloserLook {
  /** Takes cell number `cell` from (t, start) to tNext; its parameters are those of `driven`. Tells of its spikes. */
  take(cell: number, t: number, tNext: number, smoothUntil: number, refractoryUntil: number): StepOutcome;
  /** Tells of the spikes of a cell without a reset, to the same times, where its state after the step is known. */
  spikes(cell: number, t: number, tNext: number, smoothUntil: number): void;
}

/** The state after the step, and until when a refractory period lasts. */
export interface StepOutcome {
  readonly y: Float64Array;
  readonly refractoryUntil: number;
}

/**
 * The same step as `simulate` would take it.
 * @param start the state before the step, read at each call
 * @param dt of a grid of steps from 0; undefined where each step is a grid by itself
 */
export function closerLook(
  model: Model,
  driven: DrivenSystem,
  method: Exclude<PopulationMethod, "izhikevich2003">,
  start: Float64Array,
  dt: number | undefined,
  onSpike: (t: number, cell: number) => void,
): CloserLook {
  const scale = { tolerance: 1, floor: new Float64Array(start.length) }; // not used: the steps are of fixed length
  const stepper = makeStepper(method, { ...driven, n: start.length }, scale);
  const [next, between] = [new Float64Array(start.length), new Float64Array(start.length)];
  const { threshold = () => -Infinity } = driven;
  let [from, length] = [0, 0];
  const onDenseOutput = (theta: number): number => {
    stepper.interpolate(theta, between);
    return threshold(from + theta * length, between);
  };
  return {
    spikes(cell, t, tNext, smoothUntil) {
      driven.beginPiece(smoothUntil, false);
      [from, length] = [t, tNext - t];
      stepper.restart();
      stepper.step(t, start, length, next);
      for (const theta of upwardCrossings(onDenseOutput, [threshold(t, start)])) onSpike(t + theta * length, cell);
    },
    take(cell, t, tNext, smoothUntil, refractoryUntil) {
      const outcome = integrate({
        from: t,
        to: tNext,
        initial: start,
        stepper,
        stepSize: dt === undefined ? stepsToEnd : gridSteps(dt),
        beginPiece: (_end, refractory) => driven.beginPiece(smoothUntil, refractory),
        threshold: driven.threshold,
        reset: driven.reset,
        refractoryUntil,
        onEvent: (time) => onSpike(time, cell),
      });
      if (outcome.failure) {
        const names = model.stateNames;
        const error = explain(outcome.failure, { names, method, adaptive: false, driven });
        throw new SimulationError(`cell ${cell}: ${error.message}`, error.time, error.variable);
      }
      return outcome;
    },
  };
}
