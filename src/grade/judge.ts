/** The grader's end of the judge: carries calls between a check and the student's function that it tries. */
import { MessageChannel, Worker } from "node:worker_threads";
import type { CallReply, JudgeHears, JudgeRequest, JudgeSays, Outcome } from "./messages.js";
import type { JudgeData } from "./judge-thread.js";

/**
 * Where a student's functions are called; each call or resumption gives the next thing that the student's side says.
 */
export interface Caller {
  call(handle: number, args: readonly unknown[]): Promise<JudgeHears>;
  resume(reply: CallReply): Promise<JudgeHears>;
}

export interface Judge {
  judge(request: JudgeRequest, caller: Caller): Promise<Outcome>;
  close(): Promise<void>;
}

/** A check has as long as this, the student's time not counted. */
const patience = 120_000;

/** @throws Error if a check module cannot be loaded */
export async function startJudge(catalogue: string, hidden: readonly string[]): Promise<Judge> {
  const { port1: port, port2 } = new MessageChannel();
  const posted = new Int32Array(new SharedArrayBuffer(4));
  const data: JudgeData = { catalogue, hidden, port: port2, posted };
  const worker = new Worker(new URL("judge-thread.js", import.meta.url), {
    workerData: data,
    transferList: [port2],
    env: {},
  });
  let failed: Error | undefined;
  worker.once("error", (error) => {
    failed ??= error;
    deliver();
  });
  worker.once("exit", () => {
    failed ??= new Error("the judge stopped");
    deliver();
  });

  const said: JudgeSays[] = [];
  let waiting: (() => void) | undefined;
  const deliver = (): void => {
    waiting?.();
  };
  port.on("message", (message: JudgeSays) => {
    said.push(message);
    deliver();
  });
  const hear = async (): Promise<JudgeSays> => {
    let timer: NodeJS.Timeout | undefined;
    if (said.length === 0 && !failed) {
      await new Promise<void>((resolve) => {
        waiting = resolve;
        timer = setTimeout(() => {
          failed = new Error("a check did not come to an end");
          void worker.terminate();
          resolve();
        }, patience);
      });
    }
    clearTimeout(timer);
    waiting = undefined;
    const message = said.shift();
    if (message) return message;
    throw failed!;
  };
  const tell = (message: JudgeHears): void => {
    port.postMessage(message);
    Atomics.add(posted, 0, 1);
    Atomics.notify(posted, 0);
  };

  await hear();
  return {
    async judge(request, caller) {
      worker.postMessage(request);
      for (;;) {
        const message = await hear();
        if (message.says === "outcome") return message.outcome;
        if (message.says === "call") tell(await caller.call(message.handle, message.args));
        if (message.says === "resume") tell(await caller.resume(message.reply));
      }
    },
    async close() {
      port.close();
      await worker.terminate();
    },
  };
}
