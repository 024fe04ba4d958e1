/** Processes in which students' notebooks run. */
import type { Variant } from "../../course/answers/variant.js";
import type { Exercise } from "../../course/exercise.js";
import type { StudentRequest } from "../wire/messages.js";
import { startChild, type Child, type Limits } from "./child.js";
import { packageFiles } from "./deno.js";
import type { Sandbox } from "./sandbox.js";

/** All cells of a notebook together have as long as so many single ones. */
export const cellsWorth = 10;

/** Milliseconds. Starting a process is not the student's time; a machine that is busy may need a while. */
const starting = 120_000;

/**
 * A process that is ready for its first cell.
 * @param exercises whose numbers are given to it
 * @throws Error if it does not come up, which is nothing that a submission has done
 */
export async function startWorld(
  sandbox: Sandbox,
  { memory, timeout }: Limits,
  student: string,
  exercises: readonly Exercise[],
  first = false,
): Promise<Child> {
  const seconds = (2 * cellsWorth * timeout) / 1000 + 30;
  const child = startChild(sandbox.program(memory, first), sandbox.folder, { memory, seconds });
  const variants = exercises
    .filter(({ varies, sentencesOf }) => varies && !sentencesOf)
    .map(({ id, variantOf }): [string, Variant] => [id, variantOf(student)]);
  const begin: StudentRequest = {
    kind: "begin",
    student,
    variants: Object.fromEntries(variants),
    sentences: Object.fromEntries(
      exercises.flatMap(({ id, sentencesOf }) => (sentencesOf ? [[id, sentencesOf(student)]] : [])),
    ),
    files: packageFiles(),
  };
  try {
    await child.ask(begin, starting);
  } catch (error) {
    throw new Error(`a process for grading could not be started: ${(error as Error).message}`, { cause: error });
  }
  return child;
}

/** Starts one for nobody, from which the others can take what Deno has made of the program. */
export async function warm(sandbox: Sandbox, limits: Limits): Promise<void> {
  const child = await startWorld(sandbox, limits, "", [], true);
  await child.leave();
}
