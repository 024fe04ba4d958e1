/** Reads the file of a notebook, whatever wrote it. All that is in it is text to us; its outputs are left out. */
import { gradeId } from "../../course/masters/notebook.js";
import { list, notebookJson, record, type Json } from "../../text/notebook-json.js";
import { textOf } from "./text.js";

/** A code cell as it was handed in; its outputs are left out. */
export interface SubmittedCell {
  /** Place among all cells of the notebook, from 1. */
  readonly number: number;
  readonly text: string;
  /** nbgrader's name of the cell, if it has one. */
  readonly gradeId: string | undefined;
}

/** What a file holds. */
export interface NotebookFile {
  readonly cells: readonly SubmittedCell[];
  /** Name of its master, as it says itself. */
  readonly told: string | undefined;
  /** Ids of students that it names, the one that holds last. */
  readonly claims: readonly string[];
  /** What is odd about it and did not keep it from being read. */
  readonly warnings: readonly string[];
}

/** Cells of a notebook; the course's have up to 127. What takes longer than their number is to tell what needs what. */
const mostCells = 1000;

/** @throws Error saying why this is no notebook */
export function readNotebookFile(bytes: Uint8Array): NotebookFile {
  const book = notebookJson(textOf(bytes));
  const old = list(book["worksheets"]).flatMap((sheet) => list(record(sheet)["cells"])); // format 2 and 3
  const cells = Array.isArray(book["cells"]) ? (book["cells"] as unknown[]) : old;
  if (!Array.isArray(book["cells"]) && !Array.isArray(book["worksheets"]))
    throw new Error("not a notebook: it has no cells");
  if (cells.length > mostCells)
    throw new Error(
      `not a notebook of this course: it has ${cells.length} cells, and no more than ${mostCells} are read`,
    );
  const warnings: string[] = [];
  const code = cells.flatMap((cell, i) => codeCell(record(cell), i + 1, warnings));
  const own = record(record(book["metadata"])["nullcline"]);
  const told = own["notebook"];
  return {
    cells: code,
    told: typeof told === "string" ? told : undefined,
    claims: claimsOf(code, own["student"]),
    warnings: [...warnings, ...doubled(code)],
  };
}

function codeCell(cell: Json, number: number, warnings: string[]): SubmittedCell[] {
  const named = record(record(cell["metadata"])["nbgrader"])["grade_id"];
  const id = typeof named === "string" && named.length < 200 ? named : undefined;
  const ours = id !== undefined && /^(exercise|check)-\d+-\d+$/.test(id);
  const type = cell["cell_type"];
  if (type !== "code" && !ours) return [];
  if (type !== "code") warnings.push(`cell ${number} (${id}) is no code cell any more; it was taken for one`);
  const source = cell["source"] ?? cell["input"];
  const lines = Array.isArray(source) ? source : [source ?? ""];
  if (!lines.every((line) => typeof line === "string")) {
    warnings.push(`the text of cell ${number} is no text`);
    return [{ number, text: "", gradeId: id }];
  }
  return [{ number, text: lines.join("").replace(/\r\n?/g, "\n"), gradeId: id }];
}

/** The id that the last call of `student` names, comments apart; before it, one that the hand-in wrote down. */
function claimsOf(cells: readonly SubmittedCell[], noted: unknown): string[] {
  const calls = cells.flatMap(({ text }) =>
    [...text.matchAll(/^(?![^\S\n]*\/\/).*?\bstudent\(\s*(["'`])([^"'`\n]{1,200})\1\s*\)/gm)].map(([, , id]) =>
      id.trim(),
    ),
  );
  return [...(typeof noted === "string" ? [noted] : []), ...calls];
}

function doubled(cells: readonly SubmittedCell[]): string[] {
  const ids = cells.flatMap(({ gradeId: id }) => id ?? []);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map(
    (id) => `more than one cell is called ${id}; the last counts`,
  );
}

/** The notebook whose exercises a file's cells are named after; undefined if they are of none, or of several. */
export function notebookOfCells(cells: readonly SubmittedCell[], masters: readonly string[]): string | undefined {
  const of = masters.filter((name) => {
    const begins = gradeId("check", `${Number.parseInt(name, 10)}.`);
    return cells.some(({ gradeId: id }) => id?.startsWith(begins));
  });
  return of.length === 1 ? of[0] : undefined;
}
