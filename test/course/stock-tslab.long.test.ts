import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What test/course/stock-tslab.cjs prints of a cell. */
interface Cell {
  readonly id: string;
  readonly graded: boolean;
  readonly ok: boolean;
  readonly errors: readonly string[];
  readonly displays: readonly Readonly<Record<string, string>>[];
}

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const folder = mkdtempSync(join(tmpdir(), "stock-tslab-"));
const runs = new Map<string, readonly Cell[]>();

test("there are notebooks", () => expect(names.length).toBeGreaterThan(0));

/**
 * On our kernel the grader runs every notebook, solved and untouched (notebooks.test.ts); in Jupyter one is run on
 * ours (test/e2e/jupyterlab.test.ts) and a short one on stock tslab (test/e2e/nbclient.long.test.ts).
 */
describe("solved, on stock tslab", () => {
  beforeAll(() => {
    execFileSync(process.execPath, ["dist/cli.js", "notebooks", "--solutions", folder]);
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
    const printed = execFileSync(process.execPath, [resolve("test/course/stock-tslab.cjs"), ...names], {
      cwd: folder,
      maxBuffer: 2 ** 29,
    });
    (JSON.parse(printed.toString()) as Cell[][]).forEach((cells, i) => void runs.set(names[i], cells));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(names)(
    "%s: every exercise is right, and every live figure carries its picture in words and in under 60 kB",
    (name) => {
      const cells = runs.get(name) ?? [];
      expect(cells.filter(({ ok, errors }) => !ok || errors.length > 0)).toEqual([]);
      const verdicts = cells
        .filter(({ graded }) => graded)
        .map(({ displays }) => displays[0]["text/plain"].slice(0, 1));
      expect(verdicts.length).toBeGreaterThan(0);
      expect(new Set(verdicts)).toEqual(new Set(["✓"]));
      const figures = cells
        .flatMap(({ displays }) => displays)
        .map((data) => data["text/html"] ?? "")
        .filter((html) => html.includes("<nullcline-live"));
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
