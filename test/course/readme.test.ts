import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { quenching } from "../../src/course/exercises/09-repetitive-firing/runs.js";
import type { Exercise } from "../../src/course/exercise.js";
import type { HiddenChecks } from "../../src/course/hidden.js";
import { lint } from "../../src/course/masters/lint.js";
import { readMaster } from "../../src/course/masters/master.js";
import { seeded } from "../../src/course/answers/variant.js";
import { pulses } from "../../src/solve/stimuli/stimulus-shapes.js";
import type { Stimulus } from "../../src/solve/stimuli/stimulus.js";

const [master, definitions, hiddenChecks] = [
  ...readFileSync("notebooks/source/README.md", "utf8").matchAll(/```ts\n([\s\S]*?)```/g),
].map(([, code]) => code);

const folder = mkdtempSync(join(tmpdir(), "readme-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
async function load<T>(name: string, code: string): Promise<T> {
  const file = join(folder, `${name}.ts`);
  const source = resolve("src").replaceAll("\\", "/");
  writeFileSync(
    file,
    code
      .replace(/"(\.\.\/){3}/g, `"${source}/`)
      .replace(/"(\.\.\/){2}/g, `"${source}/course/`)
      .replace('"nullcline"', `"${source}/index.js"`),
  );
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as T;
}

describe("the guide to writing a notebook shows examples that work:", async () => {
  const { potassium: exercises } = await load<{ potassium: readonly Exercise[] }>("exercises", definitions);
  const { hidden } = await load<{ hidden: HiddenChecks }>("hidden", hiddenChecks);

  it("a master without fault", () => {
    expect(lint(readMaster("08-hodgkin-huxley", master), exercises).map(({ message }) => message)).toEqual([]);
  });
  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    "exercise %s, whose misconceptions are recognised for every student",
    (_id, exercise) => {
      for (let i = 0; i < 50; i++) {
        const { right, misconceptions } = exercise.answerOf(`s${i}`);
        expect(exercise.judge(right, `s${i}`).kind).toBe("right");
        for (const { name, wrong } of misconceptions)
          expect(exercise.judge(wrong, `s${i}`)).toMatchObject({ kind: "misconception", name });
      }
    },
  );
  it("hidden checks that the right answer passes and a wrong one does not", () => {
    const mine = { I: 8, from: 100 };
    const passes = (off: Stimulus): boolean =>
      hidden["9.2"].every((check) => check.holds(off as never, mine, seeded("x")));
    expect(passes(quenching(mine.I, mine.from))).toBe(true);
    expect(passes(pulses(0.5, { width: 1, at: [110] }))).toBe(false);
  });
});
