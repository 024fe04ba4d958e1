/** Progress in the course, in a worker: the page keeps it, and tells what other notebooks have written. */
import type { TextStore } from "../../host/host.js";
import type { FromRunner } from "./messages.js";

/** A store that the page fills. */
export interface MirroredStore extends TextStore {
  /** Takes what the page says. */
  take(text: string | undefined): void;
}

/** The name of the file in which progress is kept. */
export const progressFile = ".nullcline-progress.json";

const spoiltFile = ".nullcline-progress.unreadable.json";

/** A store without text. */
export function mirroredStore(send: (message: FromRunner) => void): MirroredStore {
  let known: string | undefined;
  return {
    name: progressFile,
    read: () => known,
    write(text) {
      known = text;
      send({ kind: "file", name: progressFile, text });
    },
    setAside() {
      send({ kind: "file", name: spoiltFile, text: known ?? "" });
      known = undefined;
      return spoiltFile;
    },
    take(text) {
      known = text;
    },
  };
}
