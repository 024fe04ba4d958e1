import { lastAtMost } from "../../numerics/search.js";
import { retaker, type Piece, type RecordedRun, type Recording } from "./recording.js";
import { SampleBuffer } from "./sample-buffer.js";

/**
 * Points that an adaptive step adds to the output, its end included, as in MATLAB's ode45: enough for a smooth curve.
 */
export const pointsPerStep = 4;

/** A recording of the steps of an adaptive method: a few points in each, or a grid. */
export interface DenseRecording extends Recording {
  /** The ends of steps, from which any step can be taken again: rows of time, states. */
  readonly stepEnds: SampleBuffer;
  /** Rows of the kept states, and of an input that varies within a piece of the run. */
  readonly output: SampleBuffer;
  /** So many steps were written into `stepEnds` and `output` from outside; the last led to y. */
  readonly onSteps: (steps: number, y: Float64Array) => void;
}

/** @param spacing of the grid, ms; `pointsPerStep` points in each step without it */
export function recordDense(run: RecordedRun, spacing: number | undefined): DenseRecording {
  const { from, initial, driven, stepper, kept } = run;
  const n = initial.length;
  const inputVaries = !driven.autonomous;
  const y = Float64Array.from(initial); // state at the last end of a step
  const between = new Float64Array(n);
  const stepEnds = new SampleBuffer(n + 1);
  const output = new SampleBuffer(kept.length + (inputVaries ? 1 : 0));
  const alone: number[] = []; // the ends of steps after which a row stands alone: the start, resets, jumps of the input
  const inputs: { readonly row: number; readonly value: number }[] = []; // from each of these rows on
  const pieces: Piece[] = [];
  const { take, interpolate } = retaker(run);
  let onGrid = 1; // the next multiple of the spacing
  let taken = -1; // row of `stepEnds` from which `stateAt` last took a step
  const endRow = new Float64Array(n + 1);
  const outputRow = new Float64Array(kept.length + (inputVaries ? 1 : 0));

  const pushEnd = (t: number, state: Float64Array): void => {
    endRow[0] = t;
    endRow.set(state, 1);
    stepEnds.push(endRow);
  };
  const push = (t: number, state: Float64Array): void => {
    for (let j = 0; j < kept.length; j++) outputRow[j] = state[kept[j]];
    if (inputVaries) outputRow[kept.length] = driven.input(t, state[0]);
    output.push(outputRow);
  };
  const pushAlone = (t: number, state: Float64Array): void => {
    alone.push(stepEnds.length - 1);
    push(t, state);
  };
  let lastInput = driven.input(from, y[0]);

  pushEnd(from, y);
  pushAlone(from, y);
  inputs.push({ row: 0, value: lastInput });

  return {
    output,
    stepEnds,

    onSteps(steps, reached) {
      stepEnds.length += steps;
      output.length += steps * pointsPerStep;
      y.set(reached);
    },

    onPiece(start, end, refractory) {
      const before = inputVaries ? output.get(kept.length, output.length - 1) : lastInput;
      lastInput = driven.input(start, y[0]);
      if (lastInput !== before) {
        inputs.push({ row: output.length, value: lastInput });
        if (spacing === undefined) pushAlone(start, y);
      }
      pieces.push({ first: stepEnds.length - 1, end, refractory });
    },

    onStep(t, _y, tNext, next) {
      if (spacing === undefined) {
        for (let i = 1; i < pointsPerStep; i++) {
          stepper.interpolate(i / pointsPerStep, between);
          push(t + (i / pointsPerStep) * (tNext - t), between);
        }
        push(tNext, next);
      } else {
        for (let time = onGrid * spacing; time <= tNext; time = ++onGrid * spacing) {
          stepper.interpolate((time - t) / (tNext - t), between);
          push(time, between);
        }
      }
      pushEnd(tNext, next);
      y.set(next);
    },

    onReset(t, after) {
      y.set(after);
      pushEnd(t, after);
      if (spacing === undefined) pushAlone(t, after);
    },

    time() {
      if (spacing !== undefined) return Float64Array.from({ length: output.length }, (_, k) => k * spacing);
      return timesOfRows(stepEnds, alone, output.length);
    },
    states() {
      stepEnds.finish();
      return output.finish().slice(0, kept.length);
    },
    input() {
      if (inputVaries) return output.finish()[kept.length];
      const input = new Float64Array(output.length);
      inputs.forEach(({ row, value }) => input.fill(value, row));
      return input;
    },
    end: () => stepEnds.get(0, stepEnds.length - 1),

    stateAt(t, out) {
      const before = lastAtMost(t, stepEnds.length, (k) => stepEnds.get(0, k));
      for (let i = 0; i < n; i++) out[i] = stepEnds.get(i + 1, before);
      const start = stepEnds.get(0, before);
      if (before === stepEnds.length - 1 || t === start) return;
      const end = stepEnds.get(0, before + 1);
      if (taken !== before) {
        take(pieces[lastAtMost(before, pieces.length, (k) => pieces[k].first)], start, out, end, between);
        taken = before;
      }
      interpolate((t - start) / (end - start), out);
    },
  };
}

/** The time of each row: of those that stand alone, and of the points in each step. */
function timesOfRows(stepEnds: SampleBuffer, alone: readonly number[], rows: number): Float64Array {
  const times = new Float64Array(rows);
  let row = 0;
  let next = 0; // of `alone`
  for (let step = 0; step < stepEnds.length; step++) {
    const end = stepEnds.get(0, step);
    const t = stepEnds.get(0, Math.max(step - 1, 0));
    if (end > t) {
      for (let i = 1; i < pointsPerStep; i++) times[row++] = t + (i / pointsPerStep) * (end - t);
      times[row++] = end;
    }
    for (; alone[next] === step; next++) times[row++] = end;
  }
  return times;
}
