import { beforeAll, expect, it } from "vitest";
import type { Graded } from "../../src/grade/report/results.js";
import { gradeAll, type Handing } from "./hand-in.js";
import { cases, endless, folderOf, worth } from "./hostile-cases.js";

/** What came of the cases, once the tests run. */
export interface Marked {
  handing(): Handing;
  submissions(): readonly Graded[];
  of(name: string): Graded;
}

/** Grades the notebooks of these cases in one run, those that do not end in another, and tests each. */
export function markedAsExpected(names: readonly string[]): Marked {
  let handing: Handing;
  let submissions: readonly Graded[];
  const of = (name: string): Graded => {
    const [found] = submissions.filter(({ student }) => student === folderOf(name));
    return found;
  };
  const others = names.filter((name) => !endless.includes(name));
  beforeAll(() => {
    const handIn = (some: readonly string[], timeout: number): Handing => {
      const files = some.map((name) => {
        const { notebook } = cases[name];
        const text = typeof notebook === "string" ? notebook : JSON.stringify(notebook);
        return [`${folderOf(name)}/90-grading.ipynb`, text] as const;
      });
      return gradeAll(Object.fromEntries(files), timeout);
    };
    handing = handIn(others, 30_000);
    const hanging = names.filter((name) => endless.includes(name));
    submissions = [
      ...handing.results.submissions,
      ...(hanging.length > 0 ? handIn(hanging, 2000).results.submissions : []),
    ];
  });

  it.each(names)("a notebook that %s", (name) => {
    const { expected, points = {} } = cases[name];
    for (const exercise of of(name).exercises) {
      const [status, message] = expected[exercise.id] ?? ["passed"];
      expect(`${exercise.id} ${exercise.status}: ${exercise.message}`).toMatch(
        new RegExp(`^${exercise.id} ${status}:`),
      );
      if (message) expect(exercise.message).toMatch(message);
      if (status !== "tampered" || points[exercise.id] !== undefined)
        expect(exercise.points, exercise.id).toBe(
          points[exercise.id] ?? (status === "passed" ? worth[exercise.id] : 0),
        );
      expect(exercise.max).toBe(worth[exercise.id]);
    }
    expect(of(name).max).toBe(8);
  });

  it("gives each submission a row, in the order of their names, and leaves nothing behind", () => {
    expect(handing.results.submissions.map(({ student }) => student)).toEqual(
      others
        .map((name) => `${folderOf(name)}/`)
        .sort()
        .map((path) => path.slice(0, -1)),
    );
    const rows = handing.gradebook.trim().split("\r\n");
    expect(rows[0]).toMatch(/^student,name,notebook,score,max,late,90\.1 \(1\),90\.2 \(2\),90\.3/);
    expect(
      rows.filter((line) => line.startsWith("solved,,90-grading,8,8,,1,2,3,1,1,solved/90-grading.ipynb")),
    ).toHaveLength(1);
    expect(handing.leftovers).toEqual([]);
  });
  return { handing: () => handing, submissions: () => submissions, of };
}
