import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSubmissions, type Submission } from "../../src/grade/submission.js";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "handed-")), "downloads");
});
afterEach(() => {
  rmSync(dirname(folder), { recursive: true });
});

const masters = ["07-hodgkin-huxley", "08-persistent-sodium"];
const put = (path: string, notebook: unknown = { cells: [] }): string => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof notebook === "string" ? notebook : JSON.stringify(notebook));
  return file;
};
const found = (roster: readonly (readonly [string, string])[] = []): Submission[] =>
  findSubmissions([folder], masters, new Map(roster));
const who = (submissions: readonly Submission[]): [string, string | undefined][] =>
  submissions.map(({ student, notebook }) => [student, notebook]);

describe("submissions", () => {
  it("are found as nbgrader, Moodle and Canvas lay them out, in the order of their paths", () => {
    put("ef789/07/07-hodgkin-huxley.ipynb");
    put("ab123/07/08-persistent-sodium.ipynb");
    put("ab123/07/07-hodgkin-huxley.ipynb");
    put("Jane Doe_1234_assignsubmission_file/07-hodgkin-huxley (1).ipynb");
    put("doejohn_12_345_07-hodgkin-huxley-Copy1.ipynb");
    put("ab123/.ipynb_checkpoints/07-hodgkin-huxley-checkpoint.ipynb");
    put("ab123/notes.txt", "no notebook");
    expect(who(found())).toEqual([
      ["Jane Doe_1234_assignsubmission_file", "07-hodgkin-huxley"],
      ["ab123", "07-hodgkin-huxley"],
      ["ab123", "08-persistent-sodium"],
      ["doejohn_12_345", "07-hodgkin-huxley"],
      ["ef789", "07-hodgkin-huxley"],
    ]);
  });
  it("named one by one are called after their folder", () => {
    const files = [put("ab123/07-hodgkin-huxley.ipynb"), put("cd456/07-hodgkin-huxley.ipynb")];
    expect(
      findSubmissions([...files, files[0]], masters, new Map()).map(({ student, file }) => [student, file]),
    ).toEqual([
      ["ab123", files[0]],
      ["cd456", files[1]],
    ]);
    expect(who(findSubmissions([join(folder, "ab123")], masters, new Map()))).toEqual([["ab123", "07-hodgkin-huxley"]]);
  });
  it("get their students from a roster where names of folders are not ids", () => {
    put("Jane Doe_1234/07-hodgkin-huxley.ipynb");
    put("x_07-hodgkin-huxley.ipynb");
    expect(
      who(
        found([
          ["Jane Doe_1234", "ab123"],
          ["x_07-hodgkin-huxley.ipynb", "cd456"],
        ]),
      ).map(([student]) => student),
    ).toEqual(["ab123", "cd456"]);
  });
  it("that were renamed are known by their metadata", () => {
    put("ab123/final final.ipynb", { cells: [], metadata: { nullcline: { notebook: "08-persistent-sodium" } } });
    put("cd456/mine.ipynb", { cells: [], metadata: { nullcline: { notebook: "../../etc" } } });
    expect(who(found())).toEqual([
      ["ab123", "08-persistent-sodium"],
      ["cd456", undefined],
    ]);
  });
  it("that cannot be read are found too, with the reason", () => {
    put("ab123/07-hodgkin-huxley.ipynb", "{");
    put("cd456/07-hodgkin-huxley.ipynb", { cells: "none" });
    for (const { problem, cells, notebook } of found()) {
      expect(problem).toMatch(/^not a notebook/);
      expect([cells, notebook]).toEqual([undefined, "07-hodgkin-huxley"]);
    }
  });
  it("do not follow links to other people's work", () => {
    const other = put("ab123/07-hodgkin-huxley.ipynb");
    mkdirSync(join(folder, "cd456"));
    symlinkSync(other, join(folder, "cd456", "07-hodgkin-huxley.ipynb"));
    expect(who(found())).toEqual([["ab123", "07-hodgkin-huxley"]]);
  });
  it("are missed with a sentence", () => {
    mkdirSync(folder, { recursive: true });
    expect(() => found()).toThrow(/no notebooks \(\.ipynb\) in/);
    expect(() => findSubmissions([join(folder, "nowhere")], masters, new Map())).toThrow(/there is no .*nowhere/);
  });
});
