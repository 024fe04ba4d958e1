/** The front's end of the worker that runs cells; when it is ended, a new one is there at once. */
import type { FromRunner, ToRunner } from "../kernel/browser/messages.js";
import type { Outcome } from "../kernel/cell.js";
import { lostError } from "../kernel/errors.js";
import { isFromExecutor } from "../kernel/executor/messages.js";
import type { Executor, ExecutorEvents } from "../kernel/front/executor.js";
import type { ProgressFile } from "./progress.js";

/** Milliseconds after which a cell that was asked to stop, and computes, is ended with its worker. */
const patience = 350;

const stopped =
  "the cell was stopped. In a browser a computation can only be stopped together with all that its notebook knew";

/** What a runner needs. */
export interface RunnerParts {
  /** A new worker. */
  start(): Worker;
  readonly progress: ProgressFile;
  /** Whether the page has what makes figures live, so that `setup()` need not bring it. */
  readonly live: boolean;
}

/** Starts the worker that runs cells. */
export function startRunner({ start, progress, live }: RunnerParts, events: ExecutorEvents): Executor {
  const running = new Map<number, (outcome: Outcome) => void>();
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  let worker = begin();
  const forget = progress.follow((text) => tell({ kind: "progress", text }));

  function begin(): Worker {
    const begun = start();
    begun.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (begun === worker) receive(messageIn(data));
    };
    begun.onerror = (event) => {
      event.preventDefault();
      if (begun === worker) end(`the worker that runs the cells has ended: ${event.message}`);
    };
    begun.postMessage({ kind: "progress", text: progress.text() } satisfies ToRunner);
    if (live) begun.postMessage({ kind: "live" } satisfies ToRunner);
    return begun;
  }
  function receive(message: FromRunner | undefined): void {
    if (message === undefined || message.kind === "ready") return;
    if (message.kind === "file") progress.save(message.name, message.text);
    else if (message.kind === "end") {
      const done = running.get(message.run);
      running.delete(message.run);
      if (running.size === 0) clearTimeout(giveUp);
      done?.(message.outcome);
    } else events.message(message);
  }
  function end(why: string): void {
    clearTimeout(giveUp);
    worker.terminate();
    worker = begin();
    events.lost(why);
    for (const [run, done] of [...running]) {
      running.delete(run);
      done({ ok: false, error: lostError(why), reached: [] });
    }
  }
  const tell = (message: ToRunner): void => worker.postMessage(message);

  return {
    tell,
    run: (message) =>
      new Promise((done) => {
        running.set(message.run, done);
        tell(message);
      }),
    interrupt(all) {
      tell({ kind: "interrupt", all });
      clearTimeout(giveUp);
      if (running.size > 0) giveUp = setTimeout(() => end(stopped), patience);
    },
    close() {
      clearTimeout(giveUp);
      forget();
      worker.terminate();
    },
  };
}

/** What is no message of ours was written by a cell that found the channel: it is dropped. */
function messageIn(data: unknown): FromRunner | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const message = JSON.parse(data) as object;
    const { kind, name, text } = message as Partial<Record<string, unknown>>;
    if (kind === "file")
      return typeof name === "string" && typeof text === "string" ? (message as FromRunner) : undefined;
    return isFromExecutor(message) ? message : undefined;
  } catch {
    return undefined;
  }
}
