/** Marks one submission: runs its cells, and at the place of each check cell hands the answer to the checker. */
import { present } from "../checks/present.js";
import { pointsOf } from "../course/answers/verdict.js";
import type { Exercise } from "../course/exercise.js";
import { answerExpression } from "../course/masters/lint.js";
import { gradeId, notebookFrom } from "../course/masters/notebook.js";
import type { Master } from "../course/masters/master.js";
import { readAnswer, type Answer } from "./cells/answer.js";
import type { Grader } from "./grader.js";
import { startRun } from "./notebook-run.js";
import type { Assessment, BrokenCell, Mark } from "./report/results.js";
import type { Asked, Place } from "./intake/place.js";
import type { Work } from "./intake/submission.js";
import type { Outcome } from "./wire/messages.js";

/** An exercise of the notebook, with the place at which its answer is judged. */
interface Question extends Asked, Place {
  readonly exercise: Exercise;
  readonly answer: Answer;
  /** What it stands on is as it was handed out. */
  readonly untouched: boolean;
}

/** @param exercises those of the master's notebook, each of which gets a mark */
export async function assess(
  submission: Omit<Work, "notebook">,
  master: Master,
  exercises: readonly Exercise[],
  grader: Grader,
): Promise<Assessment> {
  const cells = submission.cells ?? [];
  const handedOut = new Set(notebookFrom(master, "student", () => 0).cells.map(({ source }) => source.join("").trim()));
  const asked = exercises.map((exercise) => {
    const cell = present(
      master.cells.find(({ kind, exercise: id }) => kind === "check" && id === exercise.id),
      `a check cell of exercise ${exercise.id} in ${master.name}`,
    );
    const answer = readAnswer(answerExpression(master.name, cell));
    return { exercise, answer, id: exercise.id, check: cell.text, expression: answer.expression };
  });
  const plan = grader.reader.plan({
    cells,
    asked: asked.map(({ id, check, expression, answer: { names } }) => ({ id, check, expression, names })),
    handedOut,
  });
  const questions = asked.map((one, i): Question => ({ ...one, ...plan.questions[i] }));

  const marks = new Map<string, Mark>();
  const broken: BrokenCell[] = [];
  const run = startRun(submission, exercises, grader);
  const ask = async (question: Question): Promise<void> => {
    const outcome = !question.untouched
      ? await run.answer(question.exercise.id, question.answer)
      : ({ status: "missing", message: "not answered" } as const);
    marks.set(question.exercise.id, markOf(question, outcome));
  };
  try {
    for (const question of questions.filter(({ after }) => after < 0)) await ask(question);
    for (const [i, cell] of cells.entries()) {
      const own = exercises.find(({ id }) => cell.gradeId === gradeId("exercise", id))?.id;
      const outcome = await run.cell(plan.texts[i], own);
      if (outcome) broken.push({ cell: cell.number, message: outcome.message });
      for (const question of questions.filter(({ after }) => after === i)) await ask(question);
    }
  } finally {
    run.close();
  }
  return { exercises: exercises.map(({ id }) => present(marks.get(id), `a mark of exercise ${id}`)), broken };
}

function markOf({ exercise, note, changed }: Question, { status, message, ...words }: Outcome): Mark {
  const { id, title, points: max, hints } = exercise;
  const cell = changed ? "the locked check cell was changed; the master's was used" : note;
  const text = [message, cell].filter(Boolean).join("; ");
  return {
    ...{ id, title, points: status === "passed" ? max : pointsOf(words.parts ?? []), max },
    ...(changed ? { status: "tampered", message: `${status}: ${text}` } : { status, message: text }),
    ...words,
    ...(status === "passed" ? {} : { hints }),
  };
}
