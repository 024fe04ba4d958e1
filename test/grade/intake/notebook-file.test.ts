import { describe, expect, it } from "vitest";
import { readNotebookFile, type NotebookFile } from "../../../src/grade/intake/notebook-file.js";

const code = (source: unknown, grade_id?: string, cell_type = "code"): object => ({
  ...{ cell_type, source, outputs: [] },
  metadata: grade_id === undefined ? {} : { nbgrader: { grade_id } },
});
const book = (...cells: readonly object[]): string => JSON.stringify({ cells, nbformat: 4 });
const read = (text: string, encoding: BufferEncoding = "utf8"): NotebookFile =>
  readNotebookFile(Buffer.from(text, encoding));
const texts = ({ cells }: NotebookFile): string[] => cells.map(({ text }) => text);

describe("the file of a notebook", () => {
  it("is read in any encoding that editors write, with a mark in front or without", () => {
    const text = book(code("const größe = 'µ';"));
    const expected = ["const größe = 'µ';"];
    expect(texts(read(text))).toEqual(expected);
    expect(texts(read(`\ufeff${text}`))).toEqual(expected);
    expect(texts(read(`\ufeff${text}`, "utf16le"))).toEqual(expected);
    expect(texts(read(text, "utf16le"))).toEqual(expected);
    expect(texts(readNotebookFile(Buffer.from(`\ufeff${text}`, "utf16le").swap16()))).toEqual(expected);
    expect(texts(read(text, "latin1"))).toEqual(expected);
  });
  it("may have line ends of Windows, in the file and in its cells", () => {
    const text = JSON.stringify({ cells: [code(["const a = 1;\r\n", "const b = 2;"])] }, undefined, 1);
    expect(texts(read(text.replaceAll("\n", "\r\n")))).toEqual(["const a = 1;\nconst b = 2;"]);
  });
  it("may be of format 3, which has worksheets, and inputs", () => {
    const cell = { cell_type: "code", input: ["const a = 1;"], metadata: { nbgrader: { grade_id: "exercise-7-2" } } };
    const worksheets = [{ cells: [{ cell_type: "heading", source: "x" }, cell] }, { cells: [{ ...cell, input: "b" }] }];
    const { cells } = read(JSON.stringify({ worksheets, nbformat: 3 }));
    expect(cells.map(({ text, number, gradeId }) => [text, number, gradeId])).toEqual([
      ["const a = 1;", 2, "exercise-7-2"],
      ["b", 3, "exercise-7-2"],
    ]);
  });
  it("keeps the cells of an exercise whatever type they were given, and says so", () => {
    const { cells, warnings } = read(
      book(code("x", "exercise-7-2", "markdown"), code("y", "check-7-2", "raw"), code("text", undefined, "markdown")),
    );
    expect(cells.map(({ text }) => text)).toEqual(["x", "y"]);
    expect(warnings).toEqual([expect.stringContaining("exercise-7-2"), expect.stringContaining("check-7-2")]);
  });
  it("may have cells of one name: the last counts, and it is said", () => {
    expect(read(book(code("x", "exercise-7-2"), code("y", "exercise-7-2"))).warnings).toEqual([
      "more than one cell is called exercise-7-2; the last counts",
    ]);
  });
  it("whose cells hold no text does no harm", () => {
    const { cells, warnings } = read(book(code({ toString: 1 }), code([{ toString: 1 }]), code(undefined), {}, []));
    expect(cells.map(({ text }) => text)).toEqual(["", "", ""]);
    expect(warnings).toEqual(["the text of cell 1 is no text", "the text of cell 2 is no text"]);
    expect(
      read(book(null as never, 3 as never, { cell_type: "code", source: "a", metadata: null })).cells,
    ).toHaveLength(1);
  });
  it("names its student in the last call that is no comment", () => {
    expect(read(book(code('// student("a");\nstudent("b");'), code("x; student('ab123') // mine"))).claims).toEqual([
      "b",
      "ab123",
    ]);
  });
  it("of 40 MB of outputs is read", () => {
    const outputs = [{ output_type: "stream", text: "0123456789".repeat(4_000_000) }];
    expect(texts(read(book({ ...code("const a = 1;"), outputs })))).toEqual(["const a = 1;"]);
  });
  it.each([
    ["", /the file is empty/],
    ['{"cells": [{"cell_type": "code"', /ends in the middle/],
    ["[1, 2]", /has no cells/],
    ["null", /has no cells/],
    ["<html></html>", /not a notebook: Unexpected token/],
    ["\u0000\u0001", /not a notebook/],
  ])("that is none is refused: %j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
