/** The sheet on which a teacher marks what no check can judge: explanations in students' own words. */
import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "../../checks/usage-error.js";
import { delimiterOf } from "../intake/roster.js";
import { textOf } from "../intake/text.js";
import { csv } from "./gradebook.js";
import type { Graded, Mark } from "./results.js";

const columns = ["student", "notebook", "exercise", "max", "points", "comment", "text"] as const;

/** A line that a teacher has filled in. */
export interface SheetLine {
  /** As told in an error: "marks.csv, line 3". */
  readonly place: string;
  readonly student: string;
  readonly notebook: string;
  readonly exercise: string;
  readonly points: number;
  readonly comment: string;
}

/** Explanations as CSV, a line each, with the points that they have so far; undefined if there are none. */
export function markingSheet(rows: readonly Graded[]): string | undefined {
  const lines = rows.flatMap(({ student, notebook, exercises }) =>
    exercises.flatMap(({ id, max, points, text, byTeacher, feedback }) =>
      text === undefined
        ? []
        : [[student, notebook, id, max, byTeacher ? points : "", byTeacher ? (feedback ?? "") : "", text]],
    ),
  );
  return lines.length === 0 ? undefined : csv([columns, ...lines]);
}

/**
 * The lines of a sheet in which points are filled in.
 * @throws UsageError naming the line that is not as it should be
 */
export function readMarkingSheet(path: string): SheetLine[] {
  const text = textOf(readFileSync(path));
  let records: string[][];
  try {
    records = parse(text, { delimiter: delimiterOf(text), skip_empty_lines: true, bom: true });
  } catch (error) {
    throw error instanceof CsvError ? new UsageError(`${path}: ${error.message}`) : error;
  }
  const [names = [], ...lines] = records;
  const missing = columns.filter((name) => name !== "comment" && name !== "text" && !names.includes(name));
  if (missing.length > 0) throw new UsageError(`${path} has no column ${missing.join(", ")}: is it a marking sheet?`);
  return lines.flatMap((line, i) => {
    const of = (name: (typeof columns)[number]): string => (line[names.indexOf(name)] ?? "").trim();
    const place = `${path}, row ${i + 2}`;
    if (of("points") === "") return [];
    const points = Number(of("points").replace(",", "."));
    if (!(points >= 0 && points <= Number(of("max"))))
      throw new UsageError(`${place}: points are a number from 0 to ${of("max")}, got ${of("points")}`);
    const [student, notebook, exercise] = [plain(of("student")), of("notebook"), of("exercise")];
    return [{ place, student, notebook, exercise, points, comment: of("comment") }];
  });
}

/**
 * Rows with the points of a sheet instead of those that were given for having written something.
 * @throws UsageError naming the line that is of no explanation that was handed in, or the second one of the same
 */
export function merged(rows: readonly Graded[], sheet: readonly SheetLine[]): Graded[] {
  const open = new Map<Mark, SheetLine>();
  for (const line of sheet) {
    const { place, student, notebook, exercise } = line;
    const row = rows.find((one) => one.student === student && one.notebook === notebook);
    const mark = row?.exercises.find(({ id }) => id === exercise);
    if (!row) throw new UsageError(`${place}: ${student} has not handed in ${notebook || "a notebook without a name"}`);
    if (mark?.text === undefined)
      throw new UsageError(`${place}: ${student} has written no explanation in exercise ${exercise} of ${notebook}`);
    if (line.points > mark.max) throw new UsageError(`${place}: exercise ${exercise} has ${mark.max} points`);
    const before = open.get(mark);
    if (before) throw new UsageError(`${place}: ${student}'s exercise ${exercise} is in ${before.place} already`);
    open.set(mark, line);
  }
  return rows.map((row) => {
    const exercises = row.exercises.map((mark) => withPoints(mark, open.get(mark)));
    return { ...row, exercises, score: exercises.reduce((sum, { points }) => sum + points, 0) };
  });
}

function withPoints(mark: Mark, line: SheetLine | undefined): Mark {
  if (!line) return mark;
  const { points, comment } = line;
  const { feedback: _, ...rest } = mark;
  return {
    ...rest,
    points,
    status: points === mark.max ? "passed" : "failed",
    message: "marked by the teacher",
    byTeacher: true,
    ...(comment === "" ? {} : { feedback: comment }),
  };
}

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
const plain = (text: string): string => text.replace(/^'(?=[=+\-@])/, "");
