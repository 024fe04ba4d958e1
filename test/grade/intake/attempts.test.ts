import { describe, expect, it } from "vitest";
import { entriesOf } from "../../../src/grade/intake/attempts.js";
import type { Submission } from "../../../src/grade/intake/submission.js";
import { rowOf } from "../../../src/grade/report/rows.js";

const handed = (
  file: string,
  more: Partial<Submission> & { submitted?: string; upload?: number } = {},
): Submission => ({
  ...{ file, student: "ab123", notebook: "07", cells: [], problem: undefined, warnings: [], claimed: undefined },
  ...{ digest: file, read: () => new Uint8Array(), graderFailed: false },
  ...more,
  sender: {
    ...{ id: "ab123", name: undefined, platform: undefined, late: false },
    ...{ submitted: more.submitted, upload: more.upload ?? 0 },
  },
});
const broken = (file: string): Submission => handed(file, { cells: undefined, problem: "it is cut" });
const marked = (points: number): { exercises: []; broken: [] } | object => ({
  exercises: [{ id: "7.1", title: "", points, max: 2, status: "passed", message: "" }],
  broken: [],
});
type Chosen = [candidates: string[], passedOver: string[], note: string | undefined];
const chosen = (rule: "last" | "best", ...files: Submission[]): Chosen[] =>
  entriesOf(files, rule).map(({ candidates, passedOver, note }) => [
    candidates.map(({ file }) => file),
    passedOver.map(({ file }) => file),
    note,
  ]);

describe("of a student who hands in twice", () => {
  it("the last counts, by the platform's time, number, or what a browser adds", () => {
    const last = "handed in 2 times: the last counts";
    const [early, late] = [handed("z", { submitted: "2026-11-20T10" }), handed("a", { submitted: "2026-11-20T11" })];
    expect(chosen("last", early, late)).toEqual([[["a"], ["z"], last]]);
    expect(chosen("last", handed("b", { upload: 9 }), handed("c", { upload: 10 }))).toEqual([[["c"], ["b"], last]]);
    expect(chosen("last", handed("07-2.ipynb"), handed("07.ipynb"))).toEqual([[["07-2.ipynb"], ["07.ipynb"], last]]);
    expect(chosen("last", handed("07 (10).ipynb"), handed("07 (9).ipynb"))[0][0]).toEqual(["07 (10).ipynb"]);
    expect(chosen("last", handed("07-Copy1.ipynb"), handed("07.ipynb"))[0][0]).toEqual(["07-Copy1.ipynb"]);
  });
  it("the best counts where one asks for that, or where nothing tells which is the last", () => {
    expect(chosen("best", handed("a", { upload: 1 }), handed("b", { upload: 2 }))[0][0]).toEqual(["a", "b"]);
    const [[candidates, , note]] = chosen("last", handed("x/a.ipynb"), handed("y/b.ipynb"));
    expect([candidates, note]).toEqual([["x/a.ipynb", "y/b.ipynb"], expect.stringContaining("the best counts")]);
    expect(chosen("last", handed("a", { digest: "=" }), handed("b", { digest: "=" }))[0][0]).toEqual(["b"]);
  });
  it("so many count that a thousand copies do not keep the grader busy", () => {
    const copies = Array.from({ length: 40 }, (_, i) => handed(`${i}/07.ipynb`));
    const [[last, before, note]] = chosen("last", ...copies);
    expect([last.length, before.length]).toEqual([10, 30]);
    expect(note).toMatch(/handed in 40 times, .*the best of the last 10 counts/);
    expect(chosen("best", ...copies)[0][0]).toHaveLength(10);
  });
  it("two ids of a platform for one student are a reason to look at the roster", () => {
    const by = (file: string, id: string): Submission => {
      const one = handed(file);
      return { ...one, sender: { ...one.sender, id, platform: "Moodle" } };
    };
    expect(chosen("last", by("a", "12"), by("b", "13"))[0][2]).toMatch(
      /by Moodle 12 and Moodle 13: is the roster right/,
    );
    expect(chosen("last", by("a", "12"), by("b", "12"))[0][2]).not.toMatch(/roster/);
  });
  it("one that cannot be read counts only if there is no other", () => {
    expect(chosen("last", handed("a"), broken("a (1)"))).toEqual([[["a"], ["a (1)"], undefined]]);
    expect(chosen("last", broken("a"), broken("b"))).toEqual([[["a"], ["b"], undefined]]);
  });
  it("each notebook counts by itself, and each file of no notebook", () => {
    expect(
      chosen("last", handed("a"), handed("b", { notebook: "08" }), handed("c", { student: "cd456" })),
    ).toHaveLength(3);
    expect(chosen("last", handed("a", { notebook: undefined }), handed("b", { notebook: undefined }))).toHaveLength(2);
  });
});

