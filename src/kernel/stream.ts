/**
 * A cell's text output, gathered into few messages: Jupyter's server drops output of more than 1000 messages a second.
 */

export type StreamName = "stdout" | "stderr";

/** Gathers what one cell writes to both streams and keeps the order of it. */
export interface TextStream {
  write(name: StreamName, text: string): void;
  /** Sends what is held back. To be called before anything else of the cell is sent, so that the order is kept. */
  flush(): void;
}

/** Text is held back no longer than this, ms; also in a loop that never lets the event loop turn. */
const patience = 50;
/** Characters in one message. */
const fullMessage = 64_000;
/** Characters of one cell. A loop that prints for ever would otherwise stall the reader's browser. */
const cellLimit = 1_000_000;

/** @param send gets text of one stream, at least every 50 ms while there is some; at most 10^6 characters in all */
export function textStream(send: (name: StreamName, text: string) => void): TextStream {
  let name: StreamName = "stdout";
  let held = "";
  let sent = 0;
  let lastFlush = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    lastFlush = performance.now();
    if (held === "") return;
    const text = held;
    held = "";
    send(name, text);
  }

  return {
    flush,
    write(to, text) {
      if (sent >= cellLimit) return;
      if (to !== name) flush();
      name = to;
      held += text.slice(0, cellLimit - sent);
      sent += text.length;
      if (sent >= cellLimit) {
        flush();
        send("stderr", `\n[the rest is not shown: this cell prints more than ${cellLimit / 1e6} million characters]\n`);
      } else if (held.length >= fullMessage || performance.now() - lastFlush >= patience) {
        flush();
      } else {
        timer ??= setTimeout(flush, patience);
      }
    },
  };
}
