/** Questions to the reader: `await input("name? ")`, and `prompt("name? ")` as in browsers and Deno, which waits. */
import type { FromExecutor, ToExecutor } from "./messages.js";
import { currentRun, Interrupted } from "./runs.js";

/** What the reader typed, or why nobody was asked. */
export type Answer = Extract<ToExecutor, { kind: "answer" }>;

/** Asks, and gives the answer when it is there: nothing else is done meanwhile. @throws Error where nobody can wait */
export type Waiting = (ask: () => void) => Answer;

/** The asking side of a process that runs cells. */
export interface Asking {
  /** Whether the page that sent the present cell can ask its reader. */
  allow(may: boolean): void;
  answer(answer: Answer): void;
  /** Nobody waits for an answer any more. */
  stop(): void;
}

const noPage = "nobody can be asked here: whoever runs this cell takes no input";

const noWaiting = (question: unknown): string =>
  `prompt() waits, and a cell in a browser can not: write await input(${JSON.stringify(String(question ?? ""))})`;

/**
 * Defines `input` and `prompt` for all cells.
 * @param wait how `prompt` comes to its answer. A worker of a page has no way: while it waits it hears nothing, but for
 * memory that it shares with the page, which a browser gives to sites alone whose host sets them apart from all others.
 */
export function createAsking(wait: Waiting | undefined, send: (message: FromExecutor) => void): Asking {
  let allowed = false;
  let waiting: { resolve(text: string): void; reject(error: Error): void } | undefined;

  const asker = (): number => {
    const run = currentRun()?.sink.run;
    if (!allowed || run === undefined) throw new Error(noPage);
    if (waiting) throw new Error("one question at a time: await the answer of input() before the next");
    return run;
  };
  const ask = (question: unknown, password: boolean, waits: boolean): void =>
    send({ kind: "ask", run: asker(), prompt: String(question ?? ""), password, waits });
  const input = (question?: string, options: { password?: boolean } = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      ask(question, options.password === true, false);
      waiting = { resolve, reject };
    });
  function prompt(message?: string, otherwise?: string): string {
    if (!wait) {
      asker();
      throw new Error(noWaiting(message));
    }
    const { text, problem } = wait(() => ask(message, false, true));
    if (text === undefined) throw new Error(problem ?? noPage);
    return text === "" && otherwise !== undefined ? otherwise : text;
  }
  for (const [name, value] of Object.entries({ input, prompt }))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });

  return {
    allow(may) {
      allowed = may;
    },
    answer({ text, problem }) {
      const asked = waiting;
      waiting = undefined;
      if (text === undefined) asked?.reject(new Error(problem ?? noPage));
      else asked?.resolve(text);
    },
    stop() {
      waiting?.reject(new Interrupted("the cell was stopped"));
      waiting = undefined;
    },
  };
}
