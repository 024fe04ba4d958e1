import { describe, expect, it } from "vitest";
import { answered, gradeAll } from "./hand-in.js";

/** Cubes, of which the part for positive numbers has 1 of 2 points. */
const cubes = {
  half: "const cube = (x: number): number => Math.abs(x) ** 3;",
  throwing: 'const cube = (x: number): number => { if (x < 0) throw new Error("negative"); return x ** 3; };',
  table: "const cube = (x: number): number => ({ 1: 1, 2: 8, 3: 27 })[x] ?? Math.abs(x);",
  ending: "const cube = (x: number): number => { for (; x < 0; ); return x ** 3; };",
  whole: "const cube = (x: number): number => x * x * x;",
};

describe("an answer of which a part is right", () => {
  const { results, gradebook, feedback } = gradeAll(
    Object.fromEntries(
      Object.entries(cubes).map(([name, code]) => [
        `${name}_90-grading.ipynb`,
        JSON.stringify(answered({ "90.2": code })),
      ]),
    ),
    5000,
  );
  const of = (student: string): (typeof results.submissions)[number] => {
    const row = results.submissions.find((one) => one.student === student);
    if (!row) throw new Error(`no row of ${student}`);
    return row;
  };
  const mark = (student: string): unknown => of(student).exercises.find(({ id }) => id === "90.2");

  it("has the points of that part, also where it throws elsewhere", () => {
    const parts = [{ name: "positive numbers", max: 1, right: true }];
    expect(mark("half")).toMatchObject({ points: 1, max: 2, status: "failed", parts });
    expect(mark("throwing")).toMatchObject({ points: 1, max: 2, status: "error", parts });
    expect(mark("whole")).toMatchObject({ points: 2, status: "passed" });
    expect(of("half").score).toBe(of("whole").score - 1);
    expect(gradebook).toMatch(/half,half_90-grading\.ipynb,7,8,1,1,/);
  });
  it("has nothing for a table of what is asked, or where it does not end", () => {
    expect(mark("table")).toMatchObject({ points: 0, parts: [{ right: false }] });
    expect(mark("ending")).toMatchObject({ points: 0, status: "timeout" });
  });
  it("tells the student which part it is", () => {
    expect(feedback["half"]).toContain("Right already: positive numbers, for 1 of 2 points. Not yet: the whole.");
    expect(JSON.stringify(mark("throwing"))).not.toContain("negative");
  });
});
