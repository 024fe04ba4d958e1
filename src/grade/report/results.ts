import type { Platform } from "../intake/platform.js";
import type { Outcome } from "../wire/messages.js";

/** What an exercise got. */
export interface Mark extends Outcome {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly max: number;
  /** Of an exercise that is not right: the package's hints, from a nudge to nearly the answer. */
  readonly hints?: readonly string[];
  /** Of an explanation: the points are the teacher's, from the marking sheet. */
  readonly byTeacher?: boolean;
}

/** Whether there was an answer, which is not right. */
export const isAmiss = ({ status, points, max }: Mark): boolean => status !== "missing" && points < max;

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

/** Why there are no marks. */
export interface Unmarked {
  readonly problem: string;
  /** Whether the grader or the machine failed: nothing in the file is the reason. */
  readonly graderFailed: boolean;
}

/** Exercises of which nothing is known, because the grader failed. */
export const ungradedIn = ({ exercises }: Assessment): string[] =>
  exercises.filter(({ status }) => status === "ungraded").map(({ id }) => id);

/** Another file of the same student and notebook, which does not count. */
export interface OtherAttempt {
  readonly file: string;
  /** If it was marked. */
  readonly score?: number;
  /** If it could not be. */
  readonly problem?: string;
}

/** A submission with its marks: an entry of results.json. */
export interface Graded extends Assessment {
  readonly file: string;
  readonly student: string;
  /** What the platform calls the student. */
  readonly name?: string;
  readonly platform?: Platform;
  /** The platform's own id of the student. */
  readonly platformId?: string;
  readonly notebook?: string;
  readonly score: number;
  readonly max: number;
  /** When it was handed in, as the platform says. */
  readonly submitted?: string;
  /** After the day it was due, or late as the platform says. */
  readonly late?: boolean;
  readonly otherAttempts?: readonly OtherAttempt[];
  /** What the teacher should know about it and did not keep it from being marked. */
  readonly warnings?: readonly string[];
  /** Why nothing of the file could be graded. */
  readonly problem?: string;
  /** The problem is a failure of the grader or the machine: `--resume` marks it once more. */
  readonly graderFailed?: boolean;
}

/** The whole of results.json; `data/results.schema.json` says the same to programs. */
export interface Results {
  readonly format: "nullcline results 1";
  /** In the order of their paths; one for each student and notebook. */
  readonly submissions: readonly Graded[];
  /** Students of the roster of whom nothing was handed in. */
  readonly absent: readonly string[];
}
