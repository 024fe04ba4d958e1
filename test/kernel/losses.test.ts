import { expect, test } from "vitest";
import { staleTold } from "../../src/kernel/front/losses.js";

const told = "M is still as before: the cell that should change it ended with an error.\n";
const stale = new Set(["M"]);

test.each(["M", "[leak, M]", "console.log(`it is ${M} now`)", 'f("a", M) // as said', "'it\\'s' + M"])(
  "a name that was not set anew is told where it is computed with: %s",
  (code) => {
    expect(staleTold(code, stale, [])).toBe(told);
  },
);

test.each([
  'const slow = { name: "M" }',
  "const why = `Each spike opens a few\nmore M channels`",
  "// M comes next\n1 + 1",
  "/* M\nand M */ 1",
  "const Mine = 'M'",
])("and not where its letters stand in a text, a comment or another name: %s", (code) => {
  expect(staleTold(code, stale, [])).toBe("");
});
