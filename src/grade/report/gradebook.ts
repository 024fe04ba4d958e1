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
  const rows = submissions.map(({ student, file, score, max, exercises }) => [
    student,
    file,
    score,
    max,
    ...ids.map((id) => exercises.find((exercise) => exercise.id === id)?.points),
  ]);
  return stringify([["student", "file", "score", "max", ...ids], ...rows], {
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  });
}
