/** The front's end of the compiler, which works in a thread of its own and is started again if need be. */
import type { Compilation } from "../compiler/compiler.js";
import type { Question, Reply } from "../compiler/questions.js";
import type { Bundle } from "../cell.js";
import type { Completeness } from "../compiler/completeness.js";
import type { Completion } from "../compiler/completions.js";

/** The compiler, asked from afar. What it answers is the same; it rejects if the compiler gives up. */
export interface CompilerThread {
  /** Settles when the first thread has begun. */
  readonly started: Promise<void>;
  compile(earlier: string, code: string, number: number): Promise<Compilation>;
  complete(earlier: string, code: string, position: number): Promise<Completion>;
  inspect(earlier: string, code: string, position: number): Promise<Bundle | undefined>;
  isComplete(code: string): Promise<Completeness>;
  settle(earlier: string, own: string, reached: readonly string[]): Promise<string>;
  /** Ends what the compiler is doing, which rejects; what waits behind it is asked again. */
  restart(reason: string): void;
  close(): void;
}

/** A thread that has been started. */
export interface Thread {
  /** Settles when it has begun. Default: that is not told. */
  readonly started?: Promise<void>;
  ask(question: Question): void;
  end(): void;
}

/** Starts a thread with a compiler in it; `fail` is told if it can not go on. */
export type StartThread = (receive: (reply: Reply) => void, fail: (error: Error) => void) => Thread;

interface Waiting {
  readonly question: Question;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts the compiler. */
export function startCompiler(startThread: StartThread): CompilerThread {
  const waiting = new Map<number, Waiting>(); // in the order in which they are answered
  let asked = 0;
  let closed = false;
  let thread = start();

  function start(): Thread {
    const started = startThread(
      (reply) => {
        if (started !== thread) return;
        const question = waiting.get(reply.id);
        if ("problem" in reply) return restart(reply.problem); // its state is unknown
        waiting.delete(reply.id);
        question?.resolve(reply.value);
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
    const [first] = waiting;
    if (!first) return;
    waiting.delete(first[0]);
    first[1].reject(new Error(reason));
    for (const { question } of waiting.values()) thread.ask(question);
  }
  const ask = <T>(method: Question["method"], ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      const question: Question = { id: ++asked, method, args };
      waiting.set(asked, { question, resolve: resolve as (value: unknown) => void, reject });
      thread.ask(question);
    });

  return {
    started: thread.started ?? Promise.resolve(),
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
