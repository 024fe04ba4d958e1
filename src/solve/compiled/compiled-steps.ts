import type { DrivenSystem } from "../driven-system.js";
import type { TakeSteps } from "../integrate.js";
import type { Method } from "../methods/method.js";
import type { StepSize } from "../methods/step-size.js";
import type { Tolerance } from "../methods/stepper.js";
import { lastIsNext, tableaus, type RungeKuttaMethod, type Tableau } from "../methods/tableau.js";
import { pointsPerStep, type Density, type Recording } from "../recording.js";
import { stepProgram, type StepProgramState } from "./step-program.js";

/** A run, as far as its compiled steps have to know it. */
export interface CompiledRun {
  readonly driven: DrivenSystem;
  readonly method: Method;
  readonly stepSize: StepSize;
  readonly scale: Tolerance;
  readonly recording: Recording;
  readonly density: Density;
  readonly duration: number;
}

// Room for steps, taken at a time: growing, so that a short run does not pay for a long one.
const leastRows = 200;
const mostRows = 8192;
const mostAtOnce = 200_000; // then `integrate` sees whether it has been enough

/**
 * The steps of a model by a program compiled for it, which writes them into the recording as it goes; undefined for a
 * hand-written right-hand side, where the method or the output wants each step by itself, and where a page's policy
 * forbids to compile.
 */
export function compiledSteps(run: CompiledRun): TakeSteps | undefined {
  const { driven, method, stepSize, scale, recording, density, duration } = run;
  const { model, parameters, input } = driven;
  if (model === undefined || !hasProgram(method) || typeof density === "object") return undefined;
  const program = stepProgram({ model, method, inputVaries: !driven.autonomous, pointsPerStep });
  if (program === undefined) return undefined;
  const { stepEnds, output } = recording;
  const { p } = parameters;

  return (from, y, end) => {
    const state: StepProgramState = {
      p,
      input,
      y,
      t: from,
      end,
      stepSize,
      scale,
      stepEnds: [],
      row: 0,
      rows: 0,
      output: [],
      outputRow: 0,
      rejected: 0,
      evaluations: 0,
    };
    let steps = 0;
    for (;;) {
      const done = stepEnds.length;
      const rows = Math.min(mostRows, Math.max(leastRows, done >> 2));
      const left = state.t > 0 ? Math.ceil(1.05 * done * (duration / state.t)) + rows : 0;
      const expected = Math.min(left, 8 * done);
      state.row = done;
      state.rows = rows;
      state.stepEnds = stepEnds.reserve(rows, expected);
      if (density === "smooth") {
        state.outputRow = output.length;
        state.output = output.reserve(rows * pointsPerStep, expected * pointsPerStep);
      }
      const taken = program(state);
      recording.onSteps(taken, y);
      steps += taken;
      if (taken < rows || state.t >= end || steps > mostAtOnce) break;
    }
    driven.evaluations += state.evaluations;
    return { t: state.t, steps, rejected: state.rejected };
  };
}

/** Tables of fixed step, and embedded pairs of the form that `adaptiveProgramText` writes. */
function hasProgram(method: Method): method is RungeKuttaMethod {
  if (!Object.hasOwn(tableaus, method)) return false;
  const tableau: Tableau = tableaus[method as RungeKuttaMethod];
  return tableau.error === undefined || (tableau.dense !== undefined && lastIsNext(tableau));
}
