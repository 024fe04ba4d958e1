/** The messages between the kernel's front and the process that runs cells: one JSON text a line. */
import type { Bundle, DisplayContent, Outcome, Runnable, StreamName } from "../cell.js";

/** From the front. `run` is by what the front knows a run. */
export type ToExecutor =
  | { readonly kind: "run"; readonly run: number; readonly cell: Runnable; readonly mayAsk: boolean }
  /** `all`: no cell runs, and what earlier ones have left going on is to end. */
  | { readonly kind: "interrupt"; readonly all: boolean }
  /** What the reader typed, or why nobody was asked. */
  | { readonly kind: "answer"; readonly waits: boolean; readonly text?: string; readonly problem?: string }
  | CommMessage;

/** From the code that runs cells. */
export type FromExecutor =
  | { readonly kind: "ready" }
  | { readonly kind: "stream"; readonly run: number; readonly name: StreamName; readonly text: string }
  | { readonly kind: "display"; readonly run: number; readonly content: DisplayContent; readonly update: boolean }
  | { readonly kind: "clear"; readonly run: number; readonly wait: boolean }
  /** `waits`: nothing else is done before the answer. */
  | {
      readonly kind: "ask";
      readonly run: number;
      readonly prompt: string;
      readonly password: boolean;
      readonly waits: boolean;
    }
  | { readonly kind: "end"; readonly run: number; readonly outcome: Outcome }
  | { readonly kind: "target"; readonly name: string }
  | CommMessage;

/** From its watchdog. */
export type FromWatchdog = { readonly kind: "memory"; readonly megabytes: number };

/** Messages of Jupyter's protocol about a channel between a page and the code of a cell. */
export type CommType = "comm_open" | "comm_msg" | "comm_close";

/** Such a message, with what goes beside its content; `buffers` are in base64. */
export interface CommMessage {
  readonly kind: "comm";
  readonly run: number;
  readonly type: CommType;
  readonly content: CommContent;
  readonly metadata?: Bundle;
  readonly buffers?: readonly string[];
}

/** What such a message says. */
export interface CommContent {
  readonly comm_id: string;
  readonly target_name?: string;
  readonly data?: Bundle;
}

/** The file descriptors of the executor's process. */
export const descriptors = {
  /** The code that runs cells writes to it. */
  out: 3,
  /** The watchdog's, in both directions. */
  control: 4,
} as const;

const hasText = (value: object, ...names: readonly string[]): boolean =>
  names.every((name) => typeof Reflect.get(value, name) === "string");
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === "string");
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * Whether a message has the form of one. A cell can find the channel and write to it; what it then says about itself
 * does no harm, as long as it can be read.
 */
export function isFromExecutor(message: object): message is FromExecutor {
  const { kind, run, content, outcome, buffers = [] } = message as Record<string, unknown>;
  if (kind === "ready") return true;
  if (kind === "target") return hasText(message, "name");
  if (typeof run !== "number") return false;
  if (kind === "stream") return hasText(message, "name", "text");
  if (kind === "display") return isObject(content) && isObject(Reflect.get(content, "data"));
  if (kind === "clear") return true;
  if (kind === "ask") return hasText(message, "prompt");
  if (kind === "comm")
    return hasText(message, "type") && isObject(content) && hasText(content, "comm_id") && isTexts(buffers);
  if (kind !== "end" || !isObject(outcome)) return false;
  const { ok, result, error, reached } = outcome as Record<string, unknown>;
  if (ok === true) return result === undefined || result === null || isObject(result);
  if (!isObject(error) || !isTexts(reached)) return false;
  return hasText(error, "name", "message") && isTexts(Reflect.get(error, "traceback"));
}
