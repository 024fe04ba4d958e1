import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import { gradebook } from "../../src/grade/report/gradebook.js";
import { readRoster } from "../../src/grade/report/roster.js";

const folder = mkdtempSync(join(tmpdir(), "roster-"));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (content: string | Buffer): [string, string][] => {
  const path = join(folder, "roster.csv");
  writeFileSync(path, content);
  return [...readRoster(path)];
};
const two: [string, string][] = [
  ["Jane Doe_1234", "ab123"],
  ["x.ipynb", "cd456"],
];

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
    expect(read(content)).toEqual(two);
  });

  it("may have commas, quotes and line ends in quoted names", () => {
    const content = 'file,student\n"Doe, Jane ""JD""",ab123\n"two\nlines","c,d"\n';
    expect(read(content)).toEqual([
      ['Doe, Jane "JD"', "ab123"],
      ["two\nlines", "c,d"],
    ]);
  });

  it("may be written in any of the encodings of a spreadsheet", () => {
    const content = "file;student\r\nJürgen Groß;ab123\r\n";
    for (const bytes of [
      Buffer.from(content),
      Buffer.from(content, "latin1"),
      Buffer.from(`\ufeff${content}`, "utf16le"),
    ])
      expect(read(bytes)).toEqual([["Jürgen Groß", "ab123"]]);
  });

  it("may give a student several files", () => {
    expect(read("file,student\na.ipynb,ab123\nb.ipynb,ab123\n")).toEqual([
      ["a.ipynb", "ab123"],
      ["b.ipynb", "ab123"],
    ]);
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
    expect(() => read(content)).toThrow(message);
  });
});

describe("the gradebook", () => {
  it("has a row a submission, a column an exercise in order of ids, and no formula", () => {
    const exercise = (id: string, points: number) => ({ id, points, max: 2, status: "passed", message: "" }) as const;
    expect(
      gradebook({
        submissions: [
          {
            file: "b/07.ipynb",
            student: 'b "x", y',
            score: 3,
            max: 4,
            exercises: [exercise("7.10", 1), exercise("7.9", 2)],
            broken: [],
          },
          {
            file: "=1+1.ipynb",
            student: "=cmd|' /C calc'!A0",
            score: 2,
            max: 2,
            exercises: [exercise("8.1", 2)],
            broken: [],
          },
        ],
      }),
    ).toBe(
      'student,file,score,max,7.9,7.10,8.1\r\n"b ""x"", y",b/07.ipynb,3,4,2,1,\r\n\'=cmd|\' /C calc\'!A0,\'=1+1.ipynb,2,2,,,2\r\n',
    );
  });

  it("comes back as it was, whatever is in the names", () => {
    const names = ["Doe, Jane", 'the "third"', "two\nlines", "two\r\nlines", "semi;colon", " spaces ", "Groß"];
    const submissions = names.map((student) => ({
      ...{ student, file: `${student}/07.ipynb`, score: 0, max: 0, exercises: [], broken: [] },
    }));
    expect(parse(gradebook({ submissions })).slice(1)).toEqual(
      names.map((name) => [name, `${name}/07.ipynb`, "0", "0"]),
    );
  });

  it("has no formula in a name, quoted or not", () => {
    const names = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x","y")'];
    const submissions = names.map((student) => ({
      ...{ student, file: "f", score: 0, max: 0, exercises: [], broken: [] },
    }));
    for (const [student] of parse(gradebook({ submissions })).slice(1)) expect(student).toMatch(/^'/);
  });
});
