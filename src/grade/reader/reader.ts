/** The grader's end of the thread that reads what students wrote. */
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from "node:worker_threads";
import { present } from "../../checks/present.js";
import { interval, meterOf, starting, threadOf, type Excess, type Measured, type Meter } from "../processes/meter.js";
import type { Planned, Plan } from "./plan.js";
import type { Call, Operations, ReaderData, Reply } from "./reader-worker.js";

/** Reads within limits. */
export interface Reader {
  /**
   * What an operation comes to.
   * @throws Unreadable if it did not come to its end; NotRead if the machine gave the reader no time, twice; else what
   * the operation throws, as an Error
   */
  ask<N extends keyof Operations>(name: N, ...args: Parameters<Operations[N]>): ReturnType<Operations[N]>;
  /**
   * The plan of a notebook; of cells that nobody can read, without having looked at them.
   * @throws Unreadable if it does not come to its end for all that; NotRead
   */
  plan(notebook: Omit<Planned, "unread">): Plan;
  close(): void;
}

/** A text took longer to read than any that is honest, or more memory. */
export class Unreadable extends Error {
  constructor() {
    super("what stands there keeps every reader busy without end");
  }
}

/** Nothing was read, and nothing in the text is the reason. */
export class NotRead extends Error {}

/** Of the reader's own time: what an honest notebook takes is some 20 ms. */
export const readingLimits = { milliseconds: 15_000, perMB: 1000, memory: 2000 };
/** Cells that a notebook may have of which none can be read. */
const most = 3;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly posted: Int32Array;
  readonly answered: Int32Array;
  readonly meter: Meter;
}

/**
 * Starts with the first question, and again after one that was never answered.
 * @param metered what measures its time
 */
export function openReader(limits = readingLimits, metered: (measured: Measured) => Meter = meterOf): Reader {
  let thread: Thread | undefined;
  const close = (): void => {
    thread?.port.close();
    void thread?.worker.terminate();
    thread = undefined;
  };
  /** Where the answer has arrived; undefined if the machine did not let it come to that. */
  const askOf = (call: Call, within: number): MessagePort | undefined => {
    thread ??= startThread(limits.memory, metered);
    const { port, posted, answered, meter } = thread;
    const before = Atomics.load(answered, 0);
    port.postMessage(call);
    Atomics.add(posted, 0, 1);
    Atomics.notify(posted, 0);
    const excess = awaitChange(answered, before, within, meter);
    if (excess === undefined) return port;
    close();
    if (excess === "took too long") throw new Unreadable();
    return undefined;
  };
  const ask: Reader["ask"] = (name, ...args) => {
    const [first] = args;
    const size = first instanceof Uint8Array ? first.length / 1e6 : 0;
    const within = limits.milliseconds + size * limits.perMB;
    const port = askOf({ name, args }, within) ?? askOf({ name, args }, within);
    if (port === undefined) throw new NotRead("nothing was read: the machine gave the reader no time for it, twice");
    const reply = present(receiveMessageOnPort(port), "an answer that was counted").message as Reply;
    if ("threw" in reply) throw new Error(reply.threw);
    return reply.value as never;
  };
  return {
    ask,
    plan(notebook) {
      const unread = new Set<number>();
      /** Undefined for what keeps the reader busy, or breaks it. */
      const planOf = (some: Planned["cells"], except: ReadonlySet<number> = new Set()): Plan | undefined => {
        try {
          return ask("planOf", { ...notebook, cells: some, unread: except });
        } catch (error) {
          if (error instanceof NotRead) throw error;
          return undefined;
        }
      };
      const { cells } = notebook;
      const plan = planOf(cells);
      if (plan) return plan;
      for (const [i, cell] of cells.entries()) if (!planOf([cell]) && unread.add(i).size > most) throw new Unreadable();
      const rest = planOf(cells, unread);
      if (!rest) throw new Unreadable();
      return rest;
    },
    close,
  };
}

/** Waits until a count goes on. To be woken is not enough: who counted before may wake us late. */
function awaitChange(count: Int32Array, from: number, within: number, meter: Meter): Excess | undefined {
  meter.begin();
  while (Atomics.load(count, 0) === from) {
    if (Atomics.wait(count, 0, from, interval) !== "timed-out") continue;
    meter.look();
    const excess = meter.over(within);
    if (excess !== undefined) return excess;
  }
  return undefined;
}

function startThread(memory: number, metered: (measured: Measured) => Meter): Thread {
  const { port1: port, port2 } = new MessageChannel();
  const [posted, answered] = [4, 8].map((bytes) => new Int32Array(new SharedArrayBuffer(bytes)));
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
  const meter = metered(threadOf(() => Atomics.load(answered, 1)));
  if (awaitChange(answered, 0, starting, meter) !== undefined)
    throw new NotRead("the thread that reads does not start");
  return { worker, port, posted, answered, meter };
}
