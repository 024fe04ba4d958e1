/**
 * How the process that runs cells tells the front what happens: at once, and in a way that no cell can break. A cell
 * may give every object a `toJSON`, or replace `Array.prototype.push`; nothing here is found by way of a prototype.
 */
import fs from "node:fs";
import { descriptors, type FromExecutor } from "./messages.js";

const { writeSync } = fs;
const { stringify } = JSON;
const { isArray } = Array;
const { keys } = Object;
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

/** JSON of plain data, by the values alone. */
export function encoded(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "object") return typeof value === "bigint" ? `"${value}"` : (stringify(value) ?? "null");
  const list = isArray(value);
  let text = "";
  const names = keys(value);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const item = (value as Record<string, unknown>)[name];
    if (!list && (item === undefined || typeof item === "function")) continue;
    text += `${text === "" ? "" : ","}${list ? "" : `${stringify(name)}:`}${encoded(item)}`;
  }
  return list ? `[${text}]` : `{${text}}`;
}
