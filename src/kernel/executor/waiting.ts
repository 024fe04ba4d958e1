/** Waiting for the reader's answer in a thread that does nothing else meanwhile. */
import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import type { Answer, Waiting } from "./asking.js";

/** @param replies where answers come; flags[1] counts them */
export const waitingOn =
  (replies: MessagePort, flags: Int32Array): Waiting =>
  (ask) => {
    const before = Atomics.load(flags, 1);
    while (receiveMessageOnPort(replies)); // what came for a question that was given up
    ask();
    Atomics.wait(flags, 1, before);
    return (receiveMessageOnPort(replies) as { message: Answer }).message;
  };
