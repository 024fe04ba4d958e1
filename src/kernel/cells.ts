/**
 * Runs notebook cells one after another in this process: tslab's compiler and scope, with errors and values handed
 * back.
 */
import { StringDecoder } from "node:string_decoder";
import { format } from "node:util";
import { cellFile, compileError, thrownError, type CellError, type CompiledCell } from "./errors.js";
import { loadTslab, type Completion, type Conversion, type Converter, type DisplayContent } from "./tslab.js";

/** Where a cell's output goes while it runs, and afterwards, until the next cell starts. */
export interface Sink {
  stream(name: "stdout" | "stderr", text: string): void;
  display(content: DisplayContent, update: boolean): void;
}

/** What became of a cell; `result` is its last expression as `console.log` prints it, unless null or undefined. */
export type CellOutcome =
  | { readonly ok: true; readonly result: string | undefined }
  | { readonly ok: false; readonly error: CellError };

/** A notebook's cells, with one scope for all of them. */
export interface Cells {
  /** Compiles and runs a cell. `number` names it in error messages. Never rejects. */
  execute(code: string, number: number, sink: Sink): Promise<CellOutcome>;
  complete(code: string, position: number): Completion;
  /** What is known about the name at `position` (type, documentation), or undefined. */
  inspect(code: string, position: number): string | undefined;
  isComplete(code: string): { readonly completed: boolean; readonly indent?: string };
  /** Ends a cell that awaits something. A cell that computes is ended by SIGINT itself. */
  interrupt(): void;
  /** Gives the process its stdout, exit and handlers back. */
  close(): void;
}

/**
 * Takes this process for the cells of one notebook: its streams, its `exit` and the errors that nobody awaits.
 * @param directory the notebook's folder: where relative imports start, and made the process's working directory,
 * because TypeScript fixes its own when it is loaded. Hence one folder per process.
 */
export function createCells(directory: string): Cells {
  process.chdir(directory);
  const tslab = loadTslab(directory);
  const compiled = new Map<string, CompiledCell>();
  const silent: Sink = { stream() {}, display() {} };
  let sink = silent;
  let number = 0;
  let failure: CellError | undefined;
  let value: unknown;

  const converter = tslab.createConverter({ isJS: false, isBrowser: false });
  const traced: Converter = {
    ...converter,
    convert(earlier, code): Conversion {
      const conversion = converter.convert(earlier, code);
      if (conversion.diagnostics.length > 0) failure = compileError(code, conversion.diagnostics);
      if (!conversion.output) return conversion;
      compiled.set(cellFile(number), { number, source: code, output: conversion.output });
      const bare = conversion.output.replace(/\n\/\/# sourceMappingURL=data:\S+/g, "");
      return { ...conversion, output: `${bare}\n//# sourceURL=${cellFile(number)}` };
    },
    addModule(name, code, metadata) {
      const diagnostics = converter.addModule(name, code, metadata);
      if (diagnostics.length > 0) failure = compileError(code, diagnostics);
      return diagnostics;
    },
  };
  const executor = tslab.createExecutor(
    directory,
    { node: traced, browser: traced, close: () => converter.close() },
    {
      log: (last) => {
        value = last;
      },
      error: (thrown) => {
        failure ??= thrownError(thrown, compiled, number);
      },
    },
  );

  const release = takeProcess(
    (name, text) => sink.stream(name, text),
    (thrown) => sink.stream("stderr", `${thrownError(thrown, compiled, -1).traceback.join("\n")}\n`),
  );

  return {
    async execute(code, cellNumber, output) {
      [number, sink, failure, value] = [cellNumber, output, undefined, undefined];
      tslab.jupyter.lastWriteDisplayData = (content, update) => output.display(content, update ?? false);
      let result: string | undefined;
      try {
        await executor.execute(code);
        if (!failure && value != null) result = format(value);
      } catch (thrown) {
        failure ??= thrownError(thrown, compiled, number); // a value that cannot be printed; tslab's own compiler
      }
      return failure ? { ok: false, error: failure } : { ok: true, result };
    },
    complete: (code, position) => executor.complete(code, position),
    inspect(code, position) {
      const info = executor.inspect(code, position);
      return info ? tslab.printQuickInfo(info) : undefined;
    },
    isComplete: (code) => tslab.isCompleteCode(code),
    interrupt: () => executor.interrupt(),
    close() {
      release();
      executor.close();
    },
  };
}

/**
 * Sends what the process writes, and errors that no cell awaits, to the notebook; and keeps a cell from ending the
 * process.
 */
function takeProcess(stream: Sink["stream"], stray: (thrown: unknown) => void): () => void {
  const exit = process.exit;
  process.exit = (code?: unknown): never => {
    throw new Error(`process.exit(${code ?? ""}) would end the kernel, so it is refused`);
  };
  const restore = (["stdout", "stderr"] as const).map((name) => {
    const original = process[name].write;
    const decoder = new StringDecoder("utf8");
    process[name].write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
      stream(name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") process.nextTick(callback);
      return true;
    };
    return () => {
      process[name].write = original;
    };
  });
  process.on("uncaughtException", stray);
  process.on("unhandledRejection", stray);
  return () => {
    process.exit = exit;
    for (const give of restore) give();
    process.off("uncaughtException", stray);
    process.off("unhandledRejection", stray);
  };
}
