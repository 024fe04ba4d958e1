/**
 * Cells in a process of your own, without Jupyter: what the notebook tests run.
 *
 *     const session = createSession("/path/to/notebooks");
 *     const run = await session.execute("const x = 1 + 1\nx");     // { ok: true, result: "2", stdout: "", … }
 *     const bad = await session.execute("const n: number = 'a'");  // { ok: false, error: { … }, … }
 *
 * The same compiler, repairs and error texts as the kernel; type errors are errors. Run it in a child process: a cell
 * can loop for ever or take all memory, and one process serves one folder. `process.exit` inside a cell throws.
 */
import type { DisplayContent, Outcome } from "./cell.js";
import { createCompiler } from "./compiler/compiler.js";
import type { CellError } from "./errors.js";
import { takeProcess } from "./executor/capture.js";
import { nodeWorld } from "./executor/node-world.js";
import { createRunner } from "./executor/runner.js";
import { takeTimers } from "./executor/runs.js";
import { takeSources } from "./executor/sources.js";
import { takeStacks } from "./executor/errors/stacks.js";
import { thrownError } from "./executor/errors/thrown-error.js";
import { loadTslab } from "./tslab.js";

/** What a cell came to, and what it wrote and showed on the way. */
export interface CellRun {
  readonly ok: boolean;
  /** What was thrown, or why the cell does not compile. Present exactly when `ok` is false. */
  readonly error?: CellError;
  /** The last expression as text, if it is not undefined. */
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
 * @throws Error if tslab or typescript is missing, or tslab is not the version that the repairs are written for
 */
export function createSession(directory: string): Session {
  process.chdir(directory);
  const compiler = createCompiler(loadTslab(directory));
  const runner = createRunner(nodeWorld(directory));
  const giveProcess = takeProcess((thrown) => thrownError(thrown, runner.cells).traceback.join("\n"));
  const giveTimers = takeTimers();
  const giveStacks = takeStacks(runner.cells, new URL(".", import.meta.url).href);
  const giveSources = takeSources();
  let declarations = "";
  let count = 0;
  return {
    async execute(code) {
      const text = { stdout: "", stderr: "" };
      const displays: DisplayContent[] = [];
      const compiled = compiler.compile(declarations, code, ++count);
      if (!compiled.ok) return { ok: false, error: compiled.error, ...text, displays };
      const { cell } = compiled;
      const outcome: Outcome = cell
        ? await new Promise((done) => {
            const stream = (name: "stdout" | "stderr", chunk: string): void => {
              if (text[name].length < streamLimit) text[name] += chunk.slice(0, streamLimit);
            };
            runner.start(cell, { stream, display: (content) => void displays.push(content) }, done);
          })
        : { ok: true };
      declarations = outcome.ok ? compiled.declarations : compiler.settle(declarations, compiled.own, outcome.reached);
      if (!outcome.ok) return { ok: false, error: outcome.error, ...text, displays };
      const result = outcome.result?.["text/plain"];
      return { ok: true, ...(result === undefined ? {} : { result: String(result) }), ...text, displays };
    },
    close() {
      giveSources();
      giveStacks();
      giveTimers();
      giveProcess();
      compiler.close();
    },
  };
}
