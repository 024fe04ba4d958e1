/** The compiler's thread in Node. */
import { Worker } from "node:worker_threads";
import type { StartThread } from "./compiler-thread.js";

/** The compiler's memory, MB; the declarations of a large package take 150. */
const memory = 1024;

/** @param directory the notebook's folder */
export const workerThread =
  (directory: string): StartThread =>
  (receive, fail) => {
    const worker = new Worker(new URL("../compiler/thread.js", import.meta.url), {
      workerData: directory,
      resourceLimits: { maxOldGenerationSizeMb: memory },
      execArgv: [],
    });
    worker.on("message", receive);
    worker.on("error", fail);
    worker.unref();
    return { ask: (question) => worker.postMessage(question), end: () => void worker.terminate() };
  };
