import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { execute, joined, stockKernel, workFolder, type NotebookCell } from "./notebook-file.js";

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const solutions = join(workFolder(), "solved");
mkdirSync(solutions);
execFileSync(process.execPath, ["dist/cli.js", "notebooks", "--solutions", solutions]);
afterAll(() => rmSync(resolve(solutions, ".."), { recursive: true }));

/** What each graded cell answered: its first sign is ✓ for a right answer. */
const answers = (cells: readonly NotebookCell[]): string[] =>
  cells
    .filter(({ metadata }) => metadata?.nbgrader?.grade === true)
    .map(({ outputs }) => joined(outputs?.[0]?.data?.["text/plain"] as string).slice(0, 1));
const stderr = (cells: readonly NotebookCell[]): string =>
  cells
    .flatMap(({ outputs }) => outputs ?? [])
    .filter(({ name }) => name === "stderr")
    .map(({ text }) => joined(text))
    .join("");

/** The live outputs of a notebook. */
const live = (cells: readonly NotebookCell[]): readonly string[] =>
  cells
    .flatMap(({ outputs }) => outputs ?? [])
    .map(({ data }) => joined(data?.["text/html"] as string))
    .filter((html) => html.includes("<nullcline-live"));

test("there are notebooks", () => expect(names.length).toBeGreaterThan(0));

/**
 * On our kernel the grader runs every notebook, solved and untouched (test/course/notebooks.test.ts); through Jupyter
 * itself this one does.
 */
const whole = "07-hodgkin-huxley.ipynb";

describe(`${whole}, run by nbclient on our kernel`, () => {
  test.concurrent("as a student gets it: runs to its end, and no exercise is right yet", async () => {
    const folder = workFolder([join("notebooks", whole)]);
    const cells = await execute(join(folder, whole));
    expect(answers(cells).length).toBeGreaterThan(0);
    expect(answers(cells)).not.toContain("✓");
    rmSync(folder, { recursive: true });
  });

  test.concurrent("solved: every exercise is right", async () => {
    const folder = workFolder([join(solutions, whole)]);
    const cells = await execute(join(folder, whole));
    expect(new Set(answers(cells))).toEqual(new Set(["✓"]));
    expect(stderr(cells)).toBe("");
    rmSync(folder, { recursive: true });
  });
});

test.concurrent.each(names)(
  "%s, solved, runs on stock tslab, every exercise is right, and every live figure carries its picture in words and in under 60 kB",
  async (name) => {
    const folder = workFolder([join(solutions, name)]);
    const cells = await execute(join(folder, name), { env: stockKernel(folder) });
    expect(answers(cells).length).toBeGreaterThan(0);
    expect(new Set(answers(cells))).toEqual(new Set(["✓"]));
    expect(stderr(cells)).toBe("");
    const figures = live(cells);
    expect(figures.length).toBeGreaterThan(0);
    for (const html of figures) {
      const stills = [
        ...html.matchAll(/<img class="nullcline-still" alt="([^"]*)"[^>]* src="data:image\/svg\+xml,([^"]*)"/g),
      ];
      expect(stills.length, html.slice(0, 300)).toBeGreaterThan(0);
      for (const [, words, picture] of stills) {
        expect(words.length, html.slice(0, 300)).toBeGreaterThan(10);
        expect(decodeURIComponent(picture)).toMatch(/^<svg (?!.*(NaN|Infinity|undefined)).*<(path|circle|rect) /s);
      }
      expect(html.length, html.slice(0, 300)).toBeLessThan(60_000);
    }
    rmSync(folder, { recursive: true });
  },
);
