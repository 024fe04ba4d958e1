/** The grader's end of the checker: carries calls between a check and the student's function that it tries. */
import { MessageChannel, Worker } from "node:worker_threads";
import { meterOf, starting, threadOf, watch, type Measured, type Meter } from "../processes/meter.js";
import type { CallEvent, CallReply, CheckerMessage, CheckRequest, Outcome } from "../wire/messages.js";
import type { Wire } from "../wire/value.js";
import type { CheckerData } from "./checker-worker.js";

/** The functions of one student, which run in that student's process; each promise is of the next event there. */
export interface StudentFunctions {
  call(handle: number, args: readonly Wire[]): Promise<CallEvent>;
  resume(reply: CallReply): Promise<CallEvent>;
}

/** Holds the checks in a thread of its own; one answer at a time. */
export interface Checker {
  /**
   * Rejects with an Endless if the answer kept it busy, with an Overfull if its memory was full, else with an Error if
   * the check itself fails; it is then of no more use.
   */
  check(request: CheckRequest, functions: StudentFunctions): Promise<Outcome>;
  close(): Promise<void>;
}

/** An answer has kept its check computing for longer than any that is honest. */
export class Endless extends Error {}

/** The checker's memory is full: by this answer, or by all before it. */
export class Overfull extends Error {}

/** All of a check has so much of the checker's own time, ms; an honest one takes some seconds at most. */
const limit = 120_000;
/** MB of the checker's JavaScript. */
const mostMemory = 2000;

/**
 * @param catalogue URL of the module that exports the `catalogue`
 * @param hidden URLs of modules that export `hidden`
 * @param metered what measures its time
 * @param memory MB that it may fill
 * @throws Error if a check module cannot be loaded
 */
export async function startChecker(
  catalogue: string,
  hidden: readonly string[],
  metered: (measured: Measured) => Meter = meterOf,
  memory = mostMemory,
): Promise<Checker> {
  const { port1: port, port2 } = new MessageChannel();
  const [posted, thread] = [4, 4].map((bytes) => new Int32Array(new SharedArrayBuffer(bytes)));
  const data: CheckerData = { catalogue, hidden, port: port2, posted, thread };
  const worker = new Worker(new URL("checker-worker.js", import.meta.url), {
    workerData: data,
    transferList: [port2],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const messages = messagesOf(worker, port, metered(threadOf(() => Atomics.load(thread, 0))));
  const post = (event: CallEvent): void => {
    port.postMessage(event);
    Atomics.add(posted, 0, 1);
    Atomics.notify(posted, 0);
  };

  await messages.next({ left: starting });
  return {
    async check(request, functions) {
      const time = { left: limit };
      worker.postMessage(request);
      for (;;) {
        const message = await messages.next(time);
        if (message.kind === "outcome") return message.outcome;
        if (message.kind === "failed") throw new Error(message.message);
        if (message.kind === "call") post(await functions.call(message.handle, message.args));
        if (message.kind === "resume") post(await functions.resume(message.reply));
      }
    },
    async close() {
      port.close();
      await worker.terminate();
    },
  };
}

interface Messages {
  /**
   * Waits for the next one.
   * @param time ms that it may take, of which is taken what it took
   * @throws Error when the worker failed or stopped; an Endless when it took too long
   */
  next(time: { left: number }): Promise<CheckerMessage>;
}

function messagesOf(worker: Worker, port: MessageChannel["port1"], meter: Meter): Messages {
  const arrived: CheckerMessage[] = [];
  let failure: Error | undefined;
  let wake = (): void => {};
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  worker.once("error", (error: NodeJS.ErrnoException) =>
    fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Overfull("the memory of the checker is full") : error),
  );
  worker.once("exit", () => fail(new Error("the checker stopped")));
  port.on("message", (message: CheckerMessage) => {
    arrived.push(message);
    wake();
  });
  return {
    async next(time) {
      if (arrived.length === 0 && !failure) {
        const stop = watch(meter, time.left, (excess) => {
          if (excess === "took too long") fail(new Endless("the check of the answer took too long"));
          else fail(new Error(`the checker ${excess}`));
        });
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        stop();
        time.left -= meter.used();
      }
      const message = arrived.shift();
      if (message) return message;
      throw failure ?? new Error("the checker woke without a message");
    },
  };
}
