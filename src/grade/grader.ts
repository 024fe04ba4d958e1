/**
 * Grades one submission after another: a checker that stays, and a process for each notebook. Several work at a time.
 */
import { startChecker, type Checker, type StudentFunctions } from "./checks/checker.js";
import type { Compiler } from "./cells/compiler.js";
import { Ended, startChild, started, type Child, type Limits } from "./processes/child.js";
import type { Workspace } from "./processes/workspace.js";
import type { CheckRequest, Outcome } from "./wire/messages.js";

/** What the grading of a notebook stands on. A checker that fails is replaced by a new one. */
export interface Grader {
  readonly limits: Limits;
  readonly compiler: Compiler;
  /** Rejects with an Ended if the student's process came to its end. */
  check(request: CheckRequest, functions: StudentFunctions): Promise<Outcome>;
  /** A process that is ready for its first cell. */
  startStudent(student: string): Promise<Child>;
  close(): Promise<void>;
}

/** All cells of a notebook together have as long as so many single ones. */
export const cellsWorth = 10;

/** Where the checks are. */
export interface Checks {
  /** File of the module that exports `catalogue`, if it is not the package's own. */
  readonly catalogue: string | undefined;
  readonly catalogueUrl: string;
  /** URLs of modules that export `hidden`. */
  readonly hidden: readonly string[];
}

/** @throws Error if a check module cannot be loaded */
export async function startGrader(
  workspace: Workspace,
  checks: Checks,
  limits: Limits,
  compiler: Compiler,
): Promise<Grader> {
  let checker: Checker = await startChecker(checks.catalogueUrl, checks.hidden);
  return {
    limits,
    compiler,
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
    async startStudent(student) {
      const child = startChild(
        "student-process.js",
        [workspace.folder, ...(checks.catalogue === undefined ? [] : [checks.catalogue])],
        workspace,
        { NULLCLINE_STUDENT: student },
        { memory: limits.memory, seconds: (2 * cellsWorth * limits.timeout) / 1000 + 30 },
      );
      await started(child);
      return child;
    },
    close: () => checker.close(),
  };
}
