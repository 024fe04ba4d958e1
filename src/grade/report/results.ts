import type { Outcome } from "../wire/messages.js";

/** What an exercise got: all its points or none. */
export interface Mark extends Outcome {
  readonly id: string;
  readonly points: number;
  readonly max: number;
}

/** A cell of the student's that did not run to its end. */
export interface BrokenCell {
  /** Place among all cells of the notebook, from 1. */
  readonly cell: number;
  readonly message: string;
}

/** What came of a notebook. */
export interface Assessment {
  readonly exercises: readonly Mark[];
  readonly broken: readonly BrokenCell[];
}

/** A submission with its marks: an entry of results.json. */
export interface Graded extends Assessment {
  readonly file: string;
  readonly student: string;
  readonly score: number;
  readonly max: number;
  /** Why nothing of the file could be graded. */
  readonly problem?: string;
}

/** The whole of results.json. */
export interface Results {
  /** In the order of their paths. */
  readonly submissions: readonly Graded[];
}
