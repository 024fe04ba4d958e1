/**
 * What grades one submission after another: a compiler and a judge that stay, and a process for each notebook. Two
 * lanes work at a time.
 */
import { Ended, startChild, type Caps, type Child, type Limits } from "./child.js";
import { startJudge, type Caller, type Judge } from "./judge.js";
import type { CompileReply, JudgeRequest, Outcome } from "./messages.js";
import type { Workspace } from "./workspace.js";

export interface Lane {
  readonly limits: Limits;
  /** @param earlier declarations of the cells before */
  compile(earlier: string, code: string): Promise<CompileReply>;
  judge(request: JudgeRequest, caller: Caller): Promise<Outcome>;
  /** A process that is ready for its first cell. */
  startStudent(student: string): Promise<Child>;
  close(): Promise<void>;
}

/** All cells of a notebook together have as long as so many single ones. */
export const cellsWorth = 10;

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

export async function openLane(workspace: Workspace, checks: Checks, limits: Limits): Promise<Lane> {
  let judge: Judge = await startJudge(checks.catalogueUrl, checks.hidden);
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
    async judge(request, caller) {
      try {
        return await judge.judge(request, caller);
      } catch (error) {
        if (error instanceof Ended) throw error;
        await judge.close();
        judge = await startJudge(checks.catalogueUrl, checks.hidden);
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
      await judge.close();
    },
  };
}

/** @throws Error if the process does not come up, which is nothing that a submission has done */
async function started(child: Child): Promise<void> {
  let hello: { is?: string; message?: string };
  try {
    hello = (await child.hear(starting)) as typeof hello;
  } catch (error) {
    throw new Error(`a process for grading could not be started: ${(error as Error).message}`, { cause: error });
  }
  if (hello.is === "threw") throw new Error(`a process for grading could not be started: ${hello.message}`);
}
