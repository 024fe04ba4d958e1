/**
 * A cell's output, gathered into few messages and limited: Jupyter's server drops output of more than 1000 messages a
 * second, and a page of endless output stalls the reader's browser.
 */
import type { Sink } from "../cell.js";
import type { FromExecutor } from "./messages.js";

/** A sink that holds text back for a moment. */
export interface Output extends Sink {
  /** Sends what is held back. */
  flush(): void;
}

/** What one cell may put out. */
export const limits = {
  /** Characters of text. */
  text: 1_000_000,
  /** Displays. */
  displays: 5000,
  /** Characters of all displays. */
  displayed: 32_000_000,
} as const;

/** Text is held back no longer than this, ms; also in a loop that never lets the event loop turn. */
const patience = 50;
/** Characters in one message. */
const fullMessage = 64_000;

// A cell may replace what it finds; whoever sends its output must not stumble over that.
const { setTimeout: later, clearTimeout: forget } = globalThis;
const now = performance.now.bind(performance);
const { stringify } = JSON;

/** Each stream is gathered by itself, so that a cell that writes to both in turn does not send a message a line. */
export function gatherOutput(run: number, send: (message: FromExecutor) => void): Output {
  let [out, err, errFirst] = ["", "", false];
  let sent = 0;
  let lastFlush = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let displays = 0;
  let displayed = 0;

  function flush(): void {
    if (timer !== undefined) forget(timer);
    timer = undefined;
    lastFlush = now();
    const texts = { stdout: out, stderr: err };
    out = err = "";
    tell(errFirst ? "stderr" : "stdout", texts);
    tell(errFirst ? "stdout" : "stderr", texts);
  }
  const tell = (name: "stdout" | "stderr", texts: Record<typeof name, string>): void => {
    if (texts[name] !== "") send({ kind: "stream", run, name, text: texts[name] });
  };
  const cut = (what: string): void => {
    flush();
    send({ kind: "stream", run, name: "stderr", text: `\n[the rest is not shown: this cell ${what}]\n` });
  };

  return {
    run,
    flush,
    stream(name, text) {
      if (sent >= limits.text || text === "") return;
      if (out === "" && err === "") errFirst = name === "stderr";
      const part = text.slice(0, limits.text - sent);
      if (name === "stdout") out += part;
      else err += part;
      sent += text.length;
      if (sent >= limits.text) cut(`prints more than ${limits.text / 1e6} million characters`);
      else if (out.length + err.length >= fullMessage || now() - lastFlush >= patience) flush();
      else timer ??= later(flush, patience);
    },
    display(content, update) {
      flush();
      if (displays > limits.displays || displayed > limits.displayed) return;
      const size = (stringify(content.data) ?? "").length;
      if (++displays > limits.displays) cut(`shows more than ${limits.displays} things`);
      else if ((displayed += size) > limits.displayed)
        cut(`shows ${(displayed / 1e6).toFixed(0)} MB, ${limits.displayed / 1e6} MB are shown at most`);
      else send({ kind: "display", run, content, update });
    },
  };
}
