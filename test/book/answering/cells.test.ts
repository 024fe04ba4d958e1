import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asked, codeOf, nothingRan, withAnswer } from "../../../src/book/answering/cells.js";

const site: unknown = JSON.parse(readFileSync("notebooks/03-flows-on-a-line.ipynb", "utf8"));
const ids = (cells: readonly { readonly id: string }[]): string[] => cells.map(({ id }) => id);

/** Of the cell that says who is working. */
const [{ id: first }] = codeOf(site, undefined);

describe("the cells of an exercise", () => {
  it("are all cells of code before it, the answer, and the one that checks it", () => {
    const { before, answer, check } = asked(codeOf(site, undefined), "exercise-3-1");
    expect(ids(before)).toEqual([first, "predict-f9121647", "predict-b531f974"]);
    expect(answer.source).toContain("const velocity = (V: number, I: number): number => {\n  return NaN;");
    expect(check.source).toBe('check("3.1", velocity);');
  });

  it("are there for each exercise of the book", () => {
    const cells = codeOf(site, undefined);
    for (const { id } of cells.filter((cell) => cell.id.startsWith("exercise-")))
      expect(asked(cells, id).answer.id).toBe(id);
    expect(() => asked(cells, "exercise-3-99")).toThrow("the notebook has no cell exercise-3-99");
  });

  it("are the reader's own where a copy was saved, such as who is working", () => {
    const own = withAnswer(withAnswer(site, { id: "exercise-3-1", source: "const velocity = 1;" }), {
      id: first,
      source: 'student("ann");',
    });
    const { before } = asked(codeOf(site, own), "exercise-3-2");
    expect(before.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['student("ann");', "const velocity = 1;"]),
    );
    expect(ids(before)).toEqual(ids(asked(codeOf(site, undefined), "exercise-3-2").before));
  });

  it("leave the rest of a notebook alone when an answer is put in, and are added to one that lacks it", () => {
    const own = withAnswer(site, { id: "exercise-3-1", source: "mine" }) as {
      cells: { id: string; source: unknown }[];
    };
    const { cells } = site as typeof own;
    expect(own).toEqual({
      ...own,
      cells: cells.map((cell) => (cell.id === "exercise-3-1" ? { ...cell, source: "mine" } : cell)),
    });
    const shorter = { ...own, cells: own.cells.filter(({ id }) => id !== "exercise-3-1") };
    expect(withAnswer(shorter, { id: "exercise-3-1", source: "mine" })).toMatchObject({
      cells: [...shorter.cells, { cell_type: "code", id: "exercise-3-1", source: "mine", outputs: [] }],
    });
  });
});

describe("what a kernel has run", () => {
  const notebook = ["a", "b", "c", "d"].map((id) => ({ id, source: `${id} = 1` }));
  const [a, b, c, d] = notebook as [Cell, Cell, Cell, Cell];
  type Cell = (typeof notebook)[number];

  it("is not run again", () => {
    const ran = nothingRan();
    expect(ran.missing([a, b])).toEqual([a, b]);
    for (const cell of [a, b]) ran.note(cell, notebook);
    expect(ran.missing([a, b, c])).toEqual([c]);
    ran.note(b, notebook);
    expect(ran.missing([a, b])).toEqual([]);
  });

  it("is run again from the cell on that has changed since", () => {
    const ran = nothingRan();
    for (const cell of notebook) ran.note(cell, notebook);
    const other = { ...b, source: "b = 2" };
    expect(ran.missing([a, other, c])).toEqual([other, c]);
    ran.note(other, [a, other, c, d]);
    expect(ran.missing([a, other, c, d])).toEqual([c, d]);
    expect(ran.missing([a, b, c])).toEqual([b, c]);
  });

  it("is nothing once it was forgotten", () => {
    const ran = nothingRan();
    ran.note(a, notebook);
    ran.forget();
    expect(ran.missing([a])).toEqual([a]);
  });
});
