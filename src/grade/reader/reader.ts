/** The grader's end of the thread that reads what students wrote. */
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from "node:worker_threads";
import { present } from "../../checks/present.js";
import type { Planned, Plan } from "./plan.js";
import type { Call, Operations, ReaderData, Reply } from "./reader-worker.js";

/** Reads within limits. */
export interface Reader {
  /**
   * What an operation comes to.
   * @throws Unreadable if it did not come to its end; else what the operation throws, as an Error
   */
  ask<N extends keyof Operations>(name: N, ...args: Parameters<Operations[N]>): ReturnType<Operations[N]>;
  /** The plan of a notebook; of cells that nobody can read, without having looked at them. */
  plan(notebook: Omit<Planned, "unread">): Plan;
  close(): void;
}

/** A text took longer to read than any that is honest, or more memory. */
export class Unreadable extends Error {
  constructor() {
    super("what stands there keeps every reader busy without end");
  }
}

/** By the clock: what an honest notebook takes is some 20 ms, and a machine may be very busy. */
export const readingLimits = { milliseconds: 15_000, perMB: 1000, memory: 2000 };
/** Milliseconds to start, which is nobody's fault. */
const starting = 120_000;
/** Cells that a notebook may have of which none can be read. */
const most = 3;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly posted: Int32Array;
  readonly answered: Int32Array;
}

/** Starts with the first question, and again after one that was never answered. */
export function openReader(limits = readingLimits): Reader {
  let thread: Thread | undefined;
  const close = (): void => {
    thread?.port.close();
    void thread?.worker.terminate();
    thread = undefined;
  };
  const ask: Reader["ask"] = (name, ...args) => {
    thread ??= startThread(limits.memory);
    const { port, posted, answered } = thread;
    const before = Atomics.load(answered, 0);
    const [first] = args;
    const size = first instanceof Uint8Array ? first.length / 1e6 : 0;
    port.postMessage({ name, args } satisfies Call);
    Atomics.add(posted, 0, 1);
    Atomics.notify(posted, 0);
    if (!changes(answered, before, limits.milliseconds + size * limits.perMB)) {
      close();
      throw new Unreadable();
    }
    const reply = present(receiveMessageOnPort(port), "an answer that was counted").message as Reply;
    if ("threw" in reply) throw new Error(reply.threw);
    return reply.value as never;
  };
  return {
    ask,
    plan(notebook) {
      const unread = new Set<number>();
      try {
        return ask("planOf", { ...notebook, unread });
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
      }
      for (const [i, cell] of notebook.cells.entries()) {
        try {
          ask("planOf", { ...notebook, cells: [cell], unread });
        } catch (error) {
          if (!(error instanceof Unreadable) || unread.add(i).size > most) throw error;
        }
      }
      return ask("planOf", { ...notebook, unread });
    },
    close,
  };
}

/** Whether a count goes on within a time. To be woken is not enough: who counted before may wake us late. */
function changes(count: Int32Array, from: number, milliseconds: number): boolean {
  const end = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0; left = end - performance.now())
    if (Atomics.wait(count, 0, from, left) !== "timed-out" && Atomics.load(count, 0) !== from) return true;
  return Atomics.load(count, 0) !== from;
}

function startThread(memory: number): Thread {
  const { port1: port, port2 } = new MessageChannel();
  const [posted, answered] = [0, 0].map(() => new Int32Array(new SharedArrayBuffer(4)));
  const data: ReaderData = { port: port2, posted, answered };
  const worker = new Worker(new URL("reader-worker.js", import.meta.url), {
    workerData: data,
    transferList: [port2],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  worker.on("error", () => {}); // it is missed by whoever waits for its answer
  worker.unref();
  port.unref();
  if (!changes(answered, 0, starting)) throw new Error("the thread that reads does not start");
  return { worker, port, posted, answered };
}
