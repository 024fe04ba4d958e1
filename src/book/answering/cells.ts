/** Which cells of a notebook are run for an exercise, and which of them have been. */
import { linesOf } from "../../export/notebook.js";
import { list, record } from "../../text/notebook-json.js";

/** A cell of code, by its id. */
export interface CodeCell {
  readonly id: string;
  readonly source: string;
}

/** What is run for an exercise. */
export interface Asked {
  /** All cells of code that stand before the answer, in their order. */
  readonly before: readonly CodeCell[];
  readonly answer: CodeCell;
  /** The cell that checks it. */
  readonly check: CodeCell;
}

/**
 * The code of a notebook as the reader has it: of each cell what stands in the reader's own copy, if it is there.
 * @param site the site's notebook
 * @param own the reader's, undefined where nothing was saved
 */
export function codeOf(site: unknown, own: unknown): readonly CodeCell[] {
  const mine = new Map(cellsIn(own).map(({ id, source }) => [id, source]));
  return cellsIn(site).map(({ id, source }) => ({ id, source: mine.get(id) ?? source }));
}

const cellsIn = (notebook: unknown): readonly CodeCell[] =>
  list(record(notebook)["cells"]).flatMap((each) => {
    const { cell_type, id, source } = record(each);
    return cell_type === "code" ? [{ id: String(id), source: linesOf(source) }] : [];
  });

/**
 * @param answer the id of the cell for the answer
 * @throws Error if there is no such cell, or none that checks it
 */
export function asked(cells: readonly CodeCell[], answer: string): Asked {
  const at = cells.findIndex(({ id }) => id === answer);
  const check = cells[at + 1];
  if (at < 0 || check?.id !== answer.replace("exercise-", "check-"))
    throw new Error(
      `the notebook has no cell ${answer}, or none behind it that checks it: was the page kept too long?`,
    );
  return { before: cells.slice(0, at), answer: cells[at] as CodeCell, check };
}

/** "3.1", if the cell is for an answer. */
export const exerciseOf = ({ id }: CodeCell): string | undefined =>
  /^exercise-(\d+-\d+)$/.exec(id)?.[1]?.replace("-", ".");

/** The notebook with another answer; all else stays as it is. A copy without the cell gets it at its end. */
export function withAnswer(notebook: unknown, { id, source }: CodeCell): object {
  const book = record(notebook);
  const cells = list(book["cells"]);
  const known = cells.some((cell) => record(cell)["id"] === id);
  const fresh = { cell_type: "code", execution_count: null, id, metadata: {}, outputs: [], source };
  return {
    ...book,
    cells: known
      ? cells.map((cell) => (record(cell)["id"] === id ? { ...record(cell), source } : cell))
      : [...cells, fresh],
  };
}

/** What a kernel has run. */
export interface Ran {
  /** Of these cells those that are to be run: from the first one on that was not, or not as it is now. */
  missing(cells: readonly CodeCell[]): readonly CodeCell[];
  /** A cell was run. If it says something else than before, what was run of the cells behind it is to be run again. */
  note(cell: CodeCell, notebook: readonly CodeCell[]): void;
  forget(): void;
}

/** Of a kernel that has run nothing. */
export function nothingRan(): Ran {
  const ran = new Map<string, string>();
  return {
    missing(cells) {
      const at = cells.findIndex(({ id, source }) => ran.get(id) !== source);
      return at < 0 ? [] : cells.slice(at);
    },
    note({ id, source }, notebook) {
      if (ran.get(id) === source) return;
      const at = notebook.findIndex((cell) => cell.id === id);
      for (const behind of notebook.slice(at + 1)) ran.delete(behind.id);
      ran.set(id, source);
    },
    forget: () => ran.clear(),
  };
}
