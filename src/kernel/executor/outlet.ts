/** How the process that runs cells tells the front what happens: at once, and in a way that no cell can break. */
import fs from "node:fs";
import { encoded } from "./encoded.js";
import { descriptors, type FromExecutor } from "./messages.js";

const { writeSync } = fs;
const { from } = Buffer;
const { wait } = Atomics;
const pauseOn = new Int32Array(new SharedArrayBuffer(4));

/** Sends a message, and is back when it is on its way. */
export function send(message: FromExecutor): void {
  const bytes = from(`${encoded(message)}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptors.out, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return; // the front is gone: the watchdog sees to it
      wait(pauseOn, 0, 0, 1);
    }
  }
}
