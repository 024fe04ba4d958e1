import { describe, expect, it } from "vitest";
import { readNotebook } from "../../src/export/notebook.js";

const read = (cells: readonly object[], metadata: object = {}): ReturnType<typeof readNotebook> =>
  readNotebook(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }));

describe("a notebook that is no notebook", () => {
  it.each([
    ["", /^not a notebook: the file is empty$/],
    ['{"nbformat": 4, "cells": [', /^not a notebook: it ends in the middle/],
    ["# A text", /^not a notebook: Unexpected token/],
    ["[]", /^not a notebook: it does not say its format \(nbformat\)/],
    ['{"nbformat": 3, "worksheets": []}', /^nbformat is 3, expected 4: open it in JupyterLab and save it$/],
    ['{"nbformat": 4}', /^not a notebook: it has no cells$/],
  ])("%j is told", (text, problem) => expect(() => readNotebook(text)).toThrow(problem));
});

describe("a notebook", () => {
  it("has its text in one piece, and in one piece what was printed one after the other", () => {
    const stream = (text: unknown): object => ({ output_type: "stream", name: "stdout", text });
    const outputs = [stream("a\n"), stream(["b\r\n", "c"]), { output_type: "execute_result", data: {} }, stream("d")];
    const [cell] = read([{ cell_type: "code", source: ["x\n", "y"], execution_count: 7, outputs }]).cells;
    expect([cell.source, cell.count, cell.number]).toEqual(["x\ny", 7, 1]);
    expect(cell.outputs.map((each) => (each.kind === "printed" ? each.text : each.kind))).toEqual([
      "a\nb\nc",
      "data",
      "d",
    ]);
  });
  it("has the trace of an error, or what was wrong", () => {
    const error = (traceback: readonly string[]): object => ({
      output_type: "error",
      ename: "E",
      evalue: "v",
      traceback,
    });
    const [cell] = read([{ cell_type: "code", source: "", outputs: [error(["a", "b"]), error([])] }]).cells;
    expect(cell.outputs).toEqual([
      { kind: "error", text: "a\nb" },
      { kind: "error", text: "E: v" },
    ]);
  });
  it.each([
    [{}, "typescript"],
    [{ kernelspec: { language: "julia" } }, "julia"],
    [{ kernelspec: { language: "x" }, language_info: { name: "Python" } }, "python"],
  ])("with the metadata %j is written in %s", (metadata, language) => {
    expect(read([], metadata).language).toBe(language);
  });
});
