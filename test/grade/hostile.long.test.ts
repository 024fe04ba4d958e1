import { beforeAll, describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import type { Graded } from "../../src/grade/report/results.js";
import { attacksOnTheJudge } from "./attacks-on-the-judge.js";
import { attacks, attackTimeout } from "./attacks.js";
import { answered, book, gradeAll, type Handing } from "./hand-in.js";
import { cases } from "./hostile-cases.js";
import { markedAsExpected } from "./marked-as-expected.js";

describe("all of them, graded in one run with honest work", () => {
  markedAsExpected(Object.keys(cases));
});

describe("a wrong answer with an attack beside it", () => {
  const all = { ...attacks, ...attacksOnTheJudge };
  const names = Object.keys(all);
  let handing: Handing;
  const folder = (i: number): string => `attack-${String(i).padStart(3, "0")}`;
  const row = (student: string): Graded =>
    present(
      handing.results.submissions.find((one) => one.student === student),
      `a row of ${student}`,
    );
  beforeAll(() => {
    const honest = ["attack-000-before", "zz-after"].map((name) => [
      `${name}/90-grading.ipynb`,
      JSON.stringify(book()),
    ]);
    const hostile = names.map((name, i) => {
      const notebook = JSON.stringify(answered({ "90.2": all[name] }));
      return [`${folder(i)}/90-grading.ipynb`, notebook];
    });
    handing = gradeAll(Object.fromEntries([...honest, ...hostile]) as Record<string, string>, attackTimeout);
  });

  it("is one of at least 140", () => {
    expect(names.length).toBeGreaterThanOrEqual(140);
  });
  it.each(names.map((name, i) => [name, i] as const))("gains nothing: %s", (_, i) => {
    const { exercises, score, max, problem } = row(folder(i));
    const attacked = present(
      exercises.find(({ id }) => id === "90.2"),
      "a mark of 90.2",
    );
    expect(attacked.points, `${attacked.status}: ${attacked.message}`).toBe(0);
    expect([score <= 6, max, problem]).toEqual([true, 8, undefined]);
  });
  it("costs no one else anything, and leaves nothing behind", () => {
    for (const name of ["attack-000-before", "zz-after"]) expect(row(name).score).toBe(8);
    expect(handing.results.submissions).toHaveLength(names.length + 2);
    expect(handing.leftovers).toEqual([]);
  });
});
