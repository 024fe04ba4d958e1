import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { textOf } from "./text.js";

/** Who is who: the ids of the course behind the names and numbers of a platform. */
export interface Roster {
  /** The student whom one of these names, the first that does; undefined if none does. */
  find(keys: readonly string[]): string | undefined;
  /** What else the platform knows of the one whom these name: numbers, addresses and what stands before their "@". */
  others(keys: readonly string[]): readonly string[];
  /** All students in it. */
  readonly students: readonly string[];
}

/** Where there is no roster: nobody is known. */
export const noRoster: Roster = { find: () => undefined, others: () => [], students: [] };

/**
 * Columns by which a platform's exports know a student, in small letters. What they hold may stand in the name of a
 * file: "Participant 1234" as Moodle writes it for its 1234, too.
 */
const platformColumns = [
  ...["file", "id", "name", "full name", "identifier", "participant", "username", "user name", "login", "email"],
  ...["email address", "sid", "sis login id", "sis user id", "student name", "student id", "id number"],
];
/** Those of them that name somebody outside the platform, so that a student may have been told to use them. */
const idColumns = [
  ...["username", "user name", "login", "email", "email address"],
  ...["sid", "sis login id", "sis user id", "student id", "id number"],
];

/**
 * Reads a roster: CSV with a first line that names its columns. `student` is the id in the course; `file`, a folder or
 * file name, and others that platforms export are what a student is known by. Without `student` it is the platform's
 * own list, which says what else is known of somebody. Fields are parted by commas, semicolons or tabs, as a
 * spreadsheet writes them, and may be quoted; empty lines are passed over.
 * @throws Error naming the file and the line that is not as it should be
 */
export function readRoster(path: string): Roster {
  const known = new Map<string, string>();
  /** Where the platform knows no ids of the course: what stands in the row of a key. */
  const rows = new Map<string, readonly string[]>();
  /** Names that two students share tell nothing. */
  const shared = new Set<string>();
  const students = new Set<string>();
  for (const { line, keys, file, student } of rowsOf(path)) {
    const fail = (what: string): never => {
      throw new Error(`${path}, line ${line}: ${what}`);
    };
    if (student === undefined) {
      const names = [...new Set(keys.flatMap(withoutHost))];
      for (const name of names) {
        if (rows.has(name)) shared.add(name);
        rows.set(name, names);
      }
      continue;
    }
    if (keys.length === 0 || student === "") fail("a row needs both file and student, or a platform's id instead");
    const other = known.get(file);
    if (file !== "" && other !== undefined && other !== student)
      fail(`${file} is of ${student}, but above it is of ${other}`);
    students.add(student);
    for (const key of keys) {
      if ((known.get(key) ?? student) !== student) shared.add(key);
      known.set(key, student);
    }
  }
  const telling = (keys: readonly string[]): string[] => keys.filter((key) => !shared.has(key));
  return {
    find: (keys) => telling(keys).flatMap((key) => known.get(key) ?? [])[0],
    others: (keys) => telling(keys).flatMap((key) => telling(rows.get(key) ?? [])),
    students: [...students],
  };
}

/** An address is known by what stands before the "@", too. */
const withoutHost = (key: string): string[] => (key.includes("@") ? [key, key.slice(0, key.indexOf("@"))] : [key]);

/** What csv-parse gives with `info`. */
interface NumberedRecord {
  readonly record: readonly string[];
  /** `lines` is the number of the last line of the record. */
  readonly info: { readonly lines: number };
}

interface Row {
  readonly line: number;
  /** Everything by which the student is known. */
  readonly keys: readonly string[];
  readonly file: string;
  /** Undefined where there is no such column. */
  readonly student: string | undefined;
}

function rowsOf(path: string): Row[] {
  const text = textOf(readFileSync(path));
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as NumberedRecord[];
    const [names = [], ...rows] = records.map(({ record }) => record);
    const columns = names.map((name) => name.toLowerCase());
    const [file, student] = [columns.indexOf("file"), columns.indexOf("student")];
    const known = columns.flatMap((name, i) => (platformColumns.includes(name) && i !== student ? [i] : []));
    const ownList = columns.some((name) => idColumns.includes(name)) && file < 0;
    if (known.length === 0 || (student < 0 && !ownList))
      throw new Error(
        `${path} needs a first line with the columns file and student, has ${names.join(",") || "nothing"}; ` +
          `instead of file it may have ${platformColumns.slice(1).join(", ")}`,
      );
    return rows.map((row, i) => ({
      line: records[i + 1].info.lines,
      keys: known.map((k) => row[k].replace(/^Participant (\d+)$/, "$1")).filter((key) => key !== ""),
      file: file < 0 ? "" : row[file],
      student: student < 0 ? undefined : row[student],
    }));
  } catch (error) {
    throw error instanceof CsvError ? new Error(`${path}: ${error.message}`, { cause: error }) : error;
  }
}

/** The first of the separators in the line of names, quoted names apart. */
export const delimiterOf = (text: string): string =>
  /[,;\t]/.exec(text.trimStart().replace(/"[^"]*"/g, ""))?.[0] ?? ",";
