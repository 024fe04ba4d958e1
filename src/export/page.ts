import { host } from "../host/node.js";
import { version } from "../host/version.js";
import { escapeHtml } from "../text/html.js";
import { equationNumbers } from "./equation-numbers.js";
import { formula, highlighted, typesetter } from "./markdown.js";
import { headingId, texOf, withFormulas } from "./mathjax.js";
import type { Cell, StoredNotebook } from "./notebook.js";
import { outputHtml } from "./outputs.js";
import { withPictures } from "./pictures.js";

/** Where a page is made from. */
export interface PageOptions {
  /** What it is called where no heading says it: the name of the notebook's file. */
  readonly name: string;
  /** Of the notebook: pictures are looked for in it. */
  readonly folder: string;
  /** The address of a link of the text. Default: as it is. */
  readonly link?: (to: string) => string;
}

/** A page that needs no other file, and what of the notebook is not on it as the reader may expect, cell by cell. */
export interface ExportedPage {
  readonly html: string;
  readonly remarks: readonly string[];
}

/** A notebook, with what its cells have put out, as a page of its own: formulas are typeset, pictures are in it. */
export function notebookPage({ cells, language }: StoredNotebook, options: PageOptions): ExportedPage {
  const { name, folder, link = (to: string) => to } = options;
  const remarks: string[] = [];
  const macros = {};
  const numbers = equationNumbers();
  let at = cells[0];
  const warn = (problem: string): void => void remarks.push(`cell ${at.number}: ${problem}`);
  const tex = (source: string, display: boolean): string => {
    try {
      return numbers.take(source, formula(texOf(source), display, macros), at.number);
    } catch (error) {
      const why = (error as Error).message.split("\n")[0];
      warn(`the formula ${source.trim().replace(/\s+/g, " ")} can not be set: ${why}`);
      return `<code class="unset" title="${escapeHtml(why)}">${escapeHtml(source)}</code>`;
    }
  };
  const { set } = typesetter({
    link: (to, of) => (of === "href" ? link(to) : to),
    dollars: false,
    slugOf: headingId,
    linkify: true,
  });
  const text = (markdown: string): string => withPictures(withFormulas(markdown, set, tex), at, folder, warn);
  const tools = { set: text, formula: (source: string) => tex(source, true) };
  const seen = new Set<string>(); // what brings the figure library
  const outputs = (cell: Cell): string =>
    cell.outputs
      .map((output) => outputHtml(output, cell, tools))
      .filter((html) => !html.includes('class="nullcline-setup"') || (!seen.has(html) && seen.add(html)))
      .join("");
  const show = (cell: Cell): string => {
    at = cell;
    if (cell.type === "markdown") return text(cell.source);
    if (cell.type === "raw") return raw(cell);
    const shown = outputs(cell);
    if (foreign.test(shown)) warn("what it has put out asks another host for something");
    const code = cell.source.trim() === "" ? "" : codeHtml(cell, language);
    return (
      (cell.folded.source ? folded("The code of this cell", code) : code) +
      (cell.folded.outputs ? folded("What this cell has put out", shown) : shown)
    );
  };
  const body = numbers.resolve(cells.map(show).join(""));
  for (const { at: cell, problem } of numbers.faults) remarks.push(`cell ${cell}: ${problem}`);
  const [, heading] = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(body) ?? [];
  const title = heading?.replace(/<[^>]*>/g, "").trim() ?? escapeHtml(name);
  return { html: framed(title, heading === undefined ? `<h1>${title}</h1>\n${body}` : body), remarks };
}

/** An element that a browser fetches from elsewhere. */
const foreign = /<(?:script|link|img|iframe|video|audio|source)\b[^>]*\s(?:src|href)=["']?(?:https?:)?\/\//i;

function codeHtml({ source, count }: Cell, language: string): string {
  const code = highlighted(source.trimEnd(), language);
  const label = count === undefined ? "" : ` data-count="${count}"`;
  return `<pre class="code"${label}><code>${code}</code></pre>\n`;
}

const folded = (name: string, html: string): string =>
  html === "" ? "" : `<details class="aside"><summary>${name}</summary>\n${html}</details>\n`;

/** What is neither text nor code is shown if it is meant for a page, or for nothing in particular. */
function raw({ source, format }: Cell): string {
  if (format === "text/html") return `${source}\n`;
  return format === undefined && source.trim() !== "" ? `<pre class="printed">${escapeHtml(source)}</pre>\n` : "";
}

/** @param title as HTML */
const framed = (title: string, body: string): string => `<!doctype html>
<html lang="en" style="--title: ${JSON.stringify(title).replaceAll('"', "&quot;")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="nullcline ${version}">
<title>${title}</title>
<style>${host.file("dist/export/page.css")}</style>
</head>
<body>
<button class="theme" type="button" aria-label="Dark page"></button>
<main id="text">
${body}</main>
<script type="module">${host.file("dist/export/page-script.js")}</script>
</body>
</html>
`;
