import { describe, expect, it } from "vitest";
import { formula, typesetter } from "../../src/export/markdown.js";
import { equationNumbers } from "../../src/export/equation-numbers.js";
import { texOf } from "../../src/export/mathjax.js";

/** The number of each row of the formulas, in their order. */
const tagsOf = (html: string): string[] =>
  [...html.matchAll(/class="tml-tag">([\s\S]*?)<\/mtd>/g)].map(([, tag = ""]) => tag.replace(/<[^>]*>/g, ""));

/** Formulas of a page, one after another. */
function page(...formulas: readonly string[]): { html: string; faults: readonly string[] } {
  const numbers = equationNumbers();
  const set = formulas.map((tex, k) => numbers.take(tex, formula(texOf(tex), true), k + 1));
  const html = numbers.resolve(set.join(""));
  return { html, faults: numbers.faults.map(({ at, problem }) => `${at}: ${problem}`) };
}

describe("equations of a page", () => {
  it.each([
    [
      "equation and align, row by row, through all formulas",
      [eq("x"), "\\begin{align}a&=b\\\\c&=d\\end{align}"],
      "123",
    ],
    [
      "not where a row has none",
      ["\\begin{align}a&=b\\notag\\\\c&=d\\end{align}", "\\begin{align*}a&=b\\end{align*}"],
      "1",
    ],
    ["not where it has a tag", [eq("x \\tag{H}"), eq("y")], "H1"],
    ["a split equation once", [eq("\\begin{split}a&=b\\\\&=c\\end{split}"), eq("y")], "12"],
    ["a long formula once, at its end", ["\\begin{multline}a\\\\b\\\\c\\end{multline}", eq("y")], "12"],
    [
      "eqnarray row by row",
      ["\\begin{eqnarray}a&=&b\\\\c&=&d\\end{eqnarray}", "\\begin{eqnarray*}a&=&b\\end{eqnarray*}"],
      "12",
    ],
  ])("count %s", (_, formulas, tags) =>
    expect(tagsOf(page(...formulas).html)).toEqual([...tags].map((tag) => `(${tag})`)),
  );

  it("are referred to from before and after, in a text as in a formula, and a link leads to the row", () => {
    const { html, faults } = page(
      "by \\eqref{eq:late} and \\ref{eq:tagged}",
      "\\begin{align}a&=b\\\\c&=d \\label{eq:late}\\end{align}",
      "x \\tag{H} \\label{eq:tagged}",
      "\\begin{multline}\\label{eq:long}a\\\\b\\end{multline}",
      "\\text{see \\eqref{eq:long} and \\eqref{eq:tagged}}",
    );
    const links = [...html.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)].map(([, to, text]) => [to, text]);
    expect(links).toEqual([
      ["equation-eqlate", "(2)"],
      ["equation-eqtagged", "H"],
      ["equation-eqlong", "(3)"],
      ["equation-eqtagged", "(H)"],
    ]);
    for (const [id = "", text = ""] of links) {
      const [row = ""] = new RegExp(`<mtr id="${id}"[\\s\\S]*?</mtr>`).exec(html) ?? [];
      expect(tagsOf(row)[0]?.replace(/[()]/g, "")).toBe(text.replace(/[()]/g, ""));
    }
    expect(faults).toEqual([]);
  });

  it("are referred to by a link of the text, or within a formula by one in its own text", () => {
    const { html } = page("x \\tag{1}\\label{a}", "\\ref{a}", "y = \\ref{a}");
    expect(html).toMatch(/<a href="#equation-a">1<\/a>[\s\S]*<mtext><a href="#equation-a">1<\/a><\/mtext>/);
    expect(html.match(/<mtext><a/g)).toHaveLength(1);
  });

  it("tell what a reference does not find, and a label given twice", () => {
    const { html, faults } = page(eq("x \\label{a}"), eq("y \\label{a}"), "\\eqref{b}", "z \\label{b}");
    expect(faults).toEqual([
      "2: the label a was given before, and stays there",
      "3: \\eqref{b} refers to no formula that has a number",
    ]);
    expect(html.match(/id="equation-a"/g)).toHaveLength(1);
    expect(html).toContain("(???)");
  });

  it("in the book may refer to each other, and to no other", () => {
    const link = (to: string): string => to;
    const { set, whole } = typesetter({ link });
    expect(whole(set("by $\\eqref{a}$\n\n$$\nx \\tag{1} \\label{a}\n$$\n"))).toContain('<a href="#equation-a">(1)</a>');
    const other = typesetter({ link });
    expect(() => other.whole(other.set("by $\\ref{a}$"))).toThrow("\\ref{a} refers to no formula that has a number");
  });
});

function eq(tex: string): string {
  return `\\begin{equation}${tex}\\end{equation}`;
}
