import { retakenStates, type Piece, type RecordedRun, type Recording } from "./recording.js";
import { SampleBuffer } from "./sample-buffer.js";

/**
 * Points that an adaptive step adds to the output, its end included, as in MATLAB's ode45: enough for a smooth curve.
 */
export const pointsPerStep = 4;

/** A recording of the steps of an adaptive method: a few points in each, or a grid. */
export interface DenseRecording extends Recording {
  /** The times at which steps end, one row each. */
  readonly stepEnds: SampleBuffer;
  /** Rows of the kept states, and of an input that varies within a piece of the run. */
  readonly output: SampleBuffer;
  /**
   * So many steps, at most `betweenAnchors`, were written into `stepEnds` and `output` from outside; the last led to y,
   * from `lastStart` if that is given.
   */
  readonly onSteps: (steps: number, y: Float64Array, lastStart?: Float64Array) => void;
}

/** Most steps between two whole states that are kept: the rest are worked out again when they are asked for. */
export const betweenAnchors = 64;

/** @param spacing of the grid, ms; `pointsPerStep` points in each step without it */
export function recordDense(run: RecordedRun, spacing: number | undefined): DenseRecording {
  const { from, initial, driven, stepper, kept } = run;
  const n = initial.length;
  const inputVaries = !driven.autonomous;
  const y = Float64Array.from(initial); // state at the last end of a step
  const between = new Float64Array(n);
  const stepEnds = new SampleBuffer(1);
  const anchors = new SampleBuffer(n + 1); // an end of a step, and the state there
  // Who knows what a function written by hand remembers: of its run the state at each end of a step is kept.
  const apart = driven.model === undefined ? 1 : betweenAnchors;
  const output = new SampleBuffer(kept.length + (inputVaries ? 1 : 0));
  const alone: number[] = []; // the ends of steps after which a row stands alone: the start, resets, jumps of the input
  const inputs: { readonly row: number; readonly value: number }[] = []; // from each of these rows on
  const pieces: Piece[] = [];
  let onGrid = 1; // the next multiple of the spacing
  const endRow = new Float64Array(1);
  const anchor = new Float64Array(n + 1);
  const outputRow = new Float64Array(kept.length + (inputVaries ? 1 : 0));

  const anchored = (): number => (anchors.length === 0 ? -Infinity : anchors.get(0, anchors.length - 1));
  const keepAnchor = (row: number, state: Float64Array): void => {
    if (anchored() === row) return;
    anchor[0] = row;
    anchor.set(state, 1);
    anchors.push(anchor);
  };
  const pushEnd = (t: number, state: Float64Array, sparing: boolean): void => {
    endRow[0] = t;
    stepEnds.push(endRow);
    const row = stepEnds.length - 1;
    if (!(sparing && row - anchored() < apart)) keepAnchor(row, state);
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

  pushEnd(from, y, false);
  pushAlone(from, y);
  inputs.push({ row: 0, value: lastInput });

  return {
    output,
    stepEnds,

    onSteps(steps, reached, lastStart) {
      if (steps === 0) return;
      keepAnchor(stepEnds.length - 1, y);
      stepEnds.length += steps;
      output.length += steps * pointsPerStep;
      y.set(reached);
      if (lastStart !== undefined) keepAnchor(stepEnds.length - 2, lastStart);
      keepAnchor(stepEnds.length - 1, y);
    },

    onPiece(start, end, refractory) {
      const before = inputVaries ? output.get(kept.length, output.length - 1) : lastInput;
      lastInput = driven.input(start, y[0]);
      if (lastInput !== before) {
        inputs.push({ row: output.length, value: lastInput });
        if (spacing === undefined) pushAlone(start, y);
      }
      pieces.push({ first: stepEnds.length - 1, end, refractory });
      keepAnchor(stepEnds.length - 1, y);
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
      pushEnd(tNext, next, true);
      y.set(next);
    },

    onReset(t, after) {
      y.set(after);
      pushEnd(t, after, false);
      if (spacing === undefined) pushAlone(t, after);
    },

    time() {
      if (spacing !== undefined) return Float64Array.from({ length: output.length }, (_, k) => k * spacing);
      return timesOfRows(stepEnds, alone, output.length);
    },
    states() {
      stepEnds.finish();
      anchors.finish();
      return output.finish().slice(0, kept.length);
    },
    input() {
      if (inputVaries) return output.finish()[kept.length];
      const input = new Float64Array(output.length);
      inputs.forEach(({ row, value }) => input.fill(value, row));
      return input;
    },
    end: () => stepEnds.get(0, stepEnds.length - 1),

    stateAt: retakenStates(run, { times: endsOf(stepEnds), pieces, anchors }),
  };
}

/** As `retakenStates` takes them. */
const endsOf = (stepEnds: SampleBuffer) => ({
  get length() {
    return stepEnds.length;
  },
  at: (step: number): number => stepEnds.get(0, step),
});

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
