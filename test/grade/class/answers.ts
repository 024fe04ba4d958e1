/** What the students of the class answer to the exercises of notebook 07, with what it is worth. */
import { readFileSync } from "node:fs";
import { present } from "../../../src/checks/present.js";
import { catalogue } from "../../../src/course/catalogue.js";
import { readMaster } from "../../../src/course/masters/master.js";
import { gradeId, notebookFrom } from "../../../src/course/masters/notebook.js";
import { cellOf, type Book } from "../hand-in.js";

export const notebook = "07-hodgkin-huxley";
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
  "7.1": `const at = (name: string): number => hodgkinHuxley.quantity(name, [mine.V, 0, 0, 0]);
let gateTime = 1 / (at("alphaN") + at("betaN"));`,
  "7.2": `function potassiumCurrent(V: number, n: number): number {
  const { gK, EK } = hodgkinHuxley.parameters;
  return gK * Math.pow(n, 4) * (V - EK);
}`,
  "7.3": `const rates = (plateau: number, tau: number): number[] => {
  const steady = Math.sqrt(Math.sqrt(plateau / 24.3));
  const alpha = steady / tau;
  return [alpha, 1 / tau - alpha];
};`,
  "7.5": `function peak(amplitude: number, T: number): number {
  const run = simulate(hodgkinHuxley.with({ T }), { duration: 20, stimulus: pulses(amplitude, { width: 0.5, at: [0] }) });
  let highest = -Infinity;
  for (const V of run.states.V) highest = V > highest ? V : highest;
  return highest;
}`,
  "7.6": `const rate = (I: number): number => {
  const { spikes } = simulate(hodgkinHuxley.with({ I: I }), { duration: 1500 });
  const late = Array.from(spikes).filter((t) => t > 700);
  if (late.length < 2) return 0;
  const gaps = late.slice(1).map((t, i) => t - late[i]);
  return 1000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
};`,
  "7.9": "const betaH = (V: number) => 1 - 1 / (1 + Math.exp((V - 30) / 10));",
  "7.10": `const mistakes: string[] = [];
for (const [letter, text] of Object.entries(aboutTheBalance)) {
  const isWrong = ["gL*V\`", "one and the same", "m*h^3", "\`n\`", "no term", "with a plus"].some((part) => text.includes(part));
  if (isWrong) mistakes.unshift(letter.toUpperCase());
}`,
  "7.11": `const stepOfTheAxon = (V: number, m: number, h: number, n: number, I: number, dt: number): number[] => {
  const state = [V, m, h, n];
  const velocity = hodgkinHuxley.with({ I }).field(state);
  return state.map((x, i) => x + dt * velocity[i]);
};`,
};

/** Wrong as students are wrong: each is a misconception that the exercise names. */
const mixUps: Readonly<Record<string, string>> = {
  "7.1": 'const gateTime = hodgkinHuxley.quantity("tauH", [mine.V, 0, 0, 0]);',
  "7.2": "const potassiumCurrent = (V: number, n: number): number => 36 * n * (V + 77);",
  "7.3":
    "const rates = (plateau: number, tau: number): number[] => [plateau / 24.3 / tau, (1 - plateau / 24.3) / tau];",
  "7.4": `const atThePeak = Object.keys(aboutThePeak).filter((letter) =>
  !/is zero|largest at the peak|has reached|only after|no sodium/.test(aboutThePeak[letter]));`,
  "7.5": `const peak = (amplitude: number, T: number): number =>
  simulate(hodgkinHuxley.with({ T: T }), { duration: 30, stimulus: pulses(amplitude, { width: 0.5, at: [1] }) }).at(30).V;`,
  "7.6":
    "const rate = (I: number): number => simulate(hodgkinHuxley.with({ I: I }), { duration: 1000 }).spikes.length;",
  "7.7": "const off = pulses(6, { width: 1, at: [50] });",
  "7.8": `const silenceOf = Object.keys(aboutTheBlock).filter((letter) =>
  !/resting value|cannot open|run down|still more|no current/.test(aboutTheBlock[letter]));`,
  "7.9": "const betaH = (V: number): number => -V / (Math.exp((30 - V) / 10) + 1);",
  "7.10": `const mistakes = Object.keys(aboutTheBalance).filter((letter) =>
  !/gL\\*V\`|one and the same|m\\*h\\^3|\`n\`|no term|with a plus/.test(aboutTheBalance[letter]));`,
  "7.11": `const stepOfTheAxon = (V: number, m: number, h: number, n: number, I: number, dt: number): number[] =>
  hodgkinHuxley.with({ I }).field([V, m, h, n]).map((velocity) => dt * velocity);`,
  "7.12": "const over = 12.3;",
};

/** A name that each exercise asks for. */
export const nameOf: Readonly<Record<string, string>> = {
  ...{ "7.1": "gateTime", "7.2": "potassiumCurrent", "7.3": "rates", "7.4": "atThePeak", "7.5": "peak", "7.6": "rate" },
  ...{ "7.7": "off", "7.8": "silenceOf", "7.9": "betaH", "7.10": "mistakes", "7.11": "stepOfTheAxon", "7.12": "over" },
};

/** The exercises whose answer is a number or a stimulus of one's own: a neighbour's is wrong. */
const ownNumbers: readonly string[] = ["7.1", "7.12"];

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
  const theirs = exercises.find((exercise) => exercise.id === id)?.answerOf(neighbour).right;
  if (way === "neighbour's" && ownNumbers.includes(id)) return headed(`const ${nameOf[id]} = ${String(theirs)};`);
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
