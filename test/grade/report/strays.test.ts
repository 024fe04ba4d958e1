import { expect, it } from "vitest";
import type { Graded } from "../../../src/grade/report/results.js";
import { withStrays } from "../../../src/grade/report/strays.js";

const row = (student: string, notebook: string, more: Partial<Graded> = {}): Graded => ({
  ...{ file: `${student}/${notebook}.ipynb`, student, notebook, score: 2, max: 2, exercises: [], broken: [] },
  ...more,
});

it("a notebook that hardly anybody handed in has a word about the totals that it raises", () => {
  const asked = ["a", "b", "c", "d"].map((student) => row(student, "07"));
  const own = row("a", "00", { warnings: ["late"] });
  const broken = row("b", "00", { problem: "it ends in the middle" });
  const told = withStrays([...asked, own, broken]);
  expect(told.slice(0, 4)).toEqual(asked);
  expect(told[4].warnings).toEqual(["late", expect.stringMatching(/^1 of 4 students handed in 00, .*--notebooks/)]);
  expect(told[5]).toEqual(broken);
  expect(withStrays([row("a", "07"), row("b", "08")])).toEqual([row("a", "07"), row("b", "08")]);
});
