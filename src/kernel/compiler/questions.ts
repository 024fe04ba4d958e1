/** The compiler asked from another thread. */
import type { Compiler } from "./compiler.js";

/** A method of the compiler, and its arguments. */
export interface Question {
  readonly id: number;
  readonly method: keyof Compiler;
  readonly args: readonly unknown[];
}

/** What it answers: the value, or that the compiler threw. */
export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly problem: string });

/** Does what is asked. Does not throw. */
export function answerTo(compiler: Compiler, { id, method, args }: Question): Reply {
  try {
    return { id, value: (compiler[method] as (...args: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    return { id, problem: String((error as Error).message) };
  }
}
