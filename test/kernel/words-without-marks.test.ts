import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCompiler, type Compiler } from "../../src/kernel/compiler/compiler.js";
import { loadTslab } from "../../src/kernel/tslab.js";

let compiler: Compiler;
const home = process.cwd();
const folder = mkdtempSync(`${tmpdir()}/nullcline-marks-`);
beforeAll(() => {
  process.chdir(folder);
  compiler = createCompiler(loadTslab(folder));
});
afterAll(() => {
  compiler.close();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test.each([
  ["const v = 2 * Math.sqrt(4 + 5;", "A parenthesis ( is not closed: its ) is missing."],
  ["const best = { at: Math.min(1, 2 };", "A parenthesis ( is not closed: its ) is missing."],
  [
    "const fires = (A: number): boolean => A > 1; const pair = [0, 1]; pair[fires(1 ? 1 : 0] = 2;",
    "A parenthesis ( is not closed: its ) is missing.",
  ],
  ["const list = [Math.max([1, 2), 3]", "A square bracket [ is not closed: its ] is missing."],
  ["const list = [1]; list[0;", "A square bracket [ is not closed: its ] is missing."],
  ["const a = 2; const v = (a 3)", "Between two values stands a sign such as * or +: is it missing before 3?"],
  [
    "const pulse = (own: { width: number; at?: number[] }) => own; pulse({ width: 0,2, at: [1] })",
    "A number is written with a point, not with a comma: 0.2.",
  ],
  ["const half = (x: number) => x / 2; half(2,5)", "A number is written with a point, not with a comma: 2.5."],
  [
    'const predict = (_id: string, _said: number, _run: () => void) => 1; predict("1.1", 12,5, () => {})',
    "A number is written with a point, not with a comma: 12.5.",
  ],
  ["it", "Cannot find name 'it'."],
  ["$(1)", "Cannot find name '$'."],
  ["const why = it never comes back", 'A text stands in quotation marks: "it never comes back".'],
  ["const found = ['a', it stays]", 'A text stands in quotation marks: "it stays".'],
  ["const my cell area = 3", "A name has no spaces: write myCellArea."],
  ["const told = 'it is so'; it", "Cannot find name 'it'."],
])("%s", (code, message) => {
  const compiled = compiler.compile("", code, 1);
  expect(compiled.ok ? "" : compiled.error.message).toBe(`line 1: ${message}`);
});

test.each([
  "left",
  "it never comes back",
  "250 pA",
  "201 and 250 pA",
  "zero, then a rising line",
  "counter-clockwise",
  "- +",
])("a prediction without quotation marks: %s", (said) => {
  const cell = `const predict = (_id: string, said: string, _run: () => void) => said;\nconst left = 1;\npredict("1.1", ${said}, () => {});`;
  const compiled = compiler.compile("", cell, 1);
  expect(compiled.ok ? "" : compiled.error.message).toBe(
    `line 3: A prediction in words stands in quotation marks: "${said}". A number stands alone, without its unit.`,
  );
});
