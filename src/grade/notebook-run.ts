/** One notebook at work in its process, which is started again when a cell or an answer was its end. */
import type { Exercise } from "../course/exercise.js";
import { answerCell, type Answer } from "./cells/answer.js";
import type { Declarations } from "./cells/declarations.js";
import type { StudentFunctions } from "./checks/checker.js";
import type { Grader } from "./grader.js";
import type { Work } from "./intake/submission.js";
import type { Lent } from "./references.js";
import { Ended, ofMachine, type Child } from "./processes/child.js";
import { cellsWorth } from "./processes/world.js";
import type { CallEvent, Compiled, Outcome, StudentReply, StudentRequest } from "./wire/messages.js";
import { messageSize, studentReply } from "./wire/schema.js";
import { TooLarge } from "./wire/size.js";

/** Cells and answers of one notebook, in the order in which they stand there. */
export interface NotebookRun {
  /** Runs a cell and returns what went wrong; remembered for the exercise to which the cell belongs. */
  cell(code: string, exercise: string | undefined): Promise<Outcome | undefined>;
  /** Checks the value of an expression as the answer to an exercise. */
  answer(exercise: string, answer: Answer): Promise<Outcome>;
  close(): void;
}

/**
 * A notebook that ends its process is started again without the cell that did it, but not for ever: more often than a
 * notebook has exercises.
 */
const mostRestarts = 20;

/** Milliseconds that a notebook has left, all that is run of it together. */
export interface TimeLeft {
  left: number;
}

/**
 * @param whose student whose variants are right, the notebook's own claim is not believed; and the marking's secret
 * @param exercises those of the notebook
 * @param own time of the notebook, of which is taken what it uses
 * @param lent to its process, before its first cell
 */
export function startRun(
  { student, seed }: Pick<Work, "student" | "seed">,
  exercises: readonly Exercise[],
  grader: Grader,
  own: TimeLeft,
  lent?: Lent,
): NotebookRun {
  const { timeout } = grader.limits;
  const good: Compiled[] = [];
  const trouble = new Map<string, Outcome>();
  let known: Declarations = lent?.declarations ?? new Map();
  let restarts = 0;
  /** Milliseconds that are left for running its good cells again. */
  const replays = { left: cellsWorth * timeout };
  /** A cell or an answer takes no more than a quarter of what is left: however many hang, the next one has its time. */
  const share = (): TimeLeft => ({ left: Math.min(timeout, own.left / 4) });
  /** Why no more cells can run. */
  let over: Outcome | undefined;
  let child: Child | undefined;

  /** What the messages about the present answer may still come to. */
  let size = messageSize();
  /** @param within milliseconds of the process; what was used is taken off it */
  const ask = async (asked: Child, request: StudentRequest, within = share(), of = own): Promise<StudentReply> => {
    const limit = Math.min(within.left, of.left);
    if (limit <= 0) throw new Ended("took too long");
    const before = asked.spent();
    try {
      const message = await asked.ask(request, limit);
      try {
        return studentReply(message, size);
      } catch (error) {
        const ending = error instanceof TooLarge ? "sent too much" : "sent what is no reply";
        asked.kill(ending);
        throw new Ended(ending);
      }
    } finally {
      of.left -= asked.spent() - before;
      within.left -= asked.spent() - before;
    }
  };

  /** A process in which all cells that went well so far have run, or why there is none. */
  const ready = async (): Promise<Child | Outcome> => {
    if (over) return over;
    if (child) return child;
    try {
      child = await grader.startStudent(student, exercises, lent);
      for (const cell of good) await ask(child, { kind: "run", cell }, { left: timeout }, replays);
      return child;
    } catch (error) {
      child?.kill();
      child = undefined;
      over = outcomeOf(error, "the notebook");
      return over;
    }
  };
  const ended = (error: unknown, what: string): Outcome => {
    child?.kill();
    child = undefined;
    const outcome = outcomeOf(error, what);
    if (own.left <= 0) over = { status: "timeout", message: "the notebook as a whole took too long" };
    else if (++restarts > mostRestarts)
      over = { status: outcome.status, message: `${outcome.message}, and so did ${mostRestarts} others before it` };
    return outcome;
  };

  const run = async (code: string): Promise<Outcome | undefined> => {
    if (over || code.trim() === "") return over;
    const compiled = await grader.compiler.compile(known, code);
    if (!compiled.ok) return { status: "error", message: compiled.message };
    const started = await ready();
    if ("status" in started) return started;
    try {
      const reply = await ask(started, { kind: "run", cell: compiled.cell });
      if (reply.kind !== "done")
        return { status: "error", message: reply.kind === "threw" ? reply.message : "the cell did not run" };
      good.push(compiled.cell);
      known = compiled.after;
      return undefined;
    } catch (error) {
      return ended(error, "a cell");
    }
  };

  /** The value of a compiled answer, checked; its functions are called in the process as the check asks for them. */
  const check = async (exercise: string, cell: Compiled, started: Child): Promise<Outcome> => {
    const within = share();
    size = messageSize();
    try {
      const reply = await ask(started, { kind: "answer", cell }, within);
      if (reply.kind !== "answer")
        return { status: "error", message: reply.kind === "threw" ? reply.message : "there is no answer" };
      let end: unknown;
      const next = async (request: StudentRequest): Promise<CallEvent> => {
        try {
          const event = await ask(started, request, within);
          if (event.kind === "returned") return { kind: "returned", reply: event.reply };
          if (event.kind === "callback") return { kind: "callback", handle: event.handle, args: event.args };
          throw new Ended("sent too much"); // a value of too many parts
        } catch (error) {
          end = error;
          return { kind: "gone", outcome: { status: "error", message: "the answer has no process any more" } };
        }
      };
      const functions: StudentFunctions = {
        call: (handle, args) => next({ kind: "call", handle, args }),
        resume: (resumed) => next({ kind: "resume", reply: resumed }),
      };
      const outcome = await grader.check({ exercise, student, seed, answer: reply.value }, functions);
      return end === undefined ? outcome : ended(end, "the answer");
    } catch (error) {
      return ended(error, "the answer");
    }
  };

  return {
    async cell(code, exercise) {
      const outcome = await run(code);
      if (outcome && exercise !== undefined) trouble.set(exercise, outcome);
      return outcome;
    },
    async answer(exercise, answer) {
      if (over) return trouble.get(exercise) ?? over;
      const gone = answer.names.find((name) => !known.has(name));
      if (gone !== undefined)
        return (
          trouble.get(exercise) ?? {
            status: "missing",
            message: `\`${answer.expression}\` is not there to be judged: no cell that ran declares \`${gone}\``,
          }
        );
      const started = await ready();
      return "status" in started ? started : check(exercise, answerCell(answer), started);
    },
    close: () => child?.kill(),
  };
}

/** @throws what is no ending that the notebook may have brought about: nothing can be told of it then */
function outcomeOf(error: unknown, what: string): Outcome {
  if (!(error instanceof Ended) || ofMachine.has(error.ending)) throw error;
  return { status: error.ending === "took too long" ? "timeout" : "error", message: `${what} ${error.ending}` };
}
