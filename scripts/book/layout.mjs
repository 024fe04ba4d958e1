// The frame of each page of the book: the head, the bar at the top, the contents at the side, and the pages before and
// after.
import { escapeHtml } from "../../dist/text/html.js";
import { between } from "./contents.mjs";

/** Before anything is drawn: the theme that the reader has chosen. */
const theme = `const theme = localStorage.getItem("nullcline-theme");
if (theme) document.documentElement.dataset.theme = theme;`;

const bar = [
  ["book/", "Course"],
  ["book/models/", "Models"],
  ["book/glossary/", "Glossary"],
  ["book/adopt/", "Teaching"],
  ["api/", "API"],
];

/** Addresses of the parts of the runtime, by their names. */
const partsFrom = (address, { parts }) =>
  JSON.stringify(Object.fromEntries(Object.entries(parts).map(([name, of]) => [name, between(address, of)])));

/** The head of any page. @param files addresses of the files that all pages share */
export const head = (address, title, about, files) => `<!doctype html>
<html lang="en" style="--title: ${escapeHtml(JSON.stringify(title))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(about)}">
<link rel="icon" type="image/svg+xml" href="${between(address, files.logo)}">
<script>${theme}</script>
<link rel="stylesheet" href="${between(address, files.style)}">
<script type="module" src="${between(address, files.script)}" data-site="${between(address, "")}"
  data-library="${between(address, files.library)}" data-runtime="${between(address, files.runtime)}"
  data-parts="${escapeHtml(partsFrom(address, files))}" data-answering="${between(address, files.answering)}"></script>
</head>`;

/** What stands on top of any page. */
export const topBar = (address, files) => `<a class="skip" href="#text">To the text</a>
<header class="bar">
<a class="brand" href="${between(address, "index.html")}">
<img src="${between(address, files.logo)}" width="26" height="26" alt="">nullcline</a>
<nav aria-label="Site">
${bar.map(([to, name]) => `<a href="${between(address, to)}">${name}</a>`).join("\n")}
</nav>
<form class="find" role="search" action="${between(address, "book/search/")}">
<input type="search" name="q" placeholder="Search" aria-label="Search the book" autocomplete="off">
</form>
<button class="theme" type="button" aria-label="Dark page"></button>
</header>`;

/** @param page `address`, `title`, `about` in a sentence, `html`, and its `headings` */
export function layout(page, parts, files) {
  const { address, title, about, html, headings = [] } = page;
  return `${head(address, `${title} · nullcline`, about, files)}
<body>
${topBar(address, files)}
<div class="frame">
${side(page, parts, headings)}
<main id="text" data-pagefind-body>
${html}
${turn(page, parts)}
</main>
</div>
</body>
</html>
`;
}

/** The ways to the page before and to the one after. */
function turn({ address }, parts) {
  const pages = parts.flatMap((part) => part.pages);
  const at = pages.findIndex((each) => each.address === address);
  if (at < 0) return "";
  const way = (to, rel, name) =>
    to === undefined
      ? "<span></span>"
      : `<a rel="${rel}" href="${between(address, to.address)}"><small>${name}</small>${escapeHtml(to.title)}</a>`;
  return `<nav class="turn" aria-label="Pages before and after" data-pagefind-ignore>
${way(pages[at - 1], "prev", "Before")}${way(pages[at + 1], "next", "After")}
</nav>`;
}

/** The contents of the book, with those of the page within. */
function side(page, parts, headings) {
  const sections = headings
    .filter(({ level }) => level === 2)
    .map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title.replace(/ \(\d+ min\)$/, ""))}</a></li>`);
  const within = sections.length > 0 ? `<ol>${sections.join("")}</ol>` : "";
  const item = (each) =>
    each.address === page.address
      ? `<li><a aria-current="page" href="#text">${escapeHtml(each.title)}</a>${within}</li>`
      : `<li><a href="${between(page.address, each.address)}">${escapeHtml(each.title)}</a></li>`;
  const part = ({ name, pages }) => {
    if (pages.length === 1) return `<ol class="single">${pages.map(item).join("")}</ol>`;
    const here = pages.some(({ address }) => address === page.address);
    return `<details${here ? " open" : ""}><summary>${name}</summary><ol>${pages.map(item).join("\n")}</ol></details>`;
  };
  return `<nav class="side" aria-label="Contents">
<details class="all"><summary>Contents</summary>
${parts.map(part).join("\n")}
<ol class="single"><li><a href="${between(page.address, "api/")}">API reference</a></li></ol>
</details>
</nav>`;
}
