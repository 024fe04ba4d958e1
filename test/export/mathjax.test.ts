import { describe, expect, it } from "vitest";
import { formula } from "../../src/export/markdown.js";
import { headingId, texOf, withFormulas } from "../../src/export/mathjax.js";

/** The text with each formula as `‹tex›`, or between lines as `«tex»`. */
const found = (markdown: string): string =>
  withFormulas(
    markdown,
    (text) => text,
    (tex, display) => (display ? `«${tex}»` : `‹${tex}›`),
  );

describe("formulas in the text of a notebook", () => {
  it.each([
    ["a $x_1$ and $y_1$ b", "a ‹x_1› and ‹y_1› b"],
    ["a $ x $ with room", "a ‹ x › with room"],
    ["in a line $$x$$ of text", "in a line «x» of text"],
    ["$$\n a\n\n b\n$$ goes on", "«\n a\n\n b\n» goes on"],
    ["\\begin{align}\na &= b\n\\end{align}", "«\\begin{align}\na &= b\n\\end{align}»"],
    ["\\\\(x\\\\) and \\\\[y\\\\]", "‹x› and «y»"],
    ["$x = \\$3$", "‹x = \\$3›"],
    ["by \\eqref{eq:one}, see \\ref{b}", "by ‹\\eqref{eq:one}›, see ‹\\ref{b}›"],
  ])("%j is %j", (markdown, set) => expect(found(markdown)).toBe(set));

  it.each([
    "costs \\$5 and \\$6",
    "costs $5 alone",
    "`\\eqref{a}` and \\\\ref{a}",
    "`$x$` and ``a ` $y$``",
    "```bash\necho $A $B\n```\n",
    "~~~\n$x$\n",
    "one $ here\n\nand $ there",
  ])("%j has none", (markdown) => expect(found(markdown)).toBe(markdown));

  it("may stand alone or within a paragraph, which holds no block", () => {
    const block = (): string => '<div class="formula scroll">x</div>\n';
    expect(withFormulas("$$x$$", (text) => `<p>${text}</p>`, block)).toBe(block());
    expect(withFormulas("a $$x$$", (text) => `<p>${text}</p>`, block)).toBe(
      '<p>a <span class="formula scroll">x</span></p>',
    );
  });

  it("are what was written within code and attributes", () => {
    const set = (text: string): string => `<pre><code>${text}</code></pre><img alt="${text}">${text}`;
    expect(withFormulas("$a<b$", set, () => "MATH")).toBe('<pre><code>$a&lt;b$</code></pre><img alt="$a&lt;b$">MATH');
  });
});

describe("TeX of MathJax", () => {
  const tex = (text: string, macros: object = {}): string => formula(texOf(text), true, macros);
  it("holds on to what was defined in an earlier formula", () => {
    const macros = {};
    tex("\\newcommand{\\vect}[1]{\\mathbf{#1}} \\def\\gbar{\\bar g} \\DeclareMathOperator{\\sinc}{sinc}", macros);
    expect(tex("\\vect{x} + \\gbar + \\sinc x", macros)).toContain("sinc");
    expect(() => tex("\\vect{x}")).toThrow();
  });
  it.each([
    ["\\require{cancel} x", "<mi>x</mi>"],
    ["\\begin{eqnarray} a &=& b \\end{eqnarray}", "<mtable"],
  ])("%j is set", (text, part) => expect(tex(text)).toContain(part));
});

it("a heading has the address that JupyterLab gives it", () => {
  expect(headingId("What this model can't do")).toBe("What-this-model-can't-do");
});
