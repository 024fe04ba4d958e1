import type { DrivenSystem } from "../driven-system.js";
import { gridSnap } from "../methods/step-size.js";
import { GridTimes } from "./grid-times.js";
import { retakenStates, type Piece, type RecordedRun, type Recording } from "./recording.js";
import { SampleBuffer } from "./sample-buffer.js";

/** A recording of steps on a grid: one row for each step end, or for every so many points of the grid. */
export interface GridRecording extends Recording {
  /** Where the kept states of the next steps go, a column for each, with room for so many rows from `row` on. */
  readonly room: (rows: number) => { readonly columns: readonly Float64Array[]; readonly row: number };
  /** So many steps were written there from outside, which end at multiples k, k + 1, … of dt; the last led to y. */
  readonly onSteps: (steps: number, k: number, y: Float64Array) => void;
}

/** Numbers of steps after which the whole state is kept, where not every state is. */
const betweenAnchors = 2048;

/** @param every keep one in so many points of the grid; with 1 also the step ends off it: resets, jumps */
export function recordGrid(run: RecordedRun, dt: number, expectedSteps: number, every: number): GridRecording {
  const { from, initial, driven, kept } = run;
  const n = initial.length;
  const y = Float64Array.from(initial); // state at the last end of a step
  const times = new GridTimes(dt);
  const rows = new SampleBuffer(kept.length, Math.ceil(expectedSteps / every) + 1024);
  const scratch = every === 1 ? undefined : new SampleBuffer(kept.length, 256);
  const rowSteps: number[] = []; // the end of a step in each row, where not each has a row
  const pieces: Piece[] = [];
  const anchors = new SampleBuffer(n + 1); // an end of a step, and the state there
  const row = new Float64Array(kept.length);
  const anchor = new Float64Array(n + 1);
  let sinceAnchor = Infinity;

  const keepAnchor = (): void => {
    anchor[0] = times.length - 1;
    anchor.set(y, 1);
    anchors.push(anchor);
    sinceAnchor = 0;
  };
  const keepRow = (): void => {
    for (let j = 0; j < kept.length; j++) row[j] = y[kept[j]];
    rows.push(row);
  };

  const push = (t: number): void => {
    times.push(t);
    const k = Math.round(t / dt);
    const onGrid = Math.abs(k * dt - t) <= gridSnap(dt, t) && k % every === 0;
    const isReset = rowSteps.length > 0 && times.at(rowSteps[rowSteps.length - 1]) === t;
    if (every > 1 && onGrid && !isReset) rowSteps.push(times.length - 1);
    if (every === 1 || (onGrid && !isReset)) keepRow();
  };

  const stateAtRow = retakenStates(run, { times, pieces, anchors });
  push(from);

  return {
    room(count) {
      const buffer = scratch ?? rows;
      return { columns: buffer.reserve(count), row: scratch ? 0 : rows.length };
    },

    onSteps(steps, k, reached) {
      const first = times.length;
      times.pushMany(k, steps);
      if (scratch === undefined) rows.length += steps;
      else
        for (let s = (every - (k % every)) % every; s < steps; s += every) {
          for (let j = 0; j < kept.length; j++) row[j] = scratch.get(j, s);
          rows.push(row);
          rowSteps.push(first + s);
        }
      y.set(reached);
      sinceAnchor += steps;
      if (sinceAnchor >= betweenAnchors) keepAnchor();
    },

    onPiece(_start, end, refractory) {
      pieces.push({ first: times.length - 1, end, refractory });
      keepAnchor();
    },

    onStep(_t, _y, tNext, next) {
      y.set(next);
      push(tNext);
      if (++sinceAnchor >= betweenAnchors) keepAnchor();
    },

    onReset(t, after) {
      y.set(after);
      push(t);
      keepAnchor();
    },

    time: () => (every === 1 ? times.all() : Float64Array.from(rowSteps, (step) => times.at(step))),
    states() {
      anchors.finish();
      return rows.finish();
    },
    input() {
      const steps = every === 1 ? undefined : rowSteps;
      const V = kept.includes(0) ? rows.finish()[kept.indexOf(0)] : undefined;
      return inputAlong(driven, pieces, times, { steps, rows: rows.length, V });
    },
    stateAt: stateAtRow,
    end: () => times.at(times.length - 1),
  };
}

/** The input in each row: that of the piece of the run which begins there or has begun last. */
function inputAlong(
  driven: DrivenSystem,
  pieces: readonly Piece[],
  times: GridTimes,
  {
    steps,
    rows,
    V,
  }: { readonly steps: readonly number[] | undefined; readonly rows: number; readonly V: Float64Array | undefined },
): Float64Array {
  const input = new Float64Array(rows);
  let row = 0;
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1]?.first ?? Infinity;
    driven.beginPiece(piece.end, piece.refractory);
    const steady = driven.autonomous ? driven.input(times.at(piece.first), NaN) : undefined;
    for (; row < rows && (steps === undefined ? row : steps[row]) < next; row++)
      input[row] =
        steady ?? driven.input(times.at(steps === undefined ? row : steps[row]), V === undefined ? NaN : V[row]);
  });
  if (V === undefined && input.some(Number.isNaN))
    throw new RangeError(
      "this input depends on the membrane potential, which was not kept: name it in simulate's { states: [ … ] }",
    );
  return input;
}
