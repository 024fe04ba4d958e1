// node --loader ts-node/esm bench/site.ts: what the site costs, after `npm run site`: bytes on the way, compressed, and
// times, until a notebook is shown and until its first cell has its result; pages that are read; the site itself and how
// long it takes to build it again. Writes its part of docs/benchmark.md.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { site } from "../scripts/site.mjs";
import { findBrowser } from "../test/e2e/browser.js";
import { siteTitle, withSection } from "./page.js";
import { quantile } from "./server.js";
import { firstResult, pageRead, type FirstResult } from "./visits.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const document = join(root, "docs", "benchmark.md");
const notebook = "03-flows-on-a-line";
const pages = { "front page": "", "Flows on a line": `book/${notebook}/`, "Hodgkin-Huxley": "book/08-hodgkin-huxley/" };
const visits = 9;

const mega = (bytes: number): string => (bytes / 1e6).toFixed(2);
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), `|${head.map(() => "---|").join("")}`, ...rows].join("\n");
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const spread = (values: readonly number[], digits: number): string => {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(sorted(values), q).toFixed(digits));
  return `${middle} (quartiles ${low} and ${high})`;
};

/** Files below a folder, and their bytes on a disk. */
function size(folder: string): { readonly files: number; readonly bytes: number } {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { files: sizes.length, bytes: sizes.reduce((a, b) => a + b, 0) };
}

/** Seconds of the processor, and of the clock, that `npm run site` takes. */
function build(): string {
  const timed = `TIMEFORMAT="%U %S %R"; time node scripts/site.mjs >&2 2>/dev/null`;
  const printed = execFileSync("bash", ["-c", `{ ${timed}; } 2>&1`], { cwd: root, encoding: "utf8" });
  const [user = 0, system = 0, clock = 0] = (/[\d.]+ [\d.]+ [\d.]+\s*$/.exec(printed)?.[0] ?? "")
    .split(" ")
    .map(Number);
  return `${(user + system).toFixed(1)} s of the processor, ${clock.toFixed(0)} by the clock`;
}

function toFirstResult(all: readonly FirstResult[]): string {
  const { files, all: bytes, lab, kernel, parts } = (all[0] as FirstResult).weight;
  const ratios = all.map(({ shown, result }) => result / shown);
  return `### To the first result

Notebook 3, in JupyterLab: ${files} files. Goal: 4 MB in all, 1.4 MB of them for the kernel, which \`test/e2e/site-costs.long.test.ts\` asserts; and the
first result after at most 1.5 of the time to the notebook.

${table(
  ["to the first result", "MB"],
  [
    row("all", mega(bytes)),
    row("JupyterLab, and the notebook", mega(lab)),
    row("kernel", mega(kernel)),
    row("of it the compiler of cells: TypeScript, tslab", mega(parts.compiler)),
    row("declarations of the language and of the package", mega(parts.declarations)),
    row("the package, and the code that runs cells", mega(parts.runner)),
    row("front in the page", mega(parts.front)),
    row("figure library, live figures", mega(parts.figures)),
  ],
)}

The notebook is shown after ${spread(
    all.map(({ shown }) => shown / 1000),
    2,
  )} s, and the first cell has its result after ${spread(ratios, 2)} of that: ${visits} visits.`;
}

const browser = await chromium.launch({
  executablePath: findBrowser() ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const load = loadavg()[0] ?? 0;
const results: FirstResult[] = [];
for (let k = 0; k < visits; k++) results.push(await firstResult(browser, `${notebook}.ipynb`));
const read: string[] = [];
for (const [name, address] of Object.entries(pages))
  read.push(row(name, ...(await pageRead(browser, address)).map(mega)));
const version = browser.version();
await browser.close();

const [whole, book, api] = ["", "book", "api"].map((part) => size(join(site, part)));
const unchanged = build();
for (const stamp of [join(root, "node_modules", ".cache", "site", "book.stamp"), join(site, ".stamp")]) rmSync(stamp);
const ofText = build();

const section = `${siteTitle}

Written by \`bench/site.ts\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} threads, load ${load.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)}
after, Chromium ${version}, Node ${process.versions.node}. MB are those on the way, compressed by gzip, to a browser that was never there.

${toFirstResult(results)}

### A page of the book

On a phone of 390 px.

${table(["MB", "to its first paint", "loaded", "with its figures alive"], read)}

### The site

${mega(whole?.bytes ?? 0)} MB in ${whole?.files} files, uncompressed; ${mega(book?.bytes ?? 0)} of them the book, ${mega(api?.bytes ?? 0)} the API reference. \`npm run site\` takes ${unchanged} if nothing has changed, and
${ofText} after a change of the book's text.
`;
console.log(section);
writeFileSync(document, withSection(readFileSync(document, "utf8"), siteTitle, section));
