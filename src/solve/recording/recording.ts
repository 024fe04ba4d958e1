import { lastAtMost } from "../../numerics/search.js";
import type { DrivenSystem } from "../driven-system.js";
import type { Stepper } from "../methods/stepper.js";
import type { SampleBuffer } from "./sample-buffer.js";

/**
 * Writes down a run as `integrate` makes it, and gives back what was kept of it. What can be worked out again, such as
 * the times of a grid or the input, is worked out when it is asked for.
 */
export interface Recording {
  readonly onPiece: (from: number, end: number, refractory: boolean) => void;
  readonly onStep: (t: number, y: Float64Array, tNext: number, next: Float64Array) => undefined;
  readonly onReset: (t: number, after: Float64Array) => void;
  /** The time of each row. */
  readonly time: () => Float64Array;
  /** The states that were kept, in the order in which they were asked for; once, when the run has ended. */
  readonly states: () => readonly Float64Array[];
  /** The input in each row. @throws RangeError if it depends on a state that was not kept */
  readonly input: () => Float64Array;
  /**
   * out ← the state at time t, by taking again the step that covers it: nothing but the ends of steps has to be kept.
   */
  readonly stateAt: (t: number, out: Float64Array) => void;
  /** Time of the last end of a step. */
  readonly end: () => number;
}

/** What a recording is made of. */
export interface RecordedRun {
  readonly from: number;
  readonly initial: Float64Array;
  readonly driven: DrivenSystem;
  readonly stepper: Stepper;
  /** Indices of the states to keep. */
  readonly kept: readonly number[];
}

/** A piece of the run on which f is smooth. */
export interface Piece {
  /** The end of a step at which it begins. */
  readonly first: number;
  readonly end: number;
  readonly refractory: boolean;
}

/** What was kept of a run to work out its states again. */
interface Kept {
  /** The ends of steps. */
  readonly times: { readonly length: number; at(step: number): number };
  readonly pieces: readonly Piece[];
  /** Ends of steps, and the states there. */
  readonly anchors: SampleBuffer;
}

/**
 * out ← the state at any time, by taking steps again from the last anchor before it: those between two anchors are
 * taken once, in whatever order they are asked for.
 */
export function retakenStates(
  { driven, stepper, initial: { length: n } }: RecordedRun,
  { times, pieces, anchors }: Kept,
): (t: number, out: Float64Array) => void {
  const here = new Float64Array(n);
  const next = new Float64Array(n);
  let states = here; // at the ends of steps from an anchor on
  let held = -1; // which anchor
  let known = 0; // at so many
  let taken = -1; // the end of a step from which the last step was taken, to `next`
  const stepOn = (from: number): void => {
    if (taken === from) return;
    const piece = pieces[lastAtMost(from, pieces.length, (k) => pieces[k].first)];
    driven.beginPiece(piece.end, piece.refractory);
    stepper.restart();
    stepper.step(times.at(from), here, times.at(from + 1) - times.at(from), next);
    taken = from;
  };
  return (t, out) => {
    const before = lastAtMost(t, times.length, (step) => times.at(step));
    const a = lastAtMost(before, anchors.length, (k) => anchors.get(0, k));
    const first = anchors.get(0, a);
    if (held !== a) {
      const end = a + 1 < anchors.length ? anchors.get(0, a + 1) : times.length;
      states = new Float64Array(n * (end - first));
      for (let i = 0; i < n; i++) states[i] = anchors.get(i + 1, a);
      held = a;
      known = 1;
    }
    const stateAfter = (steps: number): Float64Array => states.subarray(n * steps, n * (steps + 1));
    for (; known <= before - first; known++) {
      here.set(stateAfter(known - 1));
      stepOn(first + known - 1);
      states.set(next, n * known);
    }
    here.set(stateAfter(before - first));
    out.set(here);
    const start = times.at(before);
    if (before === times.length - 1 || t === start) return;
    stepOn(before);
    stepper.interpolate((t - start) / (times.at(before + 1) - start), out);
  };
}
