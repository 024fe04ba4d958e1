/**
 * Grades one submission after another: a checker that stays, and a process for each notebook. Several work at a time.
 */
import type { Exercise } from "../course/exercise.js";
import { Endless, Overfull, startChecker, type Checker, type StudentFunctions } from "./checks/checker.js";
import type { Compiler } from "./cells/compiler.js";
import type { Child, Limits } from "./processes/child.js";
import type { Sandbox } from "./processes/sandbox.js";
import { startWorld } from "./processes/world.js";
import type { Reader } from "./reader/reader.js";
import type { Lent } from "./references.js";
import type { CheckRequest, Outcome } from "./wire/messages.js";

/** What the grading of a notebook stands on. A checker that fails is replaced by a new one. */
export interface Grader {
  readonly limits: Limits;
  readonly compiler: Compiler;
  readonly reader: Reader;
  /** What came of an answer, whatever happens: "ungraded" where the check itself failed. */
  check(request: CheckRequest, functions: StudentFunctions): Promise<Outcome>;
  /**
   * A process that is ready for its first cell.
   * @param exercises whose numbers are given to it
   * @param lent reference values that are given to it
   */
  startStudent(student: string, exercises: readonly Exercise[], lent?: Lent): Promise<Child>;
  close(): Promise<void>;
}

/** Where the checks are. */
export interface Checks {
  readonly catalogueUrl: string;
  /** URLs of modules that export `hidden`. */
  readonly hidden: readonly string[];
}

/** Said to a student when a check breaks, which it must not. */
const noFault = "Something went wrong while this was checked, which is no fault of yours: ask your teacher.";

const keptBusy = "the check of the answer took too long, or too much memory";

/**
 * @param start starts a checker
 * @throws Error if a check module cannot be loaded
 */
export async function startGrader(
  sandbox: Sandbox,
  checks: Checks,
  limits: Limits,
  compiler: Compiler,
  reader: Reader,
  start = startChecker,
): Promise<Grader> {
  let checker: Checker = await start(checks.catalogueUrl, checks.hidden);
  const check: Grader["check"] = async (request, functions) => {
    try {
      return await checker.check(request, functions);
    } catch (error) {
      await checker.close();
      checker = await start(checks.catalogueUrl, checks.hidden);
      throw error;
    }
  };
  return {
    limits,
    compiler,
    reader,
    async check(request, functions) {
      try {
        return await check(request, functions).catch((error: unknown) => {
          // What filled its memory may have been the answers before this one: a new one decides.
          if (error instanceof Overfull) return check(request, functions);
          throw error;
        });
      } catch (error) {
        const { message } = error as Error;
        // Which of its limits came first is told to nobody: it may be another one the next time.
        if (error instanceof Endless || error instanceof Overfull) return { status: "timeout", message: keptBusy };
        return { status: "ungraded", message: `the check itself failed: ${message}`, feedback: noFault };
      }
    },
    startStudent: (student, exercises, lent) => startWorld(sandbox, limits, { student, exercises, lent }),
    close: () => checker.close(),
  };
}
