import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import { readMaster } from "../../src/course/masters/master.js";
import { gradeId, notebookFrom } from "../../src/course/masters/notebook.js";
import type { Mark, Results } from "../../src/grade/report/results.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Exercises of the course whose solutions build on others. */
const chains = [
  { notebook: "03-flows-on-a-line", first: "3.1", later: "3.8" },
  { notebook: "19-a-real-neuron", first: "19.1", later: "19.2" },
  { notebook: "20-synapses-and-plasticity", first: "20.5", later: "20.6" },
];

/** The solved notebook in which one exercise is as it was handed out. */
function without(name: string, id: string): string {
  const source = readFileSync(join(root, "notebooks", "source", `${name}.ts`), "utf8");
  const [solved, untouched] = (["solved", "student"] as const).map((copy) =>
    notebookFrom(readMaster(name, source), copy, () => 1),
  );
  const isIt = (cell: { readonly id: string }): boolean => cell.id === gradeId("exercise", id);
  const stub = present(untouched.cells.find(isIt), `a cell of ${id}`);
  return JSON.stringify({ ...solved, cells: solved.cells.map((cell) => (isIt(cell) ? stub : cell)) });
}

describe("an exercise of the course that builds on one which was left out", () => {
  let results: Results;
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), "follow-on-"));
    for (const { notebook, first } of chains)
      writeFileSync(join(folder, `ab123_${notebook}.ipynb`), without(notebook, first));
    const out = join(folder, "out");
    try {
      execFileSync(process.execPath, [join(root, "dist", "cli.js"), "grade", folder, "--out", out], { cwd: root });
    } finally {
      results = JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
      rmSync(folder, { recursive: true });
    }
  });
  it.each(chains)("has its points: $later after $first", ({ notebook, first, later }) => {
    const { exercises } = present(
      results.submissions.find((row) => row.notebook === notebook),
      notebook,
    );
    const mark = (id: string): Mark =>
      present(
        exercises.find((one) => one.id === id),
        id,
      );
    expect(mark(first)).toMatchObject({ status: "missing", points: 0 });
    expect(mark(later)).toMatchObject({ status: "passed", points: mark(later).max, reference: [first] });
    expect(exercises.filter(({ points, max }) => points < max).map(({ id }) => id)).toEqual([first]);
  });
});
