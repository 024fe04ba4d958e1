import type { Worker } from "node:worker_threads";
import type { MakeRunner } from "./batch.js";

/** Threads that run batches, while the one that asks for them listens. */
export interface Crew {
  /** How to make the runner of each thread. */
  readonly makeRunners: readonly MakeRunner[];
  /** Waits until a thread has finished what it began since the last call, or had then. */
  wait(): void;
  /** Lets the threads go, until they are wanted again. */
  release(): void;
}

/** What a thread shares with this one: words of a control block, the first of which counts what is finished. */
const words = { state: 0, argument: 1, reached: 7, size: 16 } as const;
const states = { idle: 0, job: 1, done: 2, leave: 3, failed: 4 } as const;

/** A thread waits for a program by message, then for its jobs in shared memory, which is quicker. */
const script = `
const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ module, memory, control, first }) => {
  const { run } = new WebAssembly.Instance(module, { env: { memory } }).exports;
  const tell = (state) => {
    Atomics.store(control, first, state);
    Atomics.add(control, 0, 1);
    Atomics.notify(control, 0);
  };
  for (;;) {
    const state = Atomics.load(control, first);
    if (state === ${states.leave}) break;
    if (state !== ${states.job}) {
      Atomics.wait(control, first, state);
      continue;
    }
    const a = control.subarray(first + ${words.argument});
    try {
      control[first + ${words.reached}] = run(a[0], a[1], a[2], a[3], a[4], a[5]);
      tell(${states.done});
    } catch (error) {
      tell(${states.failed});
      throw error;
    }
  }
});`;

/** Threads once started stay, and are the same for all runs. */
const started: Worker[] = [];
let inUse = false;

/** How many threads run at once. */
export const processors = (): number => process.getBuiltinModule("node:os").availableParallelism();

/** So many threads; undefined where none may be started: in a process with restricted permissions. */
export function crew(size: number): Crew | undefined {
  if (inUse) dismiss(); // a cell was interrupted while they worked
  try {
    while (started.length < size) started.push(start());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED") return undefined;
    throw error;
  }
  inUse = true;
  const control = new Int32Array(new SharedArrayBuffer(4 * words.size * (size + 1)));
  let seen = 0;
  return {
    makeRunners: started.slice(0, size).map((thread, k) => runnerOf(thread, control, words.size * (k + 1))),
    wait() {
      Atomics.wait(control, 0, seen);
      seen = Atomics.load(control, 0);
    },
    release() {
      for (let k = 1; k <= size; k++) {
        Atomics.store(control, words.size * k, states.leave);
        Atomics.notify(control, words.size * k);
      }
      inUse = false;
    },
  };
}

/** A thread that does not keep the process alive. The module is loaded late: the kernel's snapshot cannot hold it. */
function start(): Worker {
  const threads = process.getBuiltinModule("node:worker_threads");
  const thread = new threads.Worker(script, { eval: true, execArgv: [], env: {}, name: "nullcline" });
  thread.unref();
  return thread;
}

const runnerOf =
  (thread: Worker, control: Int32Array, first: number): MakeRunner =>
  ({ module }, memory) => {
    thread.postMessage({ module, memory, control, first });
    return {
      begin(...args) {
        control.set(args, first + words.argument);
        Atomics.store(control, first, states.job);
        Atomics.notify(control, first);
      },
      done: () => Atomics.load(control, first) !== states.job,
      finish() {
        if (Atomics.load(control, first) !== states.done) throw new Error("a thread failed in the middle of a batch");
        return control[first + words.reached];
      },
    };
  };

/** Ends all threads, whatever they do. */
function dismiss(): void {
  for (const thread of started.splice(0)) void thread.terminate();
  inUse = false;
}
