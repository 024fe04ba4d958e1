/** Answers as they are typed into cells, and lists of letters: what is right passes, and nothing else. */
import ts from "typescript";
import { expect, it } from "vitest";
import { seeded } from "../../../src/course/answers/variant.js";
import { catalogue, findExercise } from "../../../src/course/catalogue.js";
import * as nullcline from "../../../src/index.js";
import { cells } from "./cells.js";
import { masterOf } from "../numbers/disagreements.js";

const student = "self-study";

/** What a notebook has in a cell that begins so: its text up to the first line that ends it. */
function fromMaster(notebook: string, start: string): string {
  const texts = masterOf(notebook).cells.map((cell) => cell.text);
  const text = texts.find((each) => each.includes(start)) ?? "";
  expect(text, start).not.toBe("");
  const from = text.indexOf(start);
  return text.slice(from, text.indexOf(";\n", from) + 1 || undefined);
}

/** What stands above each answer, and the name that is handed in. */
const above: Readonly<Record<string, readonly [name: string, text: () => string]>> = {
  "1.3": [
    "yourSodium",
    () =>
      `${fromMaster("01-the-neuron", "const [K, Na] = ")}${fromMaster("01-the-neuron", "const [Cl, Ca] = ")}` +
      `${fromMaster("01-the-neuron", "const restingMembrane = ")} const own = variant("1.3");`,
  ],
  "2.2": ["bar", () => `const bars = variant("2.2");`],
  "4.1": ["arrow", () => `${fromMaster("04-the-phase-plane", "const neuron = ")} const place = variant("4.1");`],
  "4.7": [
    "lag",
    () =>
      `${fromMaster("04-the-phase-plane", "const neuron = ")} const driven = neuron.with({ I: 10 });` +
      `const start = variant("4.7"); ${fromMaster("04-the-phase-plane", "const two = ")}`,
  ],
  "13.2": ["nextState", () => ""],
  "16.2": [
    "leastPush",
    () =>
      `${fromMaster("16-integrators-and-resonators", "const integrator = ")}` +
      `${fromMaster("16-integrators-and-resonators", "const resonator = ")}` +
      `${fromMaster("16-integrators-and-resonators", "const homes = ")}` +
      `const { size } = variant("16.2"); ${fromMaster("16-integrators-and-resonators", "const helped = ")}`,
  ],
};

/** Whether a cell has its points: it is right, and where the grader asks again too. */
function passes(id: string, cell: string): boolean {
  const [name, text] = above[id];
  const { outputText } = ts.transpileModule(`${text()}\n${cell}\nreturn ${name};`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const names = { ...nullcline, variant: (of: string) => findExercise(catalogue, of).variantOf(student) };
  const answer: unknown = new Function(...Object.keys(names), outputText)(...Object.values(names));
  const exercise = findExercise(catalogue, id);
  if (exercise.judge(answer, student).kind !== "right") return false;
  return ["a", "b"].every((seed) => exercise.holdsElsewhere(answer, student, seeded(seed)));
}

it.each(Object.entries(cells))(
  "exercise %s takes five right cells, and none of ten wrong ones",
  (id, { right, wrong }) => {
    expect(right.length).toBe(5);
    expect(Object.keys(wrong).length).toBeGreaterThanOrEqual(10);
    expect(right.filter((cell) => !passes(id, cell))).toEqual([]);
    expect(Object.entries(wrong).flatMap(([name, cell]) => (passes(id, cell) ? [name] : []))).toEqual([]);
  },
);

const mistakes = Object.values(catalogue)
  .flat()
  .filter((exercise) => exercise.sentencesOf !== undefined);

it.each(mistakes.map((exercise) => [exercise.id, exercise] as const))(
  "exercise %s takes the wrong sentences in any order, and no other list",
  (_id, exercise) => {
    for (const who of ["self-study", "ada", "grace", "mo"]) {
      const letters = Object.keys(exercise.variantOf(who));
      const right = exercise.answerOf(who).right as string[];
      const others = letters.filter((letter) => !right.includes(letter));
      const lying = (changes: object): string[] => Object.assign([...letters], changes);
      const wrong: Readonly<Record<string, unknown>> = {
        none: [],
        all: letters,
        "the true ones": others,
        "one missing": right.slice(1),
        "one too many": [...right, others[0]],
        "a text": right.join(""),
        "one text in a list": [right.join(", ")],
        places: right.map((letter) => letters.indexOf(letter)),
        "a letter that is none": [...right, "z"],
        "a record": Object.fromEntries(right.map((letter, i) => [i, letter])),
        "a list in a list": [right],
        "a set": new Set(right),
        "the sentences": right.map((letter) => exercise.sentencesOf?.(who)[letter]),
        "a list with a map of its own": lying({ map: () => right }),
        "a list that is walked otherwise": lying({ [Symbol.iterator]: () => right.values() }),
      };
      const passed = Object.entries(wrong).filter(([, answer]) => exercise.judge(answer, who).kind === "right");
      expect(passed.map(([name]) => name)).toEqual([]);
      const ways = [right, [...right].reverse(), right.map((letter) => letter.toUpperCase()), [...right, right[0]]];
      for (const answer of ways) expect(exercise.judge(answer, who)).toEqual({ kind: "right" });
    }
  },
);

it("5.6 takes its kind and its input as numbers and names are written, and nothing near it", () => {
  const exercise = findExercise(catalogue, "5.6");
  for (const who of ["self-study", "ada", "grace"]) {
    const { kind, at } = exercise.answerOf(who).right as { kind: string; at: number };
    const four = [
      "saddle-node on invariant circle",
      "saddle-node",
      "supercritical Andronov-Hopf",
      "subcritical Andronov-Hopf",
    ];
    const wrong: Readonly<Record<string, unknown>> = {
      ...Object.fromEntries(four.filter((other) => other !== kind).map((other) => [other, { kind: other, at }])),
      "a tenth more": { kind, at: 1.1 * at },
      "4 % less": { kind, at: 0.96 * at },
      "no input": { kind, at: NaN },
      "no kind": { kind: "", at },
      "a list": [kind, at],
      "in nA": { kind, at: 1000 * at },
      "all four": { kind: four, at },
      "half a name": { kind: "Andronov-Hopf", at },
      "the wrong sign": { kind, at: -at },
      "a number in quotation marks": { kind, at: `${at}` },
    };
    const passed = Object.entries(wrong).filter(([, answer]) => exercise.judge(answer, who).kind === "right");
    expect(passed.map(([name]) => name)).toEqual([]);
    for (const part of [0.975, 1, 1.025]) expect(exercise.judge({ kind, at: part * at }, who).kind).toBe("right");
    expect(exercise.judge({ kind: ` ${kind.toUpperCase()}`, at }, who).kind).toBe("right");
    expect(exercise.judge({ at, kind, note: "mine" }, who).kind).toBe("right");
  }
});
