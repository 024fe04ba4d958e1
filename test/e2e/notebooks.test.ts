import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executeAll, joined, readNotebook, stockKernel, workFolder, type NotebookCell } from "./notebook-file.js";

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const solutions = workFolder();
execFileSync(process.execPath, ["dist/cli.js", "notebooks", "--solutions", solutions]);
afterAll(() => rmSync(solutions, { recursive: true }));

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
 * On our kernel the grader runs every notebook, solved and untouched (test/course/notebooks.test.ts), and one is run in
 * JupyterLab (lesson.test.ts).
 */
describe("solved, on stock tslab", () => {
  beforeAll(() =>
    executeAll(
      names.map((name) => join(solutions, name)),
      { env: stockKernel(solutions), allowErrors: true },
    ),
  );

  test.each(names)(
    "%s: every exercise is right, and every live figure carries its picture in words and in under 60 kB",
    (name) => {
      const cells = readNotebook(join(solutions, name));
      expect(answers(cells).length).toBeGreaterThan(0);
      expect(new Set(answers(cells))).toEqual(new Set(["✓"]));
      expect(cells.flatMap(({ outputs }) => outputs ?? []).filter((o) => o.output_type === "error")).toEqual([]);
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
    },
  );
});
