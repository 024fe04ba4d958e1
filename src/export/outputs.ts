import { escapeHtml } from "../text/html.js";
import { dataAddress } from "./data-address.js";
import type { Cell, Data, Output } from "./notebook.js";
import { linesOf } from "./notebook.js";

import { printedHtml } from "./terminal.js";

/** How a page sets what an output holds. */
export interface OutputTools {
  /** Markdown as HTML. */
  set(markdown: string): string;
  /** A formula between lines as HTML. */
  formula(tex: string): string;
}

const bitmaps = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** What an output shows on a page, of the kinds in which it is stored the richest that needs nothing from elsewhere. */
export function outputHtml(output: Output, cell: Cell, { set, formula }: OutputTools): string {
  if (output.kind !== "data") {
    const text = output.text.replace(/\n$/, "");
    return `<pre class="printed${output.kind === "error" ? " failed" : ""}">${printedHtml(text)}</pre>\n`;
  }
  const { data } = output;
  const text = (of: string): string | undefined => (data[of] === undefined ? undefined : linesOf(data[of]));
  const html = text("text/html");
  const tex = text("text/latex");
  // Our own equations come as HTML that waits for a MathJax, too.
  if (tex !== undefined && (html === undefined || html.includes("nullcline-equations")))
    return latex(tex, set, formula);
  if (html !== undefined) return htmlOutput(html);
  const markdown = text("text/markdown");
  if (markdown !== undefined) return `<div class="output">${set(markdown)}</div>\n`;
  const svg = text("image/svg+xml");
  if (svg !== undefined) return picture("image/svg+xml", svg, cell);
  const type = bitmaps.find((each) => data[each] !== undefined);
  if (type !== undefined) return picture(type, linesOf(data[type]), cell);
  return plain(data);
}

function latex(tex: string, set: OutputTools["set"], formula: OutputTools["formula"]): string {
  const [, , whole] = /^\s*(\$\$?)((?:\\[\s\S]|[^$\\])+)\1\s*$/.exec(tex) ?? [];
  return `<div class="output">${whole === undefined ? set(tex) : formula(whole)}</div>\n`;
}

/** What puts the figure library into a page has nothing to show; a live output finds its own room. */
function htmlOutput(html: string): string {
  if (html.includes('class="nullcline-setup"')) return `${html}\n`;
  return `<div class="output${html.includes("<nullcline-live") ? "" : " scroll"}">${html}</div>\n`;
}

const picture = (type: string, content: string, { number }: Cell): string =>
  `<div class="output"><img class="put-out" alt="Picture that cell ${number} has put out" ` +
  `src="${dataAddress(type, content)}"></div>\n`;

function plain(data: Data): string {
  const [type, json] = Object.entries(data).find(([name]) => /\bjson$/.test(name)) ?? [];
  const text = data["text/plain"] ?? (type === undefined ? undefined : JSON.stringify(json, undefined, 2));
  return text === undefined ? "" : `<pre class="printed">${escapeHtml(linesOf(text).replace(/\n$/, ""))}</pre>\n`;
}
