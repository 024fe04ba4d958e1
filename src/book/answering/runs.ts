/** The kernel of a page at work for its exercises: one run at a time, each with the cells that it needs. */
import { asked, exerciseOf, nothingRan, type CodeCell } from "./cells.js";
import type { Client, Hear } from "./client.js";
import type { OwnNotebook } from "./own-notebook.js";

/** What a run tells whoever asked for it. */
export interface Listener {
  /** Where it is, in words. */
  say(words: string): void;
  /** What the answer, and the cell that checks it, put out. */
  readonly hear: Hear;
  /** A cell before the answer has stopped with an error: the run goes on, as the answer may not need it. */
  failed(cell: CodeCell, hear: (to: Hear) => void): void;
  /** The run was stopped in a cell before the answer, such as another answer that never ends. */
  stoppedIn(cell: CodeCell): void;
}

/** How a run ended. */
export type End = "checked" | "failed" | "stopped" | "forgotten";

/** The runs of a page. */
export interface Runs {
  /** Runs what stands before an answer, as far as it has not been run, the answer, and its check. */
  check(answer: CodeCell, listener: Listener): Promise<End>;
  /** Runs a cell in the same way. */
  show(cell: string, listener: Listener): Promise<End>;
  /** Ends the run, and those that wait for it. */
  stop(): void;
  /** All that the kernel knew is gone. */
  forget(): void;
}

/** The notebook as it is to be run, and which of its cells: those before, and those that are run in any case. */
interface Wanted {
  readonly present: readonly CodeCell[];
  readonly before: readonly CodeCell[];
  readonly last: readonly CodeCell[];
  /** What is said of these. */
  readonly words: string;
}

/** @param client starts the kernel, when it is first needed */
export function createRuns(notebook: OwnNotebook, client: () => Promise<Client>): Runs {
  const ran = nothingRan();
  let turn = Promise.resolve();
  let running: Client | undefined;
  let stops = 0;

  async function run(
    wanted: (cells: readonly CodeCell[]) => Wanted,
    { say, hear, failed, stoppedIn }: Listener,
    begun: number,
  ): Promise<End> {
    const stopped = (): boolean => stops !== begun;
    if (stopped()) return "stopped";
    say("Starting the kernel …");
    const [kernel, cells] = await Promise.all([client(), notebook.cells()]);
    running = kernel;
    const { present, before, last, words } = wanted(cells);
    const missing = ran.missing(before);
    for (const [k, cell] of missing.entries()) {
      if (stopped()) return "stopped";
      const which = exerciseOf(cell);
      const mine = which === undefined ? "" : `, your answer to exercise ${which}`;
      say(`Running the cells above: ${k + 1} of ${missing.length}${mine} …`);
      const outputs: Parameters<Hear>[] = [];
      const error = await kernel.run(cell, (...output) => void outputs.push(output));
      if (error === "Interrupted" || error === "Lost") {
        for (const output of outputs) if (output[0] === "error") hear(...output);
        stoppedIn(cell);
        return error === "Lost" ? "forgotten" : "stopped";
      }
      ran.note(cell, present);
      if (error !== undefined) failed(cell, (to) => outputs.forEach((output) => void to(...output)));
    }
    if (stopped()) return "stopped";
    say(words);
    for (const cell of last) {
      const error = await kernel.run(cell, hear);
      if (error === "Interrupted") return "stopped";
      if (error === "Lost") return "forgotten";
      ran.note(cell, present);
      if (error !== undefined) return "failed";
    }
    return "checked";
  }
  function inTurn(wanted: (cells: readonly CodeCell[]) => Wanted, listener: Listener): Promise<End> {
    const begun = stops;
    if (running) listener.say("Waiting for another cell …");
    const done = turn
      .then(() => run(wanted, listener, begun))
      .finally(() => {
        running = undefined;
      });
    turn = done.then(
      () => {},
      () => {},
    );
    return done;
  }
  return {
    check: (answer, listener) =>
      inTurn((cells) => {
        const present = cells.map((cell) => (cell.id === answer.id ? answer : cell));
        const { before, check } = asked(present, answer.id);
        return { present, before, last: [answer, check], words: "Running your answer …" };
      }, listener),
    show: (id, listener) =>
      inTurn((cells) => {
        const at = cells.findIndex((cell) => cell.id === id);
        return {
          present: cells,
          before: cells.slice(0, at),
          last: cells.slice(at, at + 1),
          words: "Running this cell …",
        };
      }, listener),
    stop() {
      stops++;
      running?.stop();
    },
    forget: () => ran.forget(),
  };
}
