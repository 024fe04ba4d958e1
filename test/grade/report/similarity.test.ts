import { describe, expect, it } from "vitest";
import { suspiciousPairs, tokensOf, type Pair } from "../../../src/grade/report/similarity.js";
import { correlation, quantile, statisticsOf } from "../../../src/grade/report/statistics.js";
import type { Graded } from "../../../src/grade/report/results.js";

const handedOut = ["const rate = (I: number): number => {\n  return NaN;\n};"];
const odd = `const rate = (I: number): number => {
  const run = simulate(axon.with({ I: I }), { duration: 1000 });
  let count = 0;
  for (const t of run.spikes) if (t > 300 && t < 1000) count = count + 1;
  return (count / 700) * 1000;
};`;
/** The same with other names, numbers, comments and line ends. */
const copy = `const rate = (current: number): number => { // mine
  const r = simulate(hh.with({ I: current }), { duration: 2000 }); let k = 0;
  for (const s of r.spikes) if (s > 400 && s < 1500) k = k + 1;
  return (k / 900) * 1000; };`;
const usual =
  "const rate = (I: number): number => firingRate(simulate(axon.with({ I: I }), { duration: 500 }).spikes, 500);";
const others = Array.from({ length: 20 }, (_, i) => ({ student: `s${i}`, code: new Map([["7.6", usual]]) }));
const pairs = (...codes: readonly string[]): Pair[] =>
  suspiciousPairs(
    [...codes.map((text, i) => ({ student: `c${i}`, code: new Map([["7.6", text]]) })), ...others],
    handedOut,
  );

describe("codes that are alike", () => {
  it("are found though names, numbers, comments and line ends were changed", () => {
    const [pair, ...more] = pairs(odd, copy);
    expect(more).toEqual([]);
    expect(pair.students).toEqual(["c0", "c1"]);
    expect(pair.share).toBeGreaterThan(0.8);
    expect(pair.exercises).toEqual(["7.6"]);
  });
  it("are not those who wrote what many write, or what was handed out", () => {
    expect(pairs(odd)).toEqual([]);
    expect(pairs(handedOut[0], handedOut[0])).toEqual([]);
  });
  it("are told by tokens: comments and white space are none, a name is like another", () => {
    expect(tokensOf('const a1 = 2.5e3 + f("x") ** b; // c\n/* d */')).toEqual([
      ...["const", "i", "=", "n", "+", "i", "(", "s", ")", "**", "i", ";"],
    ]);
    expect(tokensOf("/* open")).toEqual([]);
  });
});

describe("statistics", () => {
  it("of two quantities are Pearson's; none where one does not vary", () => {
    expect(correlation([1, 2, 3, 4], [2, 4, 6, 8])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3, 5], [2, 1, 4, 3])).toBeCloseTo(3.5 / Math.sqrt(43.75), 12); // by hand
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  });
  it("of an exercise correlate its points with those of the others, not with the sum that it is part of", () => {
    const row = (a: number, b: number): Graded => ({
      ...{ file: "", student: "", score: a + b, max: 4, broken: [] },
      exercises: [a, b].map((points, i) => ({
        ...{ id: `7.${i + 1}`, title: "", points, max: 2, message: "" },
        status: points > 0 ? ("passed" as const) : ("missing" as const),
      })),
    });
    const [one, two] = statisticsOf([row(2, 0), row(0, 2), row(2, 2), row(0, 0)]);
    expect([one.discrimination, one.difficulty, one.solved, two.missing]).toEqual([0, 0.5, 2, 2]);
  });
});
