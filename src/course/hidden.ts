import type { Variant } from "./answers/variant.js";

/** Something that is true of every right answer to an exercise and that only the grader asks. */
export interface HiddenCheck {
  /** A claim, which the teacher reads when it does not hold: "is zero at the reversal potential". */
  readonly name: string;
  /**
   * @param answer the student's: data, a Model, or a function, each call of which runs in the student's process
   * @param mine the student's variant of the exercise
   * @param random uniform in [0, 1), drawn from the secret of the marking, the student and the exercise
   */
  holds(answer: never, mine: Variant, random: () => number): boolean;
}

/** By exercise: `{ "7.2": [ … ] }`. */
export type HiddenChecks = Readonly<Record<string, readonly HiddenCheck[]>>;
