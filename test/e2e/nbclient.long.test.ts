import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executeAll, joined, stockKernel, workFolder, writeNotebook, type NotebookCell } from "./notebook-file.js";

const notebooks = {
  importing: [
    "import { hodgkinHuxley, simulate } from 'nullcline';",
    "const model = hodgkinHuxley.with({ I: 10 });\nconst run = simulate(model, { duration: 100 });",
    "const { spikes, time: t } = run;\n({ spikes: spikes.length, last: t[t.length - 1] })",
  ],
  failing: ["throw new RangeError('dt must be positive')", "1"],
  goingOn: ["const n: number = 'a'", "1", "throw new Error('b')", "2", "3"],
  stock: [
    "import { hodgkinHuxley, plot, setup, show, simulate } from 'nullcline';\nsetup();",
    "const run = simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 });\nshow(plot.trace(run));",
    "run.spikes.length",
  ],
};
type Executed = Record<keyof typeof notebooks, { readonly cells: readonly NotebookCell[]; readonly error: string }>;

const folder = workFolder();
let executed: Executed;

beforeAll(async () => {
  const jobs = Object.entries(notebooks).map(([name, cells]) => {
    const file = join(folder, `${name}.ipynb`);
    writeNotebook(file, cells);
    return { file, allowErrors: name === "goingOn", kernel: name === "stock" ? "stock" : "tslab" };
  });
  const all = await executeAll(jobs, stockKernel(folder));
  executed = Object.fromEntries(Object.keys(notebooks).map((name, k) => [name, all[k]])) as Executed;
});
afterAll(() => rmSync(folder, { recursive: true }));

const kinds = (cells: readonly NotebookCell[]): string[] =>
  cells.map(({ outputs }) => (outputs ?? []).map((o) => o.output_type).join(" "));

describe("nbclient with the kernel that set-up registers", () => {
  test("runs a notebook that imports the package, and keeps results and counts", () => {
    const { cells, error } = executed.importing;
    expect(error).toBe("");
    expect(cells.map((cell) => cell.execution_count)).toEqual([1, 2, 3]);
    expect(joined(cells[2]?.outputs?.[0]?.data?.["text/plain"] as string)).toMatch(/^\{ spikes: [67], last: 100 \}$/);
  });

  test("stops at a failing cell with its error", () => {
    expect(executed.failing.error).toMatch(/RangeError: dt must be positive/);
  });

  test("goes on after errors when asked: each is in its cell, and every cell is run", () => {
    const { cells, error } = executed.goingOn;
    expect(error).toBe("");
    expect(kinds(cells)).toEqual(["error", "execute_result", "error", "execute_result", "execute_result"]);
    expect(cells[0]?.outputs?.[0]).toMatchObject({
      ename: "TypeScript",
      evalue: "line 1: A number is wanted here, and this is a text.",
    });
    expect(cells[2]?.outputs?.[0]).toMatchObject({ ename: "Error", evalue: "b" });
  });
});

test("a notebook of the course also runs where there is only stock tslab", () => {
  const { cells, error } = executed.stock;
  expect(error).toBe("");
  expect(cells.flatMap((cell) => cell.outputs ?? []).filter((o) => o.name === "stderr")).toEqual([]);
  expect(cells[1]?.outputs?.map((o) => Object.keys(o.data ?? {}).sort())).toEqual([["text/html", "text/plain"]]);
  // Stock tslab prints a last expression, ours gives a result: so this was not our kernel.
  expect(cells[2]?.outputs?.[0]).toMatchObject({
    output_type: "stream",
    name: "stdout",
    text: [expect.stringMatching(/^[34]\n$/)],
  });
});
