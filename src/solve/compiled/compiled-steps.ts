import type { DrivenSystem } from "../driven-system.js";
import { changeAhead } from "../events.js";
import type { TakeSteps } from "../integrate.js";
import type { Method, Noise } from "../methods/method.js";
import { gridIndexAfter, gridSnap, type ErrorControlledSteps } from "../methods/step-size.js";
import type { Tolerance } from "../methods/stepper.js";
import { lastIsNext, tableaus, type RungeKuttaMethod, type Tableau } from "../methods/tableau.js";
import { pointsPerStep, type DenseRecording } from "../recording/dense-recording.js";
import type { GridRecording } from "../recording/grid-recording.js";
import { adaptiveStepsPerCall, TAKE_STEPS } from "./adaptive-program.js";
import { stepsPerCall } from "./fixed-program.js";
import { stagesOf, type StepProgramSpec } from "./program-parts.js";
import { adaptiveProgram, fixedProgram } from "./step-program.js";

/** A run, as far as its compiled steps have to know it. */
export interface CompiledRun {
  readonly driven: DrivenSystem;
  readonly method: Method;
  /** Indices of the states to keep. */
  readonly kept: readonly number[];
  /** White noise in the input. */
  readonly noise?: Noise | undefined;
}

const mostAtOnce = 20_000; // then `integrate` sees whether it has been enough

/**
 * The steps of a model by a method of fixed step, by a program compiled for it, which writes them into the recording;
 * undefined for a hand-written right-hand side, for another method, and where a page's policy forbids to compile.
 */
export function fixedSteps(run: CompiledRun, recording: GridRecording, dt: number): TakeSteps | undefined {
  const spec = specOf(run, (tableau) => tableau.error === undefined);
  const program = spec && fixedProgram(spec);
  if (spec === undefined || program === undefined) return undefined;
  const { driven } = run;
  const { parameters, input, threshold, field } = driven;
  const stages = stagesOf(spec.method);
  const clock = new Float64Array(6);
  return (from, y, end) => {
    clock.set([from, end - gridSnap(dt, end), dt]);
    if (threshold !== undefined) clock[5] = changeAhead(threshold, field, from, y, dt);
    setInput(driven, from, y);
    let steps = 0;
    for (;;) {
      const k = gridIndexAfter(clock[0], dt);
      const { columns, row } = recording.room(stepsPerCall);
      clock[3] = k;
      clock[4] = row;
      const taken = program(clock, y, parameters.p, input, columns, run.noise?.path.increments);
      if (taken > 0) recording.onSteps(taken, k, y);
      steps += taken;
      if (taken < stepsPerCall || steps > mostAtOnce) break;
    }
    driven.evaluations += steps * stages;
    return { t: clock[0], steps, rejected: 0 };
  };
}

/** The same for an embedded pair of the form that `adaptiveProgramText` writes. */
export function adaptiveSteps(
  run: CompiledRun,
  { stepEnds, output, onSteps }: DenseRecording,
  stepSize: ErrorControlledSteps,
  { tolerance, floor }: Tolerance,
): TakeSteps | undefined {
  const spec = specOf(run, (tableau) => tableau.dense !== undefined && lastIsNext(tableau));
  const program = spec && adaptiveProgram(spec, pointsPerStep);
  if (program === undefined) return undefined;
  const { driven } = run;
  const { parameters, input } = driven;
  const clock = new Float64Array(8);
  const { looked, within } = program;
  return (from, y, end) => {
    clock.set([from, end, tolerance]);
    setInput(driven, from, y);
    let steps = 0;
    let rejected = 0;
    for (;;) {
      clock[3] = stepEnds.length;
      clock[4] = output.length;
      const ends = stepEnds.reserve(adaptiveStepsPerCall);
      const points = output.reserve(adaptiveStepsPerCall * pointsPerStep);
      clock[7] = TAKE_STEPS;
      const taken = program.steps(clock, y, parameters.p, input, stepSize.state, floor, ends, points);
      const looks = clock[7] === 1;
      onSteps(taken, y, looks ? looked.subarray(0, y.length) : undefined);
      steps += taken;
      rejected += clock[5];
      driven.evaluations += clock[6];
      if (looks) {
        const known = Array.from(looked.subarray(looked.length - pointsPerStep));
        return { t: clock[0], steps, rejected, closerLook: { start: looked[y.length], event: within, known } };
      }
      if (taken < adaptiveStepsPerCall || clock[0] >= end || steps > mostAtOnce) break;
    }
    return { t: clock[0], steps, rejected };
  };
}

function setInput({ parameters: { p, slot }, input }: DrivenSystem, t: number, y: Float64Array): void {
  if (slot >= 0) p[slot] = input(t, y[0]);
}

function specOf(
  { driven, method, kept, noise }: CompiledRun,
  fits: (tableau: Tableau) => boolean,
): StepProgramSpec | undefined {
  const { model } = driven;
  // A stimulus that depends on V adds to the diagonal of the Jacobian, which the program does not know.
  if (method === "exponentialEuler" && model !== undefined && driven.autonomous && fits(tableaus.euler))
    return { model, method, inputVaries: false, kept };
  const isNoisy = method === "eulerMaruyama";
  if (model === undefined || !(isNoisy || Object.hasOwn(tableaus, method))) return undefined;
  const known = isNoisy ? "euler" : (method as RungeKuttaMethod); // which Euler-Maruyama is without noise
  if (!fits(tableaus[known])) return undefined;
  return { model, method: noise === undefined ? known : "eulerMaruyama", inputVaries: !driven.autonomous, kept };
}
