/** Writes everything that a marking comes to. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { stubbed, type Master } from "../../course/masters/master.js";
import { fingerprint } from "../../text/fingerprint.js";
import { figureCells } from "../figures/figure-module.js";
import type { ExpectedFigure, ExpectedFigures } from "../figures/figures.js";
import type { Submission } from "../intake/submission.js";
import { classPage } from "./class-page.js";
import { gradebook } from "./gradebook.js";
import { markingSheet, readMarkingSheet } from "./marking-sheet.js";
import { moodleFeedbackFiles, platformImports } from "./imports.js";
import type { ownWork, OwnWork } from "./own-work.js";
import { readingsOf } from "./reading.js";
import { isAmiss, type Graded, type Results } from "./results.js";
import { suspiciousPairs, type Pair } from "./similarity.js";
import { studentPage, type MarkedNotebook } from "./student-page.js";

/** What reports are made of. */
export interface Marked {
  readonly results: Results;
  readonly masters: readonly Master[];
  /** The file that a row is about. */
  readonly submissionOf: (row: Graded) => Submission;
  /** By notebook. */
  readonly figures: ReadonlyMap<string, ExpectedFigures>;
  /** Reads what a student wrote and drew for exercises. */
  readonly workOf: typeof ownWork;
}

/** The same marks make the same zip, whenever it is written; the first day that a zip can name is 1980's. */
const sameDay = "1980-01-02";

/** @param out a folder that is there */
export function writeReports(out: string, marked: Marked): void {
  const { results } = marked;
  const write = (name: string, text: string | Uint8Array): void => {
    // Whoever reads the file sees the whole of it, the old one or the new one.
    writeFileSync(join(out, `${name}.part`), text);
    renameSync(join(out, `${name}.part`), join(out, name));
  };
  write("results.json", `${JSON.stringify(results, undefined, 2)}\n`);
  write("gradebook.csv", gradebook(results));
  for (const [file, text] of platformImports(results)) write(file, text);
  const sheet = markingSheet(results.submissions);
  if (sheet !== undefined) write(freeName(out, results), sheet);

  rmSync(join(out, "feedback"), { recursive: true, force: true });
  mkdirSync(join(out, "feedback"));
  const handedIn = marked.masters.filter(({ name }) => results.submissions.some(({ notebook }) => notebook === name));
  const common = new Map(handedIn.map((master) => [master.name, commonCells(master)]));
  const work = new Map(results.submissions.map((row) => [row, workOf(row, common.get(row.notebook ?? ""), marked)]));
  for (const student of new Set(results.submissions.map((row) => row.student))) {
    const rows = results.submissions.filter((row) => row.student === student);
    write(pageOf(student), studentPage(rows.map((row) => markedNotebook(row, work.get(row) ?? new Map(), marked))));
  }
  const feedback = [...moodleFeedbackFiles(results)].map(
    ([name, student]) => [name, readFileSync(join(out, pageOf(student)))] as const,
  );
  if (feedback.length > 0) write("moodle-feedback.zip", zipSync(Object.fromEntries(feedback), { mtime: sameDay }));
  write("class.html", classPage({ results, pairs: pairsOf(marked, work), pageOf }));
}

/** Where the marking sheet goes: not over one that a teacher has begun to fill in and that was not merged. */
function freeName(out: string, { submissions }: Results): string {
  const name = "explanations.csv";
  const isMerged = submissions.some(({ exercises }) => exercises.some(({ byTeacher }) => byTeacher));
  if (isMerged || !existsSync(join(out, name))) return name;
  try {
    return readMarkingSheet(join(out, name)).length === 0 ? name : "explanations-new.csv";
  } catch {
    return "explanations-new.csv";
  }
}

/**
 * Names of files that every system keeps apart, and none for itself as Windows does "con"; and that do not end as the
 * names made of other ids do.
 */
const plainId = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$|.*-[\da-f]{16}$)[a-z0-9_-]{1,60}$/;

/** The page of a student, beside class.html; whatever an id holds, its page lies in the folder and is theirs alone. */
export function pageOf(student: string): string {
  if (plainId.test(student)) return `feedback/${student}.html`;
  return `feedback/${student.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 60)}-${fingerprint(student)}.html`;
}

/** What everybody got to run, without what shows answers. */
function commonCells(master: Master): Set<string> {
  const shown = figureCells(master);
  return new Set(master.cells.flatMap(({ kind, text }) => (kind === "code" && !shown.has(text) ? [text] : [])));
}

function workOf(row: Graded, common: ReadonlySet<string> | undefined, marked: Marked): Map<string, OwnWork> {
  if (row.problem !== undefined) return new Map();
  const ids = row.exercises.map(({ id }) => id);
  try {
    return marked.workOf(marked.submissionOf(row).read(), ids, common);
  } catch {
    return new Map(); // the file may be gone by now: the marks are there, and a page can do without the code
  }
}

function markedNotebook(row: Graded, work: ReadonlyMap<string, OwnWork>, marked: Marked): MarkedNotebook {
  const master = marked.masters.find(({ name }) => name === row.notebook);
  const figures = marked.figures.get(row.notebook ?? "");
  const expected = row.exercises.filter(isAmiss).flatMap(({ id }): [string, ExpectedFigure][] => {
    const figure = figures?.of(id, row.student);
    return figure ? [[id, figure]] : [];
  });
  return { row, work, readings: master ? readingsOf(master) : new Map(), expected: new Map(expected) };
}

function pairsOf(
  { results, masters }: Marked,
  work: ReadonlyMap<Graded, ReadonlyMap<string, OwnWork>>,
): Map<string, Pair[]> {
  return new Map(
    masters.map((master) => {
      const rows = results.submissions.filter(({ notebook, problem }) => notebook === master.name && !problem);
      const written = rows.map((row) => ({
        student: row.student,
        code: new Map([...(work.get(row) ?? [])].map(([id, { code }]) => [id, code])),
      }));
      return [master.name, suspiciousPairs(written, master.cells.map(stubbed))];
    }),
  );
}
