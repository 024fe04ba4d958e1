/** Grades one submission: runs its cells, and at the place of each check cell hands the answer to the judge. */
import type { Exercise } from "../course/exercise.js";
import { answerExpression } from "../course/masters/lint.js";
import type { Master } from "../course/masters/master.js";
import { gradeId } from "../course/masters/notebook.js";
import type { Lane } from "./lane.js";
import type { Outcome } from "./messages.js";
import { startRun } from "./notebook-run.js";
import { findCheck, type Submission } from "./submission.js";

export interface Assessed extends Outcome {
  readonly id: string;
  readonly points: number;
  readonly max: number;
}

/** A cell of the student's that did not run. */
export interface BrokenCell {
  /** Place among all cells of the notebook, from 1. */
  readonly cell: number;
  readonly message: string;
}

export interface Assessment {
  readonly exercises: readonly Assessed[];
  readonly broken: readonly BrokenCell[];
}

export async function assess(
  submission: Submission,
  master: Master,
  exercises: readonly Exercise[],
  lane: Lane,
): Promise<Assessment> {
  const checks = exercises.map((exercise) => {
    const cell = master.cells.find(({ kind, exercise: id }) => kind === "check" && id === exercise.id)!;
    return {
      exercise,
      expression: answerExpression(master.name, cell),
      ...findCheck(submission, exercise.id, cell.text),
    };
  });
  const assessed = new Map<string, Assessed>();
  const broken: BrokenCell[] = [];
  const run = startRun(submission.student, lane);
  const judge = async ({
    exercise: { id, points: max },
    expression,
    at,
    changed,
  }: (typeof checks)[number]): Promise<void> => {
    const { status, message } = await run.judge(id, expression);
    const said = [
      message,
      changed
        ? "the locked check cell was changed; the master's was used"
        : at < 0
          ? "the check cell is missing; judged at the end of the notebook"
          : "",
    ]
      .filter(Boolean)
      .join("; ");
    assessed.set(id, {
      id,
      points: status === "passed" ? max : 0,
      max,
      ...(changed ? { status: "tampered", message: `${status}: ${said}` } : { status, message: said }),
    });
  };
  try {
    for (const [i, cell] of (submission.cells ?? []).entries()) {
      for (const check of checks.filter(({ at }) => at === i)) await judge(check);
      if (checks.some(({ exercise, at }) => at === i || cell.gradeId === gradeId("check", exercise.id))) continue;
      const outcome = await run.cell(
        cell.text,
        exercises.find(({ id }) => cell.gradeId === gradeId("exercise", id))?.id,
      );
      if (outcome) broken.push({ cell: cell.number, message: outcome.message });
    }
    for (const check of checks.filter(({ at }) => at < 0)) await judge(check);
  } finally {
    run.close();
  }
  return { exercises: exercises.map(({ id }) => assessed.get(id)!), broken };
}
