import { beforeAll, describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import type { Catalogue } from "../../src/course/catalogue.js";
import type { Graded, Mark } from "../../src/grade/report/results.js";
import { answered, book, cellOf, codeCell, gradeAll, type Book, type Handing } from "./hand-in.js";

/** What users of other graders complained about in public: their tracker and number, and what a notebook does. */
const with_ = (notebook: Book, change: (notebook: Book) => void): Book => {
  change(notebook);
  return notebook;
};
const wrongCube = "const cube = (x: number): number => x ** 2;";

const notebooks: Readonly<Record<string, Book>> = {
  "nbgrader-1682": with_(answered({ "90.2": wrongCube }), (notebook) => {
    notebook.cells = notebook.cells.filter(({ id }) => id !== "check-90-2" && id !== "check-90-3");
  }),
  "nbgrader-1083": with_(book(), ({ cells }) => {
    const at = cells.findIndex(({ id }) => id === "exercise-90-2");
    cells.splice(at, 0, { ...cells[at], source: wrongCube });
    cells.push({
      ...present(
        cells.find(({ id }) => id === "check-90-1"),
        "a check",
      ),
      source: "check('90.1', 0);",
    });
  }),
  "nbgrader-1941": with_(book(), (notebook) => {
    cellOf(notebook, "exercise", "90.2").cell_type = "markdown";
    cellOf(notebook, "check", "90.3").cell_type = "raw";
  }),
  "nbgrader-917": answered({ "90.2": "const cube = (x: number): number => ({ 1: 1, 2: 8, 3: 27 })[x] ?? 0;" }),
  "nbgrader-483": with_(answered({ "90.2": wrongCube }), ({ cells, metadata }) => {
    metadata["nbgrader"] = { score: 100 };
    for (const cell of cells) {
      const own = cell.metadata["nbgrader"] as Record<string, unknown> | undefined;
      if (own) cell.metadata["nbgrader"] = { ...own, points: 100, score: 100 };
      if (cell.cell_type === "code") cell["outputs"] = [{ output_type: "stream", name: "stdout", text: "✓ right" }];
    }
    cells.splice(2, 0, codeCell('console.log(JSON.stringify({ kind: "outcome", outcome: { status: "passed" } }));'));
  }),
  "otter-469": answered({ "90.2": "const cube = (x: number): number => x ** 3;\nwhile (true) {}" }),
  "otter-244": with_(book(), ({ cells }) => {
    // The cells were run in another order than they stand: one uses what only a later one declares.
    cells.splice(2, 0, codeCell("console.log(cube(2), product);"));
    for (const [i, cell] of cells.entries()) cell["execution_count"] = cells.length - i;
  }),
  "cocalc-4588": answered({
    "90.3": "const eulerStep = 1;\nconst hog: number[][] = [];\nfor (;;) hog.push(new Array(1e6).fill(1.5));",
  }),
};

describe("what users of other graders complained about", () => {
  let handing: Handing;
  const row = (name: string): Graded =>
    present(
      handing.results.submissions.find(({ student }) => student === name),
      `a row of ${name}`,
    );
  const mark = (name: string, id: string): Mark =>
    present(
      row(name).exercises.find((one) => one.id === id),
      `a mark of ${id}`,
    );
  const page = (name: string): string => present(handing.feedback[name], `feedback for ${name}`);
  beforeAll(() => {
    const files = Object.entries(notebooks).map(([name, text]) => [`${name}/90-grading.ipynb`, JSON.stringify(text)]);
    handing = gradeAll(Object.fromEntries(files) as Record<string, string>, 2000);
  });

  it("nbgrader 1682: an answer whose check cell was deleted is marked all the same, right or wrong", () => {
    expect(mark("nbgrader-1682", "90.2")).toMatchObject({ points: 0, misconception: "square" });
    expect(mark("nbgrader-1682", "90.3")).toMatchObject({ points: 3, status: "passed" });
  });
  it("nbgrader 1083: cells with one id keep no notebook from being marked; the last answer counts, and it is told", () => {
    expect(mark("nbgrader-1083", "90.2").points).toBe(2);
    expect(mark("nbgrader-1083", "90.1")).toMatchObject({ points: 1, status: "tampered" });
    expect(row("nbgrader-1083").warnings?.join()).toMatch(/more than one cell is called exercise-90-2/);
  });
  it("nbgrader 1941: cells whose type was changed are taken for code again, and it is told", () => {
    expect(row("nbgrader-1941").score).toBe(8);
    expect(row("nbgrader-1941").warnings?.join()).toMatch(/exercise-90-2\) is no code cell any more/);
  });
  it("nbgrader 917: feedback names no hidden check, neither its words nor its numbers; the teacher's rows do", () => {
    expect(mark("nbgrader-917", "90.2").message).toMatch(/right at the public check, but not: /);
    expect(page("nbgrader-917")).not.toMatch(/is odd|eightfold|drawn anew|public check/);
    expect(page("nbgrader-917")).toContain("not everywhere");
  });
  it("nbgrader 483: nothing that a notebook says or prints of its marks is believed", () => {
    expect(row("nbgrader-483")).toMatchObject({ score: 6, max: 8 });
    expect(mark("nbgrader-483", "90.2")).toMatchObject({ points: 0, max: 2, misconception: "square" });
  });
  it("otter 469: an endless loop costs its own exercise", () => {
    expect(mark("otter-469", "90.2")).toMatchObject({ points: 0, status: "timeout" });
    expect(row("otter-469").score).toBe(6);
  });
  it("otter 138: a student is marked as the notebook's own check said, right or wrong", async () => {
    const module = new URL("fixtures/catalogue.mjs", import.meta.url).href;
    const { catalogue } = (await import(module)) as { catalogue: Catalogue };
    for (const exercise of catalogue["90-grading"]) {
      const { right, misconceptions } = exercise.answerOf("nbgrader-483");
      const given = exercise.id === "90.2" ? misconceptions[0].wrong : right;
      const said = exercise.judge(given, "nbgrader-483");
      const { status, misconception } = mark("nbgrader-483", exercise.id);
      expect([exercise.id, said.kind === "right"]).toEqual([exercise.id, status === "passed"]);
      expect(said.kind === "misconception" ? said.name : undefined).toBe(misconception);
    }
  });
  it("otter 244: a cell that stands before what it uses breaks alone, whatever order the student ran them in", () => {
    expect(row("otter-244").score).toBe(8);
  });
  it("cocalc 4588: a crash keeps the marks before it and those after it", () => {
    const { points, status } = mark("cocalc-4588", "90.3");
    expect([points, status]).toEqual([0, expect.stringMatching(/error|timeout/)]); // whichever limit comes first
    expect(row("cocalc-4588").score).toBe(5);
  });
});
