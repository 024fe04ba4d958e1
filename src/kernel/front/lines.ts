/** A stream of JSON texts, one a line. */
import type { Readable } from "node:stream";

/** Characters of a line; a longer one is no message of ours. */
const longest = 200_000_000;

/**
 * Calls `receive` with what each line says. What is no JSON was not written by us, but by a cell that found the
 * stream: it is dropped.
 */
export function readLines(stream: Readable, receive: (value: object) => void): void {
  let parts: string[] = [];
  let length = 0;
  stream.setEncoding("utf8");
  stream.on("error", () => {});
  stream.on("data", (text: string) => {
    const [first = "", ...others] = text.split("\n");
    parts.push(first);
    length += first.length;
    if (length > longest) parts = [];
    for (const next of others) {
      const value = parsed(parts.join(""));
      if (typeof value === "object" && value !== null) receive(value);
      parts = [next];
      length = next.length;
    }
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
