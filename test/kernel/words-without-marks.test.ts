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
  ["const v = −80;", "A minus is the - of the keyboard, not −."],
  ["const v = 12 – 3;", "A minus is the - of the keyboard, not –."],
  ["const v = 3 × 4;", "A product is written with *, not with ×."],
  ["const v = 3 ÷ 4;", "A quotient is written with /, not with ÷."],
  ["const f = (V: number) => (V + 67)² / 2;", "A power is written ** 2, not ²."],
  ["const small = 10⁻³;", "A power is written ** -3, not ⁻³."],
  ["const z = √2;", "A root is written Math.sqrt(x), not √x."],
  ["const a = 3; const b = a ≤ 4;", "This comparison is written <=, not ≤."],
  ["const a = 3; const b = a ≠ 4;", "This comparison is written !==, not ≠."],
  ["const h = ½;", "A fraction is written 1 / 2, not ½."],
  ["const s = “rest”;", `A text stands between the straight marks of the keyboard, "like this": “ is none of them.`],
  [
    "const s = ‘it never comes back’;",
    `A text stands between the straight marks of the keyboard, "like this": ‘ is none of them.`,
  ],
  ["const T = 20°;", "The sign ° means nothing here, outside of a text."],
  ["const a\u2060 = 2;", "An invisible sign stands here: delete it, and type what is around it again."],
  [
    "const why = 'The curve can't come down twice without going up in between';",
    "A text ends at the next mark of the kind with which it begins: with ' in it, it stands between backticks.",
  ],
  [
    "const why = `the first line`\n`the second`;",
    "A text of several lines has one backtick before it and one behind it, and none between its lines.",
  ],
  [
    'const show = (_said: string, _run: () => void) => 1; show("it rests, () => {\n  show("a", () => {});\n  const k = [1, 2];\n});',
    "The second mark of a text is missing on its line: one of several lines stands between backticks, `like this`.",
  ],
])("a sign of print, or a mark too many or too few: %s", (code, message) => {
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
