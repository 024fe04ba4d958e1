/// <reference path="./mathjs-bundle.d.ts" />
import { gzipSync, strToU8 } from "fflate";
import mathjs from "mathjs/lib/browser/math.js";
import temml from "temml";
import type { Host, MathJs, MimeBundle, Temml, TextStore } from "./host.js";

let folder: string | undefined;
let store: TextStore | undefined;
let publish = (bundle: MimeBundle): void => console.log(bundle["text/plain"]);

/** A browser's side of what differs between Node and a browser: of a page, or of a worker in it. */
export const host: Host = {
  environment: {},
  file(path) {
    const url = new URL(path, folder ?? new URL("../../", import.meta.url)).href;
    const request = new XMLHttpRequest();
    request.open("GET", url, false); // who asks for a file is not asynchronous
    request.send();
    if (request.status === 200) return request.responseText;
    throw new Error(
      `${path} of the package nullcline is not at ${url}: say where its folder is, locatePackage("https://…")`,
    );
  },
  figureLibrary() {
    throw new Error('in a browser there is the library "cartesian" only');
  },
  gzip: (content) => gzipSync(strToU8(content), { level: 9, mtime: 0 }),
  display: (bundle) => publish(bundle),
  progress: () => store ?? storageStore("nullcline-progress"),
  masters: () => undefined,
  mathjs: () => mathjs as MathJs,
  temml: () => temml as Temml,
};

/**
 * Says where the files of the package are: data, and what `setup` puts into a notebook. Only a bundle needs it, which
 * is not among them.
 * @param url of the package's folder, absolute or relative to the page
 */
export function locatePackage(url: string): void {
  if (typeof url !== "string") throw new TypeError(`locatePackage takes an address, a text; got ${String(url)}`);
  folder = new URL(url.replace(/\/?$/, "/"), globalThis.location?.href).href;
}

/** Hands what cells show to `show`, which a kernel in the page calls once; until then its plain text is printed. */
export function displayWith(show: (bundle: MimeBundle) => void): void {
  publish = show;
}

/** Says where progress in the course is kept, for a worker, which has no storage of its own. */
export function keepProgressIn(given: TextStore): void {
  store = given;
}

/** A text in the storage of the browser, or where there is none, as in a worker, of this process alone. */
function storageStore(name: string): TextStore {
  const storage = storageOf();
  return {
    name: `${name} in the browser's storage`,
    read: () => storage.getItem(name) ?? undefined,
    write: (text) => storage.setItem(name, text),
    setAside() {
      storage.setItem(`${name}.unreadable`, storage.getItem(name) ?? "");
      storage.removeItem(name);
      return `${name}.unreadable`;
    },
  };
}

function storageOf(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  try {
    if (globalThis.localStorage) return globalThis.localStorage; // a page may be forbidden even to ask
  } catch {}
  const memory = new Map<string, string>();
  return {
    getItem: (key) => memory.get(key) ?? null,
    setItem: (key, text) => void memory.set(key, text),
    removeItem: (key) => void memory.delete(key),
  };
}
