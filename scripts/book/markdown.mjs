// Markdown as the book sets it: formulas as MathML, code in colours, headings that can be linked, and terms that lead
// to the glossary.
import { tex } from "@mdit/plugin-tex";
import hljs from "highlight.js";
import MarkdownIt from "markdown-it";
import anchors from "markdown-it-anchor";
import temml from "temml";
import { mathml } from "../../dist/live/cell/equations.js";

export const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** Characters of a formula on a line that may be wider than a phone: no browser breaks one. */
const long = 40;

/** A formula between lines, or on one. */
export function formula(source, display) {
  if (display) return `<div class="formula scroll">${mathml(source)}</div>\n`;
  const math = temml.renderToString(source, { throwOnError: true });
  return source.length > long ? `<span class="inline scroll">${math}</span>` : math;
}

/** Code as it is shown. */
export function highlighted(code, language = "typescript") {
  const known = hljs.getLanguage(language) !== undefined;
  return known ? hljs.highlight(code, { language }).value : escaped(code);
}

/** An address as it is read on paper. */
const short = (address) => address.replace(/^https?:\/\/(www\.)?|\/$/g, "");

/** The address of a heading within its page, as GitHub makes it. */
export const slug = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/**
 * For one page.
 * @param options `link` turns the address of a link or a picture, and `terms`, a glossary, marks what it explains
 * @returns a function that sets Markdown, and the page's headings so far
 */
export function typesetter({ link, terms }) {
  const headings = [];
  const markdown = new MarkdownIt({ html: true, typographer: false, highlight: highlighted })
    .use(tex, { render: formula, allowInlineWithSpace: false, mathFence: false, delimiters: "dollars" })
    .use(anchors, {
      slugify: slug,
      level: [1, 2, 3],
      tabIndex: false,
      callback: (token, { slug: id, title }) => {
        const level = Number(token.tag.slice(1));
        headings.push({ level, id, title });
      },
    });
  markdown.renderer.rules.table_open = () => '<div class="scroll"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";
  markdown.core.ruler.push("links", ({ tokens }) => {
    for (const { children } of tokens)
      for (const token of children ?? [])
        for (const name of ["href", "src"]) {
          const to = token.attrGet(name);
          if (to === null) continue;
          const address = link(to, name);
          token.attrSet(name, address);
          if (name === "href" && /^https?:/.test(address)) token.attrSet("data-address", short(address));
        }
  });
  if (terms !== undefined) markdown.core.ruler.push("terms", ({ tokens }) => terms.mark(tokens));
  return { set: (text) => markdown.render(text), headings };
}
