/** The compiler in a thread of its own, so that a long compilation holds up nothing else. */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { keepTypescriptCode } from "./load-typescript.js";
import { createCompiler, type Compiler } from "./compiler.js";

/** What the thread is asked: a method of the compiler, and its arguments. */
export interface Question {
  readonly id: number;
  readonly method: keyof Compiler;
  readonly args: readonly unknown[];
}

/** What it answers: the value, or that the compiler threw. */
export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly problem: string });

const port = parentPort as MessagePort;
const compiler = createCompiler(workerData as string);
// The first compilation reads the language's library: before anybody waits for it.
compiler.compile("", "const one = 1; console.log(one)", 0);
setTimeout(keepTypescriptCode, 5000).unref();

port.on("message", ({ id, method, args }: Question) => {
  try {
    const value = (compiler[method] as (...args: readonly unknown[]) => unknown)(...args);
    port.postMessage({ id, value } satisfies Reply);
  } catch (error) {
    port.postMessage({ id, problem: String((error as Error).message) } satisfies Reply);
  }
});
