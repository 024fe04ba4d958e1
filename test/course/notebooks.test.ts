import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drift, notebookTexts, readMasters, writeNotebooks } from "../../src/course/masters/build.js";
import { catalogue } from "../../src/course/catalogue.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import type { Graded, Results } from "../../src/grade/report/results.js";

const masters = readMasters("notebooks/source", catalogue, undefined, predictions);
const names = masters.map(({ name }) => name);

describe("the notebooks", () => {
  it("are what their masters say", () => {
    expect(drift(notebookTexts(masters, "student", catalogue, predictions), "notebooks")).toEqual([]);
  });
  it("have a master wherever there are exercises", () => {
    expect(Object.keys(catalogue).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe.runIf(names.length > 0)("graded, as two students' work", () => {
  let folder: string;
  let graded: readonly Graded[];
  beforeAll(() => {
    expect(existsSync("dist/cli.js"), "the grader runs the compiled package: run `npm run build` first").toBe(true);
    folder = mkdtempSync(join(tmpdir(), "notebooks-"));
    writeNotebooks(notebookTexts(masters, "student", catalogue, predictions), join(folder, "in", "untouched"));
    writeNotebooks(notebookTexts(masters, "solved", catalogue, predictions), join(folder, "in", "solved"));
    const run = spawnSync(
      process.execPath,
      ["dist/cli.js", "grade", join(folder, "in"), "--out", join(folder, "out"), "--memory", "1024"],
      { encoding: "utf8" },
    );
    expect(run.status, run.stderr).toBe(0);
    graded = (JSON.parse(readFileSync(join(folder, "out", "results.json"), "utf8")) as Results).submissions;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const of = (student: string, name: string): Graded => {
    const [found] = graded.filter(({ file }) => file === `${student}/${name}.ipynb`);
    return found;
  };

  it.each(names)("%s, solved, scores full marks within the grader's limits", (name) => {
    const { broken, exercises, score, max } = of("solved", name);
    expect(broken.map(({ cell, message }) => `cell ${cell}: ${message}`)).toEqual([]);
    expect(
      exercises
        .filter(({ status }) => status !== "passed")
        .map(({ id, status, message }) => `${id} ${status}: ${message}`),
    ).toEqual([]);
    expect(score).toBe(max);
  });
  it.each(names)("%s, untouched, is missing in every exercise", (name) => {
    const { broken, exercises, score } = of("untouched", name);
    expect(broken.map(({ cell, message }) => `cell ${cell}: ${message}`)).toEqual([]);
    expect(score).toBe(0);
    expect(exercises.filter(({ status }) => status !== "missing")).toEqual([]);
  });
});
