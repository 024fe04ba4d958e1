/** The grader: what was handed in goes in; marks come out, in the forms in which teachers and platforms want them. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { present } from "../checks/present.js";
import { UsageError } from "../checks/usage-error.js";
import { masterNames } from "../course/masters/build.js";
import { entriesOf, type AttemptRule, type Entry } from "./intake/attempts.js";
import { expectedFigures, type ExpectedFigures } from "./figures/figures.js";
import type { NotebookFile } from "./intake/notebook-file.js";
import type { Sender } from "./intake/platform.js";
import { noRoster, readRoster } from "./intake/roster.js";
import { findSubmissions, type Submission } from "./intake/submission.js";
import { digest, gradingLimits, markHere, readCourse, type Course, type CourseOptions } from "./marking.js";
import { markElsewhere } from "./queue/mark-elsewhere.js";
import { openReader } from "./reader/reader.js";
import { merged, readMarkingSheet } from "./report/marking-sheet.js";
import { openLedger } from "./report/ledger.js";
import { progressOf, type Progress } from "./report/progress.js";
import { isAmiss, ungradedIn, type Assessment, type Graded, type Results, type Unmarked } from "./report/results.js";
import { rowOf } from "./report/rows.js";
import { withStrays } from "./report/strays.js";
import { writeReports } from "./report/write.js";
import { explain } from "./wire/explain.js";

/** What is to be graded, and how. */
export interface GradeOptions extends CourseOptions {
  /** Folders, zips and notebooks that were handed in. */
  readonly paths: readonly string[];
  /** Folder for all that is written. */
  readonly out: string;
  /** CSV with the column `student`, and `file` or other columns by which a platform knows a student. */
  readonly roster?: string;
  /** Names of the notebooks that were asked for; others get a row with that reason. By default all. */
  readonly notebooks?: readonly string[];
  /** Whether marks that an earlier run left in `out` count for work that has not changed since. */
  readonly resume?: boolean;
  /** Marking sheet in which a teacher has filled in points for explanations; it goes on with an earlier run. */
  readonly merge?: string;
  /** What counts of a student who handed in a notebook more than once: the last, unless said otherwise. */
  readonly attempts?: AttemptRule;
  /** What is handed in after this is marked as late: "2026-11-20T23:59:00", by the platform's clock. */
  readonly due?: string;
  /** Who handed in all of it, where a platform grades one submission at a time. */
  readonly sender?: Sender;
  /** Address of a Redis from which workers on other machines take the marking: "redis://host:6379". */
  readonly queue?: string;
  /** Secret of which the hidden checks draw what they ask: the same seed, the same marks. By default a new one. */
  readonly seed?: string;
  /** Told about each row when it is done. */
  readonly onGraded?: (graded: Graded, progress: Progress) => void;
}

/**
 * Grades what was handed in, leaves each mark on the disk as it comes, writes all reports, and returns what
 * results.json holds. The second grading of the same files with the same seed gives the same results.
 * @throws UsageError if masters, roster or submissions cannot be read, or `out` is no folder; never because of what is
 * in a submission
 */
