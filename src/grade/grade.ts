/** The grader: what was handed in goes in; marks come out, in the forms in which teachers and platforms want them. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { present } from "../checks/present.js";
import type { Catalogue } from "../course/catalogue.js";
import { version } from "../host/version.js";
import { masterNames, readMasters } from "../course/masters/build.js";
import { predictions } from "../course/predictions/predictions.js";
import { assess } from "./assess.js";
import { createCompiler } from "./cells/compiler.js";
import { hiddenModule } from "./checks/hidden-module.js";
import { startGrader, type Checks, type Grader } from "./grader.js";
import { entriesOf, type AttemptRule, type Entry } from "./intake/attempts.js";
import { noRoster, readRoster } from "./intake/roster.js";
import { findSubmissions, type Submission } from "./intake/submission.js";
import type { Limits } from "./processes/child.js";
import { explain } from "./wire/explain.js";
import { createSandbox, type Wall } from "./processes/sandbox.js";
import { warm } from "./processes/world.js";
import { createWorkspace } from "./processes/workspace.js";
import { openLedger } from "./report/ledger.js";
import { progressOf, type Progress } from "./report/progress.js";
import type { Assessment, Graded, Results } from "./report/results.js";
import { rowOf } from "./report/rows.js";
import { writeReports } from "./report/write.js";

/** What is to be graded, and how. */
export interface GradeOptions {
  /** Folders, zips and notebooks that were handed in. */
  readonly paths: readonly string[];
  /** Folder for all that is written. */
  readonly out: string;
  /** Folder of the masters, with their hidden checks. */
  readonly masters: string;
  /** CSV with the column `student`, and `file` or other columns by which a platform knows a student. */
  readonly roster?: string;
  /** Whether marks that an earlier run left in `out` count for work that has not changed since. */
  readonly resume?: boolean;
  /** What counts of a student who handed in a notebook more than once: the last, unless said otherwise. */
  readonly attempts?: AttemptRule;
  /** What is handed in after this is marked as late: "2026-11-20T23:59:00", by the platform's clock. */
  readonly due?: string;
  /** Module that exports another `catalogue` than the package's. */
  readonly catalogue?: string;
  readonly limits?: Limits;
  /** What stands around Deno, in which students' code runs; by default bubblewrap where it is there. */
  readonly sandbox?: Wall;
  /** Told in a line what the teacher should know of the machine. */
  readonly onNotice?: (line: string) => void;
  /** Told about each row when it is done. */
  readonly onGraded?: (graded: Graded, progress: Progress) => void;
}

/** Limits where none are given: 30 s for a cell, 512 MB of heap. */
export const gradingLimits: Limits = { timeout: 30_000, memory: 512 };
/** Submissions that are graded at a time. */
const graders = availableParallelism();

/**
 * Grades what was handed in, leaves each mark on the disk as it comes, writes all reports, and returns what
 * results.json holds. The second grading of the same files gives the same results.
 * @throws Error if masters, roster or submissions cannot be read, or `out` is no folder; never because of what is in a
 * submission
 */
export async function grade(options: GradeOptions): Promise<Results> {
  const { paths, out, masters: folder, limits = gradingLimits, catalogue: module } = options;
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new Error(`the marks go into a folder, and ${out} is a file`);
  const catalogueFile =
    module === undefined ? fileURLToPath(new URL("../course/catalogue.js", import.meta.url)) : resolve(module);
  const catalogueUrl = pathToFileURL(catalogueFile).href;
  const { catalogue } = (await import(catalogueUrl)) as { catalogue: Catalogue };
  const names = masterNames(folder);
  const roster = options.roster === undefined ? noRoster : readRoster(options.roster);
  const submissions = findSubmissions(paths, names, roster, [out]);
  const entries = entriesOf(submissions, options.attempts ?? "last");
  const needed = names.filter((name) => submissions.some(({ notebook }) => notebook === name));
  const masters = readMasters(folder, catalogue, needed, predictions);
  const hiddenFiles = needed.map((name) => join(folder, `${name}.hidden.ts`)).filter(existsSync);
  const hidden = hiddenFiles.map(hiddenModule);

  mkdirSync(out, { recursive: true });
  const ledger = openLedger(join(out, "marked.jsonl"), options.resume ?? false);
  const course = digestOf([
    version,
    JSON.stringify(limits),
    ...hidden,
    ...masters.map((master) => JSON.stringify(master)),
  ]);
  const keyOf = ({ digest, student, notebook }: Submission): string =>
    digestOf([course, digest, student, notebook ?? ""]);

  const workspace = createWorkspace(folder);
  const compiler = createCompiler(workspace, Math.max(limits.timeout, 10_000));
  process.once("exit", workspace.remove);
  const sandbox = createSandbox(workspace.folder, options.sandbox, options.onNotice ?? (() => {}));
  await warm(sandbox, limits);
  const checks: Checks = { catalogueUrl, hidden };
  const outcomes = new Map<Submission, Assessment | string>();
  const gradeOne = async (submission: Submission, grader: Grader): Promise<boolean> => {
    const { notebook, cells } = submission;
    if (cells === undefined) return false;
    const master = masters.find(({ name }) => name === notebook);
    const known = ledger.find(keyOf(submission));
    if (!master) outcomes.set(submission, "neither its name nor what is in it tell which notebook it is");
    else if (known) outcomes.set(submission, known);
    else {
      try {
        const assessment = await assess(submission, master, catalogue[master.name] ?? [], grader);
        ledger.add(keyOf(submission), assessment);
        outcomes.set(submission, assessment);
      } catch (error) {
        outcomes.set(submission, `it could not be marked: ${explain(error)}`); // and is tried again with --resume
      }
      return true;
    }
    return false;
  };
  const rows: Graded[] = [];
  const advance = progressOf(entries.length, () => performance.now());
  const gradeEntry = async (entry: Entry, grader: Grader): Promise<void> => {
    let marked = false;
    for (const candidate of entry.candidates) marked = (await gradeOne(candidate, grader)) || marked;
    const exercises = catalogue[entry.candidates[0].notebook ?? ""] ?? [];
    const row = rowOf(entry, outcomes, exercises, options.due);
    rows[entries.indexOf(entry)] = row;
    options.onGraded?.(row, advance(marked));
  };
  const work = async (): Promise<void> => {
    const grader = await startGrader(sandbox, checks, limits, compiler);
    try {
      for (let i = next++; i < entries.length; i = next++) await gradeEntry(entries[i], grader);
    } finally {
      await grader.close();
    }
  };
  let next = 0;
  try {
    await Promise.all(Array.from({ length: Math.min(graders, entries.length) }, work));
  } finally {
    compiler.close();
    process.removeListener("exit", workspace.remove);
    workspace.remove();
  }
  const there = new Set(rows.map(({ student }) => student));
  const results: Results = {
    format: "nullcline results 1",
    submissions: rows,
    absent: roster.students.filter((student) => !there.has(student)),
  };
  const files = new Map(submissions.map((submission) => [submission.file, submission]));
  const submissionOf = ({ file }: Graded): Submission => present(files.get(file), `a submission ${file}`);
  writeReports(out, { results, masters, submissionOf });
  return results;
}

const digestOf = (parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
