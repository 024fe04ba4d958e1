/** What the compiler hands to whoever runs a cell, and what comes back: plain data, which may go to another process. */
import type { Shift } from "./compiler/edits.js";
import type { CellError } from "./errors.js";

/** A compiled cell. */
export interface Runnable {
  /** By which the notebook counts it. */
  readonly number: number;
  /** The cell as it was written. */
  readonly source: string;
  /** The body of a function of `exports`, `require` and `$cell`. */
  readonly code: string;
  readonly awaits: boolean;
  /** The property of the scope that gets the value of the last expression. */
  readonly value: string | undefined;
  /** Files that the cell imports and that are compiled with it, as CommonJS, by their absolute path. */
  readonly files: readonly { readonly path: string; readonly data: string }[];
  /** From the code, with its shifts undone, to the source: base64, and one line further down than the source. */
  readonly map: string;
  readonly shifts: readonly Shift[];
}

/** A value in several formats, by MIME type, as Jupyter takes them. */
export type Bundle = Readonly<Record<string, unknown>>;

/** `display_data` of the Jupyter protocol. */
export interface DisplayContent {
  readonly data: Bundle;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient?: Readonly<Record<string, unknown>>;
}

/** The two streams of a program. */
export type StreamName = "stdout" | "stderr";

/** Where a cell's output goes, while it runs and afterwards. */
export interface Sink {
  /** By what the kernel's front knows the run, where there is a front. */
  readonly run?: number;
  stream(name: StreamName, text: string): void;
  display(content: DisplayContent, update: boolean): void;
}

/** What became of a cell. */
export type Outcome =
  /** `result` shows its last expression; there is none for undefined. */
  | { readonly ok: true; readonly result?: Bundle }
  | {
      readonly ok: false;
      readonly error: CellError;
      /** The names that it had set when it came to its end. */
      readonly reached: readonly string[];
    };
