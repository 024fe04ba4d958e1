import { describe, expect, it } from "vitest";
import { pointsOf } from "../../src/course/answers/verdict.js";
import { seeded } from "../../src/course/answers/variant.js";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { exercise } from "../../src/course/exercise.js";
import { attackers } from "./attackers.js";
import { inParts, ofFunctions } from "./kinds.js";

type Call = (...given: unknown[]) => unknown;
const student = "self-study";
const functions = inParts.filter((one) => ofFunctions.includes(one));
const earned = (id: string, given: unknown, seed?: string): number =>
  pointsOf(findExercise(catalogue, id).partsOf(given, student, seed === undefined ? undefined : seeded(seed)));

describe.each(functions.map((one) => [one.id, one] as const))("the parts of the function of exercise %s", (id, one) => {
  it("give nothing to a constant, to zeros, or to what hands its arguments back", () => {
    const { right } = one.answerOf(student);
    const seen: unknown[] = [];
    one.judge((...given: unknown[]) => {
      seen.push((right as Call)(...given));
      return seen.at(-1);
    }, student);
    const idle: Call[] = [
      ...[0, 1, "", "saddle", [], [0], [0, 0], [0, 0, 0, 0], {}, true, ...seen].map((value) => () => value),
      (...given) => given,
      (first) => first,
      (...given) => given.slice(0, 2),
      (...given) => given.slice(0, 4),
    ];
    // What is judged at a glance, in the notebook, is no more generous than the grader.
    expect(idle.map((answer) => earned(id, answer))).toEqual(idle.map(() => 0));
  });

  it("give attackers no more than what their answer is worth without the trick", () => {
    const { misconceptions } = one.answerOf(student);
    const worth = new Map(misconceptions.map(({ name, wrong }) => [`a table, else ${name}`, earned(id, wrong, "x")]));
    const gained = attackers(one, student).flatMap(([name, make]) =>
      ["a", "b", "c"].flatMap((seed) => {
        const answer = make();
        one.judge(answer, student);
        const points = earned(id, answer, seed);
        return points > (worth.get(name) ?? 0) ? [`${name}: ${points}`] : [];
      }),
    );
    expect(gained).toEqual([]);
  });
});

describe("an exercise in parts", () => {
  const made = (points: number, holds: () => boolean): ReturnType<typeof exercise> =>
    exercise({
      ...{ id: "1.1", title: "T", points: 2, hints: ["a", "b"] },
      answer: () => ({
        ...{ shape: "a number", right: 1, misconceptions: [], parts: [{ name: "half", points, holds }] },
        judge: () => ({ kind: "wrong", feedback: "" }),
      }),
    });

  it("refuses parts that are worth more than the whole", () => {
    expect(() => made(3, () => true).judge(1, "x")).toThrow(/exercise 1\.1 has 2 points, its parts have 3/);
  });
  it("gives nothing for a part in which the student's code throws", () => {
    const throws = made(1, () => {
      throw new Error("mine");
    });
    expect(throws.judge(1, "x").parts).toEqual([{ name: "half", max: 1, right: false }]);
    expect(made(1, () => true).judge(1, "x").parts).toEqual([{ name: "half", max: 1, right: true }]);
  });
  it("gives nothing where all parts hold, though the whole does not: it changes from call to call", () => {
    expect(pointsOf(made(2, () => true).partsOf(1, "x"))).toBe(0);
  });
});
