/** Grades one submission: runs its cells, and at the place of each check cell hands the answer to the judge. */
import type { Exercise } from "../course/exercise.js";
import { answerExpression } from "../course/lint.js";
import type { Master } from "../course/master.js";
import { gradeId } from "../course/notebook.js";
import type { Caller } from "./judge.js";
import { Ended, type Child } from "./child.js";
import { cellsWorth, type Lane } from "./lane.js";
import type { Compiled, JudgeHears, Outcome, StudentReply, StudentRequest } from "./messages.js";
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

/** A notebook that ends its process is started again without the cell that did it, but not for ever. */
const mostRestarts = 3;

export async function assess(submission: Submission, master: Master, exercises: readonly Exercise[], lane: Lane): Promise<Assessment> {
  const checkCells = new Map(master.cells.filter(({ kind }) => kind === "check").map((cell) => [cell.exercise!, cell]));
  const checks = exercises.map((exercise) => ({ exercise, cell: checkCells.get(exercise.id)!, ...findCheck(submission, exercise.id, checkCells.get(exercise.id)!.text) }));
  const results = new Map<string, Outcome>();
  const run = await startRun(submission.student, lane);
  const judgeNow = async ({ exercise, cell, at, changed }: (typeof checks)[number]): Promise<void> => {
    const outcome = await run.judge(exercise.id, answerExpression(master.name, cell));
    const remark = changed ? "the locked check cell was changed; the master's was used"
      : at < 0 ? "the check cell is missing; the answer was judged at the end of the notebook" : "";
    const message = [outcome.message, remark].filter(Boolean).join("; ");
    results.set(exercise.id, changed ? { status: "tampered", message: `${outcome.status}: ${message}`, } : { ...outcome, message });
    passed.set(exercise.id, outcome.status === "passed");
  };
  const passed = new Map<string, boolean>();
  const broken: BrokenCell[] = [];
  try {
    for (const [i, cell] of (submission.cells ?? []).entries()) {
      const due = checks.filter((check) => check.at === i);
      for (const check of due) await judgeNow(check);
      const isCheck = due.length > 0 || checks.some(({ exercise }) => cell.gradeId === gradeId("check", exercise.id));
      if (isCheck) continue;
      const outcome = await run.cell(cell.text, exercises.find(({ id }) => cell.gradeId === gradeId("exercise", id))?.id);
      if (outcome) broken.push({ cell: cell.number, message: outcome.message });
    }
    for (const check of checks.filter(({ at }) => at < 0)) await judgeNow(check);
  } finally {
    run.close();
  }
  return { exercises: exercises.map(({ id, points }) => ({ id, max: points, points: passed.get(id) ? points : 0, ...results.get(id)! })), broken };
}

interface NotebookRun {
  /** Runs a cell and tells what went wrong; remembered for the exercise to which the cell belongs. */
  cell(code: string, exercise: string | undefined): Promise<Outcome | undefined>;
  judge(exercise: string, expression: string): Promise<Outcome>;
  close(): void;
}

async function startRun(student: string, lane: Lane): Promise<NotebookRun> {
  const { timeout } = lane.limits;
  const good: Compiled[] = [];
  const trouble = new Map<string, Outcome>();
  let earlier = "";
  let restarts = 0;
  let left = cellsWorth * timeout;
  /** Why no more cells can run. */
  let over: Outcome | undefined;
  let process: Child | undefined;

  /** @param within milliseconds; what was used is taken off it */
  const ask = async (request: StudentRequest, within = { left: timeout }): Promise<StudentReply> => {
    const limit = Math.min(within.left, left);
    if (limit <= 0) throw new Ended("took too long");
    const start = performance.now();
    try {
      return (await process!.ask(request, limit)) as StudentReply;
    } finally {
      left -= performance.now() - start;
      within.left -= performance.now() - start;
    }
  };

  /** A process in which all cells that went well so far have run. */
  const ready = async (): Promise<boolean> => {
    if (over) return false;
    if (process) return true;
    try {
      process = await lane.startStudent(student);
      for (const [number, cell] of good.entries()) await ask({ do: "run", number: number + 1, cell });
      return true;
    } catch (error) {
      process?.kill();
      process = undefined;
      over = outcomeOf(error, "the notebook");
      return false;
    }
  };
  const fallen = (error: unknown, what: string): Outcome => {
    process?.kill();
    process = undefined;
    const outcome = outcomeOf(error, what);
    if (left <= 0) over = { status: "timeout", message: "the notebook as a whole took too long" };
    else if (++restarts > mostRestarts) over = { status: outcome.status, message: `${outcome.message}, and so did ${mostRestarts} others before it` };
    return outcome;
  };

  const run = async (code: string): Promise<Outcome | undefined> => {
    if (over || code.trim() === "") return over;
    const compiled = await lane.compile(earlier, code);
    if (!compiled.ok) return { status: "error", message: compiled.message };
    if (!(await ready())) return over;
    try {
      const reply = await ask({ do: "run", number: good.length + 1, cell: compiled.cell });
      if (reply.is !== "done") return { status: "error", message: reply.is === "threw" ? reply.message : "the cell did not run" };
      good.push(compiled.cell);
      earlier = compiled.cell.declarations;
      return undefined;
    } catch (error) {
      return fallen(error, "a cell");
    }
  };

  return {
    async cell(code, exercise) {
      const outcome = await run(code);
      if (outcome && exercise !== undefined) trouble.set(exercise, outcome);
      return outcome;
    },
    async judge(exercise, expression) {
      if (over) return trouble.get(exercise) ?? over;
      const compiled = await lane.compile(earlier, `(${expression});`);
      if (!compiled.ok) return trouble.get(exercise) ?? { status: "missing", message: `\`${expression}\` is not there to be judged: ${compiled.message}` };
      if (!(await ready())) return over!;
      const within = { left: timeout };
      try {
        const reply = await ask({ do: "answer", cell: compiled.cell }, within);
        if (reply.is !== "answer") return { status: "error", message: reply.is === "threw" ? reply.message : "there is no answer" };
        let end: unknown;
        const hear = async (request: StudentRequest): Promise<JudgeHears> => {
          try {
            const said = await ask(request, within);
            if (said.is === "returned") return { heard: "returned", reply: said.reply };
            if (said.is === "callback") return { heard: "callback", handle: said.handle, args: said.args };
            throw new Ended("sent too much");
          } catch (error) {
            end = error;
            return { heard: "gone", outcome: outcomeOf(error, "the answer") };
          }
        };
        const caller: Caller = {
          call: (handle, args) => hear({ do: "call", handle, args: args as never }),
          resume: (reply) => hear({ do: "resume", reply }),
        };
        const outcome = await lane.judge({ exercise, student, answer: reply.value }, caller);
        if (end !== undefined) fallen(end, "the answer");
        return outcome;
      } catch (error) {
        return fallen(error, "the answer");
      }
    },
    close: () => process?.kill(),
  };
}

function outcomeOf(error: unknown, what: string): Outcome {
  if (!(error instanceof Ended)) throw error;
  return { status: error.ending === "took too long" ? "timeout" : "error", message: `${what} ${error.ending}` };
}
