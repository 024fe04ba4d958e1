// Builds the pages of the site that are read: the front page, the notebooks, the glossary, the models, the documents.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { slug, typesetter } from "../../dist/export/markdown.js";
import { escapeHtml } from "../../dist/text/html.js";
import { root } from "../steps.mjs";
import { between, contents } from "./contents.mjs";
import { executed } from "./executed.mjs";
import { frontPage, labAddress } from "./front.mjs";
import { glossaryPage, readGlossary, termsOf } from "./glossary.mjs";
import { layout } from "./layout.mjs";
import { notebookPage } from "./notebook-page.mjs";
import { withPictures } from "./output.mjs";
import { searchPage, writeSearch } from "./search.mjs";
import { shared, writeSharedFiles } from "./shared.mjs";
import { waitingFor } from "./waiting.mjs";

const { homepage } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What the book is made from. */
export const bookInputs = [
  ...[
    "src",
    "data",
    "docs",
    "notebooks",
    "scripts/book",
    "scripts/logo.svg",
    "scripts/bundle.mjs",
    "package-lock.json",
  ],
  ...["environment.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "package.json"],
];

/**
 * @param folder what is in it is removed
 * @param cache where outputs of notebooks are kept
 * @param notebooks names of notebooks; default all
 */
export async function buildBook(folder, cache, notebooks) {
  const parts = contents(notebooks);
  const pages = parts.flatMap((part) => part.pages);
  const outputs = await executed(
    parts[0].pages.map(({ source }) => source),
    cache,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = await writeSharedFiles(folder);
  const glossary = readGlossary();
  const uses = new Map();
  const picture = (page) => (svg) => between(page.address, shared(folder, "figure.svg", svg));
  const made = [];
  for (const page of pages) {
    if (page.kind === "glossary") continue; // knows where its terms are met
    const terms = page.kind === "document" ? undefined : termsOf(glossary, page); // Node there is no node
    const { set, whole, headings } = typesetter({ link: linkFrom(page, pages, folder), terms });
    const html = whole(await bodies[page.kind](page, { set, outputs, picture: picture(page) }));
    made.push({ ...page, about: page.idea ?? page.title, html, headings });
    if (page.kind === "notebook") for (const id of terms.met) uses.set(id, [...(uses.get(id) ?? []), page]);
  }
  const ofGlossary = pages.find(({ kind }) => kind === "glossary");
  const { set } = typesetter({ link: linkFrom(ofGlossary, pages, folder) });
  made.push({ ...ofGlossary, about: "The terms of the course", html: glossaryPage(glossary, set, uses) });
  made.push(contentsPage(parts), searchPage);
  const texts = new Map(made.map((page) => [page.address, layout(page, parts, files)]));
  for (const [address, text] of texts) write(join(folder, address, "index.html"), text);
  const { playgroundOutput } = await import("../../dist/live/playground.js");
  const playground = withPictures(playgroundOutput("", true).html, picture({ address: "" }));
  write(join(folder, "index.html"), frontPage(parts, files, playground));
  await writeSearch(folder, texts);
}

const bodies = {
  async notebook(page, { set, outputs, picture }) {
    const { catalogue } = await import("../../dist/course/catalogue.js");
    return notebookPage(page, {
      set,
      picture,
      outputs: outputs.get(page.source),
      exercises: new Map(catalogue[basename(page.source, ".ipynb")].map((each) => [each.id, each])),
      open: (cell) => between(page.address, labAddress(page, cell)),
      waits: waitingFor(page.cells),
    }).replace("</h1>", `</h1>\n${doIt(page)}`);
  },
  async model(page, { set, picture }) {
    const text = readFileSync(join(root, page.source), "utf8");
    const [, name] = /import \{ (\w+) \} from "nullcline"/.exec(text) ?? [];
    const { catalogue } = await import("../../dist/models/catalogue.js");
    if (name === undefined || catalogue[name] === undefined) return set(text);
    const { explorer } = await import("../../dist/live/cell/explore.js");
    const live = withPictures(explorer([catalogue[name]], {}, "").html, picture);
    const still = /^!\[[^\]]*\]\([^)]*\)\n\n\*[^\n]*\*$/m;
    return set(text.replace(still, "@live@")).replace("<p>@live@</p>", () => `<div class="output">${live}</div>`);
  },
  document: (page, { set }) => set(readFileSync(join(root, page.source), "utf8")),
};

const doIt = (page) => `<p class="do-it" data-pagefind-ignore>${page.minutes} min with exercises.
<span class="screen"><a data-lab href="${between(page.address, labAddress(page))}">Do this notebook in JupyterLab</a>,
here in the browser. <button class="unfold" type="button" hidden>Unfold what is hidden</button></span></p>`;

/** Links between files of the project lead to their pages; to what has none, to where the project is. */
const linkFrom = (page, pages, folder) => (to, name) => {
  if (/^[a-z]+:/.test(to)) return to;
  const [path, fragment] = to.split("#");
  const place = fragment === undefined ? "" : `#${slug(decodeURIComponent(fragment).replace(/-/g, " "))}`;
  if (path === "") return place;
  const file = posix.normalize(posix.join(posix.dirname(page.source), path));
  const found = pages.find(({ source }) => source === file);
  if (found !== undefined) return `${between(page.address, found.address)}${place}`;
  if (file === "README.md") return between(page.address, "index.html");
  if (!existsSync(join(root, file))) throw new Error(`${page.source} links to ${to}, which is not there`);
  if (name === "src") return between(page.address, shared(folder, basename(file), readFileSync(join(root, file))));
  return `${homepage.replace(/#.*/, "")}/blob/main/${file}`;
};

/** The contents of the book as a page. */
function contentsPage(parts) {
  const address = "book/";
  const below = (tag, text) => (text === undefined ? "" : `<${tag}>${escapeHtml(text)}</${tag}>`);
  const item = ({ address: to, title, idea, minutes }) => {
    const more = below("span", idea) + below("small", minutes && `${minutes} min`);
    return `<li><a href="${between(address, to)}">${escapeHtml(title)}</a>${more}</li>`;
  };
  const list = ({ name, pages }) =>
    `<h2 id="${slug(name)}">${name}</h2>\n<ul class="list">${pages.map(item).join("\n")}</ul>`;
  const html = `<h1>Contents</h1>\n${parts.map(list).join("\n")}`;
  return { address, title: "Contents", about: "The course, the models, and all else there is to read", html };
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
