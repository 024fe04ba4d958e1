/** The front's end of the compiler, which works in a thread of its own and is started again if need be. */
import type { Compilation } from "../compiler/compiler.js";
import type { Question, Reply } from "../compiler/questions.js";
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

/** A thread that has been started. */
export interface Thread {
  ask(question: Question): void;
  end(): void;
}

/** Starts a thread with a compiler in it; `fail` is told if it can not go on. */
export type StartThread = (receive: (reply: Reply) => void, fail: (error: Error) => void) => Thread;

/** Starts the compiler. */
export function startCompiler(startThread: StartThread): CompilerThread {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let closed = false;
  let thread = start();

  function start(): Thread {
    const started = startThread(
      (reply) => {
        const question = waiting.get(reply.id);
        waiting.delete(reply.id);
        if ("problem" in reply) {
          question?.reject(new Error(reply.problem));
          restart("the compiler was started again"); // its state is unknown
        } else question?.resolve(reply.value);
      },
      (error) => {
        if (started === thread) restart(error.message);
      },
    );
    return started;
  }
  function restart(reason: string): void {
    if (closed) return;
    const old = thread;
    thread = start();
    old.end();
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  }
  const ask = <T>(method: Question["method"], ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve: resolve as (value: unknown) => void, reject });
      thread.ask({ id: asked, method, args });
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
      thread.end();
    },
  };
}
