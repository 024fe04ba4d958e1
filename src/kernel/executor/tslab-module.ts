/**
 * What `import … from "tslab"` gives in a cell, as tslab's own module does; and the place where packages such as this
 * one look for a way to show something (`host/node.ts`).
 */
import { randomBytes } from "node:crypto";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Bundle, DisplayContent } from "../cell.js";
import { currentRun } from "./runs.js";

const require = createRequire(import.meta.url);

let caught: ((data: Bundle) => void) | undefined;

/** What `work` shows, which is then not shown below the cell. */
export function shownBy(work: () => void): Bundle | undefined {
  let bundle: Bundle | undefined;
  caught = (data) => {
    bundle = data;
  };
  try {
    work();
  } finally {
    caught = undefined;
  }
  return bundle;
}

/** Shows something below the cell to which the running code belongs. */
function show(content: DisplayContent, update?: boolean): void {
  if (caught) {
    caught(content.data);
    return;
  }
  const run = currentRun();
  if (!run || run.stopped) return;
  run.sink.display({ ...content, transient: content.transient ?? {} }, update ?? false);
}

class Display {
  #shown = false;
  constructor(private readonly id?: string) {}
  javascript(text: string): void {
    this.raw("text/javascript", text);
  }
  html(text: string): void {
    this.raw("text/html", text);
  }
  markdown(text: string): void {
    this.raw("text/markdown", text);
  }
  latex(text: string): void {
    this.raw("text/latex", text);
  }
  svg(text: string): void {
    this.raw("image/svg+xml", text);
  }
  png(bytes: Uint8Array): void {
    this.raw("image/png", bytes);
  }
  jpeg(bytes: Uint8Array): void {
    this.raw("image/jpeg", bytes);
  }
  gif(bytes: Uint8Array): void {
    this.raw("image/gif", bytes);
  }
  pdf(bytes: Uint8Array): void {
    this.raw("application/pdf", bytes);
  }
  text(text: string): void {
    this.raw("text/plain", text);
  }
  raw(type: string, data: string | Uint8Array): void {
    const update = this.#shown;
    if (this.id !== undefined) this.#shown = true;
    const text = data instanceof Uint8Array ? Buffer.from(data).toString("base64") : data;
    show({ data: { [type]: text }, metadata: {}, transient: { display_id: this.id } }, update);
  }
}

/** The module `tslab` of a notebook. */
export function displayModule(): object {
  const manifest = require.resolve("tslab/package.json");
  const file = join(dirname(manifest), "dist", "jupyter.js");
  const module = new Module(file);
  Object.assign(module, { exports: { lastWriteDisplayData: show }, filename: file, loaded: true });
  require.cache[file] = module;
  const { version: tslab } = require(manifest) as { version: string };
  const { version: typescript } = require("typescript/package.json") as { version: string };
  return {
    display: new Display(),
    newDisplay: () => new Display(randomBytes(8).toString("hex")),
    versions: { tslab, typescript, node: process.version },
  };
}
