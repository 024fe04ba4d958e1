import { expect, it } from "vitest";
import { book, cellOf, codeCell, gradeAll } from "./hand-in.js";

/** A solved notebook with a good and a bad cell in turn, which the cube reads or may be changed by. */
function among(bad: string): string {
  const notebook = book();
  const cube = cellOf(notebook, "exercise", "90.2");
  cube.source = "const cube = (x: number): number => (seen.length === 12 ? x ** 3 : 0);";
  const turns = Array.from({ length: 12 }, (_, i) => [codeCell(`seen.push(${i});`), codeCell(bad)]).flat();
  notebook.cells.splice(notebook.cells.indexOf(cube), 0, codeCell("const seen: number[] = [];"), ...turns);
  return JSON.stringify(notebook);
}

it("gives every exercise its mark though twelve cells hang or end their process, with the state of the good ones", () => {
  const { results } = gradeAll(
    {
      "hangs_90-grading.ipynb": among("for (;;) {\n  seen.push(-1);\n  seen.pop();\n}"),
      "ends_90-grading.ipynb": among("for (;;) seen.push(-1);"),
    },
    1500,
  );
  for (const { student, score, broken } of results.submissions) {
    expect(broken, student).toHaveLength(12);
    expect(score, student).toBe(8);
  }
  expect(results.submissions).toHaveLength(2);
});
