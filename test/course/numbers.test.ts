import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMaster } from "../../src/course/masters/master.js";
import { withoutMarks } from "../../src/course/masters/numbers.js";
import { agrees, checked, masterOf } from "./numbers/disagreements.js";

const notebooks = readdirSync("notebooks/source").filter((file) => /^\d\d-[a-z-]+\.ts$/.test(file));

it.each(notebooks.map((file) => file.slice(0, -3)))(
  "%s prints what its marks give, where that is soon computed",
  (name) => {
    expect(checked(masterOf(name), "quick").disagreements).toEqual([]);
  },
);

describe("a mark", () => {
  it("is no part of the text, and knows the number before it", () => {
    const { text, numbers } = withoutMarks(
      "Rest at −52.51{= rest.V} mV,\n65 000{~ a[0]} of Three{< n}; 20{@ H. 1949}.",
    );
    expect(text).toBe("Rest at −52.51 mV,\n65 000 of Three; 20.");
    expect(numbers).toEqual([
      { printed: "−52.51", value: -52.51, relation: "=", by: "rest.V", line: 0 },
      { printed: "65 000", value: 65_000, relation: "~", by: "a[0]", line: 1 },
      { printed: "Three", value: 3, relation: "<", by: "n", line: 1 },
      { printed: "20", value: 20, relation: undefined, by: "H. 1949", line: 1 },
    ]);
  });

  const says = (text: string, computed: number): boolean => agrees(withoutMarks(text).numbers[0], computed);
  it("holds to the last digit that is printed, and no further", () => {
    expect([2.495, 2.5049, 2.4949, 2.506].map((x) => says("2.50{= x}", x))).toEqual([true, true, false, false]);
    expect([2.46, 2.54, 2.6].map((x) => says("2.5{= x}", x))).toEqual([true, true, false]);
    expect([179.6, 184].map((x) => says("180{= x}", x))).toEqual([true, false]);
    expect([176, 184, 186].map((x) => says("180{~ x}", x))).toEqual([true, true, false]);
    expect([64_600, 64_400].map((x) => says("65 000{~ x}", x))).toEqual([true, false]);
    expect([-0.004, -0.006].map((x) => says("0.00{= x}", x))).toEqual([true, false]);
  });
  it("gives a bound by < and >", () => {
    expect([20, 19.9].map((x) => says("at least 20{< x}", x))).toEqual([true, false]);
    expect([20, 20.1].map((x) => says("at most 20{> x}", x))).toEqual([true, false]);
  });

  const cells = (text: string, code = "const twice = (x: number): number => 2 * x;"): string =>
    `// %%\n${code}\n\n// %% [markdown]\n// One line.\n// ${text}\n`;
  const found = (text: string, own = {}, code?: string): readonly string[] =>
    checked(readMaster("07-cells", cells(text, code)), "all", { names: own }).disagreements;
  it("uses the names of the notebook, of the course and its own, and is refused where it stands", () => {
    expect(
      found("4{= twice(2)}, 6{= twice(three)}, −89.1{= nernst('K', pool, 37)}", {
        three: 3,
        pool: { inside: 140, outside: 5 },
      }),
    ).toEqual([]);
  });
  it("says what the text has, what was computed, and in which line", () => {
    expect(found("It is 5{= twice(2)}.")).toEqual(["07-cells.ts:6: 5, but twice(2) is 4"]);
    expect(found("It is 5{= thrice(2)}.")).toEqual(["07-cells.ts:6: 5, but thrice(2) fails: thrice is not defined"]);
    expect(found("It is 5{= twice}.")).toEqual(["07-cells.ts:6: 5, but twice is no number"]);
  });
  it("is refused where it follows no number or does not end", () => {
    for (const text of ["About{= 4} four", "4{= twice(2) here", "4 {~ 4}"])
      expect(() => readMaster("07-cells", cells(text))).toThrow(
        /^07-cells\.ts:6: a mark stands right behind its number/,
      );
    expect(readMaster("07-cells", cells("$x_{=}$ and ${<}$ are formulas")).cells[1].numbers).toEqual([]);
  });
  it("that needs what takes long is left to the long test, with all of its cell", () => {
    const code = "const [slow, other] = [1, 2];\n\n// %%\nconst quick = 3;";
    const master = readMaster("07-cells", cells("1{= slow}, 2{= other}, 3{= quick}, 5{= quick}", code));
    const { disagreements, computed, left } = checked(master, "quick", { names: {}, long: ["slow"] });
    expect([disagreements.length, computed, left]).toEqual([1, 2, 2]);
  });
  it("runs only the cells that it needs, each once, and shows nothing", () => {
    const code = "let calls = 0;\nconst count = () => ++calls;\nshow(plot.neuron());\n\n// %%\nconst bad = missing;";
    expect(found("1{= count()}, 2{= 0 + count()}", {}, code)).toEqual([]);
  });
});
