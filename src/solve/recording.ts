import { lastAtMost } from "../numerics/search.js";
import { SampleBuffer } from "./sample-buffer.js";
import type { DrivenSystem } from "./driven-system.js";
import type { Stepper } from "./methods/stepper.js";

/**
 * Points that an adaptive step adds to the output, its end included, as in MATLAB's ode45: enough for a smooth curve.
 */
export const pointsPerStep = 4;

/** How densely an output is wanted: the ends of steps, a few points in each step, or a grid. */
export type Density = "steps" | "smooth" | { readonly spacing: number };

/**
 * Writes down a run as `integrate` makes it: the output, and the ends of the steps, from which any step can be taken
 * again.
 */
export interface Recording {
  /** Rows of time, states, input. */
  readonly output: SampleBuffer;
  readonly onPiece: (from: number, end: number, refractory: boolean) => void;
  readonly onStep: (t: number, y: Float64Array, tNext: number, next: Float64Array) => undefined;
  readonly onReset: (t: number, after: Float64Array) => void;
  /** The ends of steps, from which any step can be taken again: rows of time, states, input. */
  readonly stepEnds: SampleBuffer;
  /** So many steps were written into `stepEnds` and `output` from outside; the last led to y. */
  readonly onSteps: (steps: number, y: Float64Array) => void;
  /**
   * out ← the state at time t, by taking again the step that covers it: nothing but the ends of steps has to be kept.
   */
  readonly stateAt: (t: number, out: Float64Array) => void;
  /** Time of the last end of a step. */
  readonly end: () => number;
}

/** A piece of the run on which f is smooth. */
interface Piece {
  /** Row of `stepEnds` at which it begins. */
  readonly first: number;
  readonly end: number;
  readonly refractory: boolean;
}

/** @param expectedSteps room to make for them from the start */
export function record(
  from: number,
  initial: Float64Array,
  driven: DrivenSystem,
  stepper: Stepper,
  density: Density,
  expectedSteps = 256,
): Recording {
  const n = initial.length;
  const y = Float64Array.from(initial); // state at the last end of a step
  const between = new Float64Array(n);
  const stepEnds = new SampleBuffer(n + 2, expectedSteps);
  const output = density === "steps" ? stepEnds : new SampleBuffer(n + 2);
  const pieces: Piece[] = [];
  let onGrid = 1; // the next multiple of the spacing
  let taken = -1; // row of `stepEnds` from which `stateAt` last took a step

  const row = new Float64Array(n + 2);

  const push = (buffer: SampleBuffer, t: number, state: Float64Array): void => {
    row[0] = t;
    row.set(state, 1);
    row[n + 1] = driven.input(t, state[0]);
    buffer.push(row);
  };

  push(stepEnds, from, y);
  if (output !== stepEnds) push(output, from, y);

  return {
    output,
    stepEnds,

    onSteps(steps, reached) {
      stepEnds.length += steps;
      if (density === "smooth") output.length += steps * pointsPerStep;
      y.set(reached);
    },

    onPiece(start, end, refractory) {
      const input = driven.input(start, y[0]);
      if (density === "smooth" && output.get(n + 1, output.length - 1) !== input) push(output, start, y);
      stepEnds.set(n + 1, stepEnds.length - 1, input);
      pieces.push({ first: stepEnds.length - 1, end, refractory });
    },

    onStep(t, _y, tNext, next) {
      if (density === "smooth") {
        for (let i = 1; i < pointsPerStep; i++) {
          stepper.interpolate(i / pointsPerStep, between);
          push(output, t + (i / pointsPerStep) * (tNext - t), between);
        }
        push(output, tNext, next);
      } else if (density !== "steps") {
        for (let time = onGrid * density.spacing; time <= tNext; time = ++onGrid * density.spacing) {
          stepper.interpolate((time - t) / (tNext - t), between);
          push(output, time, between);
        }
      }
      push(stepEnds, tNext, next);
      y.set(next);
    },

    onReset(t, after) {
      y.set(after);
      push(stepEnds, t, after);
      if (density === "smooth") push(output, t, after);
    },

    end: () => stepEnds.get(0, stepEnds.length - 1),

    stateAt(t, out) {
      const before = lastAtMost(t, stepEnds.length, (k) => stepEnds.get(0, k));
      for (let i = 0; i < n; i++) out[i] = stepEnds.get(i + 1, before);
      const start = stepEnds.get(0, before);
      if (before === stepEnds.length - 1 || t === start) return;
      const end = stepEnds.get(0, before + 1);
      if (taken !== before) {
        const piece = pieces[lastAtMost(before, pieces.length, (k) => pieces[k].first)];
        driven.beginPiece(piece.end, piece.refractory);
        stepper.restart();
        stepper.step(start, Float64Array.from(out), end - start, between);
        taken = before;
      }
      stepper.interpolate((t - start) / (end - start), out);
    },
  };
}
