import { describe, expect, it } from "vitest";
import type { Graded, Mark } from "../../src/grade/report/results.js";
import { answered, book, gradeAll, type Book } from "./hand-in.js";

/** Cubes, of which the part for positive numbers has 1 of 2 points. */
const cubes = {
  half: "const cube = (x: number): number => Math.abs(x) ** 3;",
  throwing: 'const cube = (x: number): number => { if (x < 0) throw new Error("negative"); return x ** 3; };',
  table: "const cube = (x: number): number => ({ 1: 1, 2: 8, 3: 27 })[x] ?? Math.abs(x);",
  ending: "const cube = (x: number): number => { for (; x < 0; ); return x ** 3; };",
  whole: "const cube = (x: number): number => x * x * x;",
};

/** Without the cell of the first exercise. */
function cutShort(): Book {
  const notebook = book("solved", "91-follow-on");
  return { ...notebook, cells: notebook.cells.filter(({ id }) => id !== "exercise-91-1") };
}

const stub = "const slope = (x: number): number => {\n  return NaN;\n};";
/** Answers to exercises of which 91.2 builds on 91.1 and 91.3 on both, and the points of all four. */
const chains: Readonly<Record<string, [Readonly<Record<string, string>> | Book, points: readonly number[]]>> = {
  all: [{}, [2, 1, 3, 1]],
  unshifted: [{ "91.1": "const slope = (x: number): number => line.a * x;" }, [0, 1, 3, 1]],
  stub: [{ "91.1": stub }, [0, 1, 3, 1]],
  stopper: [{ "91.1": `throw new Error("no");\n${stub}` }, [0, 1, 3, 1]],
  untyped: [{ "91.1": "const slope: string = 1;" }, [0, 1, 3, 1]],
  deleted: [cutShort(), [0, 1, 3, 1]],
  reordered: [{ "91.1": "let slope = (x: number): number => 0;\nslope = (x) => 1;" }, [0, 1, 3, 1]],
  twice: [{ "91.1": stub, "91.2": "const rise = right;" }, [0, 0, 3, 1]],
  partly: [{ "91.1": stub, "91.3": "const ends = { from: slope(0), to: 2 * rise };" }, [0, 1, 1, 1]],
  apart: [{ "91.1": stub, "91.2": "const rise = 5;", "91.3": "const ends = { from: 0.5, to: 1 };" }, [0, 0, 1, 1]],
  pry: [
    {
      "91.1": stub,
      "91.2": "(globalThis as any).loot = slope(0);\nconst rise = 6;\nthrow new Error(`${slope} ${slope(0)} loot`);",
      "91.3": "const ends = { from: slope.toString(), to: 12 } as any;",
      "91.4": "const alone = 8 * (globalThis as any).loot;",
    },
    [0, 0, 0, 0],
  ],
};

const notebooks = {
  ...Object.fromEntries(
    Object.entries(cubes).map(([name, code]) => [`${name}_90-grading.ipynb`, answered({ "90.2": code })]),
  ),
  ...Object.fromEntries(
    Object.entries(chains).map(([name, [given]]) => [
      `${name}_91-follow-on.ipynb`,
      "cells" in given ? given : answered(given as Readonly<Record<string, string>>, "91-follow-on"),
    ]),
  ),
};
const { results, gradebook, feedback } = gradeAll(
  Object.fromEntries(Object.entries(notebooks).map(([name, notebook]) => [name, JSON.stringify(notebook)])),
  2000,
);
const of = (student: string): Graded => {
  const row = results.submissions.find((one) => one.student === student);
  if (!row) throw new Error(`no row of ${student}`);
  return row;
};

describe("an answer of which a part is right", () => {
  const mark = (student: string): unknown => of(student).exercises.find(({ id }) => id === "90.2");

  it("has the points of that part, also where it throws elsewhere", () => {
    const parts = [{ name: "positive numbers", max: 1, right: true }];
    expect(mark("half")).toMatchObject({ points: 1, max: 2, status: "failed", parts });
    expect(mark("throwing")).toMatchObject({ points: 1, max: 2, status: "error", parts });
    expect(mark("whole")).toMatchObject({ points: 2, status: "passed" });
    expect(of("half").score).toBe(of("whole").score - 1);
    expect(gradebook).toMatch(/half,,90-grading,7,8,,1,1,/);
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

describe("an answer that builds on one which is not right", () => {
  const mark = (student: string, id: string): Mark | undefined => of(student).exercises.find((one) => one.id === id);

  it.each(Object.entries(chains).map(([name, [, points]]) => [name, points] as const))(
    "is judged with the reference value, for this student's numbers: %s",
    (student, points) => {
      expect(of(student).exercises.map((one) => one.points)).toEqual(points);
    },
  );
  it("says so, to the teacher and to the student, and only there", () => {
    expect(mark("unshifted", "91.2")).toMatchObject({ status: "passed", message: "" });
    expect(mark("unshifted", "91.3")).toMatchObject({
      status: "passed",
      message: "judged with the reference value of 91.1",
      reference: ["91.1"],
    });
    expect(mark("stub", "91.3")?.message).toBe("judged with the reference values of 91.1, 91.2");
    expect(mark("partly", "91.3")).toMatchObject({ status: "failed", parts: [{ right: true }, { right: false }] });
    expect(feedback["unshifted"]).toContain("It builds on 91.1, so it was judged once more with a right answer there");
    for (const student of ["all", "apart", "pry"]) expect(JSON.stringify(of(student))).not.toContain("reference");
  });
  it("does not tell what it was lent", () => {
    const told = JSON.stringify(of("pry")) + feedback["pry"];
    expect(told).toContain("loot"); // what it throws by itself
    expect(told).not.toMatch(/0\.5|line\.a|\* x/);
  });
});

it("beside an answer that is not right stands what its figure looks like for others, where that tells no answer", () => {
  const drawn = (student: string): RegExpMatchArray | null =>
    feedback[student].match(/<figure class="drawn"><svg.*?<figcaption>[^<]*/g);
  expect(drawn("unshifted")).toHaveLength(1);
  expect(drawn("unshifted")?.[0]).toMatch(/What such a figure looks like, for other numbers than yours$/);
  // That of 91.2 would show the number that is asked for, which is everybody's; 91.1 is not answered.
  expect(drawn("twice")).toBeNull();
  expect(drawn("all")).toBeNull();
});
