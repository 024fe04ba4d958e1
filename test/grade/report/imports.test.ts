import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { moodleFeedbackFiles, platformImports } from "../../../src/grade/report/imports.js";
import type { Graded, Mark, Results } from "../../../src/grade/report/results.js";

const mark = (id: string, points: number): Mark => ({
  ...{ id, title: "A title", points, max: 2, status: points === 2 ? "passed" : "failed", message: "" },
  ...(points === 2 ? {} : { feedback: "How many gates?", misconception: "one gate", hints: ["Think.", "Again."] }),
});
const graded = (
  platform: Graded["platform"],
  platformId: string,
  notebook: string,
  more: Partial<Graded> = {},
): Graded => ({
  ...{ file: `${platformId}/${notebook}.ipynb`, student: platformId, notebook, score: 2, max: 4 },
  ...{ exercises: [mark("7.1", 2), mark("7.2", 0)], broken: [{ cell: 3, message: "x" }] },
  ...(platform === undefined ? {} : { platform, platformId }),
  ...more,
});
const results: Results = {
  format: "nullcline results 1",
  submissions: [
    graded("Moodle", "12", "07", { name: "=cmd", submitted: "2026-11-20T10:00:00", late: true }),
    graded("Moodle", "12", "08", { name: "=cmd", exercises: [mark("8.1", 2)], score: 2, max: 2 }),
    graded("Moodle", "13", "07", { problem: "the folder is empty", score: 0 }),
    graded("Moodle", "15", "07"),
    graded("Moodle", "15", "08", { problem: "not graded: 8.1", graderFailed: true, score: 0 }), // no sum without it
    graded("Canvas", "345", "07", {
      name: "doejane",
      warnings: ["handed in 2 times"],
      otherAttempts: [{ file: "a", score: 1 }],
    }),
    graded("Canvas", "Ab1cD", "07"),
    graded("Blackboard", "jdoe", "07"),
    graded(undefined, "ab123", "07"),
  ],
  absent: ["zz99"],
};

describe("imports of platforms", () => {
  const files = platformImports(results);
  const rows = (file: string): string[][] => parse(files.get(file) ?? "");
  it("have the columns that Moodle's worksheet looks for, one row a student, no formula, nothing unmarked", () => {
    const [heads, ...more] = rows("moodle.csv");
    for (const head of ["Identifier", "Grade", "Last modified (grade)"]) expect(heads).toContain(head);
    expect(more).toEqual([["Participant 12", "'=cmd", "4", "6", "", "07: look again at 7.2. 08: all is right."]]);
  });
  it("have Canvas' own IDs, with the points possible; an anonymous download has none", () => {
    expect(rows("canvas.csv")).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "07"],
      ["Points Possible", "", "", "", "", "4"],
      ["doejane", "345", "", "", "", "2"],
    ]);
  });
  it("have Blackboard's user names, and are written for platforms that are there", () => {
    expect(rows("blackboard.csv")).toEqual([
      ["Username", "07"],
      ["jdoe", "2"],
    ]);
    expect([...platformImports({ ...results, submissions: [graded(undefined, "ab123", "07")] })]).toEqual([]);
  });
});

describe("the schema of results.json", () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync("data/results.schema.json", "utf8")));
  it("is kept by results with everything that a row may have", () => {
    expect([validate(results), validate.errors]).toEqual([true, null]);
  });
  it.each([
    ["a status that does not exist", { exercises: [{ ...mark("7.1", 2), status: "fine" }] }],
    ["a field that does not exist", { grade: 1 }],
    ["negative points", { score: -1 }],
  ])("refuses %s", (_, wrong) => {
    expect(validate({ ...results, submissions: [{ ...results.submissions[0], ...wrong }] })).toBe(false);
  });
});

it("names the pages for Moodle as it looks for them: one a student, whatever a name holds", () => {
  const rows = [...results.submissions, graded("Moodle", "14", "07", { name: "a_b/c", student: "ab14" })];
  expect([...moodleFeedbackFiles({ ...results, submissions: rows })]).toEqual([
    ["=cmd_12_assignsubmission_file_feedback.html", "12"],
    ["_13_assignsubmission_file_feedback.html", "13"],
    ["_15_assignsubmission_file_feedback.html", "15"],
    ["a b c_14_assignsubmission_file_feedback.html", "ab14"],
  ]);
});
