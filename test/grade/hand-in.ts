import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { present } from "../../src/checks/present.js";
import { gradeId, notebookFrom, type Copy } from "../../src/course/masters/notebook.js";
import { readMaster } from "../../src/course/masters/master.js";
import type { Results } from "../../src/grade/report/results.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));
export const masterFolder = join(fixtures, "masters");

export interface Cell {
  cell_type: string;
  id?: string;
  metadata: Record<string, unknown>;
  source: string | string[];
  [key: string]: unknown;
}
export interface Book {
  cells: Cell[];
  metadata: Record<string, unknown>;
  [key: string]: unknown;
}

/** A fixture notebook as a student may hand it in; `points` in it are wrong on purpose. */
export function book(copy: Copy = "solved", name = "90-grading"): Book {
  const master = readMaster(name, readFileSync(join(masterFolder, `${name}.ts`), "utf8"));
  return structuredClone(notebookFrom(master, copy, () => 1000)) as unknown as Book;
}

export const cellOf = (notebook: Book, kind: "exercise" | "check", id: string): Cell =>
  present(
    notebook.cells.find((cell) => cell.id === gradeId(kind, id)),
    `a ${kind} cell of ${id}`,
  );

/** A solved notebook in which some exercises are answered otherwise. */
export function answered(answers: Readonly<Record<string, string>>, name?: string): Book {
  const notebook = book("solved", name);
  for (const [id, code] of Object.entries(answers)) cellOf(notebook, "exercise", id).source = code;
  return notebook;
}

export const codeCell = (source: string): Cell => ({
  cell_type: "code",
  id: "mine",
  metadata: {},
  source,
  outputs: [],
  execution_count: null,
});

export interface Handing {
  readonly results: Results;
  readonly gradebook: string;
  /** The pages that students get, by student. */
  readonly feedback: Readonly<Record<string, string>>;
  readonly leftovers: readonly string[];
}

/** Grades files by path below the submissions' folder, in one run. */
export function gradeAll(files: Readonly<Record<string, string>>, timeout: number): Handing {
  const folder = mkdtempSync(join(tmpdir(), "hand-in-"));
  const scratch = join(folder, "tmp");
  mkdirSync(scratch);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "in", path)), { recursive: true });
    writeFileSync(join(folder, "in", path), text);
  }
  execFileSync(
    process.execPath,
    [join(fixtures, "grade.mjs"), join(folder, "in"), join(folder, "out"), String(timeout)],
    { stdio: "inherit", env: { ...process.env, TMPDIR: scratch } },
  );
  const handing = {
    results: JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as Results,
    gradebook: readFileSync(join(folder, "out", "gradebook.csv"), "utf8"),
    feedback: Object.fromEntries(
      readdirSync(join(folder, "out", "feedback")).map((name) => [
        name.replace(/\.html$/, ""),
        readFileSync(join(folder, "out", "feedback", name), "utf8"),
      ]),
    ),
    leftovers: readdirSync(scratch),
  };
  rmSync(folder, { recursive: true });
  return handing;
}
