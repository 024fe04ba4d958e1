import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookOf, ids, notebook, worth, type Sheet } from "./class/answers.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cli = join(root, "dist", "cli.js");
const sheet: Sheet = { ...Object.fromEntries(ids.map((id) => [id, "right"])), "9.1": "blank", "9.4": "mix-up" };
const score = ids.reduce((sum, id) => sum + worth(sheet[id], id), 0);

interface GradescopeTest {
  readonly number: string;
  readonly score: number;
  readonly max_score: number;
  readonly output: string;
}
interface PrairieLearnTest {
  readonly name: string;
  readonly points: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hosted-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const book = (student: string): string => JSON.stringify(bookOf(student, sheet, student));

describe("the autograder for Gradescope", () => {
  const at = (...path: readonly string[]): string => join(folder, "autograder", ...path);
  beforeAll(() => {
    const roster = join(folder, "roster.csv");
    writeFileSync(roster, "student,email\nab123,jane.doe@example.edu\n");
    const zip = join(folder, "autograder.zip");
    execFileSync(process.execPath, [cli, "autograder", notebook, "--out", zip, "--roster", roster]);
    // As the platform does: the zip is unpacked into source, the one script copied beside it, the other run.
    mkdirSync(at("source"), { recursive: true });
    execFileSync("unzip", ["-q", zip, "-d", at("source")]);
    copyFileSync(at("source", "run_autograder"), at("run_autograder"));
    execFileSync(at("source", "setup.sh"), { stdio: "inherit" });
  });
  const handIn = (text: string): { score: number; output: string; tests: readonly GradescopeTest[] } => {
    rmSync(at("submission"), { recursive: true, force: true });
    rmSync(at("results"), { recursive: true, force: true });
    for (const name of ["submission", "results"]) mkdirSync(at(name));
    writeFileSync(at("submission", "my homework.ipynb"), text);
    const users = [{ email: "jane.doe@example.edu", id: 1234, name: "Jane Doe" }];
    writeFileSync(
      at("submission_metadata.json"),
      JSON.stringify({ id: 9, created_at: "2026-11-20T14:22:32.365935-07:00", users, previous_submissions: [] }),
    );
    execFileSync(at("run_autograder"), { stdio: "ignore" });
    return JSON.parse(readFileSync(at("results", "results.json"), "utf8")) as ReturnType<typeof handIn>;
  };

  it("holds no solution outside its masters, and scripts that can be run", () => {
    expect(statSync(at("run_autograder")).mode & 0o111).not.toBe(0);
    expect(existsSync(at("source", "masters", `${notebook}.ts`))).toBe(true);
    expect(existsSync(at("source", "node_modules", "nullcline", "notebooks", "source"))).toBe(false);
  });
  it("marks what is handed in with the numbers of whom the platform names, in the platform's form", () => {
    const results = handIn(book("ab123"));
    expect(results.score).toBe(score);
    expect(results.tests.map(({ number }) => number)).toEqual(ids);
    expect(results.tests.map((one) => one.score)).toEqual(ids.map((id) => worth(sheet[id], id)));
    expect(results.tests[3].output).toMatch(/as printed.*Can a rate be zero at rest and negative above it\?\nHint: /);
    expect(results.output).toBe("");
  });
  it("says why something could not be marked", () => {
    const results = handIn("no notebook");
    expect(results.score).toBe(0);
    expect(results.output).toMatch(/^This could not be marked: not a notebook/);
  });
});

describe("an external grader for PrairieLearn", () => {
  it("finds what was handed in where the platform puts it, and leaves a share of the points", () => {
    const grade = join(folder, "grade");
    for (const name of ["student", "data"]) mkdirSync(join(grade, name), { recursive: true });
    writeFileSync(join(grade, "student", `${notebook}.ipynb`), book("cd456"));
    writeFileSync(join(grade, "data", "data.json"), JSON.stringify({ params: {}, submitted_answers: {}, options: {} }));
    execFileSync(process.execPath, [cli, "grade", "--prairielearn", grade]);
    const results = JSON.parse(readFileSync(join(grade, "results", "results.json"), "utf8")) as {
      readonly gradable: boolean;
      readonly score: number;
      readonly tests: readonly PrairieLearnTest[];
    };
    expect(results.gradable).toBe(true);
    expect(results.score).toBeCloseTo(score / 13, 12);
    expect(results.tests.map(({ points }) => points)).toEqual(ids.map((id) => worth(sheet[id], id)));
  });
});
