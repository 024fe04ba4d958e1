// The glossary: its page, and the links by which the first use of a term on each other page leads to it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { slug } from "../../dist/export/markdown.js";
import { escapeHtml } from "../../dist/text/html.js";
import { root } from "../steps.mjs";
import { between } from "./contents.mjs";

const address = "book/glossary/";

/** The terms, each with its meaning and the words by which a text may use it. */
export function readGlossary() {
  const text = readFileSync(join(root, "notebooks", "glossary.md"), "utf8");
  return [...text.matchAll(/^\| (.*?) \| (.*?) \| .*\|$/gm)]
    .filter(([, term]) => term !== "term")
    .map(([, term, meaning]) => ({ term, meaning, id: slug(term), words: wordsOf(term, meaning) }));
}

/** Where a word is not the term's: the phases of a spike are its parts, not how far a rhythm has come. */
const otherwise = [/^phases\b/i, /^phase gets/i];

/**
 * "coefficient of variation (CV)" is used as either, "class 1, 2, 3" as "class 2"; a plural of its own stands in the
 * meaning.
 */
function wordsOf(term, meaning) {
  const plural = /plural: (\w+)/.exec(meaning)?.[1];
  const bracketed = /^(.*) \((\w[^)]*)\)$/.exec(term);
  const [whole, short] = bracketed === null ? [term, undefined] : bracketed.slice(1);
  const names = whole.split(", ").map((name) => name.replace(/^\d+$/, (digit) => whole.replace(/\d.*/, digit)));
  return [...names, ...(short === undefined ? [] : [short]), ...(plural === undefined ? [] : [plural])];
}

/** One page's way to the glossary: marks the first use of each term in what is set on it. */
export function termsOf(glossary, page) {
  const byWord = new Map(glossary.flatMap((entry) => entry.words.map((word) => [word.toLowerCase(), entry])));
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length).map((word) => word.replace(/[()]/g, "\\$&"));
  const any = new RegExp(`(?<![\\p{L}\\p{N}-])(${words.join("|")})(?:e?s|d)?(?![\\p{L}\\p{N}-])`, "giu");
  const met = new Set();
  const linked = (text, Token) => {
    const parts = [];
    let at = 0;
    for (const found of text.matchAll(any)) {
      const entry = byWord.get(found[1].toLowerCase());
      const isAbbreviation = /^[A-Z]{2}/.test(
        entry.words.find((word) => word.toLowerCase() === found[1].toLowerCase()),
      );
      if (otherwise.some((pattern) => pattern.test(text.slice(found.index)))) continue;
      if (met.has(entry.id) || (isAbbreviation && !/^[A-Z]{2}/.test(found[0]))) continue;
      met.add(entry.id);
      parts.push(textToken(Token, text.slice(at, found.index)), linkToken(Token, entry, found[0], page));
      at = found.index + found[0].length;
    }
    return parts.length === 0 ? undefined : [...parts, textToken(Token, text.slice(at))];
  };
  return {
    /** Ids of the terms that the page has used. */
    met,
    mark(tokens) {
      tokens.forEach((token, k) => {
        if (token.type !== "inline" || tokens[k - 1].type === "heading_open") return;
        let links = 0;
        token.children = token.children.flatMap((child) => {
          links += child.type === "link_open" ? 1 : child.type === "link_close" ? -1 : 0;
          return (child.type === "text" && links === 0 && linked(child.content, child.constructor)) || [child];
        });
      });
    },
  };
}

function textToken(Token, content) {
  const token = new Token("text", "", 0);
  token.content = content;
  return token;
}

function linkToken(Token, { id }, word, page) {
  const token = new Token("html_inline", "", 0);
  token.content = `<a class="term" href="${between(page.address, address)}#${id}">${escapeHtml(word)}</a>`;
  return token;
}

/**
 * The page of the glossary.
 * @param set sets Markdown
 * @param uses pages by the terms that they use
 */
export function glossaryPage(glossary, set, uses) {
  const entries = glossary.map(({ term, meaning, id }) => {
    const pages = uses.get(id) ?? [];
    const where = pages.map((page) => `<a href="${between(address, page.address)}">${escapeHtml(page.title)}</a>`);
    const met = where.length === 0 ? "" : `<p class="met">Met in ${where.join(", ")}</p>`;
    return `<div class="entry" id="${id}"><dt>${escapeHtml(term)}</dt><dd>${set(meaning)}${met}</dd></div>`;
  });
  return `<h1>Glossary</h1>
<p>The terms of the course, as it uses them. In the text the first use of each on a page leads here.</p>
<dl class="glossary">
${entries.join("\n")}
</dl>`;
}
