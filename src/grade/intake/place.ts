/** Where in a handed-in notebook an exercise is judged: students split cells, merge, move, copy and delete them. */
import type typescript from "typescript";
import { gradeId } from "../../course/masters/notebook.js";
import { ts } from "../../course/masters/typescript.js";
import type { SubmittedCell } from "./notebook-file.js";

/** The place of an exercise. */
export interface Place {
  /** Index of the cell after which it is judged; -1 if that is before all. */
  readonly after: number;
  /** Whether the check cell came back other than it was handed out. */
  readonly changed: boolean;
  /** What the student should know of how the place was found; "" where nothing is unusual. */
  readonly note: string;
}

/** What the master says of an exercise. */
export interface Asked {
  readonly id: string;
  /** Text of the check cell. */
  readonly check: string;
  /** What the check cell hands to `check`. */
  readonly expression: string;
}

const same = (a: string, b: string): boolean => a.trim() === b.trim();
/** A check cell in which nothing else has come to stand is not run: the grader asks in its stead. */
const isBareCheck = (text: string): boolean =>
  /^check\s*\([\s\S]*\)\s*;?$/.test(text.replace(/^[^\S\n]*\/\/.*$/gm, "").trim()) &&
  !/^(const|let|var|function|class)\b/m.test(text);

/** Whether a cell only asks for a check, and so is not run. */
export function onlyChecks(cell: SubmittedCell, asked: readonly Asked[]): boolean {
  return asked.some(
    ({ id, check }) =>
      (same(cell.text, check) && cell.gradeId !== gradeId("exercise", id)) ||
      (cell.gradeId === gradeId("check", id) && isBareCheck(cell.text)),
  );
}

/**
 * An exercise is judged at its check cell, or below it where what the check asks for has come to stand there: an
 * exercise cell that was moved, or an answer written into a new cell.
 * @param handedOut texts of the cells that everybody got
 */
export function placeOf(
  cells: readonly SubmittedCell[],
  { id, check, expression }: Asked,
  handedOut: ReadonlySet<string>,
): Place {
  const named = cells.flatMap((cell, i) => (cell.gradeId === gradeId("check", id) ? [i] : []));
  const changed = named.some((i) => !same(cells[i].text, check) && !holds(cells[i].text, check));
  // An editor may have dropped the metadata.
  const found =
    named.findLast((i) => same(cells[i].text, check)) ??
    named.at(-1) ??
    cells.findLastIndex(({ gradeId: name, text }) => name === undefined && same(text, check));
  const merged = found < 0 ? cells.findLastIndex(({ text }) => holds(text, check)) : found;
  const at = merged < 0 ? cells.length - 1 : merged;
  const wanted = namesIn(expression);
  const declaring = cells.flatMap((cell, i) => (gives(cell.text, wanted) ? [i] : []));
  const own = declaring.filter((i) => {
    const { gradeId: name, text } = cells[i];
    return name === gradeId("exercise", id) || (name === undefined && !handedOut.has(text.trim()));
  });
  const late = Math.max(at, ...own, declaring.some((i) => i <= at) ? -1 : (declaring[0] ?? -1));
  const note =
    merged < 0
      ? "the check cell is missing; judged at the end of the notebook"
      : late > at
        ? "the answer stands below its check; judged there"
        : "";
  return { after: late, changed, note };
}

/** Whether a cell holds a check as it was handed out, among other things. */
const holds = (text: string, check: string): boolean => text.includes(check.trim());

/** Names that an expression of the master's stands on, and some more: a property is one too. */
function namesIn(expression: string): string[] {
  const names = new Set<string>();
  const visit = (node: typescript.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("check.ts", `(${expression});`, ts.ScriptTarget.ES2022, false));
  return [...names];
}

/**
 * Whether a line of a cell gives one of the names a value. A student's text is not parsed here: a parser can be brought
 * to its knees by it.
 */
function gives(text: string, names: readonly string[]): boolean {
  const name = `(?:${names.map((one) => one.replaceAll("$", "\\$")).join("|")})(?![\\w$])`;
  const keyword = "(?:export\\s+)?(?:const|let|var|class|(?:async\\s+)?function\\s*\\*?)\\s";
  const declaration = `${keyword}(?:[^=\\n]*[^\\w$=\\n])?${name}`;
  return new RegExp(`^(?:${declaration}|${name}\\s*=(?![=>]))`, "m").test(text);
}
