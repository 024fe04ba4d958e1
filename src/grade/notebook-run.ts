/** One notebook at work in its process, which is started again when a cell or an answer was its end. */
import type { Caller } from "./judge.js";
import { Ended, type Child } from "./child.js";
import { cellsWorth, type Lane } from "./lane.js";
import type { Compiled, JudgeHears, Outcome, StudentReply, StudentRequest } from "./messages.js";

export interface NotebookRun {
  /** Runs a cell and tells what went wrong; remembered for the exercise to which the cell belongs. */
  cell(code: string, exercise: string | undefined): Promise<Outcome | undefined>;
  judge(exercise: string, expression: string): Promise<Outcome>;
  close(): void;
}

/** A notebook that ends its process is started again without the cell that did it, but not for ever. */
const mostRestarts = 3;

export function startRun(student: string, lane: Lane): NotebookRun {
  const { timeout } = lane.limits;
  const good: Compiled[] = [];
  const trouble = new Map<string, Outcome>();
  let earlier = "";
  let restarts = 0;
  let left = cellsWorth * timeout;
  /** Why no more cells can run. */
  let over: Outcome | undefined;
  let process: Child | undefined;

  /** @param within milliseconds of the process; what was used is taken off it */
  const ask = async (request: StudentRequest, within = { left: timeout }): Promise<StudentReply> => {
    const limit = Math.min(within.left, left);
    if (limit <= 0) throw new Ended("took too long");
    const asked = process!;
    const before = asked.spent();
    try {
      return (await asked.ask(request, limit)) as StudentReply;
    } finally {
      left -= asked.spent() - before;
      within.left -= asked.spent() - before;
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
    else if (++restarts > mostRestarts)
      over = { status: outcome.status, message: `${outcome.message}, and so did ${mostRestarts} others before it` };
    return outcome;
  };

  const run = async (code: string): Promise<Outcome | undefined> => {
    if (over || code.trim() === "") return over;
    const compiled = await lane.compile(earlier, code);
    if (!compiled.ok) return { status: "error", message: compiled.message };
    if (!(await ready())) return over;
    try {
      const reply = await ask({ do: "run", number: good.length + 1, cell: compiled.cell });
      if (reply.is !== "done")
        return { status: "error", message: reply.is === "threw" ? reply.message : "the cell did not run" };
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
      if (!compiled.ok)
        return (
          trouble.get(exercise) ?? {
            status: "missing",
            message: `\`${expression}\` is not there to be judged: ${compiled.message}`,
          }
        );
      if (!(await ready())) return over!;
      const within = { left: timeout };
      try {
        const reply = await ask({ do: "answer", cell: compiled.cell }, within);
        if (reply.is !== "answer")
          return { status: "error", message: reply.is === "threw" ? reply.message : "there is no answer" };
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
