import type { DrivenSystem } from "../driven-system.js";
import type { Stepper } from "../methods/stepper.js";

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

/** Takes steps of a run again: each from its start, within the piece in which it was taken. */
export function retaker({ driven, stepper, initial }: RecordedRun): {
  /** Takes the step from (t, y) to tNext; next ← where it leads. */
  readonly take: (piece: Piece, t: number, y: Float64Array, tNext: number, next: Float64Array) => void;
  readonly interpolate: (theta: number, out: Float64Array) => void;
} {
  const start = new Float64Array(initial.length);
  return {
    take(piece, t, y, tNext, next) {
      driven.beginPiece(piece.end, piece.refractory);
      stepper.restart();
      start.set(y);
      stepper.step(t, start, tNext - t, next);
    },
    interpolate: stepper.interpolate,
  };
}
