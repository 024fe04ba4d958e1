/** A reader's own work, in the browser's storage: all of it as one file, and back. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Contents, FileModel } from "./lab.js";
import type { SiteFiles } from "./site-files.js";

/** Files by their paths, as bytes. */
type Files = Record<string, Uint8Array>;

/** What the reader has written or changed: the files that are not those of the site. */
export async function ownFiles(contents: Contents, site: SiteFiles): Promise<Files> {
  const found: Files = {};
  async function lookIn(folder: string): Promise<void> {
    const { content } = await contents.get(folder, { content: true });
    for (const { path, type } of content as readonly FileModel[])
      if (type === "directory") await lookIn(path);
      else {
        const text = bytesOf(await contents.get(path, { content: true }));
        const original = await site.text(path);
        if (original === undefined || !isSame(path, original, strFromU8(text))) found[path] = text;
      }
  }
  await lookIn("");
  return found;
}

/** @returns a zip */
export const packed = (files: Files): Uint8Array => zipSync(files, { level: 9 });

/**
 * Brings back the files of a zip. A file of the reader's that is another one is kept beside it under a name of its own.
 * @returns the paths of what was brought back
 * @throws Error if it is no zip, or there is no file in it
 */
export async function bringBack(
  contents: Contents,
  site: SiteFiles,
  zip: Uint8Array,
  today: string,
): Promise<string[]> {
  const files = Object.entries(unzipSync(zip)).filter(
    ([path]) => !path.endsWith("/") && !/(?:^|\/)__MACOSX\//.test(path),
  );
  if (files.length === 0) throw new Error("there is no file in it");
  const own = await ownFiles(contents, site);
  for (const [path, bytes] of files) {
    const before = own[path];
    if (before && !isProgress(path) && !isSame(path, strFromU8(before), strFromU8(bytes)))
      await save(contents, path.replace(/(?=\.[^./]*$|$)/, ` (before ${today})`), before);
    await save(contents, path, bytes);
  }
  return files.map(([path]) => path);
}

/** Two files of progress can not both hold: what is brought back does. */
const isProgress = (path: string): boolean => path.startsWith(".nullcline-progress");

/** Notebooks are compared as what they say, not as they are written. */
function isSame(path: string, a: string, b: string): boolean {
  if (a === b) return true;
  if (!path.endsWith(".ipynb")) return false;
  try {
    return sorted(JSON.parse(a)) === sorted(JSON.parse(b));
  } catch {
    return false;
  }
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => {
    if (Array.isArray(each) && each.every((line) => typeof line === "string")) return each.join("");
    if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

/** A file as it would be on a disk. */
export function bytesOf({ format, content }: FileModel): Uint8Array {
  if (format === "base64") return Uint8Array.from(atob(String(content)), (each) => each.charCodeAt(0));
  return strToU8(typeof content === "string" ? content : `${JSON.stringify(content, null, 1)}\n`);
}

async function save(contents: Contents, path: string, bytes: Uint8Array): Promise<void> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const isNotebook = path.endsWith(".ipynb");
  const text = strFromU8(bytes);
  const model: Partial<FileModel> = isNotebook
    ? {
        name,
        path,
        type: "notebook",
        format: "json",
        content: JSON.parse(text) as unknown,
        mimetype: "application/json",
      }
    : { name, path, type: "file", format: "text", content: text, mimetype: "text/plain" };
  await contents.save(path, model);
}
