/** Marks one submission: runs its cells, and at the place of each check cell hands the answer to the checker. */
import { present } from "../checks/present.js";
import type { Exercise } from "../course/exercise.js";
import { answerExpression } from "../course/masters/lint.js";
import type { Master } from "../course/masters/master.js";
import { gradeId } from "../course/masters/notebook.js";
import type { Grader } from "./grader.js";
import { startRun, type NotebookRun } from "./notebook-run.js";
import type { Assessment, BrokenCell, Mark } from "./report/results.js";
import { findCheck, type CheckCell, type Submission } from "./submission.js";

/** An exercise of the notebook, with the place at which its answer is checked. */
interface Question extends CheckCell {
  readonly exercise: Exercise;
  /** What the master's check cell hands to `check`. */
  readonly expression: string;
}

/** @param exercises those of the master's notebook, each of which gets a mark */
export async function assess(
  submission: Submission,
  master: Master,
  exercises: readonly Exercise[],
  grader: Grader,
): Promise<Assessment> {
  const questions = exercises.map((exercise): Question => {
    const cell = present(
      master.cells.find(({ kind, exercise: id }) => kind === "check" && id === exercise.id),
      `a check cell of exercise ${exercise.id} in ${master.name}`,
    );
    return {
      exercise,
      expression: answerExpression(master.name, cell),
      ...findCheck(submission, exercise.id, cell.text),
    };
  });
  const marks = new Map<string, Mark>();
  const broken: BrokenCell[] = [];
  const run = startRun(submission.student, grader);
  const ask = async (question: Question): Promise<void> => {
    marks.set(question.exercise.id, await markOf(question, run));
  };
  try {
    for (const [i, cell] of (submission.cells ?? []).entries()) {
      for (const question of questions.filter(({ at }) => at === i)) await ask(question);
      if (questions.some(({ exercise, at }) => at === i || cell.gradeId === gradeId("check", exercise.id))) continue;
      const outcome = await run.cell(
        cell.text,
        exercises.find(({ id }) => cell.gradeId === gradeId("exercise", id))?.id,
      );
      if (outcome) broken.push({ cell: cell.number, message: outcome.message });
    }
    for (const question of questions.filter(({ at }) => at < 0)) await ask(question);
  } finally {
    run.close();
  }
  return { exercises: exercises.map(({ id }) => present(marks.get(id), `a mark of exercise ${id}`)), broken };
}

async function markOf({ exercise, expression, at, changed }: Question, run: NotebookRun): Promise<Mark> {
  const { id, points: max } = exercise;
  const { status, message } = await run.answer(id, expression);
  const cell = changed
    ? "the locked check cell was changed; the master's was used"
    : at < 0
      ? "the check cell is missing; judged at the end of the notebook"
      : "";
  const text = [message, cell].filter(Boolean).join("; ");
  return {
    id,
    points: status === "passed" ? max : 0,
    max,
    ...(changed ? { status: "tampered", message: `${status}: ${text}` } : { status, message: text }),
  };
}
