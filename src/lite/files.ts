/** Files beside a notebook, which its cells can import: what the compiler is told of them. */
import type { Contents, FileChange, FileModel } from "./lab.js";

/** The files of one folder. */
export interface Beside {
  /** Resolves once all that has changed so far is known. */
  settled(): Promise<void>;
  /** All files, by their path from the folder; `tell` hears what changes from now on, without text what is gone. */
  follow(tell: (path: string, text?: string) => void): ReadonlyMap<string, string>;
  close(): void;
}

const isCode = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path);

/** @param folder the notebook's, "" for the outermost */
export function filesBeside(contents: Contents, folder: string): Beside {
  const texts = new Map<string, string>();
  let tell: (path: string, text?: string) => void = () => {};
  const within = (path: string): string => (folder === "" ? path : path.slice(folder.length + 1));
  const isBeside = (path: string): boolean => (folder === "" || path.startsWith(`${folder}/`)) && isCode(path);

  async function load(path: string): Promise<void> {
    const { content } = await contents.get(path, { content: true });
    if (typeof content !== "string" || texts.get(within(path)) === content) return;
    texts.set(within(path), content);
    tell(within(path), content);
  }
  async function loadAll(path: string): Promise<void> {
    const { content } = await contents.get(path, { content: true });
    for (const each of content as readonly FileModel[])
      if (each.type === "directory") await loadAll(each.path);
      else if (isCode(each.path)) await load(each.path);
  }
  const changed = (_: Contents, { type, oldValue, newValue }: FileChange): void => {
    const [before, after] = [oldValue?.path, newValue?.path];
    if (before !== undefined && type !== "save" && isBeside(before)) {
      texts.delete(within(before));
      tell(within(before));
    }
    if (after !== undefined && isBeside(after)) loading = loading.then(() => load(after)).catch(warn);
  };
  const warn = (error: Error): void => console.warn(`nullcline: a file beside the notebook: ${error.message}`);
  let loading = loadAll(folder).catch(warn);
  contents.fileChanged.connect(changed);
  return {
    settled: () => loading,
    follow(listener) {
      tell = listener;
      return texts;
    },
    close: () => void contents.fileChanged.disconnect(changed),
  };
}
