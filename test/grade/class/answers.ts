/** What the students of the class answer to the exercises of notebook 09, with what it is worth. */
import { readFileSync } from "node:fs";
import { present } from "../../../src/checks/present.js";
import { catalogue } from "../../../src/course/catalogue.js";
import { readMaster } from "../../../src/course/masters/master.js";
import { gradeId, notebookFrom } from "../../../src/course/masters/notebook.js";
import type { Stimulus } from "../../../src/solve/stimuli/stimulus.js";
import { cellOf, type Book } from "../hand-in.js";

export const notebook = "09-repetitive-firing";
const masterFile = new URL(`../../../notebooks/source/${notebook}.ts`, import.meta.url);
const master = readMaster(notebook, readFileSync(masterFile, "utf8"));
export const exercises = catalogue[notebook];
export const ids: readonly string[] = exercises.map(({ id }) => id);
const pointsOf = (id: string): number =>
  present(
    exercises.find((exercise) => exercise.id === id),
    `an exercise ${id}`,
  ).points;

/** How an exercise is answered. */
export const ways = ["right", "other route", "mix-up", "blank", "throws", "no TypeScript", "neighbour's"] as const;
export type Way = (typeof ways)[number];
export type Sheet = Readonly<Record<string, Way>>;

/** What an answer is worth, as the exercise's author says it: all or nothing. */
export const worth = (way: Way, id: string): number => (way === "right" || way === "other route" ? pointsOf(id) : 0);

/** Right by another way than the master's. */
const otherRoutes: Readonly<Record<string, string>> = {
  "9.1": `const rate = (I: number): number => {
  const { spikes } = simulate(hodgkinHuxley.with({ I: I }), { duration: 1500 });
  const late = Array.from(spikes).filter((t) => t > 700);
  if (late.length < 2) return 0;
  const gaps = late.slice(1).map((t, i) => t - late[i]);
  return 1000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
};`,
  "9.4": "const betaH = (V: number) => 1 - 1 / (1 + Math.exp((V - 30) / 10));",
  "9.5": `const mistakes: string[] = [];
for (const [letter, text] of Object.entries(aboutTheBalance)) {
  const isWrong = ["gL*V\`", "one and the same", "m*h^3", "\`n\`", "no term", "with a plus"].some((part) => text.includes(part));
  if (isWrong) mistakes.unshift(letter.toUpperCase());
}`,
  "9.6": `const stepOfTheAxon = (V: number, m: number, h: number, n: number, I: number, dt: number): number[] => {
  const state = [V, m, h, n];
  const velocity = hodgkinHuxley.with({ I }).field(state);
  return state.map((x, i) => x + dt * velocity[i]);
};`,
};

/** Wrong as students are wrong: each is a misconception that the exercise names. */
const mixUps: Readonly<Record<string, string>> = {
  "9.1":
    "const rate = (I: number): number => simulate(hodgkinHuxley.with({ I: I }), { duration: 1000 }).spikes.length;",
  "9.2": "const off = pulses(6, { width: 1, at: [50] });",
  "9.3": `const whySilent = "There is so much current that the axon is tired of it. It would like to fire, but " +
  "everything has its limits, and this one was passed some time ago when nobody took care of it at all.";`,
  "9.4": "const betaH = (V: number): number => -V / (Math.exp((30 - V) / 10) + 1);",
  "9.5": `const mistakes = Object.keys(aboutTheBalance).filter((letter) =>
  !/gL\\*V\`|one and the same|m\\*h\\^3|\`n\`|no term|with a plus/.test(aboutTheBalance[letter]));`,
  "9.6": `const stepOfTheAxon = (V: number, m: number, h: number, n: number, I: number, dt: number): number[] =>
  hodgkinHuxley.with({ I }).field([V, m, h, n]).map((velocity) => dt * velocity);`,
};

/** What is right in 9.2 for a student: a pulse at the right moment after a spike of that student's own axon. */
export const nudgeOf = (student: string): Stimulus =>
  present(
    exercises.find(({ id }) => id === "9.2"),
    "the exercise whose numbers are the student's own",
  ).answerOf(student).right as Stimulus;

/** Cells of the handed-out and of the solved notebook. */
const copies = {
  blank: notebookFrom(master, "student", pointsOf) as unknown as Book,
  solved: notebookFrom(master, "solved", pointsOf) as unknown as Book,
};

function codeOf(id: string, way: Way, neighbour: string): string {
  const text = (copy: Book): string => [cellOf(copy, "exercise", id).source].flat().join("");
  if (way === "right" || (way === "other route" && otherRoutes[id] === undefined)) return text(copies.solved);
  if (way === "blank") return text(copies.blank);
  const headed = (code: string): string => `// ✎ exercise ${id}: your answer\n${code}`;
  if (way === "other route") return headed(otherRoutes[id]);
  if (way === "throws") return headed(`throw new RangeError("not finished");\n${mixUps[id]}`);
  if (way === "no TypeScript") return headed(`${mixUps[id]}\nconst = ;`);
  if (way === "neighbour's" && id === "9.2")
    return headed(`const off = pulses(6, { width: 1, at: [${nudgeOf(neighbour).breaks(600)[0]}] });`);
  return headed(mixUps[id]);
}

/** The notebook as a student saves it. */
export function bookOf(student: string, sheet: Sheet, neighbour: string): Book {
  const book = structuredClone(copies.blank);
  for (const id of ids) cellOf(book, "exercise", id).source = codeOf(id, sheet[id], neighbour);
  const first = book.cells.find(({ source }) => [source].flat().join("").includes('student("self-study")'));
  const named = present(first, "a cell in which the student says who it is");
  named.source = [named.source]
    .flat()
    .join("")
    .replace('student("self-study")', `student(${JSON.stringify(student)})`);
  return book;
}

/** Index of an exercise's cells. */
export const at = (book: Book, kind: "exercise" | "check", id: string): number =>
  book.cells.findIndex((cell) => cell.id === gradeId(kind, id));
