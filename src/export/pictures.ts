import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { escapeHtml, unescapeHtml } from "../text/html.js";
import { dataAddress } from "./data-address.js";
import type { Cell, Data } from "./notebook.js";
import { linesOf } from "./notebook.js";

/** MIME types of pictures, by the endings of their files. */
const types: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".svg": "image/svg+xml",
};

/**
 * HTML whose pictures are in it: those that the cell carries, and those in files beside the notebook. What lies on
 * another host is not fetched: it becomes a link.
 * @param folder of the notebook
 * @param warn is told of each picture that is not there
 */
export function withPictures(html: string, cell: Cell, folder: string, warn: (problem: string) => void): string {
  return html.replace(/<img\b[^>]*>/g, (image) => {
    const [found, , quoted = ""] = /\ssrc=(["'])(.*?)\1/.exec(image) ?? [];
    if (found === undefined) return image;
    const source = unescapeHtml(quoted);
    if (/^data:/.test(source)) return image;
    if (/^(?:[a-z]+:)?\/\//i.test(source)) {
      warn(`the picture ${source} lies on another host: the page has a link to it`);
      const [, name = source] = /\salt="([^"]+)"/.exec(image) ?? [];
      return `<a href="${escapeHtml(source)}">${name}</a>`;
    }
    try {
      const address = /^attachment:/.test(source)
        ? attached(decodeURIComponent(source.slice("attachment:".length)), cell.attachments)
        : beside(source, folder);
      return image.replace(found, ` src="${address}"`);
    } catch (error) {
      warn((error as Error).message);
      return image.replace(found, "");
    }
  });
}

function attached(name: string, attachments: Readonly<Record<string, Data>>): string {
  const [type, content] = Object.entries(attachments[name] ?? {})[0] ?? [];
  if (type === undefined) throw new Error(`the picture ${name} is said to be attached, and is not`);
  return dataAddress(type, linesOf(content));
}

function beside(source: string, folder: string): string {
  const path = decodeURIComponent(source.replace(/[?#].*/, ""));
  const type = types[extname(path).toLowerCase()];
  if (type === undefined)
    throw new Error(`the picture ${path} is of no kind that is known: ${Object.keys(types).join(" ")}`);
  let content: Buffer;
  try {
    content = readFileSync(join(folder, path));
  } catch (error) {
    throw new Error(`the picture ${path} can not be read: ${(error as Error).message}`, { cause: error });
  }
  return `data:${type};base64,${content.toString("base64")}`;
}
