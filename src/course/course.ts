import { host } from "../host/node.js";
import type { Variant } from "./answers/variant.js";
import { catalogue, type Catalogue } from "./catalogue.js";
import { createCourse, type Course } from "./create-course.js";
import type { ExerciseId, PredictionId } from "./ids.js";
import type { Said } from "./predictions/prediction.js";
import { predictions } from "./predictions/predictions.js";
import { progressIn } from "./progress.js";
import { identity } from "./student.js";

/** The course of this process: its user, its folder, its notebook. */
export function openCourse(exercises: Catalogue): Course {
  return createCourse({
    catalogue: exercises,
    predictions,
    who: identity(host.environment),
    progress: progressIn(host.progress()),
    masters: host.masters,
    show: host.display,
    strict: host.environment["NBGRADER_EXECUTION"] !== undefined,
  });
}

let opened: Course | undefined;
const here = (): Course => (opened ??= openCourse(catalogue));

/**
 * Judges your answer to an exercise and says at once what is right, not yet right or missing: `check("7.2", answer)`.
 * A wrong answer is shown, never thrown. Progress is remembered in the notebook's folder, or in the browser's storage.
 * @returns nothing, but while nbgrader grades the points of an answer that is right in parts
 * @throws RangeError if there is no such exercise; while nbgrader grades, for an answer that has no points
 */
export function check(id: ExerciseId, answer: unknown): number | undefined {
  return here().check(id, answer);
}

/**
 * Shows the hints to an exercise, `hint("7.2")`: each stays folded until you open it, and holds the next.
 * @param open how many are open at once, for a screen on which nothing folds; default none
 * @throws RangeError if there is no such exercise, or not as many hints
 */
export function hint(id: ExerciseId, open: number = 0): void {
  here().hint(id, open);
}

/**
 * Shows the worked solution of an exercise once you have answered it, or tried three different answers:
 * `solution("7.2")`.
 * @throws RangeError if there is no such exercise
 */
export function solution(id: ExerciseId): void {
  here().solution(id);
}

/**
 * Keeps what you expect of a run, and only then shows it: `predict("9.1", "many", () => show(…))`. As long as the
 * second argument is empty ("", NaN or []) it asks. `progress()` counts the predictions that you made, not those that
 * came true.
 * @throws RangeError if there is no such prediction
 */
export function predict<S extends Said>(id: PredictionId, said: S, reveal: (said: S) => unknown): void {
  here().predict(id, said, reveal);
}

/**
 * Shows what is done and what is open, with points: `progress()`, or `progress("07")` for one notebook.
 * @throws RangeError if there is no such notebook
 */
export function progress(notebook?: string): void {
  here().progress(notebook);
}

/**
 * The numbers in an exercise that are yours alone: `const mine = variant("7.4")`, then `mine.gNa`.
 * @throws RangeError if there is no such exercise, or it is the same for everybody
 */
export function variant(id: ExerciseId): Variant {
  return here().variant(id);
}

/**
 * Shows the sentences of an exercise that are yours alone, and gives them by letter: `const sentences =
 * statements("4.3")`. Which of them are wrong differs from student to student.
 * @throws RangeError if there is no such exercise, or it has no sentences
 */
export function statements(id: ExerciseId): Record<string, string> {
  return here().statements(id);
}

/**
 * Says who you are, `student("ab123")`: numbers in exercises are drawn for you. Without it you work as "self-study".
 * @returns the id that holds: what NULLCLINE_STUDENT says goes before it
 */
export function student(id: string): string {
  return here().student(id);
}
