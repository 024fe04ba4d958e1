import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drift, notebookTexts, readMasters, writeNotebooks } from "../../src/course/masters/build.js";
import { exercise } from "../../src/course/exercise.js";
import { numberAnswer } from "../../src/course/answers/number-answer.js";
import type { Copy, Notebook } from "../../src/course/masters/notebook.js";
import { choose } from "../../src/course/predictions/prediction.js";

const catalogue = {
  "07-cells": [
    exercise({
      id: "7.1",
      title: "T",
      points: 3,
      hints: ["a", "b"],
      answer: () => numberAnswer({ unit: "", tolerance: 1, right: 42, misconceptions: [] }),
    }),
  ],
};
const master = `// %% [markdown]
// # Zellen: α, µA/cm² — "quoted"

// %%
const a = 1;

// %% [exercise 7.1]
// BEGIN SOLUTION
const answer = 42;
// STUB
// const answer = NaN;
// END SOLUTION

// %% [check 7.1]
check("7.1", answer);

// %% [solution 7.1]
// It is known.

// %% [markdown]
// ---

// %% [markdown]
// ---
`;

let folder: string;
const texts = (copy: "student" | "solved" = "student", source = master): Map<string, string> => {
  writeFileSync(join(folder, "07-cells.ts"), source);
  return notebookTexts(readMasters(folder, catalogue), copy, catalogue);
};
const parsed = (text = ""): Notebook => JSON.parse(text) as Notebook;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("a student's notebook", () => {
  it("holds everything but solutions", () => {
    const text = texts().get("07-cells.ipynb") ?? "";
    expect(text).not.toMatch(/42|SOLUTION|STUB|It is known/);
    expect(parsed(text).cells.map(({ cell_type, source }) => [cell_type, source.join("")])).toEqual([
      ["markdown", '# Zellen: α, µA/cm² — "quoted"'],
      ["code", "const a = 1;"],
      ["code", "// ✎ exercise 7.1: your answer\nconst answer = NaN;"],
      ["code", 'check("7.1", answer);'],
      ["markdown", "---"],
      ["markdown", "---"],
    ]);
  });
  it("is nbformat 4.5 for tslab, without outputs, each cell with an id of its own", () => {
    const { nbformat, nbformat_minor, metadata, cells } = parsed(texts().get("07-cells.ipynb"));
    expect([nbformat, nbformat_minor]).toEqual([4, 5]);
    expect(metadata).toMatchObject({
      kernelspec: { name: "tslab", language: "typescript" },
      nullcline: { notebook: "07-cells" },
    });
    const ids = cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    for (const cell of cells.filter((c) => c.cell_type === "code"))
      expect(cell).toMatchObject({ outputs: [], execution_count: null });
  });
  it("tells nbgrader where the student writes and what is graded, with points, in a locked cell", () => {
    const { cells } = parsed(texts().get("07-cells.ipynb"));
    expect(cells[2].metadata).toEqual({
      deletable: false,
      nbgrader: {
        schema_version: 3,
        grade_id: "exercise-7-1",
        grade: false,
        solution: true,
        locked: false,
        task: false,
      },
    });
    expect(cells[3].metadata).toEqual({
      deletable: false,
      editable: false,
      nbgrader: {
        schema_version: 3,
        grade_id: "check-7-1",
        grade: true,
        points: 3,
        solution: false,
        locked: true,
        task: false,
      },
    });
  });
  it("is written as Jupyter writes it, so that saving it there changes nothing", () => {
    const text = texts().get("07-cells.ipynb") ?? "";
    expect(text).toContain("α, µA/cm²");
    expect(text.startsWith('{\n "cells": [\n  {\n   "cell_type": "markdown",\n   "id": ')).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
  });
  it("keeps the ids of cells around which others come and go", () => {
    const before = parsed(texts().get("07-cells.ipynb")).cells.map(({ id }) => id);
    const after = parsed(
      texts("student", master.replace("// %% [exercise", "// %%\nconst b = 2;\n\n// %% [exercise")).get(
        "07-cells.ipynb",
      ),
    ).cells.map(({ id }) => id);
    expect(after.filter((id) => before.includes(id))).toEqual(before);
  });
});

describe("a solved notebook", () => {
  it("holds the solutions and what is said about them", () => {
    const sources = parsed(texts("solved").get("07-cells.ipynb")).cells.map(({ source }) => source.join(""));
    expect(sources).toContain("// ✎ exercise 7.1: your answer\n// BEGIN SOLUTION\nconst answer = 42;\n// END SOLUTION");
    expect(sources).toContain("It is known.");
    expect(sources.join("\n")).not.toMatch(/STUB|NaN/);
  });
});

