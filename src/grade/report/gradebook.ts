import { stringify } from "csv-stringify/sync";
import type { Results } from "./results.js";

/**
 * The marks as CSV: one row a submission, one column an exercise; empty where an exercise is not of that notebook. A
 * text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function gradebook({ submissions }: Results): string {
  const ids = [...new Set(submissions.flatMap(({ exercises }) => exercises.map(({ id }) => id)))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const rows = submissions.map(({ student, file, score, max, exercises, name, late, problem, warnings = [] }) => [
    ...[student, file, score, max],
    ...ids.map((id) => exercises.find((exercise) => exercise.id === id)?.points),
    ...[name, late ? "late" : "", [...(problem === undefined ? [] : [problem]), ...warnings].join("; ")],
  ]);
  return csv([["student", "file", "score", "max", ...ids, "name", "late", "note"], ...rows]);
}

/** Rows as a spreadsheet reads them, without formulas. */
export const csv = (rows: readonly (readonly unknown[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: "windows",
      quoted_match: /[\r\n]/,
      escape_formulas: true,
    },
  );
