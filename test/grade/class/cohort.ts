/** A class of 200 whose marks are known: who hands in what, how, and what it is worth. Nothing but the seed decides. */
import { present } from "../../../src/checks/present.js";
import { random } from "../../../src/numerics/random.js";
import { bookOf, exercises, ids, nudgeOf, worth, type Sheet, type Way } from "./answers.js";
import { nameOf, platforms, type Student, type Upload } from "./platforms.js";
import { attacks, shapes, type Shape } from "./shapes.js";

/** What a student does, and what must come of it. */
export interface Case {
  /** What a teacher would call it. */
  readonly what: string;
  readonly student: Student;
  readonly uploads: readonly Upload[];
  /** By exercise. */
  readonly points: Readonly<Record<string, number>>;
  /** Whether it can be read and marked at all. */
  readonly marked: boolean;
  readonly late: boolean;
}

const seed = 20_261_120;
const { uniform } = random(seed);
const pick = <T>(from: readonly T[]): T => from[Math.floor(uniform() * from.length)];

const all = (way: Way): Sheet => Object.fromEntries(ids.map((id) => [id, way]));
const drawn = (from: readonly Way[]): Sheet => Object.fromEntries(ids.map((id) => [id, pick(from)]));
/** As most of a class: more right than wrong. */
const usual = (): Sheet => drawn(["right", "right", "right", "other route", "mix-up", "blank"]);

/** What is answered, where the file itself is as it should be; how many do so. */
const honest: readonly (readonly [string, number, () => Sheet])[] = [
  ["all right", 24, () => all("right")],
  ["all right, by other routes", 10, () => all("other route")],
  ["half of it, the rest untouched", 16, () => drawn(["right", "blank"])],
  ["usual mix-ups among right answers", 18, () => drawn(["right", "mix-up"])],
  ["mix-ups alone", 4, () => all("mix-up")],
  ["untouched", 4, () => all("blank")],
  ["cells that throw", 5, () => drawn(["right", "throws"])],
  ["cells that are no TypeScript", 5, () => drawn(["right", "no TypeScript"])],
  ["a neighbour's nudge", 5, () => ({ ...all("right"), "9.2": "neighbour's" })],
];

const unreadable: readonly Shape[] = [
  ...(["cut off in the middle", "an empty file", "a PDF", "`null` as JSON", "a damaged zip", "a zip bomb"] as const),
  "a zip that leads out of itself",
];
const single: readonly Shape[] = [...unreadable, "with 22 MB of output"];

const points = (sheet: Sheet): Record<string, number> =>
  Object.fromEntries(ids.map((id) => [id, worth(sheet[id], id)]));
const nothing = (): Record<string, number> => points(all("blank"));

/** A student whose nudge does not stop another's axon. */
export function neighbourOf(student: string): string {
  const own = present(
    exercises.find(({ id }) => id === "9.2"),
    "an exercise whose numbers are the student's own",
  );
  for (let i = 0; ; i++) {
    const other = `neighbour-${i}`;
    if (own.judge(nudgeOf(other), student).kind !== "right") return other;
  }
}

/** All 200. */
export function cohort(): Case[] {
  const cases: Case[] = [];
  const add = (what: string, make: (student: Student) => Omit<Case, "what" | "student">, at?: Student["platform"]) => {
    const place = cases.length;
    const platform = at ?? platforms[place % platforms.length];
    const student: Student = { id: `s${String(place).padStart(3, "0")}`, name: nameOf(place), place, platform };
    cases.push({ what, student, ...make(student) });
  };
  const upload = (student: Student, shape: Shape, sheet: Sheet, attempt = 1, late = false): Upload => {
    const neighbour = sheet["9.2"] === "neighbour's" ? neighbourOf(student.id) : student.id;
    return { student, attempt, late, shaped: shapes[shape](bookOf(student.id, sheet, neighbour)) };
  };
  const one =
    (shape: Shape, sheet: Sheet, late = false) =>
    (student: Student) => ({
      uploads: [upload(student, shape, sheet, 1, late)],
      points: unreadable.includes(shape) ? nothing() : points(sheet),
      marked: !unreadable.includes(shape),
      late,
    });

  for (const [what, count, sheet] of honest)
    for (let i = 0; i < count; i++) add(what, one("as Jupyter saves it", sheet()));
  for (const shape of (Object.keys(shapes) as Shape[]).filter((name) => name !== "as Jupyter saves it"))
    for (let i = 0; i < (single.includes(shape) ? 1 : 2); i++) add(shape, one(shape, usual()));
  for (const platform of ["Canvas", "Blackboard", "nbgrader", "Gradescope"] as const)
    for (let i = 0; i < 2; i++) add("handed in late", one("as Jupyter saves it", usual(), true), platform);
  for (const platform of ["Moodle", "Canvas", "Blackboard"] as const)
    for (let i = 0; i < 3; i++) {
      const [before, last] = [usual(), usual()];
      add(
        "handed in twice: the last counts",
        (student) => ({
          uploads: [before, last].map((sheet, k) => upload(student, "as Jupyter saves it", sheet, k + 1)),
          ...{ points: points(last), marked: true, late: false },
        }),
        platform,
      );
    }
  for (const platform of ["Moodle", "Blackboard"] as const)
    add(
      "nothing but what the platform writes",
      (student) => ({
        uploads: [{ student, attempt: 1, late: false, shaped: undefined }],
        ...{ points: nothing(), marked: false, late: false },
      }),
      platform,
    );
  for (const [what, { costs, do: attack }] of Object.entries(attacks))
    for (let i = 0; i < 2; i++)
      add(what, (student) => {
        const book = bookOf(student.id, all("right"), student.id);
        attack(book);
        const left = { ...points(all("right")), ...Object.fromEntries(costs.map((id) => [id, 0])) };
        const shaped = shapes["as Jupyter saves it"](book);
        return {
          uploads: [{ student, attempt: 1, late: false, shaped }],
          ...{ points: left, marked: true, late: false },
        };
      });
  while (cases.length < 200) add("a usual answer sheet", one("as Jupyter saves it", usual()));
  return cases;
}
