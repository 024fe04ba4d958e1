/** Marks one submission: runs its cells, and at the place of each check cell hands the answer to the checker. */
import { present } from "../checks/present.js";
import type { Exercise } from "../course/exercise.js";
import { answerExpression } from "../course/masters/lint.js";
import { gradeId } from "../course/masters/notebook.js";
import { stubbed, type Master } from "../course/masters/master.js";
import type { Grader } from "./grader.js";
import { startRun, type NotebookRun } from "./notebook-run.js";
import type { Assessment, BrokenCell, Mark } from "./report/results.js";
import { onlyChecks, placeOf, type Asked, type Place } from "./intake/place.js";
import type { Submission } from "./intake/submission.js";

/** An exercise of the notebook, with the place at which its answer is judged. */
interface Question extends Asked, Place {
  readonly exercise: Exercise;
}

/** @param exercises those of the master's notebook, each of which gets a mark */
export async function assess(
  submission: Submission,
  master: Master,
  exercises: readonly Exercise[],
  grader: Grader,
): Promise<Assessment> {
  const cells = submission.cells ?? [];
  const handedOut = new Set(master.cells.map((cell) => stubbed(cell).trim()));
  const questions = exercises.map((exercise): Question => {
    const cell = present(
      master.cells.find(({ kind, exercise: id }) => kind === "check" && id === exercise.id),
      `a check cell of exercise ${exercise.id} in ${master.name}`,
    );
    const asked: Asked = { id: exercise.id, check: cell.text, expression: answerExpression(master.name, cell) };
    return { exercise, ...asked, ...placeOf(cells, asked, handedOut) };
  });
  const marks = new Map<string, Mark>();
  const broken: BrokenCell[] = [];
  const run = startRun(submission.student, grader);
  const ask = async (question: Question): Promise<void> => {
    marks.set(question.exercise.id, await markOf(question, run));
  };
  try {
    for (const question of questions.filter(({ after }) => after < 0)) await ask(question);
    for (const [i, cell] of cells.entries()) {
      if (!onlyChecks(cell, questions)) {
        const own = exercises.find(({ id }) => cell.gradeId === gradeId("exercise", id))?.id;
        const outcome = await run.cell(cell.text, own);
        if (outcome) broken.push({ cell: cell.number, message: outcome.message });
      }
      for (const question of questions.filter(({ after }) => after === i)) await ask(question);
    }
  } finally {
    run.close();
  }
  return { exercises: exercises.map(({ id }) => present(marks.get(id), `a mark of exercise ${id}`)), broken };
}

async function markOf({ exercise, expression, note, changed }: Question, run: NotebookRun): Promise<Mark> {
  const { id, points: max } = exercise;
  const { status, message } = await run.answer(id, expression);
  const cell = changed ? "the locked check cell was changed; the master's was used" : note;
  const text = [message, cell].filter(Boolean).join("; ");
  return {
    id,
    points: status === "passed" ? max : 0,
    max,
    ...(changed ? { status: "tampered", message: `${status}: ${text}` } : { status, message: text }),
  };
}
