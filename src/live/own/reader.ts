import { installKernels, type KernelFactories } from "../../model/code/kernels.js";
import type { Model } from "../../model/model.js";
import { kernelScript } from "../cell/carried.js";
import type { LivePage } from "../page/load.js";
import { runScript } from "../page/unpack.js";
import type { Draft } from "./draft.js";
import { quickReadingOf, unread, type Reading } from "./reading.js";

/** ms: a draft that is still being read then gives way to a newer one, or is given up. */
const [yieldsAfter, givenUpAfter] = [2000, 10_000];

const givenUp = unread("these equations take too long to read here; simulate and bifurcations do them in a notebook");

/** Reads drafts in a worker, one at a time, the newest last. */
export interface Reader {
  read(draft: Draft): void;
}

/** What a worker answers; undefined where its page lets no text become code, so that the page has to read. */
type Reply = Reading | undefined;

/**
 * @param code of this part, which the worker runs
 * @param onReading called with each draft that was read and is the newest
 */
export function reader(code: string, onReading: (draft: Draft, reading: Reading) => void, signal: AbortSignal): Reader {
  let worker: Worker | "none" | undefined;
  let busy: Draft | undefined;
  let waiting: Draft | undefined;
  const timers: ReturnType<typeof setTimeout>[] = [];

  const finish = (reading: Reading): void => {
    for (const timer of timers.splice(0)) clearTimeout(timer);
    const read = busy;
    busy = undefined;
    if (signal.aborted || read === undefined) return;
    if (waiting === undefined) onReading(read, reading);
    else begin();
  };
  const end = (reading: Reading): void => {
    if (worker instanceof Worker) worker.terminate();
    worker = undefined;
    finish(reading);
  };
  const inThePage = (draft: Draft): void => {
    worker = "none";
    setTimeout(() => finish(quickReadingOf(draft, prepareInPage)));
  };
  const begin = (): void => {
    if (waiting === undefined) return;
    const draft = waiting;
    [busy, waiting] = [draft, undefined];
    worker ??= startWorker(code);
    if (worker === "none") {
      inThePage(draft);
      return;
    }
    worker.onmessage = ({ data }: { readonly data: Reply }) => {
      if (data === undefined) inThePage(draft);
      else finish(data);
    };
    worker.onerror = () => inThePage(draft); // whose policy forbids workers
    worker.postMessage(draft);
    timers.push(
      setTimeout(() => waiting !== undefined && end(givenUp), yieldsAfter),
      setTimeout(() => end(givenUp), givenUpAfter),
    );
  };
  signal.addEventListener("abort", () => {
    for (const timer of timers) clearTimeout(timer);
    if (worker instanceof Worker) worker.terminate();
  });
  return {
    read(draft) {
      waiting = draft;
      if (busy === undefined) begin();
    },
  };
}

function startWorker(code: string): Worker | "none" {
  const url = URL.createObjectURL(new Blob([`${code};nullclineEquations.serve();`], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } catch {
    return "none";
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/** In the worker: answers drafts. */
export function serve(): void {
  addEventListener("message", ({ data }: MessageEvent<Draft>) => {
    const reply = (value: Reply): void => (postMessage as (message: unknown) => void)(value);
    try {
      reply(quickReadingOf(data));
    } catch (error) {
      reply(error instanceof EvalError ? undefined : unread(`they could not be read: ${String(error)}`));
    }
  });
}

/** A page's policy may forbid to compile text, and allow a script of its own. */
function prepareInPage(model: Model): void {
  runScript(kernelScript(model));
  const { fingerprint } = model.data;
  const brought = (window as unknown as LivePage).nullclineKernels?.[fingerprint];
  if (brought !== undefined) installKernels(fingerprint, brought as KernelFactories);
}
