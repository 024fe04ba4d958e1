import { describe, expect, it } from "vitest";
import { Endless, type Checker } from "../../src/grade/checks/checker.js";
import { startGrader } from "../../src/grade/grader.js";
import { onceMoreIfFailed } from "../../src/grade/once-more.js";
import type { Assessment } from "../../src/grade/report/results.js";
import type { Outcome, Status } from "../../src/grade/wire/messages.js";

describe("a grader", () => {
  /** What comes of answers whose checks end one after the other in these ways, and how many checkers that took. */
  async function outcomes(ends: readonly (Outcome | Error)[]): Promise<{ got: Outcome[]; checkers: number }> {
    let [checkers, closed] = [0, 0];
    const left = [...ends];
    const start = async (): Promise<Checker> => {
      checkers++;
      return {
        async check() {
          const end = left.shift();
          if (end instanceof Error) throw end;
          return end as Outcome;
        },
        async close() {
          closed++;
        },
      };
    };
    const nothing = undefined as never;
    const grader = await startGrader(nothing, { catalogueUrl: "", hidden: [] }, nothing, nothing, nothing, start);
    const got: Outcome[] = [];
    for (const _ of ends) got.push(await grader.check(nothing, nothing));
    expect(closed).toBe(checkers - 1);
    return { got, checkers };
  }

  it("says of an answer whose check failed that it is not graded, and goes on with a new checker", async () => {
    const passed: Outcome = { status: "passed", message: "" };
    const { got, checkers } = await outcomes([passed, new Error("the checker stopped"), passed]);
    expect(got.map(({ status }) => status)).toEqual(["passed", "ungraded", "passed"]);
    expect(got[1].message).toBe("the check itself failed: the checker stopped");
    expect(got[1].feedback).toMatch(/no fault of yours/);
    expect(checkers).toBe(2);
  });
  it("says of an answer that kept its check busy that it took too long", async () => {
    const { got } = await outcomes([new Endless("the check of the answer took too long")]);
    expect(got).toEqual([{ status: "timeout", message: "the check of the answer took too long" }]);
  });
});

describe("a submission at which the grader failed", () => {
  const assessment = (...statuses: Status[]): Assessment => ({
    exercises: statuses.map((status, i) => ({ id: `9.${i}`, title: "", points: 0, max: 1, status, message: "why" })),
    broken: [],
  });
  /** What comes of one that is marked in these ways, one after the other, and what is told. */
  async function marked(...ways: (Assessment | Error)[]): Promise<[result: unknown, told: string[], left: number]> {
    const told: string[] = [];
    const left = [...ways];
    const mark = async (): Promise<Assessment> => {
      const way = left.shift();
      if (way instanceof Error) throw way;
      return way as Assessment;
    };
    const result = await onceMoreIfFailed(mark, (why) => told.push(why)).catch((error: Error) => error.message);
    return [result, told, left.length];
  }
  const [whole, broken] = [assessment("passed", "failed"), assessment("passed", "ungraded")];

  it("is marked once more, from the start", async () => {
    expect(await marked(broken, whole, whole)).toEqual([whole, ["9.1: why"], 1]);
    expect(await marked(new Error("no process"), whole, whole)).toEqual([whole, ["Error: no process"], 1]);
  });
  it("is told as it is if that fails too", async () => {
    expect(await marked(broken, broken, whole)).toEqual([broken, ["9.1: why"], 1]);
    expect(await marked(broken, new Error("no process"), whole)).toEqual(["no process", ["9.1: why"], 1]);
  });
  it("is marked once where nothing failed but the student", async () => {
    expect(await marked(whole, whole)).toEqual([whole, [], 1]);
  });
});
