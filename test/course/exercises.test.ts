import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import type { Exercise } from "../../src/course/exercise.js";
import { verdictCard } from "../../src/course/verdict-card.js";
import { seeded } from "../../src/course/answers/variant.js";
import { pointsOf, type Verdict } from "../../src/course/answers/verdict.js";
import { inParts, ofFunctions } from "./kinds.js";
import { codeOf, namesIn, slips } from "./slips.js";

// What has parts is asked here too: their answers are dear, and known by then.
const exercises = Object.entries(catalogue).flatMap(([notebook, list]) =>
  list.map((exercise) => ({ notebook, exercise, id: exercise.id })),
);

/** Whether the answer is one or several letters of options. */
function isOfOptions(exercise: Exercise): boolean {
  const { right, shape, written } = exercise.answerOf("self-study");
  return !written && (typeof right === "string" || shape.startsWith("a list of the wrong sentences"));
}

/** One student, and a second where letters are dealt anew; `exercises.long.test.ts` asks a class of 60. */
const students = (exercise: Exercise): string[] =>
  exercise.varies && isOfOptions(exercise) ? ["self-study", "student-0"] : ["self-study"];

const told = (verdict: Verdict): string => JSON.stringify(verdict);

describe("the exercises", () => {
  it("have ids of their own, that begin with their notebook's number", () => {
    const ids = exercises.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const { notebook, id } of exercises)
      expect(Number(id.split(".")[0]), `${id} in ${notebook}`).toBe(Number(notebook.slice(0, 2)));
  });
  it("have options of a student's own: where all have the same, a neighbour's letters are right", () => {
    const ofOptions = exercises.filter(({ exercise }) => isOfOptions(exercise));
    expect(ofOptions.length).toBeGreaterThan(6);
    expect(ofOptions.filter(({ exercise }) => !exercise.varies).map(({ id }) => id)).toEqual([]);
  });
  it("ask for a function, and have parts, where the tests of such say so", () => {
    const answers = exercises.map(({ exercise, id }) => ({ id, ...exercise.answerOf("self-study") }));
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
    expect(ids(ofFunctions)).toEqual(ids(answers.filter(({ right }) => typeof right === "function")));
    expect(ids(inParts)).toEqual(ids(answers.filter(({ parts }) => parts !== undefined)));
  });
});

describe.each(exercises.map((each) => [each.id, each] as const))("exercise %s", (_id, { exercise, notebook }) => {
  it("has the right answer right, and nothing else", () => {
    for (const student of students(exercise)) {
      const answer = exercise.answerOf(student);
      const verdict = exercise.judge(answer.right, student);
      expect(verdict.kind, `${student}, ${JSON.stringify(exercise.variantOf(student))}: ${told(verdict)}`).toBe(
        "right",
      );
      expect(exercise.judge(undefined, student).kind).toBe("unanswered");
      if (typeof answer.right === "function")
        expect(exercise.judge(() => Number.NaN, student).kind, "a function that gives NaN").toBe("unanswered");
      expect(exercise.judge({ nothing: "of the kind" }, student).kind).not.toBe("right");
    }
  });

  it("recognises each of its misconceptions, at least two, as what it is, which has less than all points", () => {
    for (const student of students(exercise)) {
      const { misconceptions } = exercise.answerOf(student);
      expect(misconceptions.length).toBeGreaterThanOrEqual(2);
      for (const { name, wrong } of misconceptions) {
        const verdict = exercise.judge(wrong, student);
        expect(
          verdict.kind === "misconception" ? verdict.name : told(verdict),
          `${student}, ${JSON.stringify(exercise.variantOf(student))}`,
        ).toBe(name);
        expect(pointsOf(verdict.parts ?? []), name).toBeLessThan(exercise.points);
      }
    }
  });

  it("asks at least 200 different questions where its numbers are a student's own", () => {
    if (!exercise.varies) return;
    const asked = new Set<string>();
    for (let i = 0; i < 4000 && asked.size < 200; i++) asked.add(JSON.stringify(exercise.variantOf(`student-${i}`)));
    expect(asked.size).toBe(200);
  });

  it("takes no answer that is made from the right one by a slip", () => {
    const { right, shape } = exercise.answerOf("self-study");
    const passed = slips(exercise.id, right, shape).filter(
      ([, answer]) => exercise.judge(answer, "self-study").kind === "right",
    );
    expect(passed.map(([slip]) => slip)).toEqual([]);
  });

  it("hints with names only that its notebook knows", () => {
    const cells = codeOf(notebook);
    const known = new Set(cells.match(/[\p{L}_$][\p{L}\d_$]*/gu));
    for (const hint of exercise.hints)
      expect(
        namesIn(hint).filter((name) => !known.has(name) && !(name in globalThis)),
        hint,
      ).toEqual([]);
  });

  it("does not give the right number away in what it says to a wrong answer", () => {
    const answer = exercise.answerOf("self-study");
    if (typeof answer.right !== "number") return;
    const digits = String(Number(answer.right.toPrecision(3)));
    if (digits.replace(/[-.]/g, "").length < 3) return; // a 2 or a 10 may come up anywhere
    for (const { wrong } of answer.misconceptions) {
      const { heading, lines } = verdictCard(exercise, exercise.judge(wrong, "self-study"), "self-study");
      expect([heading, ...lines].join(" ")).not.toContain(digits);
    }
  });

  it("is announced in its notebook with the points that it earns", () => {
    const master = readFileSync(new URL(`../../notebooks/source/${notebook}.ts`, import.meta.url), "utf8");
    const { id, points } = exercise;
    expect(master).toContain(`**Exercise ${id}** (${points} ${points === 1 ? "point" : "points"})`);
  });

  it("has a title, points and at least two different hints", () => {
    expect(exercise.title).not.toBe("");
    expect(exercise.points).toBeGreaterThan(0);
    expect(new Set(exercise.hints).size).toBe(exercise.hints.length);
    expect(exercise.hints.length).toBeGreaterThanOrEqual(2);
  });
});

const student = "self-study";
const earned = (id: string, given: unknown): number => pointsOf(findExercise(catalogue, id).partsOf(given, student));

describe.each(inParts.map((one) => [one.id, one] as const))("the parts of exercise %s", (id, one) => {
  it("have names and points, hold of the right answer, and of nothing that is no answer", () => {
    const { parts = [], right } = one.answerOf(student);
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
    for (const part of parts) {
      expect(part.points * 2, part.name).toSatisfy((twice: number) => Number.isInteger(twice) && twice > 0);
      for (const seed of ["a", "b", "c"]) expect(part.holds(right, seeded(seed)), part.name).toBe(true);
    }
    for (const none of [undefined, null, Number.NaN, 0, "", [], {}, { is: "number" }, "right", () => undefined])
      expect(earned(id, none), String(none)).toBe(0);
  });
});

describe("a record of which half is right", () => {
  it("has the points of that half, and nothing for texts, lists, infinity or a neighbour's numbers", () => {
    const { EL, gK } = findExercise(catalogue, "7.4").answerOf(student).right as Record<string, number>;
    expect(earned("7.4", { gL: 1, EL, gK, EK: 0 })).toBe(2);
    expect(earned("7.4", { gL: 1, EL: String(EL), gK: [gK], EK: Infinity })).toBe(0);
    expect(earned("7.4", [EL, gK])).toBe(0);
    for (const id of ["4.5", "5.4", "7.4"]) {
      const neighbour = findExercise(catalogue, id).answerOf("neighbour").right;
      expect(earned(id, neighbour), id).toBeLessThan(findExercise(catalogue, id).points);
    }
  });
});
