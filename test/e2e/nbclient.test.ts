import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute, joined, stockKernel, workFolder, writeNotebook, type NotebookCell } from "./notebook-file.js";

let folder: string;
let file: string;

beforeAll(() => {
  folder = workFolder();
  file = join(folder, "cells.ipynb");
});
afterAll(() => rmSync(folder, { recursive: true }));

const kinds = (cells: readonly NotebookCell[]): string[] =>
  cells.map(({ outputs }) => (outputs ?? []).map((o) => o.output_type).join(" "));

describe("nbclient with the kernel that set-up registers", () => {
  test("runs a notebook that imports the package, and keeps results and counts", async () => {
    writeNotebook(file, [
      "import { hodgkinHuxley, simulate } from 'nullcline';",
      "const model = hodgkinHuxley.with({ I: 10 });\nconst run = simulate(model, { duration: 100 });",
      "const { spikes, time: t } = run;\n({ spikes: spikes.length, last: t[t.length - 1] })",
    ]);
    const cells = await execute(file);
    expect(cells.map((cell) => cell.execution_count)).toEqual([1, 2, 3]);
    expect(joined(cells[2]?.outputs?.[0]?.data?.["text/plain"] as string)).toMatch(/^\{ spikes: [67], last: 100 \}$/);
  });

  test("stops at a failing cell with its error", async () => {
    writeNotebook(file, ["throw new RangeError('dt must be positive')", "1"]);
    await expect(execute(file)).rejects.toThrow(/RangeError: dt must be positive/);
  });

  test("goes on after errors when asked: each is in its cell, and every cell is run", async () => {
    writeNotebook(file, ["const n: number = 'a'", "1", "throw new Error('b')", "2", "3"]);
    const cells = await execute(file, { allowErrors: true });
    expect(kinds(cells)).toEqual(["error", "execute_result", "error", "execute_result", "execute_result"]);
    expect(cells[0]?.outputs?.[0]).toMatchObject({
      ename: "TypeScript",
      evalue: "line 1: Type 'string' is not assignable to type 'number'.",
    });
    // Stock tslab prints a last expression, ours gives a result: so this was not our kernel.
    expect(cells[2]?.outputs?.[0]).toMatchObject({ ename: "Error", evalue: "b" });
  });
});

test("a notebook of the course also runs where there is only stock tslab", async () => {
  writeNotebook(file, [
    "import { hodgkinHuxley, plot, setup, show, simulate } from 'nullcline';\nsetup();",
    "const run = simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 });\nshow(plot.trace(run));",
    "run.spikes.length",
  ]);
  const cells = await execute(file, { env: stockKernel(folder) });
  expect(cells.flatMap((cell) => cell.outputs ?? []).filter((o) => o.name === "stderr")).toEqual([]);
  expect(cells[1]?.outputs?.map((o) => Object.keys(o.data ?? {}).sort())).toEqual([["text/html", "text/plain"]]);
  // Stock tslab prints a last expression, ours gives a result: so this was not our kernel.
  expect(cells[2]?.outputs?.[0]).toMatchObject({
    output_type: "stream",
    name: "stdout",
    text: [expect.stringMatching(/^[34]\n$/)],
  });
});
