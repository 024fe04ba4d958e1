import { expect, it } from "vitest";
import { seeded } from "../../src/course/answers/variant.js";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { hostileAnswers } from "./hostile-answers.js";
import { idleTexts, otherIrregularities } from "./hostile-words.js";

it.each(Object.entries(hostileAnswers))(
  "exercise %s gives no points to five wrong answers that mean harm",
  (id, answers) => {
    const exercise = findExercise(catalogue, id);
    expect(Object.keys(answers).length).toBeGreaterThanOrEqual(5);
    const passed = Object.entries(answers).flatMap(([name, answer]) => {
      if (exercise.judge(answer, "self-study").kind !== "right") return [];
      return ["a", "b", "c"]
        .filter((seed) => exercise.holdsElsewhere(answer, "self-study", seeded(seed)))
        .map(() => name);
    });
    expect(passed).toEqual([]);
  },
);

it("is no membrane of one's own that has a wave added which is zero wherever an even grid looks", () => {
  const exercise = findExercise(catalogue, "10.2");
  const right = exercise.answerOf("self-study").right as Model;
  const wavy = defineModel({
    name: "wavy",
    source: "nobody",
    equations: right.equations.replace("dV/dt = ", "dV/dt = gL*Vm*sin(0.6*3.141592653589793*V/Vm) + "),
    states: { V: state(-60, "mV") },
    parameters: Object.fromEntries(
      Object.entries(right.parameters).map(([name, value]) => [name, [value, right.units[name]]]),
    ) as never,
  });
  expect(exercise.judge(right, "self-study").kind).toBe("right");
  expect(exercise.judge(wavy, "self-study")).toMatchObject({ name: "moves as it should" });
});

it("18.6 is no other number that one gets from the network", () => {
  const exercise = findExercise(catalogue, "18.6");
  const others = Object.entries(otherIrregularities(exercise.variantOf("self-study") as never));
  expect(others.length).toBeGreaterThanOrEqual(10);
  expect(others.filter(([, answer]) => exercise.judge(answer, "self-study").kind === "right")).toEqual([]);
});

it("18.8 gives no point to a text that explains nothing", () => {
  const exercise = findExercise(catalogue, "18.8");
  expect(Object.keys(idleTexts).length).toBeGreaterThanOrEqual(10);
  const passed = Object.entries(idleTexts).filter(([, text]) => exercise.judge(text, "self-study").kind === "right");
  expect(passed).toEqual([]);
});
