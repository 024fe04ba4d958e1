import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readNotebook } from "../../src/export/notebook.js";
import { notebookPage, type ExportedPage } from "../../src/export/page.js";
import { equationsHtml } from "../../src/live/cell/equations.js";

const folder = mkdtempSync(join(tmpdir(), "nullcline-page-"));
afterAll(() => rmSync(folder, { recursive: true }));
const dot = "iVBORw0KGgo=";
writeFileSync(join(folder, "a dot.png"), Buffer.from(dot, "base64"));

const pageOf = (cells: readonly object[]): ExportedPage =>
  notebookPage(readNotebook(JSON.stringify({ nbformat: 4, metadata: {}, cells })), {
    name: "mine",
    folder,
    link: (to) => to.replace(".ipynb", ".html"),
  });
/** What stands between the page's `main` and its end. */
const body = ({ html }: ExportedPage): string => /<main id="text">\n([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
const text = (source: string, more: object = {}): object => ({ cell_type: "markdown", source, ...more });
const output = (data: object): object => ({
  cell_type: "code",
  source: "",
  outputs: [{ output_type: "display_data", data }],
});

describe("the text of a notebook", () => {
  it("has its formulas as MathML, and no dollars are left", () => {
    const page = body(pageOf([text("# On $V$\n\n$$\nV = 1\n$$\n\n\\begin{equation}x\\end{equation}")]));
    expect(page.match(/<math/g)).toHaveLength(3);
    expect(page).not.toContain("$");
  });
  it("says which formula can not be set, in which cell, and shows it as it is", () => {
    const page = pageOf([text("a"), text("$\\frac$")]);
    expect(page.remarks).toEqual([expect.stringMatching(/^cell 2: the formula \\frac can not be set: /)]);
    expect(body(page)).toMatch(/<code class="unset" title="[^"]+">\\frac<\/code>/);
  });
  it("has the numbers of its equations where they are referred to, from any cell", () => {
    const page = pageOf([
      text("By \\eqref{eq:b}, and \\ref{gone}."),
      text("\\begin{align}\na &= b \\\\\nc &= d \\label{eq:b}\n\\end{align}"),
    ]);
    expect(body(page)).toContain('<a href="#equation-eqb">(2)</a>');
    expect(body(page)).toContain('<mtr id="equation-eqb">');
    expect(page.remarks).toEqual(["cell 1: \\ref{gone} refers to no formula that has a number"]);
  });
  it("has a button for light and dark before it, which the page's own script makes work", () => {
    const { html } = pageOf([text("a")]);
    expect(html).toMatch(/<button class="theme" type="button" aria-label="Dark page"><\/button>\n<main/);
    expect(html).toMatch(/<script type="module">[^<]*nullcline-theme/);
  });
  it("is called as its first heading, or as its file", () => {
    expect(pageOf([text("# A & *B*")]).html).toContain("<title>A &amp; B</title>");
    const page = pageOf([text("no heading")]);
    expect(page.html).toContain("<title>mine</title>");
    expect(body(page)).toMatch(/^<h1>mine<\/h1>/);
  });
  it("leads to pages of other notebooks, and to its own headings", () => {
    const page = body(pageOf([text("# One idea\n[a](other.ipynb#b) [c](#One-idea)")]));
    expect(page).toContain('href="other.html#b"');
    expect(page).toContain('<h1 id="One-idea">');
    expect(page).toContain('href="#One-idea"');
  });
});

describe("pictures of the text", () => {
  it("are in the page, those that it carries and those beside it", () => {
    const attachments = { "b.png": { "image/png": dot } };
    const page = pageOf([
      text('![a](attachment:b.png) ![b](a%20dot.png)\n\n<img alt="c" src="a dot.png">', { attachments }),
    ]);
    expect(body(page).match(new RegExp(`src="data:image/png;base64,${dot}"`, "g"))).toHaveLength(3);
    expect(page.remarks).toEqual([]);
  });
  it.each([
    ["![a](gone.png)", /^cell 1: the picture gone.png can not be read: ENOENT/],
    ["![a](attachment:gone.png)", /^cell 1: the picture gone.png is said to be attached, and is not$/],
    ["![a](a.tiff)", /^cell 1: the picture a.tiff is of no kind that is known: .png/],
    ["![a](https://example.org/a.png)", /^cell 1: the picture https:\/\/example.org\/a.png lies on another host/],
  ])("%s is told, and nothing is asked for", (source, remark) => {
    const page = pageOf([text(source)]);
    expect(page.remarks).toEqual([expect.stringMatching(remark)]);
    expect(body(page)).not.toContain("src=");
  });
});

describe("what a cell has put out", () => {
  it.each([
    ["HTML before text", { "text/html": "<b>x</b>", "text/plain": "x" }, '<div class="output scroll"><b>x</b></div>'],
    ["SVG as a picture", { "image/svg+xml": ["<svg>", "</svg>"] }, 'src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="'],
    [
      "PNG as a picture",
      { "image/png": `${dot}\n`, "text/plain": "x" },
      `alt="Picture that cell 1 has put out" src="data:image/png;base64,${dot}"`,
    ],
    ["Markdown", { "text/markdown": "*x*", "text/plain": "x" }, "<em>x</em>"],
    ["LaTeX", { "text/latex": "$\\displaystyle x$", "text/plain": "x" }, '<math display="block"'],
    [
      "our equations without a script",
      { "text/html": equationsHtml("x"), "text/latex": "$$x$$" },
      '<div class="output"><div class="formula scroll">',
    ],
    ["text", { "text/plain": "a < b" }, '<pre class="printed">a &lt; b</pre>'],
    ["JSON", { "application/json": { a: 1 } }, "{\n  &quot;a&quot;: 1\n}"],
  ])("is %s", (_, data, html) => expect(body(pageOf([output(data)]))).toContain(html));

  it("brings the figure library once", () => {
    const library = { "text/html": '<p class="nullcline-setup"></p><script>library</script>' };
    expect(body(pageOf([output(library), output(library)])).match(/<script>library/g)).toHaveLength(1);
  });
  it("is told if it asks another host", () => {
    const { remarks } = pageOf([output({ "text/html": '<script src="https://example.org/a.js"></script>' })]);
    expect(remarks).toEqual(["cell 1: what it has put out asks another host for something"]);
  });
  it("stays folded if the reader folded it, as the code does", () => {
    const metadata = { jupyter: { source_hidden: true, outputs_hidden: true } };
    const page = body(pageOf([{ ...output({ "text/plain": "x" }), source: "1 + 1", metadata }]));
    expect(page.match(/<details class="aside">/g)).toHaveLength(2);
  });
});

it("the code of a cell has its colours and its count", () => {
  const page = body(pageOf([{ cell_type: "code", source: "const x = 1;", execution_count: 3, outputs: [] }]));
  expect(page).toContain('<pre class="code" data-count="3"><code><span class="hljs-keyword">const</span>');
});
it("what is neither text nor code is there if it is HTML or verbatim, and nothing else is", () => {
  const raw = (source: string, format?: string): object => ({
    cell_type: "raw",
    source,
    metadata: { raw_mimetype: format },
  });
  const page = body(pageOf([raw("<i>a</i>", "text/html"), raw("b < c"), raw("\\tex", "text/latex")]));
  expect(page).toBe('<h1>mine</h1>\n<i>a</i>\n<pre class="printed">b &lt; c</pre>\n');
});