export async function grade(options: GradeOptions): Promise<Results> {
  const { paths, out, masters: folder, queue, limits = gradingLimits } = options;
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`the marks go into a folder, and ${out} is a file`);
  const names = asked(() => masterNames(folder));
  const roster = asked(() => (options.roster === undefined ? noRoster : readRoster(options.roster)));
  const reader = openReader();
  const read = (bytes: Uint8Array): NotebookFile => reader.ask("readNotebookFile", bytes);
  const { notebooks: wanted = names } = options;
  for (const name of wanted.filter((one) => !names.includes(one)))
    throw new UsageError(`there is no notebook ${name} in ${folder}; there are ${names.join(", ")}`);
  const submissions = asked(() => findSubmissions(paths, names, roster, [out], options.sender, read)).map((one) =>
    one.notebook === undefined || wanted.includes(one.notebook)
      ? one
      : { ...one, cells: undefined, problem: `${one.notebook} was not asked for`, graderFailed: false },
  );
  const entries = entriesOf(submissions, options.attempts ?? "last");
  const course = await readCourse(
    options,
    names.filter((name) => submissions.some(({ notebook }) => notebook === name)),
  );

  const marking = await (queue === undefined
    ? markHere(options, course, reader)
    : markElsewhere(queue, course, limits, options.onNotice));
  mkdirSync(out, { recursive: true });
  const sheet = options.merge === undefined ? [] : readMarkingSheet(options.merge);
  const resume = options.merge !== undefined || (options.resume ?? false);
  const ledger = openLedger(join(out, "marked.jsonl"), resume);
  const seed = seedIn(join(out, "seed.txt"), options.seed, resume);
  const outcomes = new Map<Submission, Assessment | Unmarked>();
  /** Whether marks had to be made. */
  const gradeOne = async (submission: Submission): Promise<boolean> => {
    const { notebook, cells, student } = submission;
    if (cells === undefined) return false;
    if (notebook === undefined) {
      const problem = "neither its name nor what is in it tell which notebook it is";
      outcomes.set(submission, { problem, graderFailed: false });
      return false;
    }
    const key = digest([course.digestOf(notebook), submission.digest, student, notebook, seed]);
    const known = ledger.find(key);
    try {
      const assessment = known ?? (await marking.mark({ student, notebook, cells, seed }));
      // What the grader failed at is tried again with --resume.
      if (!known && ungradedIn(assessment).length === 0) ledger.add(key, assessment);
      outcomes.set(submission, assessment);
    } catch (error) {
      outcomes.set(submission, { problem: `it could not be marked: ${explain(error)}`, graderFailed: true });
    }
    return known === undefined;
  };
  const rows: Graded[] = [];
  const advance = progressOf(entries.length, () => performance.now());
  const gradeEntry = async (entry: Entry): Promise<void> => {
    let marked = false;
    for (const candidate of entry.candidates) marked = (await gradeOne(candidate)) || marked;
    const row = rowOf(entry, outcomes, course.exercisesOf(entry.candidates[0].notebook), options.due);
    rows[entries.indexOf(entry)] = row;
    options.onGraded?.(row, advance(marked));
  };
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < entries.length; i = next++) await gradeEntry(entries[i]);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(marking.lanes, entries.length) }, work));
  } finally {
    await marking.close();
  }
  const there = new Set(rows.map(({ student }) => student));
  const results: Results = {
    format: "nullcline results 1",
    submissions: merged(withStrays(rows), sheet),
    absent: roster.students.filter((student) => !there.has(student)),
  };
  const files = new Map(submissions.map((submission) => [submission.file, submission]));
  const submissionOf = ({ file }: Graded): Submission => present(files.get(file), `a submission ${file}`);
  writeReports(out, {
    ...{ results, masters: course.masters, submissionOf },
    // Where a platform asks for one submission at a time, it shows its own page.
    figures: options.sender === undefined ? await figuresFor(results, course, options.onNotice) : new Map(),
    workOf: (bytes, exercises, common) => reader.ask("ownWork", bytes, exercises, common),
  });
  reader.close();
  return results;
}

/** Of each notebook, for the exercises that somebody has answered and not solved. */
async function figuresFor(
  { submissions }: Results,
  { masters, exercisesOf }: Course,
  onNotice: (line: string) => void = () => {},
): Promise<Map<string, ExpectedFigures>> {
  const figures = new Map<string, ExpectedFigures>();
  for (const master of masters) {
    const rows = submissions.filter(({ notebook, problem }) => notebook === master.name && problem === undefined);
    const wanted = new Set(rows.flatMap(({ exercises }) => exercises.filter(isAmiss).map(({ id }) => id)));
    if (wanted.size > 0)
      figures.set(master.name, await expectedFigures(master, exercisesOf(master.name), wanted, onNotice));
  }
  return figures;
}

/** The seed that was given; or that of the run that is resumed; or a new one. It is written down for the next time. */
function seedIn(file: string, given: string | undefined, resume: boolean): string {
  const known = given ?? (resume && existsSync(file) ? readFileSync(file, "utf8").trim() : undefined);
  const seed = known ?? randomBytes(16).toString("hex");
  writeFileSync(file, `${seed}\n`);
  return seed;
}

/** What cannot be read of what was asked for is the asker's to mend. */
function asked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
