// A program on this machine that is talked to, as drivers of browsers need it.
import { spawnSync, type ChildProcess } from "node:child_process";

/** The first of these programs that there is. */
export const found = (...names: readonly string[]): string | undefined =>
  names.find((name) => spawnSync(name, ["--version"]).error === undefined);

/** Ends a process, and waits until it has ended. */
export const ended = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) resolve();
    else process.once("exit", () => resolve());
    process.kill();
  });

/** What a program says of itself. */
export const said = (stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (part) => {
      text += String(part);
      const match = pattern.exec(text);
      if (match) resolve(match[1]);
    });
    stream.on("end", () => reject(new Error(`the program ended, and said ${text}`)));
  });

/** A call of `work`, as text, whose result is text. */
export const call = (work: (given: never) => unknown): string =>
  `async (given) => JSON.stringify(await (${String(work)})(JSON.parse(given))) ?? "null"`;
