/** Numbers in a master's text that say what they are computed by. notebooks/source/README.md tells the notation. */

/** How a printed number stands to what is computed: equal, equal but for the zeros at its end, at most, at least. */
export type Relation = "=" | "~" | "<" | ">";

/** A number of the text with its mark: `44.5{= fold.parameter}`, or with its source, `20{@ Hodgkin and Katz 1949}`. */
export interface MarkedNumber {
  /** As the text has it: "−52.51", "65 000", "Three". */
  readonly printed: string;
  readonly value: number;
  /** Undefined for a number that somebody else measured: then `by` is the source. */
  readonly relation: Relation | undefined;
  readonly by: string;
  /** From 0, within the text that was given. */
  readonly line: number;
}

const words = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen twenty"
).split(" ");
const digits = String.raw`[+−-]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const mark = String.raw`\{([=~<>@]) ((?:[^{}\n]|\{[^{}\n]*\})+)\}`;
const marked = new RegExp(String.raw`(${digits}|\b(?:${words.join("|")}))${mark}`, "gi");
/** A mark in the making: what follows a brace so is no formula of LaTeX. */
const begun = /\{[=~<>@] .*/;

/** The text as a reader gets it, and its marked numbers. */
export function withoutMarks(text: string): { readonly text: string; readonly numbers: readonly MarkedNumber[] } {
  const numbers = [...text.matchAll(marked)].map(({ 1: printed, 2: sign, 3: by, index }): MarkedNumber => {
    const line = text.slice(0, index).split("\n").length - 1;
    return { printed, value: numberIn(printed), relation: sign === "@" ? undefined : (sign as Relation), by, line };
  });
  return { text: text.replace(marked, "$1"), numbers };
}

/** What is left of a text without marks that looks like one, if anything does: it follows no number or has no end. */
export const brokenMark = (text: string): string | undefined => begun.exec(text)?.[0];

function numberIn(printed: string): number {
  const word = words.indexOf(printed.toLowerCase());
  return word >= 0 ? word : Number(printed.replace(/[ \u00a0\u202f]/g, "").replace("−", "-"));
}
