/**
 * Markdown as the book and an exported notebook set it: formulas as MathML, code in colours, headings that can be
 * linked. The build puts this file and the packages that it imports into one, so that who installs nullcline needs none
 * of them.
 */
import { tex } from "@mdit/plugin-tex";
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import julia from "highlight.js/lib/languages/julia";
import matlab from "highlight.js/lib/languages/matlab";
import python from "highlight.js/lib/languages/python";
import r from "highlight.js/lib/languages/r";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import MarkdownIt from "markdown-it";
import anchors from "markdown-it-anchor";
import { mathml } from "../live/cell/equations.js";
import { escapeHtml } from "../text/html.js";
import { equationNumbers } from "./equation-numbers.js";

/** Languages whose code is shown in colours. */
const languages = { bash, c, javascript, json, julia, matlab, python, r, typescript, xml, yaml };

/** Characters of a formula on a line that may be wider than a phone: no browser breaks one. */
const long = 40;

/**
 * A formula as MathML.
 * @param display whether it stands between lines, or on one
 * @param macros commands that the text has defined; a `\gdef` within the formula adds to them
 * @throws Error, of Temml, for what is no TeX
 */
export function formula(source: string, display: boolean, macros: object = {}): string {
  const math = mathml(source, { display, macros });
  if (display) return `<div class="formula scroll">${math}</div>\n`;
  return source.length > long ? `<span class="inline scroll">${math}</span>` : math;
}

/** Code as it is shown: in colours, if its language is known. */
export function highlighted(code: string, language: string = "typescript"): string {
  for (const [name, grammar] of Object.entries(languages))
    if (hljs.getLanguage(name) === undefined) hljs.registerLanguage(name, grammar);
  return hljs.getLanguage(language) === undefined ? escapeHtml(code) : hljs.highlight(code, { language }).value;
}

/** An address as it is read on paper. */
const short = (address: string): string => address.replace(/^https?:\/\/(www\.)?|\/$/g, "");

/** The address of a heading within its page, as GitHub makes it. */
export const slug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** How the text of one page is set. */
export interface TypesetterOptions {
  /** The address to which a link, or of a picture, is turned. */
  link(to: string, name: "href" | "src"): string;
  /** A glossary, which marks what it explains. Default: none. */
  readonly terms?: { mark(tokens: readonly unknown[]): void };
  /** Whether what stands between dollars is a formula. Default: true. */
  readonly dollars?: boolean;
  /** The address of a heading within the page. Default: `slug`. */
  readonly slugOf?: (title: string) => string;
  /** Whether a bare address becomes a link. Default: false. */
  readonly linkify?: boolean;
}

/** Of one page. */
export interface Typesetter {
  /** Markdown as HTML. */
  set(markdown: string): string;
  /**
   * Puts a page together of what has been set: references to its formulas have their numbers.
   * @throws Error for a reference to no formula, and for a label that is given twice
   */
  whole(html: string): string;
  /** Headings of what has been set, down to level 3, in their order. */
  readonly headings: readonly { readonly level: number; readonly id: string; readonly title: string }[];
}

/** For one page: no two of its headings have one address. */
export function typesetter(options: TypesetterOptions): Typesetter {
  const { link, terms, dollars = true, slugOf = slug, linkify = false } = options;
  const headings: { level: number; id: string; title: string }[] = [];
  const numbers = equationNumbers();
  const markdown = new MarkdownIt({ html: true, typographer: false, linkify, highlight: highlighted });
  if (dollars)
    markdown.use(tex, {
      render: (source, display) => numbers.take(source, formula(source, display)),
      allowInlineWithSpace: false,
      mathFence: false,
      delimiters: "dollars",
    });
  markdown.use(anchors, {
    slugify: slugOf,
    level: [1, 2, 3],
    tabIndex: false,
    callback: (token, { slug: id, title }) => headings.push({ level: Number(token.tag.slice(1)), id, title }),
  });
  markdown.renderer.rules.table_open = () => '<div class="scroll"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";
  markdown.core.ruler.push("links", ({ tokens }) => {
    for (const { children } of tokens)
      for (const token of children ?? [])
        for (const name of ["href", "src"] as const) {
          const to = token.attrGet(name);
          if (to === null) continue;
          const address = link(to, name);
          token.attrSet(name, address);
          if (name === "href" && /^https?:/.test(address)) token.attrSet("data-address", short(address));
        }
  });
  if (terms !== undefined) markdown.core.ruler.push("terms", ({ tokens }) => terms.mark(tokens));
  const whole = (html: string): string => {
    const page = numbers.resolve(html);
    if (numbers.faults.length > 0) throw new Error(numbers.faults.map(({ problem }) => problem).join("; "));
    return page;
  };
  return { set: (text) => markdown.render(text), whole, headings };
}
