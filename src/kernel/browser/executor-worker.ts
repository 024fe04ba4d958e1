/** The code that runs the cells of a notebook, in a worker of a page. */
import type { TextStore } from "../../host/host.js";
import type { StreamName } from "../cell.js";
import { encoded } from "../executor/encoded.js";
import { createExecutor } from "../executor/executor.js";
import { currentRun, Interrupted, isStopped, takeTimers } from "../executor/runs.js";
import { takeSources } from "../executor/sources.js";
import { takeStacks } from "../executor/errors/stacks.js";
import { thrownError } from "../executor/errors/thrown-error.js";
import { createConsole } from "./console.js";
import { withFiles } from "./evaluate.js";
import { defineSymbols } from "./symbols.js";
import type { FromRunner, ToRunner, WorkerScope } from "./messages.js";
import { mirroredStore } from "./progress.js";
import { defineTimers } from "./timers.js";
import { workerWorld, type WorkerParts } from "./world.js";

const { postMessage, addEventListener } = globalThis as unknown as WorkerScope;
const send = (message: FromRunner): void => postMessage(encoded(message));

/**
 * Takes this worker for the cells of one notebook.
 * @param keepProgressIn tells the package where progress in the course is kept
 * @param figuresAreLive tells it that the page has what makes figures live
 */
export function beginExecutor(
  parts: WorkerParts,
  keepProgressIn: (store: TextStore) => void,
  figuresAreLive: () => void,
): void {
  const progress = mirroredStore(send);
  keepProgressIn(progress);
  defineSymbols();
  defineTimers();
  takeTimers();
  const { cells, receive } = createExecutor(workerWorld(parts), send);
  takeStacks(cells, new URL("../..", import.meta.url).href, withFiles);
  takeSources();
  const write = (name: StreamName, text: string): void => {
    const run = currentRun();
    if (run && !isStopped(run)) run.sink.stream(name, text);
  };
  const stray = (thrown: unknown): void => {
    if (!(thrown instanceof Interrupted)) write("stderr", `${thrownError(thrown, cells).traceback.join("\n")}\n`);
  };
  globalThis.console = { ...globalThis.console, ...createConsole(write) };
  addEventListener("error", (event) => {
    event.preventDefault();
    stray(event.error);
  });
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    stray(event.reason);
  });
  addEventListener("message", ({ data }: MessageEvent<ToRunner>) => {
    if (data.kind === "progress") progress.take(data.text);
    else if (data.kind === "live") figuresAreLive();
    else receive(data);
  });
  send({ kind: "ready" });
}
