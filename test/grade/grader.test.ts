import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/course/exercise.js";
import { readMaster } from "../../src/course/masters/master.js";
import { assess } from "../../src/grade/assess.js";
import { Endless, Overfull, type Checker } from "../../src/grade/checks/checker.js";
import { startGrader, type Grader } from "../../src/grade/grader.js";
import { onceMoreIfFailed } from "../../src/grade/once-more.js";
import { NotRead, Unreadable } from "../../src/grade/reader/reader.js";
import type { Assessment } from "../../src/grade/report/results.js";
import type { Outcome, Status } from "../../src/grade/wire/messages.js";
import { masterFolder } from "./hand-in.js";

describe("a grader", () => {
  /** What comes of answers whose checks end one after the other in these ways, and how many checkers that took. */
  async function outcomes(
    ends: readonly (Outcome | Error)[],
    answers = ends.length,
  ): Promise<{ got: Outcome[]; checkers: number }> {
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
    for (let i = 0; i < answers; i++) got.push(await grader.check(nothing, nothing));
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
    expect(got).toEqual([{ status: "timeout", message: "the check of the answer took too long, or too much memory" }]);
  });
  it("asks a new checker where the memory of one is full, and believes the second", async () => {
    const passed: Outcome = { status: "passed", message: "" };
    expect(await outcomes([new Overfull(), passed], 1)).toEqual({ got: [passed], checkers: 2 });
    const { got, checkers } = await outcomes([new Overfull(), new Overfull(), passed], 2);
    expect(got.map(({ status }) => status)).toEqual(["timeout", "passed"]);
    expect(checkers).toBe(3);
  });
});

describe("a notebook of which there is no plan", () => {
  /** What comes of it if whoever plans throws this. */
  async function planned(error: Error): Promise<Assessment> {
    const name = "90-grading";
    const catalogue = new URL("fixtures/catalogue.mjs", import.meta.url).href;
    const { catalogue: all } = (await import(catalogue)) as { catalogue: Record<string, Exercise[]> };
    const master = readMaster(name, readFileSync(join(masterFolder, `${name}.ts`), "utf8"));
    const plan = (): never => {
      throw error;
    };
    const grader = { limits: {}, reader: { plan } } as unknown as Grader;
    return assess({ student: "ab123", seed: "", cells: [] }, master, all[name], grader);
  }
  it("has no points if that is its own doing: it is not marked again and again", async () => {
    const { exercises } = await planned(new Unreadable());
    expect(exercises.map(({ id, status, points }) => [id, status, points])).toEqual(
      ["90.1", "90.2", "90.3", "90.4", "90.5"].map((id) => [id, "error", 0]),
    );
    expect(exercises[0].message).toMatch(/^the notebook was not read: .* busy without end$/);
  });
  it("is a failure of the grader if the machine let nobody read it", async () => {
    await expect(planned(new NotRead("no time"))).rejects.toThrow("no time");
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
