import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import type { Graded, Results } from "../../src/grade/report/results.js";
import { markdownTable, writeSection } from "./cases-page.js";
import { cohort, type Case } from "./class/cohort.js";
import { ids } from "./class/answers.js";
import { due, writeDownloads } from "./class/platforms.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cases = cohort();

describe("a class of 200, of which each mark is known", () => {
  let folder: string;
  let results: Results;
  let printed: string;
  let code: number;
  const rowOf = ({ student }: Case): Graded => {
    const rows = results.submissions.filter((row) => row.student === student.id);
    expect(
      rows.map(({ file }) => file),
      `rows of ${student.id}`,
    ).toHaveLength(1);
    return rows[0];
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "class-"));
    const uploads = cases.flatMap((each) => each.uploads);
    const { paths, roster } = writeDownloads(folder, uploads);
    const out = join(folder, "marks");
    const command = [join(root, "dist", "cli.js"), "grade", ...paths, "--roster", roster, "--due", due, "--out", out];
    const run = promisify(execFile)(process.execPath, [...command, "--timeout", "5"], { maxBuffer: 1e8 });
    // Some of the class cannot be marked, so that the command ends with 1.
    ({ code, stdout: printed } = await run.then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    ));
    results = JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("has 200 students, and gives each one row", () => {
    expect(cases).toHaveLength(200);
    expect(results.submissions).toHaveLength(200);
    expect(results.absent).toEqual([]);
    expect(code).toBe(1);
  });

  it("gives each the marks that are known, exercise by exercise", () => {
    const wrong = cases.flatMap((each) => {
      const row = rowOf(each);
      return ids.flatMap((id) => {
        const mark = row.exercises.find((one) => one.id === id);
        if (mark === undefined && !each.marked) return []; // not even the notebook is known
        const told = `${each.what}, ${each.student.id} on ${each.student.platform}, ${id}`;
        return mark?.points === each.points[id]
          ? []
          : [`${told}: ${mark?.points} instead of ${each.points[id]} (${mark?.status}: ${mark?.message})`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("says of whom nothing could be marked, and who was late", () => {
    for (const each of cases) {
      const row = rowOf(each);
      expect([each.what, row.problem === undefined], row.problem).toEqual([each.what, each.marked]);
      expect([each.what, row.late ?? false]).toEqual([each.what, each.late]);
    }
  });

  it("knows everybody by the roster, and warns of nobody's numbers", () => {
    const strangers = results.submissions.flatMap(({ student, warnings = [] }) =>
      warnings.filter((one) => /the notebook (says|does not say)/.test(one)).map((one) => `${student}: ${one}`),
    );
    expect(strangers).toEqual([]);
  });

  it("is written into the docs, case by case", () => {
    const each = /([\d.]+) s of processor time/.exec(printed)?.[1];
    const time = present(each, "the processor time in the last line of the command");
    writeSection("A class of 200", sectionOf(time, results.submissions));
  });

  function sectionOf(time: string, rows: readonly Graded[]): string {
    const groups = new Map<string, Case[]>();
    for (const one of cases) groups.set(one.what, [...(groups.get(one.what) ?? []), one]);
    const sum = (points: Readonly<Record<string, number>>): number => Object.values(points).reduce((a, b) => a + b, 0);
    const table = [...groups].map(([what, members]) => {
      const got = members.map((one) => rowOf(one));
      const agree = members.every((one, i) => got[i].exercises.every(({ id, points }) => points === one.points[id]));
      const scores = members.map(({ points, marked }) => (marked ? sum(points) : "–")).join(" ");
      const obtained = got.map(({ score, problem }) => (problem === undefined ? score : "–")).join(" ");
      return [what, members.length, scores, obtained, agree ? "all agree" : "**differ**"];
    });
    const { max } = rows[0];
    return `\`test/grade/class-of-200.long.test.ts\` makes the class from a seed, and hands it in as Moodle, Canvas, Gradescope,
Blackboard and nbgrader give it to a teacher, with a roster. The notebook is 09, with ${ids.length} exercises and ${max}
points. What an answer is worth is known from how it was made; compared is every mark of every exercise. "–" is a row with a reason
instead of marks.

${rows.length} submissions, ${time} s of processor time each, all processes and the reports counted (${cpus()[0].model.trim()}, ${cpus().length} threads, Node ${process.versions.node}; limit of a cell 5 s).

${markdownTable(["what is handed in", "students", "expected", "obtained", "every exercise"], table)}
`;
  }
});
