/**
 * Grades one submission after another: a compiler and a checker that stay, and a process for each notebook. Two graders
 * work at a time.
 */
import { startChecker, type Checker, type StudentFunctions } from "./checks/checker.js";
import { Ended, startChild, type Caps, type Child, type Limits } from "./processes/child.js";
import type { Workspace } from "./processes/workspace.js";
import type { CheckRequest, CompileReply, Outcome, StartReply } from "./wire/messages.js";

/** What the grading of a notebook stands on. A compiler or checker that fails is replaced by a new one. */
export interface Grader {
  readonly limits: Limits;
  /** @param earlier declarations of the cells before */
  compile(earlier: string, code: string): Promise<CompileReply>;
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

/** Milliseconds. Starting a process is not the student's time; a machine that is busy may need a while. */
const starting = 120_000;
/** The compiler serves many notebooks. */
const compilerCaps: Caps = { memory: 1000, seconds: 36_000 };

/** @throws Error if a check module cannot be loaded */
export async function startGrader(workspace: Workspace, checks: Checks, limits: Limits): Promise<Grader> {
  let checker: Checker = await startChecker(checks.catalogueUrl, checks.hidden);
  let compiler: Child | undefined;
  return {
    limits,
    async compile(earlier, code) {
      if (!compiler) {
        compiler = startChild("compiler-process.js", [], workspace, {}, compilerCaps);
        await started(compiler);
      }
      try {
        return (await compiler.ask({ earlier, code }, Math.max(limits.timeout, 10_000))) as CompileReply;
      } catch (error) {
        if (!(error instanceof Ended)) throw error;
        compiler = undefined;
        return { ok: false, message: `compiling this cell ${error.ending}` };
      }
    },
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
    async close() {
      compiler?.kill();
      await checker.close();
    },
  };
}

/** @throws Error if the process does not come up, which is nothing that a submission has done */
async function started(child: Child): Promise<void> {
  let reply: StartReply;
  try {
    reply = (await child.next(starting)) as StartReply;
  } catch (error) {
    throw new Error(`a process for grading could not be started: ${(error as Error).message}`, { cause: error });
  }
  if (reply.kind === "threw") throw new Error(`a process for grading could not be started: ${reply.message}`);
}
