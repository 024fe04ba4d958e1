import { describe, expect, it } from "vitest";
import { classPage } from "../../../src/grade/report/class-page.js";
import { ownWork } from "../../../src/grade/report/own-work.js";
import { readingsOf } from "../../../src/grade/report/reading.js";
import type { Graded, Mark } from "../../../src/grade/report/results.js";
import { studentPage } from "../../../src/grade/report/student-page.js";
import { pageOf } from "../../../src/grade/report/write.js";
import { readMaster } from "../../../src/course/masters/master.js";
import { fingerprint } from "../../../src/text/fingerprint.js";

const mark = (id: string, points: number, more: Partial<Mark> = {}): Mark => ({
  ...{ id, title: `Title of ${id}`, points, max: 2, status: points === 2 ? "passed" : "failed", message: "wrong" },
  ...more,
});
const graded = (student: string, exercises: readonly Mark[], more: Partial<Graded> = {}): Graded => ({
  ...{ file: `${student}/07.ipynb`, student, notebook: "07", exercises, broken: [] },
  score: exercises.reduce((sum, { points }) => sum + points, 0),
  max: 2 * exercises.length,
  ...more,
});
const evil = "<script>alert(1)</script>\"'&";
const nothing = { work: new Map(), readings: new Map(), expected: new Map() };

describe("a student's page", () => {
  const secret = "is odd at 17.25";
  const row = graded(
    evil,
    [
      mark("7.1", 2),
      mark("7.2", 0, { misconception: "one gate", feedback: "How many `gates`?", hints: ["Think.", "$n^4$"] }),
      mark("7.3", 0, { message: `right at the public check, but not: ${secret}`, feedback: "not everywhere" }),
      mark("7.4", 0, { status: "missing", message: "not answered" }),
      mark("7.5", 0, { status: "ungraded", message: `the check itself failed: ${secret}`, feedback: "no fault" }),
      mark("7.6", 0, { status: "error", message: `TypeError: ${evil}` }),
      mark("7.8", 0, { lacks: "is weak", feedback: "How strong?" }),
      mark("7.7", 1, {
        feedback: "Which way?",
        parts: [
          { name: evil, max: 1, right: true },
          { name: "n", max: 1, right: false },
        ],
      }),
    ],
    { late: true, submitted: "2026-11-20T10:00:00", warnings: [`the notebook says it is ${evil}'s`], name: evil },
  );
  const work = new Map([
    ["7.2", { code: evil, line: 2, pictures: ["data:image/png;base64,AAAA"] }],
    ["7.4", { code: "the stub", line: 1, pictures: [] }],
    ["7.6", { code: "const = ;\nlet x;", line: 2, pictures: [] }],
  ]);
  const expected = new Map([["7.2", { svg: "<svg></svg>", otherNumbers: true }]]);
  const html = studentPage([{ ...nothing, row, work, expected }]);

  it("says what is right, names the misconception, asks its question and gives hints", () => {
    expect(html).toContain("1 of 8 exercises are right, 1 is not answered");
    expect(html).toMatch(/<strong>one gate\.<\/strong> How many <code>gates<\/code>\?/);
    expect(html).toContain("Hint 1 of 2");
    expect(html).toContain("<strong>not so: is weak.</strong> How strong?");
    expect(html.match(/a usual mix-up/g)).toHaveLength(1); // what lacks a property mixes nothing up
    expect(html).toContain("<math>");
    expect(html).toContain("△ Partly right");
    expect(html).toMatch(/Which way\? Right already: &lt;script&gt;.*, for 1 of 2 points\. Not yet: n\./);
    expect(html).toContain("late");
    expect(html).toMatch(/<figcaption>Your figure<.*<figcaption>What such a figure looks like, for other numbers/);
    expect(html).toContain("  2  const = ;\n  3  let x;"); // as the error counts
    expect(html).not.toContain("the stub");
  });
  it("reveals no hidden check, and nothing that is for the teacher", () => {
    expect(html).not.toContain(secret);
    expect(html).not.toContain("the notebook says");
  });
  it("escapes whatever a student wrote, and allows no script", () => {
    expect(html).not.toContain("<script");
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
  });
  it("of a file that could not be marked says why, and what to hand in", () => {
    const page = studentPage([{ ...nothing, row: graded("ab123", [], { problem: `it is ${evil}` }) }]);
    expect(page).toContain("This could not be marked");
    expect(page).toContain("Hand in the notebook itself");
    expect(page).not.toContain("<script");
  });
  it("of a file at which the grader failed asks nothing of the student", () => {
    const page = studentPage([{ ...nothing, row: graded("ab123", [], { problem: "x", graderFailed: true }) }]);
    expect(page).toContain("no fault of yours and costs no points");
    expect(page).not.toContain("Hand in");
  });
  it("lies in the folder of feedback whatever the student's id is, one for each", () => {
    const ids = ["ab123", "AB123", "Ab123", "../x", "a/b", "a_b", "Ä", "Ö", "x".repeat(300), "con", "LPT1"];
    for (const id of [...ids]) ids.push(`${id.toLowerCase()}-${fingerprint(id)}`, `${id}-${fingerprint(id)}`);
    const names = [...new Set(ids)].map(pageOf);
    for (const name of names) expect(name).toMatch(/^feedback\/[A-Za-z0-9_-]{1,90}\.html$/);
    // For many systems, files that differ in case alone are one.
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(new Set(ids).size);
    for (const name of names) expect(name).not.toMatch(/\/(?:con|lpt1)\.html$/i);
    expect(names[0]).toBe("feedback/ab123.html");
  });
});

