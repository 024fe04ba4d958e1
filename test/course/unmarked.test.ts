import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMaster } from "../../src/course/masters/master.js";
import { withoutMarks } from "../../src/course/masters/numbers.js";
import { masterOf } from "./numbers/disagreements.js";
import { unmarked } from "./numbers/unmarked.js";

const notebooks = readdirSync("notebooks/source")
  .filter((file) => /^\d\d-[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

it.each(notebooks)(
  "%s has no number in its text that neither a mark nor what the reader is given bears out",
  (name) => {
    expect(unmarked(masterOf(name))).toEqual([]);
  },
);

it("finds two in three of the marked numbers once their marks are gone", () => {
  const [lost, found] = [new Set<string>(), new Set<string>()];
  for (const name of notebooks) {
    const source = readFileSync(`notebooks/source/${name}.ts`, "utf8");
    for (const { numbers, line } of readMaster(name, source).cells)
      for (const number of numbers)
        if (/\d/.test(number.printed)) lost.add(`${name}.ts:${line + number.line}: ${Math.abs(number.value)}`);
    for (const each of unmarked(readMaster(name, withoutMarks(source).text)))
      found.add(each.replace(/[\d.]+$/, (printed) => String(Number(printed))));
  }
  const share = [...lost].filter((each) => found.has(each)).length / lost.size;
  expect(share).toBeGreaterThan(2 / 3);
});

describe("a number needs no mark", () => {
  const found = (text: string, code = ""): readonly string[] => {
    const rows = text.split("\n").map((row) => `// ${row}`.trimEnd());
    return unmarked(readMaster("07-cells", `// %%\n${code}\n\n// %% [markdown]\n${rows.join("\n")}\n`)).map(
      (each) => each.split(": ")[1],
    );
  };
  it("if its section has it in code or in a mark, and not in another section", () => {
    expect(found("A pulse of 12.5 mV, 3 times.", "const pulse = 12.5;")).toEqual(["3"]);
    expect(found("From 25 to 30 ms it is 60{= rate(25, 30)} Hz, and 60 Hz.")).toEqual([]);
    expect(found("It is 60{= rate(25)} Hz.\n\n## Then\n\nAnd 60 Hz at 25 mV.")).toEqual(["60", "25"]);
  });
  it("in the summary, if any section has it", () => {
    expect(found("It is 60{= rate(25)} Hz.\n\n## Summary\n\n- 60 Hz at 25 mV, 80 at 30.")).toEqual(["80", "30"]);
  });
  it("if a question is asked by it", () => {
    expect(found("**Before you run it:** what will 40 mV do?\n\nAt 40 mV it fires, at 41 mV twice.")).toEqual(["41"]);
  });
  it("if a model that the notebook uses has it as a parameter", () => {
    expect(found("Sodium pulls to 50 mV with 121 mS/cm².", "show(hodgkinHuxley);")).toEqual(["121"]);
  });
  it("in a formula, unless all that the formula says is how much something is", () => {
    expect(found("$v = 0.04v^2 + 5v$, and 0.04 is small, but $I = 4.51$ µA/cm².")).toEqual(["4.51"]);
  });
  it("if it is a place, a year, a length of time or points", () => {
    const text =
      "1. See Sections 3.2, 3.4 and 3.6 and [5. Two](05-bifurcations.ipynb).\n2. In 1952, on 16 November 2017 (3 points).";
    expect(found(`## 7.1 Here (12 min)\n\n${text}\n\nAt 1900 Hz.\n\n## References\n\n- A (1907) *J.* 9:620.`)).toEqual([
      "1900",
    ]);
  });
});
