import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { markingSheet, merged, readMarkingSheet } from "../../../src/grade/report/marking-sheet.js";
import type { Graded, Mark } from "../../../src/grade/report/results.js";

const folder = mkdtempSync(join(tmpdir(), "sheet-"));
afterAll(() => rmSync(folder, { recursive: true }));

const mark = (id: string, points: number, text?: string): Mark => ({
  ...{ id, title: "T", points, max: 2, status: "passed", message: "" },
  ...(text === undefined ? {} : { text }),
});
const row = (student: string, ...exercises: Mark[]): Graded => ({
  ...{ file: `${student}.ipynb`, student, notebook: "06-currents", max: 4, broken: [], exercises },
  score: exercises.reduce((sum, { points }) => sum + points, 0),
});
const rows = [
  row("ab1", mark("6.9", 2), mark("6.10", 2, 'It "opens",\nand shuts; again.')),
  row("=cd2", mark("6.9", 0), mark("6.10", 2, "=SUM(A1)")),
];
const sheet = markingSheet(rows) as string;
/** The sheet as it comes back from a spreadsheet. */
const filled = (name: string, change: (text: string) => string): string => {
  const path = join(folder, name);
  writeFileSync(path, change(sheet));
  return path;
};

describe("the marking sheet", () => {
  it("has a line for each explanation, and no formulas", () => {
    expect(sheet.split("\r\n")).toEqual([
      "student,notebook,exercise,max,points,comment,text",
      'ab1,06-currents,6.10,2,,,"It ""opens"",\nand shuts; again."',
      "'=cd2,06-currents,6.10,2,,,'=SUM(A1)",
      "",
    ]);
    expect(markingSheet([row("ab1", mark("6.9", 2))])).toBeUndefined();
  });
  it("gives its points and comments to the rows, and comes out as it went in", () => {
    const path = filled("good.csv", (text) =>
      text.replace('6.10,2,,,"It', '6.10,2,"1,5",Which gate?,"It').replace("6.10,2,,,'=", "6.10,2,0,,'="),
    );
    const after = merged(rows, readMarkingSheet(path));
    expect(after.map(({ score }) => score)).toEqual([3.5, 0]);
    expect(after[0].exercises[1]).toMatchObject({
      ...{ points: 1.5, status: "failed", feedback: "Which gate?", byTeacher: true },
    });
    expect(after[0].exercises[0]).toEqual(rows[0].exercises[0]);
    expect(merged(rows, readMarkingSheet(filled("again.csv", () => markingSheet(after) as string)))).toEqual(after);
  });
  it("leaves rows as they are where nothing is filled in, also with semicolons and a byte order mark", () => {
    const path = filled("empty.csv", () => "\uFEFFstudent;notebook;exercise;max;points\nab1;06-currents;6.10;2;\n");
    expect(merged(rows, readMarkingSheet(path))).toEqual(rows);
  });
  it.each([
    ["too many points", "ab1,06-currents,6.10,2,3", /row 2: points are a number from 0 to 2, got 3/],
    ["more than there are, with another maximum", "ab1,06-currents,6.10,9,3", /row 2: exercise 6.10 has 2 points/],
    ["words", "ab1,06-currents,6.10,2,good", /row 2: points are a number from 0 to 2, got good/],
    ["somebody else", "zz9,06-currents,6.10,2,1", /row 2: zz9 has not handed in 06-currents/],
    ["an exercise that is no explanation", "ab1,06-currents,6.9,2,1", /ab1 has written no explanation in exercise 6.9/],
    ["a line twice", "ab1,06-currents,6.10,2,1\nab1,06-currents,6.10,2,2", /row 3: ab1's exercise 6.10 is in .*row 2/],
  ])("refuses %s by name", (name, lines, message) => {
    const path = filled(`${name}.csv`, () => `student,notebook,exercise,max,points\n${lines}\n`);
    expect(() => merged(rows, readMarkingSheet(path))).toThrow(message);
  });
  it("refuses what is no sheet", () => {
    const path = filled("other.csv", () => "name,grade\nab1,2\n");
    expect(() => readMarkingSheet(path)).toThrow(/has no column student, notebook, exercise, max, points/);
  });
});
