/** What the grader, the compiler, the students' processes and the judge say to one another. */
import type { Wire } from "./wire.js";

/** A cell as the compiler leaves it. */
export interface Compiled {
  readonly code: string;
  /** JavaScript; undefined where the cell holds nothing to run. */
  readonly output: string | undefined;
  /** Declarations of this cell and of all before it. */
  readonly declarations: string;
  readonly lastExpression: string | undefined;
  readonly awaits: boolean;
}

export interface CompileRequest {
  readonly earlier: string;
  readonly code: string;
}
export type CompileReply =
  | { readonly ok: true; readonly cell: Compiled }
  | { readonly ok: false; readonly message: string };

export type StudentRequest =
  | { readonly do: "run"; readonly number: number; readonly cell: Compiled }
  /** Runs a cell that is one expression, the answer. */
  | { readonly do: "answer"; readonly cell: Compiled }
  | { readonly do: "call"; readonly handle: number; readonly args: readonly Wire[] }
  /** The answer to a "callback". */
  | { readonly do: "resume"; readonly reply: CallReply };

export type StudentReply =
  | { readonly is: "done" }
  | { readonly is: "answer"; readonly value: Wire }
  | { readonly is: "returned"; readonly reply: CallReply }
  | { readonly is: "threw"; readonly message: string }
  /** A student's function calls one that was handed to it. */
  | { readonly is: "callback"; readonly handle: number; readonly args: readonly Wire[] };

/** `args` are the arguments after the call, which a function may have written into. */
export type CallReply = { readonly value: Wire; readonly args: readonly Wire[] } | { readonly threw: string };

export const statuses = ["passed", "failed", "error", "timeout", "missing", "tampered"] as const;
export type Status = (typeof statuses)[number];

export interface Outcome {
  readonly status: Status;
  readonly message: string;
}

export interface JudgeRequest {
  readonly exercise: string;
  readonly student: string;
  readonly answer: Wire;
}

/** What the judge hears while it waits for a student's function. */
export type JudgeHears =
  | { readonly heard: "returned"; readonly reply: CallReply }
  | { readonly heard: "callback"; readonly handle: number; readonly args: readonly Wire[] }
  /** The student's process is no more. */
  | { readonly heard: "gone"; readonly outcome: Outcome };

export type JudgeSays =
  | { readonly says: "ready" }
  | { readonly says: "call"; readonly handle: number; readonly args: readonly Wire[] }
  | { readonly says: "resume"; readonly reply: CallReply }
  | { readonly says: "outcome"; readonly outcome: Outcome };
