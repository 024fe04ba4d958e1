/** The compiler asked from another thread. */
import type { Compilation, Compiler } from "./compiler.js";

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

/** What is known of the notebook's names after a question; undefined if it does not tell. */
function declarationsAfter({ method, args }: Question, reply: Reply): string | undefined {
  if ("problem" in reply || method === "isComplete" || method === "close") return undefined;
  if (method === "settle") return reply.value as string;
  const compiled = method === "compile" ? (reply.value as Compilation) : undefined;
  return compiled?.ok ? compiled.declarations : (args[0] as string);
}

/**
 * Answers questions as they come, and prepares for the next one while the answer is used.
 * @param later runs a function when nothing else is to be done
 * @param practice cells of a notebook that is nobody's, to compile one after the other until somebody asks
 */
export function answering(
  compiler: Compiler,
  answer: (reply: Reply) => void,
  later: (work: () => void) => void,
  practice: readonly string[] = [],
): (question: Question) => void {
  const unpractised = [...practice];
  let practised = "";
  let declarations = "";
  let isPlanned = false;
  const plan = (): void => {
    if (!isPlanned) later(work);
    isPlanned = true;
  };
  function work(): void {
    isPlanned = false;
    const cell = unpractised.shift();
    if (cell === undefined) compiler.prepare(declarations);
    else {
      const compiled = compiler.compile(practised, cell, 0);
      if (compiled.ok) practised = compiled.declarations;
      plan();
    }
  }
  plan();
  return (question) => {
    unpractised.length = 0;
    const reply = answerTo(compiler, question);
    answer(reply);
    declarations = declarationsAfter(question, reply) ?? declarations;
    plan();
  };
}
