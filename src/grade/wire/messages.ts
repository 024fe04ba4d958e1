/** The messages between the grader, the compiler, the students' processes and the checker. */
import type { Variant } from "../../course/answers/variant.js";
import type { PartMark } from "../../course/answers/verdict.js";
import type { Wire } from "./value.js";

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

/** From the grader to the compiler: a cell, with the declarations of those before it. */
export interface CompileRequest {
  readonly earlier: string;
  readonly code: string;
}

/** From the compiler to the grader. */
export type CompileReply =
  | { readonly ok: true; readonly cell: Compiled }
  | { readonly ok: false; readonly message: string };

/** The first message of a process: whether it is ready for requests. */
export type StartReply = { readonly kind: "done" } | { readonly kind: "threw"; readonly message: string };

/** From the grader to a student's process. */
export type StudentRequest =
  /** The first: whose notebook it is, numbers and sentences of its exercises, the package's files by their paths. */
  | {
      readonly kind: "begin";
      readonly student: string;
      readonly variants: Readonly<Record<string, Variant>>;
      readonly sentences: Readonly<Record<string, Readonly<Record<string, string>>>>;
      readonly files: Readonly<Record<string, string>>;
    }
  /** Before any cell: names hold, whatever is assigned to them, what cells make of them in a scope of their own. */
  | { readonly kind: "lend"; readonly names: readonly string[]; readonly cells: readonly Compiled[] }
  | { readonly kind: "run"; readonly cell: Compiled }
  /** Runs a cell that is one expression, the answer. */
  | { readonly kind: "answer"; readonly cell: Compiled }
  | { readonly kind: "call"; readonly handle: number; readonly args: readonly Wire[] }
  /** The reply to a "callback". */
  | { readonly kind: "resume"; readonly reply: CallReply };

/** From a student's process to the grader. */
export type StudentReply =
  | StartReply
  | { readonly kind: "answer"; readonly value: Wire }
  | { readonly kind: "returned"; readonly reply: CallReply }
  /** A student's function calls one that was handed to it. */
  | { readonly kind: "callback"; readonly handle: number; readonly args: readonly Wire[] };

/** `args` are the arguments after the call, which a function may have written into. */
export type CallReply = { readonly value: Wire; readonly args: readonly Wire[] } | { readonly threw: string };

/** What became of an exercise, as results.json says it; `docs/grading.md` tells their meaning. */
export const statuses = ["passed", "failed", "error", "timeout", "missing", "tampered", "ungraded"] as const;
/** What became of an exercise, an answer or a cell: one of `statuses`. */
export type Status = (typeof statuses)[number];

/** What became of an answer or a cell, with a message for whoever marks. */
export interface Outcome {
  readonly status: Status;
  readonly message: string;
  /** What `check` would say to the student; nothing of a hidden check is in it. */
  readonly feedback?: string;
  /** Name of the misconception that was recognised. */
  readonly misconception?: string;
  /** In place of a misconception: name of a property that right answers have and this one has not. */
  readonly lacks?: string;
  /** Of an answer that is not right as a whole: its parts that have points of their own. */
  readonly parts?: readonly PartMark[];
  /** An explanation in the student's own words, for the teacher to read. */
  readonly text?: string;
  /** Exercises that the answer builds on and that are not right: it was judged with the reference values of these. */
  readonly reference?: readonly string[];
}

/** From the grader to the checker: an answer to be checked. */
export interface CheckRequest {
  readonly exercise: string;
  readonly student: string;
  /** The marking's secret, of which the hidden checks draw what they ask. */
  readonly seed: string;
  readonly answer: Wire;
}

/** What came of a call of a student's function, for the checker that waits for it. */
export type CallEvent =
  | { readonly kind: "returned"; readonly reply: CallReply }
  | { readonly kind: "callback"; readonly handle: number; readonly args: readonly Wire[] }
  /** The student's process is no more. */
  | { readonly kind: "gone"; readonly outcome: Outcome };

/** From the checker to the grader. */
export type CheckerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "call"; readonly handle: number; readonly args: readonly Wire[] }
  | { readonly kind: "resume"; readonly reply: CallReply }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  /** The check itself failed, whatever the answer. */
  | { readonly kind: "failed"; readonly message: string };
