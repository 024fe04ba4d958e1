/**
 * Grades one submission after another: a checker that stays, and a process for each notebook. Several work at a time.
 */
import type { Exercise } from "../course/exercise.js";
import { startChecker, type Checker, type StudentFunctions } from "./checks/checker.js";
import type { Compiler } from "./cells/compiler.js";
import { Ended, type Child, type Limits } from "./processes/child.js";
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
  /** Rejects with an Ended if the student's process came to its end. */
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

/** @throws Error if a check module cannot be loaded */
export async function startGrader(
  sandbox: Sandbox,
  checks: Checks,
  limits: Limits,
  compiler: Compiler,
  reader: Reader,
): Promise<Grader> {
  let checker: Checker = await startChecker(checks.catalogueUrl, checks.hidden);
  return {
    limits,
    compiler,
    reader,
    async check(request, functions) {
      try {
        return await checker.check(request, functions);
      } catch (error) {
        if (error instanceof Ended) throw error;
        await checker.close();
        checker = await startChecker(checks.catalogueUrl, checks.hidden);
        return { status: "error", message: `the check itself failed: ${(error as Error).message}` };
      }
    },
    startStudent: (student, exercises, lent) => startWorld(sandbox, limits, { student, exercises, lent }),
    close: () => checker.close(),
  };
}
