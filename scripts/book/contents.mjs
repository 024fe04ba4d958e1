// What the book holds, in its order: what each page is made from, where it is, and what it is called.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../steps.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");

/** Documents, and where their pages are. */
const documents = {
  "For teachers": {
    "docs/adopt.md": "adopt",
    "environment.md": "environment",
    "docs/grading.md": "grading",
    "docs/grading-exercises.md": "grading-exercises",
    "docs/grading-cases.md": "grading-cases",
    "notebooks/source/README.md": "writing-exercises",
  },
  "How good, how made": {
    "docs/accuracy.md": "accuracy",
    "docs/benchmark.md": "benchmark",
    "docs/exchange.md": "exchange",
    "docs/export.md": "export",
    "docs/design-of-figures.md": "design-of-figures",
    "docs/kernels.md": "kernels",
    "docs/site.md": "site",
    "ARCHITECTURE.md": "architecture",
    "CONTRIBUTING.md": "contributing",
  },
};

/**
 * Each page: `source`, a path in the project; `address`, that of its folder in the site; `title`; of a notebook `idea`
 * and `minutes` too.
 * @param notebooks names of the notebooks; default all
 * @returns parts, each a name and its pages
 */
export function contents(notebooks = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"))) {
  const page = (kind, source, place) => ({ kind, source, address: `book/${place}/`, title: titleOf(read(source)) });
  const models = [...read("docs/models/README.md").matchAll(/\]\(([\w-]+)\.md\)/g)].map(([, name]) => name);
  return [
    { name: "The course", pages: notebooks.map(notebookPage) },
    { name: "Glossary", pages: [page("glossary", "notebooks/glossary.md", "glossary")] },
    {
      name: "Models",
      pages: [
        { ...page("document", "docs/models/README.md", "models"), title: "All models" },
        ...models.map((name) => page("model", `docs/models/${name}.md`, `models/${name}`)),
      ],
    },
    ...Object.entries(documents).map(([name, files]) => ({
      name,
      pages: Object.entries(files).map(([source, place]) => page("document", source, place)),
    })),
  ];
}

const titleOf = (text) => /^# (.*)$/m.exec(text)[1];

/** A notebook's title and its one idea, as its first cell says them. */
function notebookPage(name) {
  const source = `notebooks/${name}`;
  const { cells } = JSON.parse(read(source));
  const text = cells[0].source.join("");
  return {
    kind: "notebook",
    source,
    address: `book/${basename(name, ".ipynb")}/`,
    title: titleOf(text),
    idea: plain(/\*\*One idea:\*\* ([^\n]*)/.exec(text)?.[1] ?? "").replace(/^./, (first) => first.toUpperCase()),
    minutes: /About (\d+) min/.exec(text)?.[1],
    cells,
  };
}

/** Text without the marks of Markdown. */
const plain = (text) => text.replace(/[*`]/g, "").replace(/\$([^$]*)\$/g, "$1");

/** From one page of the site to another file of it, whatever is above both. */
export const between = (from, to) => `${"../".repeat(from.split("/").length - 1)}${to}` || "./";
