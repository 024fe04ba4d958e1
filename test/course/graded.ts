import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { notebookTexts, readMasters, writeNotebooks } from "../../src/course/masters/build.js";
import { catalogue } from "../../src/course/catalogue.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import type { Graded, Results } from "../../src/grade/report/results.js";

export const masters = readMasters("notebooks/source", catalogue, undefined, predictions);
export const names = masters.map(({ name }) => name);

/** What notebooks are handed in by whom: with their solutions, or as they are given out. */
const students = { solved: "somebody", student: "nobody" } as const;
type Kind = keyof typeof students;

/**
 * What the grader's command makes, in one run, of notebooks with their solutions or as they are given out.
 * @param which the names of those of each kind
 */
export function gradedAs(which: Partial<Record<Kind, readonly string[]>>): Record<Kind, ReadonlyMap<string, Graded>> {
  expect(existsSync("dist/cli.js"), "the grader runs the compiled package: run `npm run build` first").toBe(true);
  const folder = mkdtempSync(join(tmpdir(), "notebooks-"));
  try {
    for (const kind of Object.keys(which) as Kind[]) {
      const chosen = masters.filter(({ name }) => which[kind]?.includes(name));
      writeNotebooks(notebookTexts(chosen, kind, catalogue, predictions), join(folder, "in", students[kind]));
    }
    const run = spawnSync(
      process.execPath,
      ["dist/cli.js", "grade", join(folder, "in"), "--out", join(folder, "out"), "--memory", "1024"],
      { encoding: "utf8" },
    );
    expect(run.status, run.stderr).toBe(0);
    const { submissions } = JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as Results;
    const of = (kind: Kind): ReadonlyMap<string, Graded> =>
      new Map(
        submissions.filter(({ student }) => student === students[kind]).map((one) => [one.notebook ?? one.file, one]),
      );
    return { solved: of("solved"), student: of("student") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asserts that nothing was answered, and that no cell fails for it. */
export function isMissingThroughout({ broken, exercises, score }: Graded): void {
  expect(broken.map(({ cell, message }) => `cell ${cell}: ${message}`)).toEqual([]);
  expect(score).toBe(0);
  expect(exercises.filter(({ status }) => status !== "missing")).toEqual([]);
}
