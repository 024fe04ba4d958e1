import { record } from "../text/notebook-json.js";

/** Exercises that somebody has solved in this browser. @param progress as the kernel keeps it: JSON, or its text */
export function solvedIn(progress: unknown): ReadonlySet<string> {
  const { students } = record(typeof progress === "string" ? JSON.parse(progress) : progress);
  const entries = Object.values(record(students)).flatMap((student) => Object.entries(record(student)));
  return new Set(entries.filter(([, entry]) => record(entry)["right"] === true).map(([id]) => id));
}
