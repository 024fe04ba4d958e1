/** Finds handed-in notebooks and reads them. Whatever is in them is only text. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { gradeId } from "../course/masters/notebook.js";

/** A notebook as it was handed in, or the reason why it could not be read. */
export interface Submission {
  /** Path as it is reported: relative to the folder that was asked for. */
  readonly file: string;
  readonly student: string;
  /** Name of its master; undefined if nothing tells. */
  readonly notebook: string | undefined;
  /** Code cells in order; undefined if the file could not be read. */
  readonly cells: readonly SubmittedCell[] | undefined;
  /** Why the file could not be read. */
  readonly problem: string | undefined;
}

/** A code cell as it was handed in; its outputs are left out. */
export interface SubmittedCell {
  /** Place among all cells of the notebook, from 1. */
  readonly number: number;
  readonly text: string;
  /** nbgrader's name of the cell, if it has one. */
  readonly gradeId: string | undefined;
}

const largest = 30_000_000; // bytes; figures make a notebook of 10 MB

/**
 * All notebooks below a folder, or the files named, in the order of their paths. A student is called as the first
 * folder below the one asked for, as nbgrader and most learning platforms lay submissions out; for a file that lies in
 * it directly, as its name says beside the notebook's ("ab123_07-hodgkin-huxley.ipynb"), or else as the folder.
 * @param masters names of the notebooks there are
 * @param roster student of a folder or file name, where it is not the student's id itself
 * @throws Error if there is no such file or no notebook
 */
export function findSubmissions(
  paths: readonly string[],
  masters: readonly string[],
  roster: ReadonlyMap<string, string>,
): Submission[] {
  const found = paths.flatMap((path) => {
    if (!existsSync(path)) throw new Error(`there is no ${path}`);
    const isFolder = statSync(path).isDirectory();
    return notebooksIn(path).map((file) => {
      const within = relative(isFolder ? path : dirname(path), file).split(sep);
      return { file: isFolder ? within.join("/") : path, path: resolve(file), within };
    });
  });
  if (found.length === 0) throw new Error(`there are no notebooks (.ipynb) in ${paths.join(", ")}`);
  return found
    .filter(({ path }, i) => found.findIndex((other) => other.path === path) === i)
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .map(({ file, path, within }) => readSubmission(file, path, within, masters, roster));
}

function notebooksIn(path: string): string[] {
  const entry = lstatSync(path);
  if (entry.isDirectory())
    return readdirSync(path)
      .filter((name) => !name.startsWith("."))
      .flatMap((name) => notebooksIn(join(path, name)));
  return entry.isFile() && path.endsWith(".ipynb") ? [path] : []; // a link could lead to another student's work
}

function readSubmission(
  file: string,
  path: string,
  within: readonly string[],
  masters: readonly string[],
  roster: ReadonlyMap<string, string>,
): Submission {
  let json: { cells?: unknown; metadata?: { nullcline?: { notebook?: unknown } } } = {};
  let problem: string | undefined;
  try {
    if (statSync(path).size > largest) throw new RangeError(`it is larger than ${largest / 1e6} MB`);
    json = Object(JSON.parse(readFileSync(path, "utf8"))) as typeof json;
    if (!Array.isArray(json.cells)) throw new TypeError("it has no cells");
  } catch (error) {
    problem = `not a notebook: ${(error as Error).message}`;
  }
  const stem = basename(file, ".ipynb");
  const told = json.metadata?.nullcline?.notebook;
  const notebook =
    masters.find((name) => stem === name) ??
    masters.find((name) => stem.includes(name)) ??
    masters.find((name) => name === told) ??
    (masters.length === 1 ? masters[0] : undefined);
  return {
    file,
    notebook,
    student: studentOf(within, path, notebook, roster),
    cells: problem === undefined ? cellsOf(json.cells as unknown[]) : undefined,
    problem,
  };
}

function studentOf(
  within: readonly string[],
  path: string,
  notebook: string | undefined,
  roster: ReadonlyMap<string, string>,
): string {
  const first = within[0];
  const listed = roster.get(within.join("/")) ?? roster.get(first);
  if (listed !== undefined) return listed;
  if (within.length > 1) return first;
  const beside = basename(path, ".ipynb")
    .replace(notebook ?? "", "")
    .replace(/\(\d+\)|-Copy\d*/g, "")
    .replace(/^[\s_.-]+|[\s_.-]+$/g, "");
  return beside || basename(dirname(path));
}

function cellsOf(cells: readonly unknown[]): SubmittedCell[] {
  return cells.flatMap((value, i) => {
    const cell = Object(value) as {
      cell_type?: unknown;
      source?: unknown;
      metadata?: { nbgrader?: { grade_id?: unknown } };
    };
    if (cell.cell_type !== "code") return [];
    const text = Array.isArray(cell.source) ? cell.source.join("") : String(cell.source ?? "");
    const id = cell.metadata?.nbgrader?.grade_id;
    return [{ number: i + 1, text, gradeId: typeof id === "string" ? id : undefined }];
  });
}

/** The check cell of an exercise as it was handed out, and how it came back. */
export interface CheckCell {
  /** Index of the cell at which the exercise is judged, the last that is as it should be; -1 if it is gone. */
  readonly at: number;
  readonly changed: boolean;
}

/** @param text of the check cell in the master */
export function findCheck({ cells = [] }: Submission, exercise: string, text: string): CheckCell {
  const same = (cell: SubmittedCell): boolean => cell.text.trim() === text.trim();
  const named = cells.flatMap((cell, i) => (cell.gradeId === gradeId("check", exercise) ? [i] : []));
  // An editor may have dropped the metadata.
  const at =
    named.findLast((i) => same(cells[i])) ??
    named.at(-1) ??
    cells.findLastIndex((cell) => cell.gradeId === undefined && same(cell));
  return { at, changed: named.some((i) => !same(cells[i])) };
}
