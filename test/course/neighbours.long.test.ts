import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/course/answers/variant.js";
import { catalogue } from "../../src/course/catalogue.js";
import type { Exercise } from "../../src/course/exercise.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = `${root}docs/grading-exercises.md`;
/** 25 students are 300 pairs: their answers are computed once each. Judging a model or a stimulus costs runs: 60 pairs. */
const students = Array.from({ length: 25 }, (_, i) => `student-${i}`);
const pairs = students.flatMap((a, i) => students.slice(i + 1).map((b) => [a, b] as const));
const spread = (count: number): (readonly [string, string])[] =>
  pairs.filter((_, i) => i % Math.ceil(pairs.length / count) === 0);
const sources = `${root}notebooks/source/`;
const hidden = readdirSync(sources)
  .filter((name) => name.endsWith(".hidden.ts"))
  .map((name) => readFileSync(sources + name, "utf8"))
  .join("\n");

/** Exercises of a number or a list that are the same for everybody, and why they may be. */
const shared: Readonly<Record<string, string>> = {
  "0.5": "the first exercise of all, before variants are explained",
  "13.1": "one of three curves in a figure, 1 point",
};

const kindOf = (exercise: Exercise): string => {
  const { right, written, shape } = exercise.answerOf("student-0");
  if (written) return "text";
  if (typeof right === "function") return "function";
  if (typeof right === "string") return "choice";
  if (shape.startsWith("a list of those that apply")) return "selection";
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
  if (exercise.id === "13.1") return percent(1 / 3);
  if (kind !== "number" || !exercise.varies) return "–";
  const answers = students.map((student) => exercise.answerOf(student).right as number);
  const [low, high] = [Math.min(...answers), Math.max(...answers)];
  const random = seeded(exercise.id);
  const tries = Array.from({ length: 4000 }, (_, i) => [low + (high - low) * random(), students[i % 25]] as const);
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
    const asked = exercise.varies ? spread(kind === "free" ? 60 : pairs.length) : [];
    const passes = asked.filter(([a, b]) => exercise.judge(exercise.answerOf(b).right, a).kind === "right");
    const share = exercise.varies ? passes.length / asked.length : 1;
    const asksElsewhere = exercise.answerOf("student-0").holdsElsewhere !== undefined;
    if (exercise.varies) {
      expect(variants).toBeGreaterThanOrEqual(200);
      expect(share).toBeLessThan(0.25);
    } else if (["number", "list", "record"].includes(kind)) expect(shared).toHaveProperty([id]);
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
  });

  it("is written into the docs", () => {
    writeFileSync(page, `${head}${rows.join("\n")}\n`);
    expect(existsSync(page)).toBe(true);
  });
});

function reasonOf(kind: string): string {
  switch (kind) {
    case "function":
      return "the question is a function, asked at places drawn anew; who copies code is found by its likeness";
    case "text":
      return "read by the teacher";
    case "free":
      return "many answers are right";
    default:
      return "about an idea, with words of its own for each wrong option; counts little";
  }
}

const head = `# The exercises, and what a neighbour's answer is worth

Written by \`npm run test:long\` (\`test/course/neighbours.long.test.ts\`). *Variants*: different sets of numbers among 5000 students. *Neighbour*: how
often the right answer of one student is right for another, all 300 pairs of 25 students. *Guess*: how often somebody guesses right who knows the options, or
the range in which the class's answers lie. *Hidden*: what only the grader asks, derived from the exercise or its own beside the master.

| exercise | points | kind | variants | neighbour | guess | hidden | where all have the same |
|---|---|---|---|---|---|---|---|
`;
