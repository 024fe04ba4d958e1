/**
 * What `import … from "tslab"` gives in a cell, as tslab's own module does; and how what packages such as this one show
 * comes below the cell that asked for it.
 */
import { toBase64 } from "../bytes.js";
import type { Bundle, DisplayContent } from "../cell.js";
import { newIdentifier } from "../identifier.js";
import { currentRun } from "./runs.js";
import type { World } from "./world.js";

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
    const text = data instanceof Uint8Array ? toBase64(data) : data;
    show({ data: { [type]: text }, metadata: {}, transient: { display_id: this.id } }, update);
  }
}

/** The module `tslab` of a notebook. */
export function displayModule({ versions, showBy }: World): object {
  showBy(show);
  return { display: new Display(), newDisplay: () => new Display(newIdentifier()), versions };
}
