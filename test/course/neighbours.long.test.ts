import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/course/answers/variant.js";
import { catalogue } from "../../src/course/catalogue.js";
import type { Exercise } from "../../src/course/exercise.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = `${root}docs/grading-exercises.md`;
/** So many that a share of 5 % is known to half a percent: 25 students told 2 % for 6 %. */
const students = Array.from({ length: 80 }, (_, i) => `student-${i}`);
const pairs = students.flatMap((a, i) => students.slice(i + 1).map((b) => [a, b] as const));
const sources = `${root}notebooks/source/`;
const hidden = readdirSync(sources)
  .filter((name) => name.endsWith(".hidden.ts"))
  .map((name) => readFileSync(sources + name, "utf8"))
  .join("\n");

/** Exercises that are neither functions nor texts and yet the same for everybody, and why they may be. */
const shared: Readonly<Record<string, string>> = {
  "11.5": "the values of τ that do lie close together, and are hardly others at another conductance or input",
  "19.7": "one recorded neuron; a model has many numbers, and its copy is found by its likeness",
  "20.6": "one recorded synapse: there is no second one to fit",
  "20.8": "many rules are right, and each is tried by a run",
  "21.9": "many synapses are right, and each is tried by a run",
  "22.5": "many bursters are right, and each is tried by a run",
};

const kindOf = (exercise: Exercise): string => {
  const { right, written, shape } = exercise.answerOf("student-0");
  if (written) return "text";
  if (typeof right === "function") return "function";
  if (typeof right === "string") return "choice";
  if (shape.startsWith("a list of the wrong sentences")) return "selection";
  if (typeof right === "number") return "number";
  if (Array.isArray(right)) return "list";
  if (!shape.startsWith("a record of")) return "free"; // a model, a stimulus, a fit: many answers are right
  return "record";
};

const percent = (share: number): string => `${share > 0 && share < 0.01 ? "< 1" : Math.round(100 * share)} %`;

/** How often somebody who knows the options, or the range in which a class's answers lie, guesses right. */
function guessed(exercise: Exercise, kind: string): string {
  const answer = exercise.answerOf("student-0");
  const options = [...answer.shape.matchAll(/"[^"]*"/g)].length;
  if (kind === "choice") return percent(1 / options);
  if (kind === "selection") return percent(1 / (2 ** options - 1));
  if (kind !== "number" || !exercise.varies) return "–";
  const answers = students.map((student) => exercise.answerOf(student).right as number);
  const [low, high] = [Math.min(...answers), Math.max(...answers)];
  const random = seeded(exercise.id);
  const tries = Array.from(
    { length: 4000 },
    (_, i) => [low + (high - low) * random(), students[i % students.length]] as const,
  );
  return percent(tries.filter(([given, student]) => exercise.judge(given, student).kind === "right").length / 4000);
}

describe("how far an exercise can be answered by another's answer", () => {
  const rows: string[] = [];
  it.each(
    Object.values(catalogue)
      .flat()
      .map((exercise) => [exercise.id, exercise] as const),
  )("%s", (id, exercise) => {
    const kind = kindOf(exercise);
    const variants = new Set(Array.from({ length: 5000 }, (_, i) => JSON.stringify(exercise.variantOf(`${i}`)))).size;
    const asked = exercise.varies ? pairs : [];
    const passes = asked.filter(([a, b]) => exercise.judge(exercise.answerOf(b).right, a).kind === "right");
    const share = exercise.varies ? passes.length / asked.length : 1;
    const asksElsewhere = exercise.answerOf("student-0").holdsElsewhere !== undefined;
    const why = exercise.varies ? "" : (shared[id] ?? reasonOf(kind));
    const checks = hidden.includes(`"${id}": [`) ? "its own" : asksElsewhere ? "derived" : "";
    const cells = [
      id,
      exercise.points,
      kind,
      exercise.varies ? variants : "–",
      percent(share),
      guessed(exercise, kind),
      checks,
      why,
    ];
    rows.push(`| ${cells.join(" | ")} |`);
    if (exercise.varies) {
      expect(variants).toBeGreaterThanOrEqual(200);
      expect(share).toBeLessThan(0.06); // 5 %, and what 80 students miss by
    } else if (!["function", "text"].includes(kind)) expect(Object.keys(shared)).toContain(id);
  });

  it("is written into the docs", () => {
    expect(rows).toHaveLength(Object.values(catalogue).flat().length);
    writeFileSync(page, `${head}${rows.join("\n")}\n`);
  });
});

const reasonOf = (kind: string): string =>
  kind === "function"
    ? "the question is a function, asked at places drawn anew; who copies code is found by its likeness"
    : "read by the teacher";

const head = `# The exercises, and what a neighbour's answer is worth

Written by \`npm run test:long\` (\`test/course/neighbours.long.test.ts\`). *Variants*: different sets of numbers among 5000 students. *Neighbour*: how
often the right answer of one student is right for another, in all 3160 pairs of 80 students. *Guess*: how often somebody guesses right who knows the options, or
the range in which the class's answers lie. *Hidden*: what only the grader asks, derived from the exercise or its own beside the master.

| exercise | points | kind | variants | neighbour | guess | hidden | why it may be |
|---|---|---|---|---|---|---|---|
`;
