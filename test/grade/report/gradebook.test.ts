import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { gradebook } from "../../../src/grade/report/gradebook.js";

const nobody = { format: "nullcline results 1", absent: [] } as const;

describe("the gradebook", () => {
  it("has a row a submission, a column an exercise in order of ids, no points of what was not marked, and no formula", () => {
    const exercise = (id: string, points: number) =>
      ({ id, title: "", points, max: 2, status: "passed", message: "" }) as const;
    expect(
      gradebook({
        ...nobody,
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
            name: "Doe, J",
            late: true,
            warnings: ["-1"],
            notebook: "08",
            exercises: [exercise("8.1", 2)],
            broken: [],
          },
          {
            ...{ file: "c.pdf", student: "c", score: 0, max: 2, problem: "it is a PDF", broken: [] },
            exercises: [exercise("8.1", 0)],
          },
        ],
      }),
    ).toBe(
      [
        "student,name,notebook,score,max,late,7.9 (2),7.10 (2),8.1 (2),file,note",
        '"b ""x"", y",,,3,4,,2,1,,b/07.ipynb,',
        "'=cmd|' /C calc'!A0,\"Doe, J\",08,2,2,late,,,2,'=1+1.ipynb,'-1",
        "c,,,,2,,,,,c.pdf,it is a PDF",
        "",
      ].join("\r\n"),
    );
  });

  it("comes back as it was, whatever is in the names", () => {
    const names = ["Doe, Jane", 'the "third"', "two\nlines", "two\r\nlines", "semi;colon", " spaces ", "Groß"];
    const submissions = names.map((student) => ({
      ...{ student, file: `${student}/07.ipynb`, score: 0, max: 0, exercises: [], broken: [] },
    }));
    expect(parse(gradebook({ ...nobody, submissions })).slice(1)).toEqual(
      names.map((name) => [name, "", "", "0", "0", "", `${name}/07.ipynb`, ""]),
    );
  });

  it("has no formula in a name, quoted or not", () => {
    const names = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x","y")'];
    const submissions = names.map((student) => ({
      ...{ student, file: "f", score: 0, max: 0, exercises: [], broken: [] },
    }));
    for (const [student] of parse(gradebook({ ...nobody, submissions })).slice(1)) expect(student).toMatch(/^'/);
  });
});