describe("the row of a student", () => {
  it("has the marks of the best, and names the others with what they would have had", () => {
    const [one, two, three] = [handed("a"), handed("b"), handed("c")];
    const [entry] = entriesOf([one, two, three, broken("d")], "best");
    const outcomes = new Map([
      [one, marked(1)],
      [two, marked(2)],
      [three, marked(2)],
    ]) as Parameters<typeof rowOf>[1];
    const row = rowOf(entry, outcomes, []);
    expect([row.file, row.score, row.max]).toEqual(["c", 2, 2]);
    expect(row.otherAttempts).toEqual([
      { file: "d", problem: "it is cut" },
      { file: "a", score: 1 },
      { file: "b", score: 2 },
    ]);
    expect(row.warnings).toEqual(["handed in 3 times: the best counts"]);
  });
  it("of work that could not be read has no points in each exercise, and the reason", () => {
    const [entry] = entriesOf([broken("d")], "last");
    const exercise = { id: "7.1", title: "A title", points: 2 } as never;
    expect(rowOf(entry, new Map(), [exercise])).toMatchObject({
      ...{ score: 0, max: 2, problem: "it is cut" },
      exercises: [{ id: "7.1", points: 0, max: 2, status: "error", message: "it is cut" }],
    });
  });
  it("has a problem in place of a score if the grader failed at an exercise, and the marks of the others", () => {
    const one = handed("a");
    const [entry] = entriesOf([one], "last");
    const exercise = (id: string, status: string): object => ({
      id,
      title: "",
      points: 0,
      max: 2,
      status,
      message: "",
    });
    const outcome = { exercises: [exercise("7.1", "failed"), exercise("7.2", "ungraded")], broken: [] };
    const row = rowOf(entry, new Map([[one, outcome]]) as unknown as Parameters<typeof rowOf>[1], []);
    expect(row.problem).toBe("not graded: 7.2; the grader itself failed there, twice");
    expect([row.graderFailed, row.exercises]).toEqual([true, outcome.exercises]);
  });
  it("has no exercise in which the student failed if the grader failed at all of it", () => {
    const one = handed("a");
    const [entry] = entriesOf([one], "last");
    const outcome = { problem: "it could not be marked: no process", graderFailed: true };
    const row = rowOf(entry, new Map([[one, outcome]]), [{ id: "7.1", title: "A title", points: 2 } as never]);
    expect(row).toMatchObject({ ...outcome, exercises: [{ id: "7.1", status: "ungraded" }] });
  });
  it("warns that an attempt might have counted at which the grader failed", () => {
    const [one, two] = [handed("a"), handed("b")];
    const [entry] = entriesOf([one, two], "best");
    const outcomes = new Map([
      [one, marked(1)],
      [two, { problem: "it could not be marked: no process", graderFailed: true }],
    ]) as Parameters<typeof rowOf>[1];
    const { file, score, warnings } = rowOf(entry, outcomes, []);
    expect([file, score]).toEqual(["a", 1]);
    expect(warnings).toContain("b might have counted instead: it could not be marked: no process");
  });
  it("has no mark if the grader could not read the one that counts, and the earlier one is not marked for it", () => {
    const problem = "nothing was read: the machine gave the reader no time for it, twice";
    const [before, last] = [
      handed("a", { upload: 1 }),
      handed("b", { upload: 2, cells: undefined, problem, graderFailed: true }),
    ];
    const [entry] = entriesOf([before, last], "last");
    expect(entry.candidates.map(({ file }) => file)).toEqual(["b"]);
    const row = rowOf(entry, new Map(), [{ id: "7.1", title: "A title", points: 2 } as never]);
    expect(row).toMatchObject({ problem, graderFailed: true, exercises: [{ id: "7.1", status: "ungraded" }] });
    const best = rowOf(entriesOf([before, last], "best")[0], new Map([[before, marked(1)]]) as never, []);
    expect([best.file, best.score, best.graderFailed]).toEqual(["a", 1, undefined]);
    expect(best.warnings).toContain(`b might have counted instead: ${problem}`);
  });
  it("is late after the day it was due", () => {
    const [entry] = entriesOf([handed("a", { submitted: "2026-11-21T00:00:01" })], "last");
    const late = (due: string): boolean | undefined => rowOf(entry, new Map(), [], due).late;
    expect([late("2026-11-20T23:59:59"), late("2026-11-21T12:00:00")]).toEqual([true, undefined]);
  });
});
