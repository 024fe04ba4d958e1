import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readRoster, type Roster } from "../../../src/grade/intake/roster.js";

const folder = mkdtempSync(join(tmpdir(), "roster-"));
afterAll(() => rmSync(folder, { recursive: true }));

const roster = (content: string | Buffer): Roster => {
  const path = join(folder, "roster.csv");
  writeFileSync(path, content);
  return readRoster(path);
};
const who = (content: string | Buffer, ...keys: readonly string[]): (string | undefined)[] => {
  const { find } = roster(content);
  return keys.map((key) => find([key]));
};

describe("a roster", () => {
  it.each([
    ["with commas", "file,student\nJane Doe_1234,ab123\nx.ipynb,cd456\n"],
    ["without a last line end", "file,student\nJane Doe_1234,ab123\nx.ipynb,cd456"],
    ["with line ends of Windows", "file,student\r\nJane Doe_1234,ab123\r\nx.ipynb,cd456\r\n"],
    ["with semicolons, as a German Excel writes it", "file;student\r\nJane Doe_1234;ab123\r\nx.ipynb;cd456\r\n"],
    ["with tabs", "file\tstudent\nJane Doe_1234\tab123\nx.ipynb\tcd456\n"],
    ["with a mark of UTF-8 in front", "\ufefffile,student\nJane Doe_1234,ab123\nx.ipynb,cd456\n"],
    ["with all fields quoted", '"file","student"\n"Jane Doe_1234","ab123"\n"x.ipynb","cd456"\n'],
    ["with spaces around its fields", "file , student\n Jane Doe_1234, ab123 \nx.ipynb ,cd456\n"],
    [
      "with more columns, in another order",
      'student,"Name, first name",file\nab123,"Doe, Jane",Jane Doe_1234\ncd456,,x.ipynb',
    ],
    [
      "with a quoted separator before the first real one",
      '"Name, first name";file;student\nx;Jane Doe_1234;ab123\nx;x.ipynb;cd456',
    ],
    [
      "with empty lines, and empty rows as Excel writes them",
      "\nfile;student\n\nJane Doe_1234;ab123\n;\n \nx.ipynb;cd456\n;\n",
    ],
    ["with a row twice", "file,student\nJane Doe_1234,ab123\nx.ipynb,cd456\nJane Doe_1234,ab123\n"],
  ])("%s is read", (_, content) => {
    expect(who(content, "Jane Doe_1234", "x.ipynb")).toEqual(["ab123", "cd456"]);
    expect(roster(content).students).toEqual(["ab123", "cd456"]);
  });

  it("may have commas, quotes and line ends in quoted names", () => {
    const content = 'file,student\n"Doe, Jane ""JD""",ab123\n"two\nlines","c,d"\n';
    expect(who(content, 'Doe, Jane "JD"', "two\nlines")).toEqual(["ab123", "c,d"]);
  });

  it("may be written in any of the encodings of a spreadsheet", () => {
    const content = "file;student\r\nJürgen Groß;ab123\r\n";
    for (const bytes of [
      Buffer.from(content),
      Buffer.from(content, "latin1"),
      Buffer.from(`\ufeff${content}`, "utf16le"),
    ])
      expect(who(bytes, "Jürgen Groß")).toEqual(["ab123"]);
  });

  it("may give a student several files", () => {
    expect(who("file,student\na.ipynb,ab123\nb.ipynb,ab123\n", "a.ipynb", "b.ipynb")).toEqual(["ab123", "ab123"]);
  });

  it("may know students by what platforms export: numbers, names, addresses", () => {
    const content =
      "Identifier,Full name,Email address,student\nParticipant 1234,Jane Doe,jane@x.edu,ab123\nParticipant 99,Jo,jo@x.edu,cd456\n";
    expect(who(content, "1234", "jane@x.edu", "Jo")).toEqual(["ab123", "ab123", "cd456"]);
  });
  it("tells nothing by a name that two students share", () => {
    const { find } = roster("ID,name,student\n1,Jane Doe,ab123\n2,Jane Doe,cd456\n");
    expect([find(["Jane Doe"]), find(["Jane Doe", "2"])]).toEqual([undefined, "cd456"]);
  });

  it("without the course's ids says what else the platform knows of somebody, and nothing that two share", () => {
    const { find, others } = roster(
      "Identifier,Full name,Email address\nParticipant 12,Jo,ab1@x.edu\nParticipant 13,Jo,cd2@x.edu\nParticipant 14,Li,cd2@y.edu\n",
    );
    expect(find(["12"])).toBeUndefined();
    expect(others(["x_12_file", "12", "Jo"])).toEqual(["12", "ab1@x.edu", "ab1"]);
    expect(others(["13"])).toEqual(["13", "cd2@x.edu"]);
    expect(others(["Jo"])).toEqual([]);
  });

  it.each([
    [
      "gives a file to two students",
      "file,student\na,1\n\na,2\n",
      /roster\.csv, line 4: a is of 2, but above it is of 1/,
    ],
    ["has a row without a student", "file,student\na,1\nb,\n", /roster\.csv, line 3: a row needs both/],
    ["has a row with too many fields", "file,student\na,1\nDoe, Jane,2\n", /roster\.csv: .*expect 2, got 3 on line 3/],
    ["has a row with too few fields", "file,student,name\na,1\n", /roster\.csv: .*expect 3, got 2 on line 2/],
    ["has a quote that is not closed", 'file,student\n"a,1\n', /roster\.csv: Quote Not Closed.* line /],
    ["has a quote within a field", 'file,student\na,1\nb"c,2\n', /roster\.csv: .*line 3/],
    ["has other columns", "name,id\na,1\n", /needs a first line with the columns file and student, has name,id/],
    ["is empty", "\n", /needs a first line with the columns file and student, has nothing/],
  ])("that %s is refused, with the line", (_, content, message) => {
    expect(() => roster(content)).toThrow(message);
  });
});
