/** How learning platforms lay out what a class handed in: a zip of each, and nbgrader's folders. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { strToU8, zipSync } from "fflate";
import type { Shaped } from "./shapes.js";

export const platforms = ["Moodle", "Canvas", "Gradescope", "Blackboard", "nbgrader"] as const;
export type Platform = (typeof platforms)[number];

export interface Student {
  /** By which the course knows the student. */
  readonly id: string;
  readonly name: string;
  /** Place in the class, from 0. */
  readonly place: number;
  readonly platform: Platform;
}

/** A file on its platform; `attempt` counts from 1. */
export interface Upload {
  readonly student: Student;
  readonly attempt: number;
  readonly late: boolean;
  /** Undefined for nothing but what the platform itself writes. */
  readonly shaped: Shaped | undefined;
}

/** When work is due, and times before and after it. */
export const due = "2026-11-20T18:00";
const [inTime, afterwards] = ["2026-11-20 17:1", "2026-11-20 19:1"];
const timeOf = ({ late, attempt }: Upload): string => `${late ? afterwards : inTime}${attempt}:42`;

/** Names that people have: two share one, and one looks like a formula. */
const firstNames = ["Anna", "José", "Wei", "Zoë", "Ngọc", "=SUM(A1)", "Дарья", "O'Neill", "Anna", "van der"];
const lastNames = ["Müller", "García", "Li", "Ångström", "Trần", "D'Arcy", "Иванова", 'Q. "Q" Roe', "Schmidt", "Berg"];
export const nameOf = (place: number): string =>
  `${firstNames[place % 10]} ${lastNames[Math.floor(place / 10) % 10]}${place >= 100 ? " II" : ""}`;

/** What a file's name may hold: platforms leave out what a file system does not take. */
const inFileName = (name: string): string => name.replace(/["\\/:*?<>|=]/g, "");
const canvasName = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, "");

type Numbered = (student: Student) => string;
/** Each platform's own id of a student. */
const moodleId: Numbered = ({ place }) => `${1000 + place}`;
const canvasId: Numbered = ({ place }) => `${20_000 + place}`;
const schoolId: Numbered = ({ place }) => `00${3000 + place}`;
const username: Numbered = ({ place }) => `u${place}`;

/** Path of an upload in the zip of its platform. */
function pathOf(upload: Upload): string {
  const { student, attempt, late, shaped } = upload;
  const { name = "" } = shaped ?? {};
  const again = attempt > 1 ? name.replace(/(\.\w+)$/, ` (${attempt - 1})$1`) : name;
  switch (student.platform) {
    case "Moodle":
      return `${inFileName(student.name)}_${moodleId(student)}_assignsubmission_file/${again}`;
    case "Canvas": {
      const numbered = attempt > 1 ? name.replace(/(\.\w+)$/, `-${attempt - 1}$1`) : name;
      const who = `${canvasName(student.name)}_${late ? "LATE_" : ""}${canvasId(student)}`;
      return `${who}_${9000 + attempt}_${numbered}`;
    }
    case "Gradescope":
      return `assignment_77_export/submission_${50_000 + student.place}/${again}`;
    case "Blackboard": {
      const receipt = `Homework 7_${username(student)}_attempt_${timeOf(upload).replace(/[ :]/g, "-")}`;
      return shaped === undefined ? `${receipt}.txt` : `${receipt}_${name}`;
    }
    case "nbgrader":
      return `submitted/${student.id}/ps7/${again}`;
  }
}

/** Writes what each platform gives to the teacher, and the roster; returns the paths to be graded. */
export function writeDownloads(folder: string, uploads: readonly Upload[]): { paths: string[]; roster: string } {
  const paths = platforms.map((platform) => {
    const own = uploads.filter(({ student }) => student.platform === platform);
    const files = Object.fromEntries(own.map((upload) => [pathOf(upload), upload.shaped?.bytes ?? new Uint8Array()]));
    if (platform === "Gradescope")
      files["assignment_77_export/submission_metadata.yml"] = strToU8(own.map(metadataOf).join(""));
    if (platform === "nbgrader") {
      for (const upload of own)
        files[join(dirname(pathOf(upload)), "timestamp.txt")] = strToU8(`${timeOf(upload)}.000000 UTC`);
      for (const [path, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      return join(folder, "submitted");
    }
    const path = join(folder, `${platform.toLowerCase()}.zip`);
    writeFileSync(path, zipSync(files, { level: 1 }));
    return path;
  });
  const students = [...new Map(uploads.map(({ student }) => [student.id, student])).values()];
  const roster = join(folder, "roster.csv");
  const known = students.map((student) => [
    ...[student.id, student.name, `Participant ${moodleId(student)}`, canvasId(student), schoolId(student)],
    username(student),
  ]);
  writeFileSync(roster, stringify([["student", "full name", "identifier", "id", "sid", "username"], ...known]));
  return { paths, roster };
}

const metadataOf = (upload: Upload): string => {
  const { student } = upload;
  return [
    `submission_${50_000 + student.place}:`,
    "  :submitters:",
    `  - :name: ${JSON.stringify(student.name)}`,
    `    :sid: '${schoolId(student)}'`,
    `    :email: u${student.place}@example.edu`,
    `  :created_at: ${timeOf(upload)}.000000000 Z\n`,
  ].join("\n");
};
