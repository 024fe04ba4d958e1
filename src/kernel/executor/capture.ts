/** What a cell's process writes, and errors that no cell awaits, go to the cell they come from. */
import { StringDecoder } from "node:string_decoder";
import type { StreamName } from "../cell.js";
import { currentRun, Interrupted, isStopped } from "./runs.js";

/**
 * Takes the streams of this process, its `exit` and the errors that nobody awaits.
 * @param tell an error as text
 * @returns gives all of it back
 */
export function takeProcess(tell: (thrown: unknown) => string): () => void {
  const write = (name: StreamName, text: string): void => {
    const run = currentRun();
    if (run && !isStopped(run)) run.sink.stream(name, text);
  };
  const stray = (thrown: unknown): void => {
    if (!(thrown instanceof Interrupted)) write("stderr", `${tell(thrown)}\n`);
  };
  const exit = process.exit;
  process.exit = (code?: unknown): never => {
    throw new Error(`process.exit(${code ?? ""}) would end the kernel, so it is refused`);
  };
  const restore = (["stdout", "stderr"] as const).map((name) => {
    const original = process[name].write;
    const decoder = new StringDecoder("utf8");
    process[name].write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
      write(name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") process.nextTick(callback);
      return true;
    };
    return () => {
      process[name].write = original;
    };
  });
  process.on("uncaughtException", stray);
  process.on("unhandledRejection", stray);
  return () => {
    process.exit = exit;
    for (const give of restore) give();
    process.off("uncaughtException", stray);
    process.off("unhandledRejection", stray);
  };
}
