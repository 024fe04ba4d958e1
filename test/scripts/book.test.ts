import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contents, type BookPage } from "../../scripts/book/contents.mjs";
import { glossaryPage, readGlossary, termsOf } from "../../scripts/book/glossary.mjs";
import { notebookPage } from "../../scripts/book/notebook-page.mjs";
import { roomToPredict } from "../../scripts/book/paper.mjs";
import { waitingFor } from "../../scripts/book/waiting.mjs";
import { catalogue } from "../../src/course/catalogue.js";
import { typesetter } from "../../src/export/markdown.js";
import { escapeHtml } from "../../src/text/html.js";

/** Three of the course: the whole is looked at in `test/e2e/book.long.test.ts`. */
const notebooks = contents()[0].pages.filter(({ source }) => /\/(?:00|03|09)-/.test(source));
const glossary = readGlossary();
const link = (to: string): string => to;

/** The page of a notebook whose cells print their own names. */
function pageOf({ cells, source, address }: BookPage): string {
  const { set } = typesetter({ link, terms: termsOf(glossary, { address }) });
  const outputs = Object.fromEntries(cells.map(({ id }) => [id, { stdout: `[${id}]`, stderr: "", displays: [] }]));
  const exercises = new Map(catalogue[source.slice(10, -6)].map((each) => [each.id, each]));
  const open = (cell: string): string => `lab#cell-id=${cell}`;
  return notebookPage(
    { cells, source },
    { set, outputs, picture: () => "", exercises, open, waits: waitingFor(cells) },
  );
}

const count = (text: string, what: string): number => text.split(what).length - 1;

describe("a page of the book", () => {
  it.each(notebooks.map((page) => [page.title, page] as const))(
    "%s has each exercise and prediction once",
    (_, page) => {
      const html = pageOf(page);
      const cells = (kind: string): string[] =>
        page.cells.map(({ id }) => id).filter((id) => id.startsWith(`${kind}-`));
      expect(count(html, '<section class="box exercise"')).toBe(cells("check").length);
      for (const id of [...cells("exercise"), ...cells("predict")])
        expect(count(html, `data-lab href="lab#cell-id=${id}" aria`)).toBe(1);
      expect(count(html, '<section class="box prediction"')).toBe(cells("predict").length);
      expect(html.match(/\*\*Exercise|\$\$|<summary>Predicted\? Then open/)).toBeNull();
      expect(count(html, "<section")).toBe(count(html, "</section>"));
      expect(count(html, "<details")).toBe(count(html, "</details>"));
    },
  );

  const [, flows] = notebooks;
  it("shows what happens, and why, only after a prediction", () => {
    const html = pageOf(flows);
    const [, box = ""] = /id="prediction-3-1"([\s\S]*?)<\/section>/.exec(html) ?? [];
    const [asked = "", answered = ""] = box.split("<details");
    expect(asked).toContain("Which way does each go");
    expect(asked).not.toContain("[predict-");
    expect(answered).toContain("[predict-f9121647]");
    expect(answered).toContain("twice as fast");
  });

  it("says for which exercise a cell waits, in place of what it would show without an answer", () => {
    const html = pageOf(flows);
    expect(html).not.toContain("[code-7646e2ac]"); // draws the velocity that exercise 3.1 asks for
    expect(html).toMatch(/data-waits="3\.1">.* it comes\nwhen exercise 3\.1 is answered/);
    expect(html).toContain("[code-45912569]"); // the reader's own input
  });
});

describe("room to predict on paper", () => {
  it.each([
    ['"m", "h" or "n"', ["m", "h", "n"], ""],
    ['"m",\n// "h" or "n"', ["m", "h", "n"], ""],
    ['which is faster, "from -80 mV" or "both alike"', ["from −80 mV", "both alike"], "which is faster: "],
  ])("has %s to tick", (asked, outcomes, before) => {
    const html = roomToPredict(`// ✎ your prediction: ${asked}\npredict(`);
    expect(html).toContain(`<p>${before}<span class="tick">`);
    expect([...html.matchAll(/class="tick">([^<]*)</g)].map(([, outcome]) => outcome)).toEqual(outcomes);
  });
  it("has a line for a number, and axes for a curve", () => {
    expect(roomToPredict("// ✎ your prediction: how many equilibria\n")).toContain('"blank">how many equilibria:</p>');
    const curve = roomToPredict("// ✎ your prediction: a few points of the curve, such as [[34, 0], [70, 100]]\n");
    expect(curve).toContain('<p>a few points of the curve:</p><div class="axes">');
  });
});

it("every cell that asks for a prediction says what is wanted as paper and page read it", () => {
  const asking = readdirSync("notebooks")
    .filter((file) => file.endsWith(".ipynb"))
    .flatMap((file) => {
      const { cells } = JSON.parse(readFileSync(`notebooks/${file}`, "utf8")) as {
        cells: { id: string; source: string[] }[];
      };
      return cells
        .filter(({ id }) => id.startsWith("predict"))
        .map(({ id, source }) => [`${file} ${id}`, source.join("")]);
    });
  expect(asking.length).toBeGreaterThan(100);
  expect(asking.filter(([, code]) => !/^\/\/ ✎ your prediction: \S/m.test(code)).map(([name]) => name)).toEqual([]);
});

describe("the text of the book", () => {
  const terms = () => termsOf(glossary, { address: "book/03-flows-on-a-line/" });
  it("leads the first use of a term to the glossary, and no other", () => {
    const { set } = typesetter({ link, terms: terms() });
    const html = set("# The equilibrium\n\nTwo [equilibria](x.md), `equilibrium`, two equilibria and an equilibrium.");
    expect(html).toContain('two <a class="term" href="../../book/glossary/#equilibrium">equilibria</a> and an eq');
    expect(count(html, 'class="term"')).toBe(1);
  });
  it("does not take a part of a word for a term, nor a word for an abbreviation", () => {
    const { set } = typesetter({ link, terms: terms() });
    expect(set("thresholding, subthreshold, zap; nodes")).toMatch(/^<p>thresholding, subthreshold, zap; <a/);
  });
  it.each([
    ["class 2 neurons", "class-1-2-3"],
    ["a curve of type 2", "type-1-type-2"],
    ["the phase planes of both", "phase-plane"],
    ["at which phase it comes", "phase"],
  ])("leads from “%s” to the entry %s", (text, id) => {
    expect(typesetter({ link, terms: terms() }).set(text)).toContain(`href="../../book/glossary/#${id}"`);
  });
  it("has an entry for each word that leads to one, with the term as its heading", () => {
    const page = glossaryPage(glossary, (text: string) => text, new Map());
    for (const { id, term, words } of glossary) {
      expect(count(page, `id="${id}"><dt>${escapeHtml(term)}</dt>`), term).toBe(1);
      for (const word of words) {
        const { set } = typesetter({ link, terms: terms() });
        expect(set(`A ${word}.`), word).toContain(`#${id}"`);
      }
    }
  });
  it("leaves the phases of a spike alone: they are its parts", () => {
    const { set } = typesetter({ link, terms: terms() });
    expect(count(set("the six phases of a spike, and which phase gets shorter"), "glossary/#phase")).toBe(0);
  });
  it("has formulas as MathML", () => {
    const { set } = typesetter({ link });
    expect(set("a $V^*$ b\n\n$$\nx = 1\n$$")).toMatch(
      /<p>a <math>.*<\/math> b<\/p>\n<div class="formula scroll"><math display="block"/,
    );
    expect(() => set("$\\frac$")).toThrow();
  });
});
