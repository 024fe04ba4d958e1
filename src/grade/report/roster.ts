import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";

/**
 * Reads a roster: CSV with a first line that names its columns, `file` and `student` among them. Fields are parted by
 * commas, semicolons or tabs, as a spreadsheet writes them, and may be quoted; empty lines are passed over.
 * @returns the student of each folder or file name
 * @throws Error naming the file and the line that is not as it should be
 */
export function readRoster(path: string): Map<string, string> {
  const roster = new Map<string, string>();
  for (const { line, file, student } of rowsOf(path)) {
    const fail = (what: string): never => {
      throw new Error(`${path}, line ${line}: ${what}`);
    };
    if (file === "" || student === "") fail("a row needs both file and student");
    if ((roster.get(file) ?? student) !== student)
      fail(`${file} is of ${student}, but above it is of ${roster.get(file)}`);
    roster.set(file, student);
  }
  return roster;
}

/** What csv-parse gives with `info`. */
interface NumberedRecord {
  readonly record: readonly string[];
  /** `lines` is the number of the last line of the record. */
  readonly info: { readonly lines: number };
}

interface Row {
  readonly line: number;
  readonly file: string;
  readonly student: string;
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
    const [file, student] = [names.indexOf("file"), names.indexOf("student")];
    if (file < 0 || student < 0)
      throw new Error(
        `${path} needs a first line with the columns file and student, has ${names.join(",") || "nothing"}`,
      );
    return rows.map((row, i) => ({ line: records[i + 1].info.lines, file: row[file], student: row[student] }));
  } catch (error) {
    throw error instanceof CsvError ? new Error(`${path}: ${error.message}`, { cause: error }) : error;
  }
}

/** The first of the separators in the line of names, quoted names apart. */
const delimiterOf = (text: string): string => /[,;\t]/.exec(text.trimStart().replace(/"[^"]*"/g, ""))?.[0] ?? ",";

/** Spreadsheets write UTF-8, UTF-16 with a mark in front, or, as Excel's plain CSV, Windows-1252. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
