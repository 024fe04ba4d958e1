/** The grader's end of the checker: carries calls between a check and the student's function that it tries. */
import { MessageChannel, Worker } from "node:worker_threads";
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
  /** Rejects if the check itself fails; the checker is then of no more use. */
  check(request: CheckRequest, functions: StudentFunctions): Promise<Outcome>;
  close(): Promise<void>;
}

/** A check has as long as this, ms, the student's time not counted. */
const patience = 120_000;

/**
 * @param catalogue URL of the module that exports the `catalogue`
 * @param hidden URLs of modules that export `hidden`
 * @throws Error if a check module cannot be loaded
 */
export async function startChecker(catalogue: string, hidden: readonly string[]): Promise<Checker> {
  const { port1: port, port2 } = new MessageChannel();
  const posted = new Int32Array(new SharedArrayBuffer(4));
  const data: CheckerData = { catalogue, hidden, port: port2, posted };
  const worker = new Worker(new URL("checker-worker.js", import.meta.url), {
    workerData: data,
    transferList: [port2],
    env: {},
  });
  const messages = messagesOf(worker, port);
  const post = (event: CallEvent): void => {
    port.postMessage(event);
    Atomics.add(posted, 0, 1);
    Atomics.notify(posted, 0);
  };

  await messages.next();
  return {
    async check(request, functions) {
      worker.postMessage(request);
      for (;;) {
        const message = await messages.next();
        if (message.kind === "outcome") return message.outcome;
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
  /** Waits for the next one. @throws Error when the worker failed, stopped, or took too long */
  next(): Promise<CheckerMessage>;
}

function messagesOf(worker: Worker, port: MessageChannel["port1"]): Messages {
  const arrived: CheckerMessage[] = [];
  let failure: Error | undefined;
  let wake = (): void => {};
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  worker.once("error", fail);
  worker.once("exit", () => fail(new Error("the checker stopped")));
  port.on("message", (message: CheckerMessage) => {
    arrived.push(message);
    wake();
  });
  return {
    async next() {
      if (arrived.length === 0 && !failure) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(() => {
            fail(new Error("a check did not come to an end"));
            void worker.terminate();
          }, patience);
        });
        clearTimeout(timer);
      }
      const message = arrived.shift();
      if (message) return message;
      throw failure ?? new Error("the checker woke without a message");
    },
  };
}
