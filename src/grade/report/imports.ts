/** Marks in the columns that the platforms' own imports look for, where the names of the files tell the platform. */
import type { Platform } from "../intake/platform.js";
import { csv } from "./gradebook.js";
import type { Graded, Results } from "./results.js";

/** A student with all notebooks that could be marked. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Graded[];
}

const total = (rows: readonly Graded[], of: "score" | "max"): number => rows.reduce((sum, row) => sum + row[of], 0);

/**
 * By file name, "moodle.csv". What could not be marked is left out, so that an import does not give it zero points;
 * and of a sum over notebooks each student with one at which the grader failed.
 */
export function platformImports({ submissions }: Results): Map<string, string> {
  const of = (platform: Platform): Entry[] => {
    const rows = submissions.filter((row) => row.platform === platform && row.problem === undefined);
    const ids = [...new Set(rows.flatMap(({ platformId }) => platformId ?? []))];
    return ids.map((id) => {
      const own = rows.filter(({ platformId }) => platformId === id);
      return { id, name: own[0].name ?? "", rows: own };
    });
  };
  const failedAt = new Set(submissions.flatMap((row) => (row.graderFailed ? [row.platformId] : [])));
  const files: [string, readonly Entry[], (entries: readonly Entry[]) => string][] = [
    ["moodle.csv", of("Moodle").filter(({ id }) => !failedAt.has(id)), moodle],
    ["canvas.csv", of("Canvas").filter(({ id }) => /^\d+$/.test(id)), canvas],
    ["blackboard.csv", of("Blackboard"), blackboard],
  ];
  return new Map(files.flatMap(([file, all, write]) => (all.length > 0 ? [[file, write(all)] as const] : [])));
}

/** The grading worksheet of an assignment, as Moodle's assignfeedback_offline reads it. */
const moodle = (all: readonly Entry[]): string =>
  csv([
    ["Identifier", "Full name", "Grade", "Maximum grade", "Last modified (grade)", "Feedback comments"],
    ...all.map(({ id, name, rows }) => [
      ...[`Participant ${id}`, name, total(rows, "score"), total(rows, "max"), ""],
      rows.map(commentOn).join(" "),
    ]),
  ]);

/**
 * Names for the zip of Moodle's "upload multiple feedback files": what stands before the fifth part tells whose it is.
 * @returns students, by the name of the file
 */
export function moodleFeedbackFiles({ submissions }: Results): Map<string, string> {
  const rows = submissions.filter(({ platform }) => platform === "Moodle");
  const plain = (name: string): string => name.replace(/[_/\\]+/g, " ");
  return new Map(
    rows.map(({ student, name = "", platformId }) => [
      `${plain(name)}_${platformId}_assignsubmission_file_feedback.html`,
      student,
    ]),
  );
}

/** The exercises that are not right yet, in a line. */
function commentOn({ notebook = "", exercises }: Graded): string {
  const open = exercises.filter(({ points, max }) => points < max).map(({ id }) => id);
  return `${notebook}: ${open.length === 0 ? "all is right" : `look again at ${open.join(", ")}`}.`;
}

/** A gradebook with a column a notebook; Canvas knows students by its own ID. */
function canvas(all: readonly Entry[]): string {
  const notebooks = notebooksOf(all);
  const largest = (notebook: string): number =>
    Math.max(...all.flatMap(({ rows }) => rows.filter((row) => row.notebook === notebook).map(({ max }) => max)));
  return csv([
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...notebooks],
    ["Points Possible", "", "", "", "", ...notebooks.map(largest)],
    ...all.map(({ id, name, rows }) => [name, id, "", "", "", ...scores(rows, notebooks)]),
  ]);
}

/** A grade centre file with a column a notebook. */
function blackboard(all: readonly Entry[]): string {
  const notebooks = notebooksOf(all);
  return csv([["Username", ...notebooks], ...all.map(({ id, rows }) => [id, ...scores(rows, notebooks)])]);
}

const notebooksOf = (all: readonly Entry[]): string[] =>
  [...new Set(all.flatMap(({ rows }) => rows.flatMap(({ notebook }) => notebook ?? [])))].sort();

const scores = (rows: readonly Graded[], notebooks: readonly string[]): (number | undefined)[] =>
  notebooks.map((notebook) => rows.find((row) => row.notebook === notebook)?.score);
