import { expect, test } from "vitest";
import { catalogue } from "../../src/course/catalogue.js";
import { predictions, predictionsOf } from "../../src/course/predictions/predictions.js";
import { fiCurve } from "../../src/experiments/fi-curve.js";
import { prescott } from "../../src/models/prescott.js";
import { withoutMarks } from "../../src/course/masters/numbers.js";
import { claims } from "./numbers/claims/claims.js";
import { ofExercises, saidByExercises } from "./numbers/claims/exercises.js";
import { agrees, masterOf } from "./numbers/disagreements.js";
import { exerciseTexts, numbersIn } from "./numbers/exercise-texts.js";
import { scopeOf } from "./numbers/scope.js";

const exercises = exerciseTexts();
const notebookOf = (id: string): string =>
  Object.keys(catalogue).find((name) => catalogue[name].some((exercise) => exercise.id === id)) ?? "";
const computed = (id: string): readonly string[] => saidByExercises[id] ?? [];

test("the texts of all exercises are found", () => {
  const ids = Object.values(catalogue).flatMap((own) => own.map(({ id }) => id));
  expect(exercises.map(({ id }) => id).sort()).toEqual(ids.sort());
});

test.each(Object.keys(saidByExercises))("what exercise %s says beside its notebook is what its marks give", (id) => {
  const name = notebookOf(id);
  const evaluate = scopeOf(masterOf(name), { ...claims[name]?.names, ...ofExercises });
  const said = exercises.find((exercise) => exercise.id === id)?.texts ?? [];
  for (const phrase of computed(id)) {
    const { text, numbers } = withoutMarks(phrase);
    expect(said.filter((sentence) => sentence.includes(text)).length, `${id} no longer says "${text}"`).toBeGreaterThan(
      0,
    );
    for (const number of numbers) {
      const value = evaluate(number.by) as number;
      expect(agrees(number, value), `${id}: ${number.printed}, but ${number.by} is ${value}`).toBe(true);
    }
  }
});

test("a number that an exercise says stands in its notebook or in its own code, or is computed here", () => {
  const known = new Map(
    Object.keys(catalogue).map((name) => [name, new Set(masterOf(name).cells.flatMap(({ text }) => numbersIn(text)))]),
  );
  const alone = exercises.flatMap(({ id, texts, inCode }) => {
    const marked = computed(id).flatMap((phrase) => numbersIn(withoutMarks(phrase).text));
    const stands = (x: number): boolean =>
      [0, 1, 2].includes(x) || inCode.has(x) || marked.includes(x) || known.get(notebookOf(id))?.has(x) === true;
    return texts.flatMap((text) =>
      numbersIn(text)
        .filter((x) => !stands(x))
        .map((x) => `${id}: ${x} in "${text}"`),
    );
  });
  expect(alone).toEqual([]);
});

test("the number that a prediction waits for is computed by a mark in its explanation", () => {
  const waits = Object.keys(catalogue).flatMap((name) =>
    predictionsOf(predictions, name)
      .filter(({ right }) => typeof right === "number")
      .map(({ id, right }) => {
        const explained = masterOf(name).cells.find(({ kind, exercise }) => kind === "explain" && exercise === id);
        return { id, computed: explained?.numbers.some(({ value, relation }) => relation === "=" && value === right) };
      }),
  );
  expect(waits.filter((prediction) => prediction.computed !== true)).toEqual([]);
  expect(waits.length).toBeGreaterThan(10);
});

test("the curve that 15.2 draws for somebody who knew is the curve", () => {
  const sketched = predictions.filter(({ right }) => Array.isArray(right));
  expect(sketched.map(({ id }) => id)).toEqual(["15.2"]);
  const points = sketched[0].right as readonly (readonly number[])[];
  const { rate } = fiCurve(
    prescott.preset("class 1"),
    points.map(([I]) => I),
    { duration: 600 },
  );
  points.forEach(([, hertz], k) => expect(Math.abs(rate[k] - hertz)).toBeLessThan(1));
});
