import { Columns } from "./sample-buffer.js";
import type { Drive } from "./driven-system.js";
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
  readonly output: Columns;
  readonly onPiece: (from: number, to: number, held: boolean) => void;
  readonly onStep: (t: number, y: Float64Array, tNext: number, next: Float64Array) => void;
  readonly onReset: (t: number, after: Float64Array) => void;
  /** The ends of steps, from which any step can be taken again: rows of time, states, input. */
  readonly nodes: Columns;
  /** Many steps were written into `nodes` and `output` from outside; the last led to y. */
  readonly onMarch: (steps: number, y: Float64Array) => void;
  /**
   * out ← the state at time t, by taking again the step that covers it: nothing but the ends of steps has to be kept.
   */
  readonly stateAt: (t: number, out: Float64Array) => void;
  /** Time of the last end of a step. */
  readonly end: () => number;
}

/** @param expectedSteps room to make for them from the start */
export function record(
  from: number,
  initial: Float64Array,
  drive: Drive,
  stepper: Stepper,
  density: Density,
  expectedSteps = 256,
): Recording {
  const n = initial.length;
  const y = Float64Array.from(initial); // state at the last end of a step
  const between = new Float64Array(n);
  const nodes = new Columns(n + 2, expectedSteps);
  const output = density === "steps" ? nodes : new Columns(n + 2);
  const pieces: { readonly firstNode: number; readonly start: number; readonly end: number; readonly held: boolean }[] =
    [];
  let onGrid = 1; // the next multiple of the spacing
  let taken = -1; // the node from which `stateAt` last took a step

  const row = new Float64Array(n + 2);

  const push = (columns: Columns, t: number, state: Float64Array): void => {
    row[0] = t;
    row.set(state, 1);
    row[n + 1] = drive.input(t, state);
    columns.push(row);
  };

  push(nodes, from, y);
  if (output !== nodes) push(output, from, y);

  return {
    output,
    nodes,

    onMarch(steps, reached) {
      nodes.length += steps;
      if (density === "smooth") output.length += steps * pointsPerStep;
      y.set(reached);
    },

    onPiece(start, end, held) {
      drive.onPiece(start, end, held);
      const input = drive.input(start, y);
      if (density === "smooth" && output.get(n + 1, output.length - 1) !== input) push(output, start, y);
      nodes.set(n + 1, nodes.length - 1, input);
      pieces.push({ firstNode: nodes.length - 1, start, end, held });
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
      push(nodes, tNext, next);
      y.set(next);
    },

    onReset(t, after) {
      y.set(after);
      push(nodes, t, after);
      if (density === "smooth") push(output, t, after);
    },

    end: () => nodes.get(0, nodes.length - 1),

    stateAt(t, out) {
      const node = lastAtMost(t, nodes.length, (row) => nodes.get(0, row));
      for (let i = 0; i < n; i++) out[i] = nodes.get(i + 1, node);
      const start = nodes.get(0, node);
      if (node === nodes.length - 1 || t === start) return;
      const end = nodes.get(0, node + 1);
      if (taken !== node) {
        const piece = pieces[lastAtMost(node, pieces.length, (k) => pieces[k].firstNode)];
        drive.onPiece(piece.start, piece.end, piece.held);
        stepper.restart();
        stepper.step(start, Float64Array.from(out), end - start, between);
        taken = node;
      }
      stepper.interpolate((t - start) / (end - start), out);
    },
  };
}

/** The last index of an ascending list whose value is at most x; 0 if none is. */
function lastAtMost(x: number, length: number, value: (index: number) => number): number {
  let lo = 0;
  let hi = length;
  while (hi - lo > 1) {
    const middle = (lo + hi) >>> 1;
    if (value(middle) <= x) lo = middle;
    else hi = middle;
  }
  return lo;
}
