import { beforeAll, describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import type { Graded } from "../../src/grade/report/results.js";
import type { Status } from "../../src/grade/wire/messages.js";
import { attacksOnTheJudge } from "./attacks-on-the-judge.js";
import { attacksOnTheWire } from "./attacks-on-the-wire.js";
import { attacks, attackTimeout } from "./attacks.js";
import { markdownTable, writeSection } from "./cases-page.js";
import { answered, book, gradeAll, type Handing } from "./hand-in.js";
import { cases } from "./hostile-cases.js";
import { markedAsExpected } from "./marked-as-expected.js";

describe("all of them, graded in one run with honest work", () => {
  const { of } = markedAsExpected(Object.keys(cases));

  it("is written into the docs, case by case", () => {
    const told = (statuses: readonly (readonly [id: string, status: string])[]): string => {
      const open = statuses.filter(([, status]) => status !== "passed");
      return open.length === 0 ? "all passed" : open.map(([id, status]) => `${id} ${status}`).join(", ");
    };
    const rows = Object.entries(cases).map(([name, { expected }]) => {
      const { exercises, score, max } = of(name);
      const known = exercises.map(({ id }) => [id, expected[id]?.[0] ?? "passed"] as const);
      const obtained = exercises.map(({ id, status }) => [id, status] as const);
      return [name, told(known), told(obtained), `${score} of ${max}`];
    });
    const about =
      "`test/grade/hostile.long.test.ts` hands these in together, and honest work among them. The notebook has five exercises, 90.1 to 90.5,\n" +
      "with 8 points; named are those that are not passed. Messages are compared, too, and nothing may be left behind on the machine.";
    const table = markdownTable(["a notebook that", "expected", "obtained", "points"], rows);
    writeSection("Hostile notebooks", `${about}\n\n${table}`);
  });
});

describe("a wrong answer with an attack beside it", () => {
  const all: Readonly<Record<string, string>> = {
    ...{ ...attacks, ...attacksOnTheJudge },
    ...Object.fromEntries(Object.entries(attacksOnTheWire).map(([name, [, cell]]) => [name, cell])),
  };
  /** What once was told by another word from time to time, and is counted now. */
  const words: Readonly<Record<string, Status>> = {
    ...{ "a million functions": "error", "a stimulus of endless sums": "error", "a text of 40 MB": "error" },
    ...{ "a hundred million numbers": "error", "a list with 4 billion places": "error" },
    ...{ "replaces Symbol.species of everything": "failed" },
    ...Object.fromEntries(Object.entries(attacksOnTheWire).map(([name, [word]]) => [name, word])),
  };
  const names = Object.keys(all);
  let handing: Handing;
  const folder = (i: number): string => `attack-${String(i).padStart(3, "0")}`;
  const row = (student: string): Graded =>
    present(
      handing.results.submissions.find((one) => one.student === student),
      `a row of ${student}`,
    );
  beforeAll(() => {
    const honest = ["attack-000-before", "zz-after"].map((name) => [
      `${name}/90-grading.ipynb`,
      JSON.stringify(book()),
    ]);
    const hostile = names.map((name, i) => {
      const notebook = JSON.stringify(answered({ "90.2": all[name] }));
      return [`${folder(i)}/90-grading.ipynb`, notebook];
    });
    handing = gradeAll(Object.fromEntries([...honest, ...hostile]) as Record<string, string>, attackTimeout);
  });

  it("is one of at least 190", () => {
    expect(names.length).toBeGreaterThanOrEqual(190);
    for (const name of Object.keys(words)) expect(names).toContain(name);
  });
  it.each(names.map((name, i) => [name, i] as const))("gains nothing: %s", (name, i) => {
    const { exercises, score, max, problem } = row(folder(i));
    const attacked = present(
      exercises.find(({ id }) => id === "90.2"),
      "a mark of 90.2",
    );
    expect(attacked.points, `${attacked.status}: ${attacked.message}`).toBe(0);
    expect(attacked.status).toBe(words[name] ?? attacked.status);
    expect([score <= 6, max, problem]).toEqual([true, 8, undefined]);
  });
  it("is written into the docs, attack by attack", () => {
    const rows = names.map((name, i) => {
      const { exercises, score, max } = row(folder(i));
      const attacked = exercises.find(({ id }) => id === "90.2");
      return [name, "0 of 2", `${attacked?.points} of ${attacked?.max}: ${attacked?.status}`, `${score} of ${max}`];
    });
    const about =
      "The same notebook, where the cell of 90.2 tries to be taken for right, to learn what is asked, to get out, or to do harm. It may cost its\n" +
      "notebook other points, for it can break what stands in its own process; nobody else's.";
    const table = markdownTable(
      ["what the cell of 90.2 tries", "expected for it", "obtained for it", "whole notebook"],
      rows,
    );
    writeSection("Attacks beside a wrong answer", `${about}\n\n${table}`);
  });
  it("costs no one else anything, and leaves nothing behind", () => {
    for (const name of ["attack-000-before", "zz-after"]) expect(row(name).score).toBe(8);
    expect(handing.results.submissions).toHaveLength(names.length + 2);
    expect(handing.leftovers).toEqual([]);
  });
});
