import type { Worker } from "node:worker_threads";
import type { MakeRunner } from "./batch.js";

/** Threads that run batches, while the one that asks for them listens. */
export interface Crew {
  /** How to make the runners: two in each thread, which goes on with one of them while the other is looked at. */
  readonly makeRunners: readonly MakeRunner[];
  /** Waits until a thread has finished what it began since the last call, or had then. */
  wait(): void;
  /** Lets the threads go, until they are wanted again. */
  release(): void;
}

const perThread = 2;
/** What a runner shares with this thread, in words of a control block, the first of which counts what is finished. */
const words = { state: 0, argument: 1, reached: 7, size: 16 } as const;
const states = { idle: 0, job: 1, done: 2, leave: 3, failed: 4 } as const;

/** A thread gets its programs by messages, then its jobs in shared memory, which is quicker; `bell` tells of them. */
const script = `
const { parentPort } = require("node:worker_threads");
const runners = [];
parentPort.on("message", ({ module, memory, control, first, bell }) => {
  const { run } = new WebAssembly.Instance(module, { env: { memory } }).exports;
  runners.push({ run, first });
  if (runners.length < ${perThread}) return;
  const tell = (at, state) => {
    Atomics.store(control, at, state);
    Atomics.add(control, 0, 1);
    Atomics.notify(control, 0);
  };
  for (;;) {
    const rung = Atomics.load(control, bell);
    const before = runners.map((runner) => Atomics.load(control, runner.first));
    if (before.every((state) => state === ${states.leave})) break;
    if (!before.includes(${states.job})) Atomics.wait(control, bell, rung);
    for (const { run, first } of runners) {
      if (Atomics.load(control, first) !== ${states.job}) continue;
      const a = control.subarray(first + ${words.argument});
      try {
        control[first + ${words.reached}] = run(a[0], a[1], a[2], a[3], a[4], a[5]);
        tell(first, ${states.done});
      } catch (error) {
        tell(first, ${states.failed});
        throw error;
      }
    }
  }
  runners.length = 0;
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
  const bells = words.size * (1 + perThread * size);
  const control = new Int32Array(new SharedArrayBuffer(4 * (bells + words.size * size)));
  const places = Array.from({ length: perThread * size }, (_, k) => ({
    thread: started[k % size],
    first: words.size * (1 + k),
    bell: bells + words.size * (k % size),
  }));
  let seen = 0;
  return {
    makeRunners: places.map((place) => runnerAt(place, control)),
    wait() {
      Atomics.wait(control, 0, seen);
      seen = Atomics.load(control, 0);
    },
    release() {
      for (const place of places) order(control, place, states.leave);
      inUse = false;
    },
  };
}

/** Where a runner is: its thread, its words of the control block, and the word that wakes the thread. */
interface Place {
  readonly thread: Worker;
  readonly first: number;
  readonly bell: number;
}

function order(control: Int32Array, { first, bell }: Place, state: number): void {
  Atomics.store(control, first, state);
  Atomics.add(control, bell, 1);
  Atomics.notify(control, bell);
}

/** A thread that does not keep the process alive. The module is loaded late: the kernel's snapshot cannot hold it. */
function start(): Worker {
  const threads = process.getBuiltinModule("node:worker_threads");
  const thread = new threads.Worker(script, { eval: true, execArgv: [], env: {}, name: "nullcline" });
  thread.unref();
  return thread;
}

const runnerAt =
  (place: Place, control: Int32Array): MakeRunner =>
  ({ module }, memory) => {
    const { thread, first, bell } = place;
    thread.postMessage({ module, memory, control, first, bell });
    return {
      begin(...args) {
        control.set(args, first + words.argument);
        order(control, place, states.job);
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
