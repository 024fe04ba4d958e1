/** Processes in which students' notebooks run. */
import type { Variant } from "../../course/answers/variant.js";
import type { Exercise } from "../../course/exercise.js";
import type { Lent } from "../references.js";
import type { StudentReply, StudentRequest } from "../wire/messages.js";
import { startChild, type Child, type Limits } from "./child.js";
import { packageFiles } from "./deno.js";
import { starting } from "./meter.js";
import type { Sandbox } from "./sandbox.js";

/** All cells of a notebook together have as long as so many single ones. */
export const cellsWorth = 10;

type Begin = Extract<StudentRequest, { kind: "begin" }>;

/** What a process is given to start with. */
interface Given {
  readonly student: string;
  /** Whose numbers are given to it. */
  readonly exercises: readonly Exercise[];
  readonly lent?: Lent | undefined;
}

/**
 * A process that is ready for its first cell.
 * @throws Error if it does not come up, which is nothing that a submission has done
 */
export async function startWorld(
  sandbox: Sandbox,
  { memory, timeout }: Limits,
  { student, exercises, lent }: Given,
  first = false,
): Promise<Child> {
  const seconds = (2 * cellsWorth * timeout) / 1000 + 30;
  const child = startChild(sandbox.program(memory, first), sandbox.folder, { memory, seconds });
  const begin: StudentRequest = { kind: "begin", student, ...ownOf(student, exercises), files: packageFiles() };
  try {
    await child.ask(begin, starting);
  } catch (error) {
    throw new Error(`a process for grading could not be started: ${(error as Error).message}`, { cause: error });
  }
  if (lent) await lend(child, lent);
  return child;
}

/** What of exercises is a student's own: numbers, and sentences. */
export function ownOf(student: string, exercises: readonly Exercise[]): Pick<Begin, "variants" | "sentences"> {
  const variants = exercises
    .filter(({ varies, sentencesOf }) => varies && !sentencesOf)
    .map(({ id, variantOf }): [string, Variant] => [id, variantOf(student)]);
  const sentences = exercises.flatMap(({ id, sentencesOf }) => (sentencesOf ? [[id, sentencesOf(student)]] : []));
  return { variants: Object.fromEntries(variants), sentences: Object.fromEntries(sentences) };
}

/** @throws Error if the master's own cells do not run, which is nothing that a submission has done either */
async function lend(child: Child, { names, cells }: Lent): Promise<void> {
  const fail = (why: string): never => {
    child.kill();
    throw new Error(`the master's own solution of ${names.join(", ")} could not be run: ${why}`);
  };
  const request: StudentRequest = { kind: "lend", names, cells };
  const reply = (await child.ask(request, starting).catch((error: Error) => fail(error.message))) as StudentReply;
  if (reply.kind !== "done") fail(reply.kind === "threw" ? reply.message : "there was no reply");
}

/** Starts one for nobody, from which the others can take what Deno has made of the program. */
export async function warm(sandbox: Sandbox, limits: Limits): Promise<void> {
  const child = await startWorld(sandbox, limits, { student: "", exercises: [] }, true);
  await child.leave();
}
