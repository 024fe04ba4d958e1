import { stringify } from "csv-stringify/sync";
import type { Results } from "./results.js";

/**
 * The marks as CSV: one row a submission, one column an exercise, "2.10 (3)" with its points, for a spreadsheet takes
 * "2.10" for 2.1. Empty where an exercise is not of that notebook, or nothing could be marked. A text that a
 * spreadsheet would take for a formula gets an apostrophe.
 */
export function gradebook({ submissions }: Results): string {
  const points = new Map(submissions.flatMap(({ exercises }) => exercises.map(({ id, max }) => [id, max])));
  const ids = [...points.keys()].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const rows = submissions.map((row) => {
    const { student, name, notebook, late, file, problem, warnings = [] } = row;
    const known = problem === undefined;
    return [
      ...[student, name, notebook, known ? row.score : "", row.max, late ? "late" : ""],
      ...ids.map((id) => (known ? row.exercises.find((exercise) => exercise.id === id)?.points : "")),
      ...[file, [...(known ? [] : [problem]), ...warnings].join("; ")],
    ];
  });
  const heads = ids.map((id) => `${id} (${points.get(id)})`);
  return csv([["student", "name", "notebook", "score", "max", "late", ...heads, "file", "note"], ...rows]);
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