describe("the class's page", () => {
  it("tells difficulty, discrimination, misconceptions, time, what to look at and whose codes are alike", () => {
    const rows = [2, 2, 0, 0].map((points, i) =>
      graded(
        `s${i}`,
        [
          mark("7.1", points, points === 0 ? { misconception: evil } : {}),
          mark("7.2", points, points === 0 ? { lacks: evil } : {}),
          mark("7.3", 2),
        ],
        { submitted: `2026-11-2${i}T10:00:00`, ...(i === 3 ? { late: true, warnings: [evil] } : {}) },
      ),
    );
    const failed = graded("s4", [mark("7.1", 0)], { problem: "the folder is empty" });
    const results = { format: "nullcline results 1", submissions: [...rows, failed], absent: ["zz99"] } as const;
    const pair = { students: ["s0", "s1"], share: 0.8, common: 9, exercises: ["7.1"] } as const;
    const html = classPage({ results, pairs: new Map([["07", [pair]]]), pageOf });
    expect(html).toContain("5 students, 5 notebooks, 1 not marked, 1 absent");
    expect(html).toMatch(/50 %<\/span><\/td><td class="number">2 of 4<\/td><td class="number">0<\/td>.*>1\.00</);
    expect(html).toContain("–</td>"); // 7.3 does not vary
    expect(html).toContain("What went wrong");
    expect(html).toContain("not so: &lt;script&gt;");
    expect(html).toContain("Handed in from 2026-11-20 10:00 to 2026-11-23 10:00, half by");
    expect(html).toContain("Codes that are alike");
    expect(html).toContain("the folder is empty");
    expect(html).toMatch(/s4<\/a><\/td><td class="number"><span class="flag">△ not marked</);
    expect(html).not.toContain("<script");
  });
});

describe("what a student wrote", () => {
  const output = (html: string): object => ({ output_type: "display_data", data: { "text/html": [html] } });
  const picture = '<img class="nullcline-still" alt="x" style="y" src="data:image/svg+xml,%3Csvg xmlns=\'x\'%3E">';
  const cell = (grade_id: string | undefined, source: string, ...outputs: object[]): object => ({
    ...{ cell_type: "code", source, outputs },
    metadata: grade_id === undefined ? {} : { nbgrader: { grade_id } },
  });
  it("is taken from the exercise's cell, and what it drew from the cells up to the next exercise", () => {
    const cells = [
      cell(undefined, "1", output(picture)),
      cell("exercise-7-1", "mine"),
      cell(undefined, "show", output(picture)),
      cell(undefined, "handed out", output(picture)),
      cell("exercise-7-2", "// ✎ exercise 7.2: your answer\nother", { data: { "image/png": "AA\nAA" } }),
    ];
    const work = ownWork(Buffer.from(JSON.stringify({ cells })), ["7.1", "7.2"], new Set(["handed out"]));
    expect(work.get("7.1")).toEqual({ code: "mine", line: 1, pictures: ["data:image/svg+xml,%3Csvg xmlns='x'%3E"] });
    expect(work.get("7.2")).toEqual({ code: "other", line: 2, pictures: ["data:image/png;base64,AAAA"] });
  });
  it("has no picture that is more than one", () => {
    const bad = ["https://x.org/p.png", "javascript:alert(1)", 'data:text/html,<b>"', "data:image/svg+xml,<svg>"];
    const outputs = bad.map((address) => output(`<img class="nullcline-still" src="${address}">`));
    const work = ownWork(Buffer.from(JSON.stringify({ cells: [cell("exercise-7-1", "x", ...outputs)] })), ["7.1"]);
    expect(work.get("7.1")?.pictures).toEqual([]);
  });
});

it("what to read again is the heading above an exercise, and its question", () => {
  const readings = readingsOf(
    readMaster(
      "07-x",
      [
        "// %% [markdown]\n// # 7. *Axons*\n//\n// ## 7.1 Gates (20 min)\n",
        "// %% [markdown]\n// ### Exercises\n//\n// **Exercise 7.1** (1 point). What is\n// $n$? See [there](x.md).\n",
        "// %% [exercise 7.1]\n// BEGIN SOLUTION\nconst a = 1;\n// STUB\n// const a = NaN;\n// END SOLUTION\n",
      ].join("\n"),
    ),
  );
  expect(readings.get("7.1")).toEqual({
    notebook: "7. Axons",
    section: "7.1 Gates",
    question: "What is $n$? See there.",
  });
});
