import type { Said } from "../predictions/prediction.js";
import { isTextKind, solved, stubbed, type Master, type MasterCell } from "./master.js";

/** Jupyter's notebook format 4.5, as far as it is written here. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
}

/** A cell of the format 4.5; code is stored without its outputs. */
export interface NotebookCell {
  readonly cell_type: "markdown" | "code";
  readonly id: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: readonly string[];
  readonly execution_count?: null;
  readonly outputs?: readonly [];
}

/** Of one master: the notebook that is handed out, with stubs, and the one with the solutions. */
export type Copy = "student" | "solved";

/**
 * @param pointsOf points of an exercise
 * @param saidOf what somebody who knew would predict
 */
export function notebookFrom(
  master: Master,
  copy: Copy,
  pointsOf: (id: string) => number,
  saidOf: (id: string) => Said = () => "",
): Notebook {
  const seen = new Map<string, number>();
  const cells = master.cells
    .filter(({ kind }) => kind !== "solution" || copy === "solved")
    .map((cell): NotebookCell => {
      const source = linesOf(textOf(cell, copy, saidOf));
      const shared = { id: cellId(cell, seen), metadata: metadataOf(cell, pointsOf), source };
      return isTextKind(cell.kind)
        ? { cell_type: "markdown", ...shared }
        : { cell_type: "code", execution_count: null, ...shared, outputs: [] };
    });
  return {
    cells,
    metadata: {
      kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
      language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
      nullcline: { notebook: master.name },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

const signPost = (exercise: string | undefined): string => `// ✎ exercise ${exercise}: your answer\n`;
const anySignPost = /^\s*\/\/ ✎ exercise [^\n]*\n/;

/** What a student wrote into the cell of an exercise, without the line that stands on top of it. */
export const withoutSignPost = (text: string): string => text.replace(anySignPost, "");

function textOf(cell: MasterCell, copy: Copy, saidOf: (id: string) => Said): string {
  const text = copy === "student" ? stubbed(cell) : solved(cell);
  if (cell.kind === "exercise") return `${signPost(cell.exercise)}${text}`;
  if (cell.kind === "code") return text.replace(fromPackage, (_, names: string) => importing(names));
  if (cell.kind === "explain") return `<details>\n<summary>${foldedUnder}</summary>\n\n${text}\n\n</details>`;
  if (cell.kind !== "predict" || copy === "student") return text;
  return text.replace(unsaid, (_, call: string) => `${call}${JSON.stringify(saidOf(cell.exercise ?? ""))},`);
}

/** What readers call in cells of their own, whether the master calls it or not: the verdicts tell them to. */
const forReaders = ["hint", "progress", "solution"];
const fromPackage = /^import \{ (.+) \} from "nullcline";$/m;

/** The import of a notebook's first cell; types stand behind the values. */
function importing(names: string): string {
  const all = names.split(", ");
  const values = all.filter((name) => !name.startsWith("type "));
  const types = all.filter((name) => name.startsWith("type "));
  const wanted = [...new Set([...values, ...forReaders])].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return `import { ${[...wanted, ...types].join(", ")} } from "nullcline";`;
}

/** What stands above an explanation that is folded away, until the reader has predicted. */
const foldedUnder = "Predicted? Then open the explanation";

/** A call of `predict` in which nothing is said yet. */
export const unsaid = /(predict(?:<[^(]*>)?\("(\d+\.\d+)", )(?:""|NaN|\[\]),/;

/** As Jupyter writes it: keys sorted, one space, a newline at the end, so that opening and saving changes nothing. */
export function writeNotebook(notebook: Notebook): string {
  const sorted = (_key: string, value: unknown): unknown =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  return `${JSON.stringify(notebook, sorted, 1)}\n`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line, i, all) => (i < all.length - 1 ? `${line}\n` : line))
    .filter((line) => line !== "");

/** nbgrader's name of a cell: "check-7-2". */
export const gradeId = (kind: "exercise" | "check", exercise: string): string =>
  `${kind}-${exercise.replace(".", "-")}`;

function metadataOf({ kind, exercise }: MasterCell, pointsOf: (id: string) => number): Record<string, unknown> {
  if (exercise === undefined || (kind !== "exercise" && kind !== "check")) return {};
  const nbgrader = { schema_version: 3, grade_id: gradeId(kind, exercise), task: false };
  return kind === "check"
    ? {
        deletable: false,
        editable: false,
        nbgrader: { ...nbgrader, grade: true, locked: true, points: pointsOf(exercise), solution: false },
      }
    : { deletable: false, nbgrader: { ...nbgrader, grade: false, locked: false, solution: true } };
}

/**
 * The same in every build, and for a cell that did not change whatever changed around it: what a version control
 * compares.
 */
function cellId(cell: MasterCell, seen: Map<string, number>): string {
  const { kind, exercise } = cell;
  if (exercise !== undefined && (kind === "exercise" || kind === "check")) return gradeId(kind, exercise);
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${cell.kind}\n${cell.text}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  const base = `${cell.kind}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}
