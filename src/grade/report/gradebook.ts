import type { Results } from "./results.js";

/** One row a submission, one column an exercise; empty where an exercise is not of that notebook. */
export function gradebook({ submissions }: Results): string {
  const ids = [...new Set(submissions.flatMap(({ exercises }) => exercises.map(({ id }) => id)))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const rows = submissions.map(({ student, file, score, max, exercises }) => [
    student,
    file,
    score,
    max,
    ...ids.map((id) => exercises.find((exercise) => exercise.id === id)?.points ?? ""),
  ]);
  return `${[["student", "file", "score", "max", ...ids], ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

/** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe. */
function field(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
