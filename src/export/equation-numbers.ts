/** Numbers of the equations of a page, and what refers to them, as MathJax has them in a notebook. */
import { escapeHtml } from "../text/html.js";

/** A `\ref` or `\eqref` to what nothing on the page is called, or a `\label` that was given before. */
export interface LabelFault {
  /** Of the formula, as `take` was told. */
  readonly at: number;
  readonly problem: string;
}

/** Of one page. */
export interface EquationNumbers {
  /**
   * Gives a formula's rows their numbers, and takes note of its labels.
   * @param tex its text
   * @param mathml as Temml has set it
   * @param at where it stands, to tell its faults
   */
  take(tex: string, mathml: string, at?: number): string;
  /** A page whose formulas are all set: references, also to what comes later, have their numbers and lead there. */
  resolve(html: string): string;
  /** Once the page is resolved. */
  readonly faults: readonly LabelFault[];
}

/** Temml leaves an empty link for a reference, and a style sheet to count rows. */
const reference = /<a href='#([^']*)' class="(tml-ref(?: tml-eqref)?)"><\/a>/g;
const row = /<mtext><span class="tml-eqn"><\/span><\/mtext>/g;
const pending = /<a href="#equation-([^"]*)" data-at="(-?\d+)" class="(ref|eqref)"><\/a>/g;
/** The last of a row, in which its number stands. */
const cell = /<mtd\b[^>]*>((?:(?!<mtd\b)[\s\S])*)<\/mtd>$/;
/** What Temml keeps of a label as the name of a row. */
const idOf = (label: string): string => label.replace(/[^A-Za-z_0-9-]/g, "");

/** Of a page that has none yet. Rows of `equation`, `align` and the like count from 1, but for those with a `\tag`. */
export function equationNumbers(): EquationNumbers {
  let count = 0;
  const numbers = new Map<string, string>();
  const written = new Map<string, string>();
  const faults: LabelFault[] = [];
  return {
    faults,
    take(tex, mathml, at = 0) {
      for (const [, label = ""] of tex.matchAll(/\\(?:label|(?:eq)?ref)\s*\{([^{}]*)\}/g))
        written.set(idOf(label), label);
      const counted = mathml.replace(row, () => `<mtext class="tml-tag">(${++count})</mtext>`);
      const named = withRows(counted, (id, tag) => {
        if (numbers.has(id)) {
          faults.push({ at, problem: `the label ${written.get(id)} was given before, and stays there` });
          return "";
        }
        numbers.set(id, tag);
        return ` id="equation-${id}"`;
      });
      return named.replace(reference, (_, id: string, kind: string) => {
        const name = kind === "tml-ref" ? "ref" : "eqref";
        const link = `<a href="#equation-${id}" data-at="${at}" class="${name}"></a>`;
        return named.includes("<math") ? `<mtext>${link}</mtext>` : link; // by itself it is text
      });
    },
    resolve: (html) =>
      html.replace(pending, (_, id: string, at: string, kind: string) => {
        const number = numbers.get(id);
        if (number === undefined) {
          const problem = `\\${kind}{${written.get(id)}} refers to no formula that has a number`;
          faults.push({ at: Number(at), problem });
        }
        const shown = (number ?? "???").replace(/^\(|\)$/g, "");
        const text = kind === "ref" ? shown : `(${shown})`;
        return number === undefined ? escapeHtml(text) : `<a href="#equation-${id}">${text}</a>`;
      }),
  };
}

/** Rows with a label have its name; one without a number loses it. @param take gives the row another one */
function withRows(mathml: string, take: (id: string, tag: string) => string): string {
  const open: { readonly from: number; readonly id: string | undefined }[] = [];
  const names = new Map<number, string>();
  for (const { 0: tag, index } of mathml.matchAll(/<mtr\b[^>]*>|<\/mtr>/g)) {
    if (tag !== "</mtr>") open.push({ from: index, id: / id="([^"]*)"/.exec(tag)?.[1] });
    else {
      const { from = 0, id } = open.pop() ?? {};
      if (id === undefined) continue;
      const [, last = ""] = cell.exec(mathml.slice(from, index)) ?? [];
      const number = last.includes('class="tml-tag"') ? last.replace(/<[^>]*>/g, "") : "";
      names.set(from, number === "" ? "" : take(id, number));
    }
  }
  return mathml.replace(/<mtr\b[^>]*>/g, (tag, from: number) => tag.replace(/ id="[^"]*"/, names.get(from) ?? ""));
}
