/** What a page and the two workers of a kernel say to each other, beside what front and executor always say. */
import type { Question, Reply } from "../compiler/questions.js";
import type { FromExecutor, ToExecutor } from "../executor/messages.js";

/** To the worker that compiles. `path` of a file is relative to the notebook's folder; a file without text is gone. */
export type ToCompiler =
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "file"; readonly path: string; readonly text?: string };

/** From it. */
export type FromCompiler = Reply;

/**
 * To the worker that runs cells; `progress` in the course, as its text, undefined where there is none yet; `live`, if
 * the page has what makes figures live.
 */
export type ToRunner =
  | ToExecutor
  | { readonly kind: "progress"; readonly text: string | undefined }
  | { readonly kind: "live" };

/** From it, as JSON. */
export type FromRunner = FromExecutor | { readonly kind: "file"; readonly name: string; readonly text: string };

/** What is used of the global scope of a worker. */
export interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener: Window["addEventListener"];
}