describe("a prediction", () => {
  const predictions = [choose("7.1", ["up", "down"], "up")];
  const cells = `
// %% [predict 7.1]
predict("7.1", "", () => {
  console.log(a);
});

// %% [explain 7.1]
// It goes up.
`;
  const built = (copy: Copy, added = cells): readonly string[] => {
    mkdirSync(join(folder, "predicting"));
    writeFileSync(join(folder, "predicting", "07-cells.ts"), master + added);
    const text = notebookTexts(
      readMasters(join(folder, "predicting"), catalogue, undefined, predictions),
      copy,
      catalogue,
      predictions,
    ).get("07-cells.ipynb");
    return parsed(text).cells.map(({ source }) => source.join(""));
  };
  it("says nothing in a student's notebook, and its explanation is folded", () => {
    const sources = built("student");
    expect(sources).toContain('predict("7.1", "", () => {\n  console.log(a);\n});');
    expect(sources.join("\n")).toMatch(/<details>\n<summary>Predicted\?.*<\/summary>\n\nIt goes up\.\n\n<\/details>/);
  });
  it("is made in a solved notebook", () => {
    expect(built("solved").join("\n")).toContain('predict("7.1", "up", () => {');
  });
  it("is refused without its explanation, with something said, or without a definition", () => {
    for (const [added, message] of [
      [cells.replace("[explain 7.1]", "[markdown]"), "has no cell [explain 7.1] right below it"],
      [cells.replace('"", () =>', '"up", () =>'), "with nothing said yet"],
      [cells.replaceAll("7.1", "7.2"), "prediction 7.2 has no definition"],
      ["", "asks for the predictions none; defined, in their order, are 7.1"],
    ] as const) {
      rmSync(join(folder, "predicting"), { recursive: true, force: true });
      expect(() => built("student", added), message).toThrow(message);
    }
  });
});

describe("building", () => {
  it("writes what changed and nothing else, and then finds no drift", () => {
    const out = join(folder, "out");
    expect(writeNotebooks(texts(), out)).toEqual(["07-cells.ipynb"]);
    expect(writeNotebooks(texts(), out)).toEqual([]);
    expect(readdirSync(out)).toEqual(["07-cells.ipynb"]);
    expect(drift(texts(), out)).toEqual([]);
  });
  it("names the file and the first cell that is not what its master says", () => {
    const out = join(folder, "out");
    writeNotebooks(texts(), out);
    const file = join(out, "07-cells.ipynb");
    const original = readFileSync(file, "utf8");
    const drifted = (change: (text: string) => string): string => {
      writeFileSync(file, change(original));
      return drift(texts(), out).join();
    };
    expect(drifted((text) => text.replace("const a = 1", "const a = 2"))).toMatch(
      /^07-cells\.ipynb differs from its master first in cell 2 \(code-[0-9a-f]{8}\), which has another text: "const a = 1;"/,
    );
    expect(drifted((text) => text.replace('"points": 3', '"points": 30'))).toMatch(
      /first in cell 4 \(check-7-1\), which has other metadata/,
    );
    expect(drifted((text) => text.replace('"outputs": []', '"outputs": [{}]'))).toMatch(
      /first in cell 2 .* has outputs/,
    );
    expect(drifted((text) => text.replace('"tslab"', '"python3"'))).toMatch(/outside its cells/);
    expect(drifted(() => "{")).toMatch(/is not a notebook/);
    expect(drifted((text) => JSON.stringify({ ...parsed(text), cells: parsed(text).cells.slice(0, -1) }))).toMatch(
      /cell 6 .* is missing/,
    );
    rmSync(file);
    writeFileSync(join(out, "99-old.ipynb"), "{}");
    expect(drift(texts(), out)).toEqual(["07-cells.ipynb is missing", "99-old.ipynb has no master"]);
  });
  it("refuses masters with mistakes, all at once, and reads no hidden checks", () => {
    writeFileSync(join(folder, "07-cells.hidden.ts"), "this is not a master");
    expect(() => texts()).not.toThrow();
    expect(() => texts("student", `${master}\n// %%\nexport const b = 1;\nconst { c: d } = a;\n`)).toThrow(
      /07-cells\.ts:27: a cell cannot `export`[\s\S]*07-cells\.ts:28: `c: d`/,
    );
  });
});
