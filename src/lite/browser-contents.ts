/** The files of the site and of the browser's storage, as JupyterLite has them, for pages that do without it. */
import type { Store } from "./browser-store.js";
import type { Contents, FileChange, FileModel } from "./lab.js";
import type { SiteFiles } from "./site-files.js";

/** What is kept of a file: with what JupyterLite adds to it. */
interface Kept extends FileModel {
  readonly created: string;
  readonly last_modified: string;
  readonly size: number;
  readonly writable: boolean;
}

type Slot = (sender: Contents, change: FileChange) => void;

/**
 * A file that the reader has saved is the reader's, any other one the site's. Folders of the site are not listed.
 * @param now the time as it is written down
 */
export function browserContents(
  store: Store,
  site: SiteFiles,
  now: () => string = () => new Date().toISOString(),
): Contents {
  const slots = new Set<Slot>();
  const contents: Contents = {
    fileChanged: {
      connect: (slot) => slots.size < slots.add(slot).size,
      disconnect: (slot) => slots.delete(slot),
    },
    async get(path) {
      const kept = (await store.get(path)) as Kept | undefined;
      if (path === "" || kept?.type === "directory") return folder(path, (await store.values()) as readonly Kept[]);
      if (kept) return kept;
      const text = await site.text(path);
      if (text === undefined) throw new Error(`${path} is not among the files of this browser, nor on the site`);
      return ofSite(path, text);
    },
    async save(path, model) {
      const before = (await store.get(path)) as Kept | undefined;
      const { type = "file", format = "text", content, mimetype = "" } = model;
      const file = { name: nameOf(path), path, type, format, content, mimetype: mimetype || mimetypeOf[type] };
      const text = typeof content === "string" ? content : JSON.stringify(content);
      const size = new TextEncoder().encode(text).length;
      const kept: Kept = { created: now(), ...before, ...file, last_modified: now(), size, writable: true };
      await store.set(path, kept);
      for (const slot of slots) slot(contents, { type: "save", oldValue: null, newValue: kept });
      return kept;
    },
  };
  return contents;
}

const mimetypeOf: Readonly<Record<FileModel["type"], string>> = {
  notebook: "application/json",
  file: "text/plain",
  directory: "",
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const folder = (path: string, all: readonly Kept[]): FileModel => ({
  name: nameOf(path),
  path,
  type: "directory",
  format: "json",
  content: all.filter((file) => file.path === (path === "" ? file.name : `${path}/${file.name}`)),
});

function ofSite(path: string, text: string): FileModel {
  const about = { name: nameOf(path), path };
  return path.endsWith(".ipynb")
    ? { ...about, type: "notebook", format: "json", content: JSON.parse(text) as unknown }
    : { ...about, type: "file", format: "text", content: text };
}
