/**
 * Reads what students wrote, in a thread of its own: whatever a text does to a parser or a regular expression, the
 * grader is not in it.
 */
import { receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";
import { present } from "../../checks/present.js";
import { after, seenBy } from "../cells/declarations.js";
import { parse } from "../cells/parse.js";
import { awaitPost } from "../checks/await-post.js";
import { readNotebookFile } from "../intake/notebook-file.js";
import { ownThread } from "../processes/meter.js";
import { ownWork } from "../report/own-work.js";
import { planOf } from "./plan.js";

/** What is asked of this thread. */
export const operations = { readNotebookFile, planOf, seenBy, after, ownWork } as const;
/** What can be asked. */
export type Operations = typeof operations;

/** A call, by name. */
export interface Call {
  readonly name: keyof Operations;
  readonly args: readonly unknown[];
}
/** What came of it. */
export type Reply = { readonly value: unknown } | { readonly threw: string };

/** What the thread is started with. */
export interface ReaderData {
  readonly port: MessagePort;
  /** Counts the calls. */
  readonly posted: Int32Array;
  /** Counts what came of them, and that it is ready for the first; and holds the thread's number. */
  readonly answered: Int32Array;
}

const { port, posted, answered } = workerData as ReaderData;
const isDone = (): void => {
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
};
Atomics.store(answered, 1, ownThread());
parse(""); // loads TypeScript
isDone();
for (let read = 0; ; read++) {
  awaitPost(posted, read);
  const { name, args } = present(receiveMessageOnPort(port), "a call that was counted").message as Call;
  let reply: Reply;
  try {
    reply = { value: (operations[name] as (...given: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    reply = { threw: (error as Error).message };
  }
  port.postMessage(reply);
  isDone();
}
