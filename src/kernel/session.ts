/**
 * Cells in a process of your own, without Jupyter: what the grader and the notebook tests run.
 *
 *     const session = createSession("/path/to/notebooks");
 *     const run = await session.execute("const x = 1 + 1\nx");     // { ok: true, result: "2", stdout: "", … }
 *     const bad = await session.execute("const n: number = 'a'");  // { ok: false, error: { … }, … }
 *
 * The same compiler, repairs and error texts as the kernel; type errors are errors. Run it in a child process: a cell
 * can loop for ever or take all memory, and one process serves one folder. `process.exit` inside a cell throws.
 */
import { createCells } from "./cells.js";
import type { CellError } from "./errors.js";
import type { DisplayContent } from "./tslab.js";

/** What a cell came to, and what it wrote and showed on the way. */
export interface CellRun {
  readonly ok: boolean;
  /** What was thrown, or why the cell does not compile. Present exactly when `ok` is false. */
  readonly error?: CellError;
  /** The last expression as `console.log` would print it, if it is not null or undefined. */
  readonly result?: string;
  readonly stdout: string;
  readonly stderr: string;
  /** In order; an update of an earlier display is one more entry. */
  readonly displays: readonly DisplayContent[];
}

/** A notebook's cells, with one scope for all of them. */
export interface Session {
  /** Runs a cell after all earlier ones. One at a time: await it before the next. Never rejects. */
  execute(code: string): Promise<CellRun>;
  close(): void;
}

/** Characters kept of each stream of a cell, so that a loop that prints does not fill the memory. */
const streamLimit = 1_000_000;

/**
 * Takes this process for the cells of one notebook.
 * @param directory the notebook's folder: where relative imports start; it becomes the process's working directory
 * @throws Error if tslab is missing, or is not the version that the kernel's repairs are written for
 */
export function createSession(directory: string): Session {
  const cells = createCells(directory);
  let count = 0;
  return {
    async execute(code) {
      const text = { stdout: "", stderr: "" };
      const displays: DisplayContent[] = [];
      const outcome = await cells.execute(code, ++count, {
        stream: (name, chunk) => {
          if (text[name].length < streamLimit) text[name] += chunk.slice(0, streamLimit);
        },
        display: (content) => {
          displays.push(content);
        },
      });
      if (!outcome.ok) return { ok: false, error: outcome.error, ...text, displays };
      return { ok: true, ...(outcome.result === undefined ? {} : { result: outcome.result }), ...text, displays };
    },
    close: () => cells.close(),
  };
}
