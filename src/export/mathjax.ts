/** Formulas in the text of a notebook, as Jupyter's MathJax finds them, and its TeX as Temml reads it. */
import { escapeHtml } from "../text/html.js";

/** A formula of a text. */
interface Formula {
  readonly tex: string;
  readonly display: boolean;
  /** As it stands in the text. */
  readonly source: string;
}

/**
 * Code, or what has a backslash before it, or a formula: `$$…$$`,
 * `\begin{…}…\end{…}`, `\\[…\\]`, `$…$`, `\\(…\\)`, `\ref{…}`, `\eqref{…}`.
 * Nothing within a formula is Markdown.
 */
const pieces = new RegExp(
  [
    /^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*[ \t]*$|$(?![\s\S]))/,
    /(?<ticks>`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\k<ticks>(?!`)/,
    /\\\\\[(?<brackets>[\s\S]+?)\\\\\]/,
    /\\\\\((?<round>(?:(?!\n\s*\n)[\s\S])+?)\\\\\)/,
    /(?<environment>\\begin\{(?<name>[a-z]+\*?)\}[\s\S]+?\\end\{\k<name>\})/,
    /(?<reference>\\(?:eq)?ref\{[^{}\n]+\})/,
    /\\[^\n]/,
    /\$\$(?<dollars>[\s\S]+?)\$\$/,
    /\$(?!\$)(?<dollar>(?:\\[\s\S]|(?!\n\s*\n)[^$\\])+)\$/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

/** Characters of Unicode's private use stand for a formula while Markdown is set. */
const mark = (k: number): string => `\ue000${k}\ue001`;
const marks = /\ue000(\d+)\ue001/g;

/** @param set Markdown without formulas @param formula sets one @returns Markdown with formulas as HTML */
export function withFormulas(
  markdown: string,
  set: (text: string) => string,
  formula: (tex: string, display: boolean) => string,
): string {
  const formulas: Formula[] = [];
  const text = markdown.replace(pieces, (source, ...rest) => {
    const found = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const between = found["dollars"] ?? found["brackets"] ?? found["environment"];
    const tex = between ?? found["dollar"] ?? found["round"] ?? found["reference"];
    if (tex === undefined) return source;
    formulas.push({ tex, display: between !== undefined, source });
    return mark(formulas.length - 1);
  });
  // Code and the attributes of an element hold text alone.
  return set(text)
    .replace(/<pre[\s\S]*?<\/pre>|<code[\s\S]*?<\/code>|<[^>]*>/g, (html) =>
      html.replace(marks, (_, k: string) => escapeHtml(formulas[Number(k)].source)),
    )
    .replace(/<p>\s*\ue000(\d+)\ue001\s*<\/p>/g, (whole, k: string) => {
      const { tex, display } = formulas[Number(k)];
      return display ? formula(tex, true) : whole;
    })
    .replace(marks, (_, k: string) => {
      const { tex, display } = formulas[Number(k)];
      // Within a paragraph there is no room for a block.
      return display
        ? formula(tex, true).replace(/^<div|div>\n$/g, (tag) => tag.trimEnd().replace("div", "span"))
        : formula(tex, false);
    });
}

/** The address of a heading, as JupyterLab makes it. */
export const headingId = (title: string): string => title.replace(marks, "").trim().replace(/\s/g, "-");

/** TeX that MathJax understands and Temml writes in another way; what a text defines holds from there on. */
export const texOf = (mathjax: string): string =>
  mathjax
    .replace(
      /\\(?:re|provide)?(?:newcommand|command)\*?\s*\{?(\\[A-Za-z]+)\}?\s*(?:\[(\d)\])?(?=\s*\{)/g,
      (_, name: string, count: string = "0") =>
        `\\gdef${name}${Array.from({ length: Number(count) }, (__, k) => `#${k + 1}`).join("")}`,
    )
    .replace(/\\def(?=\s*\\[A-Za-z])/g, "\\gdef")
    .replace(
      /\\DeclareMathOperator(\*?)\s*\{(\\[A-Za-z]+)\}\s*\{([^{}]*)\}/g,
      (_, star: string, name: string, operator: string) => `\\gdef${name}{\\operatorname${star}{${operator}}}`,
    )
    .replace(/\\require\s*\{\w*\}/g, "")
    .replace(/\\text\s*\{(?:[^{}$]|\{[^{}$]*\})*\}/g, (words) => words.replace(/\\(?:eq)?ref\s*\{[^{}]*\}/g, "$$$&$$"))
    .replace(/\\begin\{eqnarray(\*?)\}([\s\S]*?)\\end\{eqnarray\1\}/g, (_, star: string, rows: string) => {
      const aligned = rows.split("\\\\").map((row) => row.replace(/&([^&]*)&/, "&$1{}"));
      return `\\begin{align${star}}${aligned.join("\\\\")}\\end{align${star}}`;
    })
    // the number of a formula of several lines stands at the last, wherever its label does
    .replace(/(?<=\\begin\{multline\})([\s\S]*?)(?=\\end\{multline\})/g, (lines: string) => {
      const [label = ""] = /\\label\s*\{[^{}]*\}/.exec(lines) ?? [];
      return lines.replace(label, "").replaceAll("\\\\", "\\notag\\\\") + label;
    });
