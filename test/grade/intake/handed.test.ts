import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, strToU8, zipSync, type Zippable } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handedIn } from "../../../src/grade/intake/handed.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handed-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, content: string | Uint8Array): string => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable, {
    level: 0,
  });
/** Of what was asked for: names and contents. */
const texts = (...paths: string[]): [string, string][] =>
  handedIn(paths.map((path) => join(folder, path))).map(({ file, read }) => [file, strFromU8(read())]);

describe("files of one name", () => {
  it("from two folders are both there, and told apart", () => {
    put("week 1/ab/work.ipynb", "one");
    put("week 2/ab/work.ipynb", "two");
    expect(texts("week 1", "week 2")).toEqual([
      ["ab/work.ipynb", "one"],
      ["week 2/ab/work.ipynb", "two"],
    ]);
  });
  it("from zips of several assignments are all there, also where the zips have one name", () => {
    const name = "Jane Doe_1234_assignsubmission_file_/work.ipynb";
    put("7.zip", zip({ [name]: "seven" }));
    put("8.zip", zip({ [name]: "eight" }));
    put("again/8.zip", zip({ [name]: "once more" }));
    expect(texts("7.zip", "8.zip", "again/8.zip")).toEqual([
      [name, "seven"],
      [`8.zip/${name}`, "eight"],
      [`8.zip (2)/${name}`, "once more"],
    ]);
  });
  it("in one zip are all there", () => {
    const twice = zip({ "x1.ipynb": "first", "x2.ipynb": "second" });
    for (let k = 0; k < twice.length; k++) if (strFromU8(twice.subarray(k, k + 2)) === "x2") twice[k + 1] = 0x31;
    put("cd.zip", twice);
    expect(texts("cd.zip")).toEqual([
      ["x1.ipynb", "first"],
      ["cd.zip/x1.ipynb", "second"],
    ]);
  });
});

it("what is asked for twice, or lies in a folder that is asked for, is there once", () => {
  put("in/ab/work.ipynb", "one");
  put("in/cd.zip", zip({ "work.ipynb": "two" }));
  const found = [
    ["ab/work.ipynb", "one"],
    ["cd.zip/work.ipynb", "two"],
  ];
  expect(texts("in", "in")).toEqual(found);
  expect(texts("in", "in/../in/ab/work.ipynb", "in/cd.zip")).toEqual(found);
});
