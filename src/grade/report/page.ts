/** The frame of a page that is one file, works without network and scripts, and is light or dark as its reader is. */
import { dark, light, type Palette } from "../../figure/theme.js";
import { host } from "../../host/node.js";
import { escapeHtml } from "../../text/html.js";

/** Escaped text with backticks as code. */
export const rich = (text: string): string =>
  escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replaceAll("\n", "<br>");

/** As `rich`, with formulas between dollar signs typeset: for texts of the course, not of students. */
export const typeset = (text: string): string =>
  text
    .split(/\s*\$\$([^$]+)\$\$\s*|\$([^$]+)\$/)
    .map((part, i) => {
      if (part === undefined || i % 3 === 0) return rich(part ?? "");
      const displayMode = i % 3 === 1;
      const formula = host.temml().renderToString(part, { displayMode });
      return displayMode ? `<span class="formula">${formula}</span>` : formula;
    })
    .join("");

/** Numbers in a table, at most one digit after the point. */
export const short = (value: number): string => String(Number(value.toFixed(1))).replace("-", "−");
/** "68 %" */
export const percentage = (share: number): string => `${Math.round(100 * share)} %`;

/** A share of the whole as a bar; the words beside it say the same. */
export function bar(share: number, kind: "good" | "open" | "plain" = "plain"): string {
  const width = (100 * Math.min(1, Math.max(0, share))).toFixed(1);
  return `<span class="bar ${kind}" aria-hidden="true"><span style="width:${width}%"></span></span>`;
}

/** A share as a bar and in words. */
export const shareText = (share: number): string => `<span class="no">${bar(share)} ${percentage(share)}</span>`;

/**
 * @param heads of the columns; one that begins with "#" is of numbers
 * @param rows HTML
 */
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const kind = (column: number): string => (heads[column].startsWith("#") ? ' class="number"' : "");
  const row = (tag: "th" | "td", cells: readonly (string | number)[]): string =>
    `<tr>${cells.map((cell, i) => `<${tag}${kind(i)}>${cell}</${tag}>`).join("")}</tr>`;
  const first = row(
    "th",
    heads.map((head) => head.replace("#", "")),
  );
  return `<table>\n${[first, ...rows.map((cells) => row("td", cells))].join("\n")}\n</table>`;
}

/** @param body HTML; everything that comes from elsewhere has to be escaped in it */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

/** Of drawings, which are made in the colours of `light`. */
const darkDrawings = (Object.keys(light) as (keyof Palette)[])
  .flatMap((name) => ["fill", "stroke"].map((part) => `.drawn [${part}="${light[name]}"] { ${part}: ${dark[name]}; }`))
  .join("\n");

const style = `
:root { color-scheme: light dark; --ink: #1d2530; --soft: #5a6675; --line: #d9dfe6; --ground: #f5f7f9; --card: #fff;
  --good: #1d7a4a; --good-ground: #e7f4ec; --open: #a85b00; --open-ground: #fdf1e1; --code: #f0f3f6;
  --link: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --soft: #a0adbb; --line: #36414d; --ground: #14191f;
  --card: #1c232b; --good: #6fd09a; --good-ground: #16301f; --open: #f0b562; --open-ground: #36270f;
  --code: #12171d;
  --link: #8dbdf5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system,
  "Segoe UI", Roboto, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .5rem 0; }
.soft, small { color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.1rem;
  margin: .8rem 0; }
.card.right { border-left: 5px solid var(--good); }
.card.open { border-left: 5px solid var(--open); }
.head { display: flex; gap: .6rem; align-items: baseline; justify-content: space-between; flex-wrap: wrap; }
.head .points { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
.say { border-radius: 8px; padding: .55rem .8rem; margin: .7rem 0; overflow-wrap: anywhere; }
.right .say, .say.good { background: var(--good-ground); }
.open .say, .say.note { background: var(--open-ground); }
.word { font-weight: 650; }
.right .word { color: var(--good); }
.open .word { color: var(--open); }
pre { background: var(--code); border-radius: 8px; padding: .7rem .9rem; margin: .6rem 0; overflow-x: auto;
  font: 13.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; tab-size: 2; }
math { font-size: 1.12em; }
.formula { display: block; overflow-x: auto; margin: .4rem 0; }
code { background: var(--code); border-radius: 4px; padding: .05em .3em; font: .9em ui-monospace, SFMono-Regular,
  Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
details { margin: .4rem 0; }
.hint { margin: .2rem 0 .6rem 1.1rem; }
summary { cursor: pointer; color: var(--link); padding: .2rem 0; }
ul.chips { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .8rem 0; }
ul.chips a { display: block; border-radius: 99px; padding: .15rem .7rem; text-decoration: none;
  font-variant-numeric: tabular-nums; }
ul.chips a.right { background: var(--good-ground); color: var(--good); }
ul.chips a.plain { background: var(--card); border: 1px solid var(--line); }
ul.chips a.open { background: var(--open-ground); color: var(--open); }
.bar { display: inline-block; vertical-align: middle; width: 6rem; max-width: 100%; height: .55rem;
  border-radius: 99px; background: var(--line); overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--link); }
.bar.good span { background: var(--good); }
.bar.open span { background: var(--open); }
.score { display: flex; gap: .8rem; align-items: center; font-size: 1.15rem; margin: .6rem 0; }
.score .bar { flex: 1; height: .8rem; max-width: 28rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: .7rem 0; }
figure { margin: 0; flex: 1 1 18rem; min-width: 0; max-width: 32rem; }
figure img { width: 100%; height: auto; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
.drawn svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; }
@media (prefers-color-scheme: dark) {
figure img { filter: invert(.92) hue-rotate(180deg); border-color: #cdc2b8; }
${darkDrawings}
}
figcaption { color: var(--soft); font-size: .9rem; }
.wide { overflow-x: auto; }
a { color: var(--link); }
.no { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; white-space: nowrap; }
td small { overflow-wrap: anywhere; }
.flag { color: var(--open); }
@media (max-width: 34rem) {
  .card { padding: .7rem .8rem; }
  th, td { padding: .3rem .35rem; }
  th, th.number { white-space: normal; }
  table { font-size: .92rem; }
  td .bar { width: 3.2rem; }
}
svg.plot { width: 100%; height: auto; max-width: 46rem; }
@media print { body { background: #fff; } .card { break-inside: avoid; } }
`;
