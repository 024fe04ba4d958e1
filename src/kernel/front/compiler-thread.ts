/** The front's end of the compiler, which works in a thread of its own and is started again if need be. */
import { Worker } from "node:worker_threads";
import type { Compilation } from "../compiler/compiler.js";
import type { Question, Reply } from "../compiler/thread.js";
import type { Bundle } from "../cell.js";
import type { Completeness } from "../compiler/completeness.js";
import type { Completion } from "../compiler/completions.js";

/** The compiler, asked from afar. What it answers is the same; it rejects if the compiler gives up. */
export interface CompilerThread {
  compile(earlier: string, code: string, number: number): Promise<Compilation>;
  complete(earlier: string, code: string, position: number): Promise<Completion>;
  inspect(earlier: string, code: string, position: number): Promise<Bundle | undefined>;
  isComplete(code: string): Promise<Completeness>;
  settle(earlier: string, own: string, reached: readonly string[]): Promise<string>;
  /** Ends what the compiler is doing: all that was asked rejects. */
  restart(reason: string): void;
  close(): void;
}

/** The compiler's memory, MB; the declarations of a large package take 150. */
const memory = 1024;

/** @param directory the notebook's folder */
export function startCompiler(directory: string): CompilerThread {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let closed = false;
  let worker = start();

  function start(): Worker {
    const started = new Worker(new URL("../compiler/thread.js", import.meta.url), {
      workerData: directory,
      resourceLimits: { maxOldGenerationSizeMb: memory },
      execArgv: [],
    });
    started.on("message", (reply: Reply) => {
      const question = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ("problem" in reply) {
        question?.reject(new Error(reply.problem));
        restart("the compiler was started again"); // its state is unknown
      } else question?.resolve(reply.value);
    });
    started.on("error", (error) => {
      if (started === worker) restart(error.message);
    });
    started.unref();
    return started;
  }
  function restart(reason: string): void {
    if (closed) return;
    const old = worker;
    worker = start();
    void old.terminate();
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  }
  const ask = <T>(method: Question["method"], ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id: asked, method, args } satisfies Question);
    });

  return {
    compile: (...args) => ask("compile", ...args),
    complete: (...args) => ask("complete", ...args),
    inspect: (...args) => ask("inspect", ...args),
    isComplete: (...args) => ask("isComplete", ...args),
    settle: (...args) => ask("settle", ...args),
    restart,
    close() {
      closed = true;
      void worker.terminate();
    },
  };
}
