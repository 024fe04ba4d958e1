import { isModel } from "../../../src/course/answers/free-answer.js";
import { isTextKind, worked, type Master, type MasterCell } from "../../../src/course/masters/master.js";
import * as nullcline from "../../../src/index.js";

/** What a reader looks up or keeps to, and no claim about neurons. */
const references: readonly RegExp[] = [
  /^## References$[\s\S]*/m,
  /^#.*$/gm,
  /^\|.*\| \d+ \|$/gm, // the table of contents
  /^ *\d+\. /gm, // a list
  /`[^`\n]*`/g,
  /\[\d+(?:\. [^\]\n]*)?\]\([^)\n]*\)/g, // a link to a notebook
  /\b(?:sections?|exercises?|notebooks?|chapters?|fig\.|class) \d[\d.a-z]*(?:(?:,| and| to|, and) \d[\d.a-z]*)*/gi,
  /\b\d+ (?:min|points?)\b/g,
  /\b(?:\d+ [A-Z][a-z]+ )?(?:1[6-9]|20)\d\d(?!\d|\.\d| ?[%°]| (?:Hz|[kcmnpµM]?[VASFmsΩ])\b)/g, // a year
];

const number = /(?<![\p{L}\d.])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?/gu;
const numbersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(number), ([found]) => found.replace(/[ \u00a0\u202f]/g, ""));

/** A question gives its numbers, and a formula defines them, if it says more than what something is worth. */
const questions = /\*\*(?:Before you|Exercise )[\s\S]*?(?:\n\n|$)/g;
const formulas = /\$\$[^$]*\$\$|\$(?![^$\n]*(?:=|\\approx) *-?[\d.]+\$)[^$\n]*\$/g;

const isCode = ({ kind }: MasterCell): boolean => !isTextKind(kind);
const matches = (cells: readonly MasterCell[], pattern: RegExp): readonly string[] =>
  cells.flatMap(({ text, kind }) => (isTextKind(kind) ? (text.match(pattern) ?? []) : []));

/** One line for each number of a notebook's text that carries no mark, and that its section neither sets nor asks by. */
export function unmarked(master: Master): readonly string[] {
  const code = master.cells.filter(isCode);
  const everywhere = [...matches(master.cells, formulas), ...modelsIn(code.map(worked).join("\n"))];
  return sectionsOf(master).flatMap((cells) => {
    const scope = cells[0]?.text.startsWith("## Summary") ? master.cells : cells;
    const marks = scope.flatMap(({ numbers }) => numbers.flatMap(({ printed, by }) => [printed, by]));
    const set = [...scope.filter(isCode).map(worked), ...matches(scope, questions)];
    const given = new Set([...everywhere, ...set, ...marks].flatMap(numbersIn));
    return cells
      .filter((cell) => !isCode(cell))
      .flatMap(({ text, line }) =>
        references
          .reduce((rest, reference) => rest.replace(reference, (found) => found.replace(/[^\n]/g, " ")), text)
          .split("\n")
          .flatMap((row, i) =>
            numbersIn(row)
              .filter((found) => !given.has(found))
              .map((found) => `${master.name}.ts:${line + i}: ${found}`),
          ),
      );
  });
}

/** The cells from one heading to the next; one that has headings within is cut there. */
function sectionsOf({ cells }: Master): readonly (readonly MasterCell[])[] {
  const sections: MasterCell[][] = [[]];
  for (const cell of cells) {
    const parts = isCode(cell) ? [cell.text] : cell.text.split(/^(?=## )/m);
    let from = 0;
    for (const [k, text] of parts.entries()) {
      const to = k === parts.length - 1 ? Number.POSITIVE_INFINITY : from + text.split("\n").length - 1;
      const numbers = cell.numbers.filter(({ line }) => line >= from && line < to);
      if (/^## /.test(text)) sections.push([]);
      sections[sections.length - 1].push({ ...cell, text, numbers, line: cell.line + from });
      from = to;
    }
  }
  return sections;
}

/** Parameters, initial states and equations of the models that a notebook uses. */
const modelsIn = (code: string): readonly string[] =>
  Object.entries(nullcline).flatMap(([name, value]) =>
    isModel(value) && new RegExp(`\\b${name}\\b`).test(code)
      ? [JSON.stringify([value.parameters, value.presets, value.states]), value.equations]
      : [],
  );
