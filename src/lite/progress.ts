/** Progress in the course, as a file among those of the browser's storage; all kernels of all pages know it. */
import { progressFile } from "../kernel/browser/progress.js";
import type { Contents } from "./lab.js";

/** The file. */
export interface ProgressFile {
  /** Its text, undefined where there is none yet. */
  text(): string | undefined;
  /** Calls back when another kernel has written. @returns ends that */
  follow(changed: (text: string | undefined) => void): () => void;
  /** Writes it, or, under another name, what could not be read. */
  save(name: string, text: string): void;
}

/** @param contents the files of the browser */
export async function openProgress(contents: Contents): Promise<ProgressFile> {
  const followers = new Set<(text: string | undefined) => void>();
  const others = new BroadcastChannel("nullcline-progress");
  let known = await read(contents);
  let saving = Promise.resolve();
  const take = (text: string | undefined): void => {
    if (text === known) return;
    known = text;
    for (const changed of followers) changed(text);
  };
  others.onmessage = ({ data }: MessageEvent<string | undefined>) => take(data);
  contents.fileChanged.connect((_, { newValue }) => {
    if (newValue?.path === progressFile) void read(contents).then(take); // such as one that was brought back
  });
  return {
    text: () => known,
    follow(changed) {
      followers.add(changed);
      return () => void followers.delete(changed);
    },
    save(name, text) {
      if (name === progressFile) {
        take(text);
        others.postMessage(text);
      }
      const model = { name, path: name, type: "file", format: "text", content: text, mimetype: "text/plain" } as const;
      saving = saving
        .then(() => contents.save(name, model))
        .then(
          () => {},
          (error: Error) => console.warn(`nullcline: progress could not be saved: ${error.message}`),
        );
    },
  };
}

async function read(contents: Contents): Promise<string | undefined> {
  try {
    const { content } = await contents.get(progressFile, { content: true });
    return typeof content === "string" ? content : JSON.stringify(content);
  } catch {
    return undefined; // there is none yet
  }
}
