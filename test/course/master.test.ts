import { describe, expect, it } from "vitest";
import { exercise } from "../../src/course/exercise.js";
import { answerExpression, lint } from "../../src/course/masters/lint.js";
import { readMaster, solved, stubbed, worked } from "../../src/course/masters/master.js";
import { numberAnswer } from "../../src/course/answers/number-answer.js";

const defined = (...ids: string[]): ReturnType<typeof exercise>[] =>
  ids.map((id) =>
    exercise({
      id,
      title: id,
      points: 1,
      hints: ["a", "b"],
      answer: () => numberAnswer({ unit: "", tolerance: 1, right: 1, misconceptions: [] }),
    }),
  );

const name = "07-cells";
const complaints = (source: string, ...ids: string[]): string[] =>
  lint(readMaster(name, source), defined(...ids)).map(({ message }) => message);

const good = `// %% [markdown]
// # Title
//
// Text with \`code\` and $x$.

// %%
const a = 1;

// %% [exercise 7.1]
function twice(x: number): number {
  // BEGIN SOLUTION
  const two = 2;

  return two * x;
  // STUB
  // return NaN; // yours
  //   // indented
  // END SOLUTION
}

// %% [check 7.1]
check("7.1", twice);

// %% [solution 7.1]
// Twice is two times.
`;

describe("a master", () => {
  it("is read as cells, whose lines are those of the file", () => {
    expect(readMaster(name, good).cells.map((cell) => [cell.kind, cell.exercise, cell.line])).toEqual([
      ["markdown", undefined, 2],
      ["code", undefined, 7],
      ["exercise", "7.1", 10],
      ["check", "7.1", 22],
      ["solution", "7.1", 25],
    ]);
    expect(readMaster(name, good).cells[0].text).toBe("# Title\n\nText with `code` and $x$.");
  });
  it("gives a student the stub, uncommented at its place, and the solved copy the solution between its marks", () => {
    const cell = readMaster(name, good).cells[2];
    expect(stubbed(cell)).toBe("function twice(x: number): number {\n  return NaN; // yours\n    // indented\n}");
    expect(solved(cell)).toBe(
      "function twice(x: number): number {\n  // BEGIN SOLUTION\n  const two = 2;\n\n  return two * x;\n  // END SOLUTION\n}",
    );
    expect(worked(cell)).toBe("function twice(x: number): number {\n  const two = 2;\n\n  return two * x;\n}");
  });
  it("with Windows line ends is the same master", () => {
    expect(readMaster(name, good.replaceAll("\n", "\r\n"))).toEqual(readMaster(name, good));
  });
  it.each([
    ["const a = 1;\n// %%\n", /07-cells\.ts:1: text before the first cell/],
    ["// %% [raw]\nx", /07-cells\.ts:1: a cell is/],
    ["// %% [markdown]\n// fine\nnot fine", /07-cells\.ts:3: a line of text begins/],
    ["// %% [exercise 7.1]\nconst a = 1;", /07-cells\.ts:2: exercise 7\.1 has no `\/\/ BEGIN SOLUTION`/],
    ["// %%\n// BEGIN SOLUTION\n// STUB\n// END SOLUTION", /07-cells\.ts:2: a solution region belongs/],
    ["// %% [exercise 7.1]\n// BEGIN SOLUTION\n// END SOLUTION", /07-cells\.ts:2: a solution region is/],
    ["// %% [exercise 7.1]\n// STUB\n// BEGIN SOLUTION\n// END SOLUTION", /07-cells\.ts:2: a solution region is/],
    [
      "// %% [exercise 7.1]\n// BEGIN SOLUTION\n1\n// STUB\nNaN\n// END SOLUTION",
      /07-cells\.ts:5: a line of a stub is a comment/,
    ],
  ])("that is broken is refused with its line: %j", (source, message) => {
    expect(() => readMaster(name, source)).toThrow(message);
  });
});

describe("the linter", () => {
  it("has nothing against a good master", () => {
    expect(complaints(good, "7.1")).toEqual([]);
  });

  it("refuses shorthand of an earlier cell's name, and only that", () => {
    expect(complaints("// %%\nconst a = 1;\n\n// %%\nconst o = { a };\n")).toEqual([
      "07-cells.ts:5: `{ a }` with a name of an earlier cell fails in stock tslab: write `{ a: a }`",
    ]);
    expect(complaints('// %%\nimport { a } from "nullcline";\n\n// %%\nf({ b: [{ a }] });\n')).toHaveLength(1);
    expect(
      complaints(
        "// %%\nconst a = 1;\nconst o = { a };\n\n// %%\nconst f = (a: number) => ({ a });\nfor (const a of [1]) console.log({ a });\nconst b = { a: a };\n",
      ),
    ).toEqual([]);
  });
  it("refuses destructurings that rename, nest or take a rest", () => {
    expect(complaints("// %%\nconst { t: time } = run;\n")[0]).toMatch(/^07-cells\.ts:2: `t: time` in a destructuring/);
    expect(complaints("// %%\nconst { a, ...rest } = run;\n")[0]).toMatch(/`\.\.\.rest`/);
    expect(complaints("// %%\nconst f = ({ o: { b } }: any) => b;\n")[0]).toMatch(/`o: \{ b \}`/);
    expect(complaints("// %%\nconst { t, n } = run;\nconst [x, ...y] = list;\nconst c = { t: t };\n")).toEqual([]);
  });
  it("refuses to change an earlier cell's variable", () => {
    expect(
      complaints("// %%\nlet g = 1;\nlet h = 2;\nh = 3;\n\n// %%\ng = 2;\nh++;\n").map((text) => text.slice(0, 20)),
    ).toEqual(["07-cells.ts:7: `g` o", "07-cells.ts:8: `h` o"]);
    expect(
      complaints(
        "// %%\nlet g = 1;\n\n// %%\nconst f = (g: number) => { g = 2; return g; };\nfor (let i = 0; i < 3; i++) {}\no.g = 3;\n",
      ),
    ).toEqual([]);
  });
  it("refuses export", () => {
    expect(complaints("// %%\nexport const a = 1;\n")[0]).toMatch(/^07-cells\.ts:2: a cell cannot `export`/);
    expect(complaints("// %%\nconst a = 1;\nexport { a };\n")).toHaveLength(1);
  });
  it("looks into stubs as well as into solutions", () => {
    const source =
      '// %%\nconst a = 1;\n\n// %% [exercise 7.1]\n// BEGIN SOLUTION\nconst o = a;\n// STUB\n// const o = { a };\n// END SOLUTION\n\n// %% [check 7.1]\ncheck("7.1", o);\n';
    expect(complaints(source, "7.1")).toEqual([
      "07-cells.ts:8: `{ a }` with a name of an earlier cell fails in stock tslab: write `{ a: a }`",
    ]);
  });
  it.each([
    ["an exercise that is not defined", good, [], /07-cells\.ts:10: exercise 7\.1 has no definition/],
    ["a definition without a cell", good, ["7.1", "7.2"], /07-cells\.ts:1: exercise 7\.2 is defined but has no cell/],
    [
      "another notebook's exercise",
      good.replaceAll("7.1", "8.1"),
      ["8.1"],
      /exercise 8\.1 does not belong into notebook 7/,
    ],
    [
      "an exercise without a check",
      good.replace(/\/\/ %% \[check[\s\S]*?\n\n/, ""),
      ["7.1"],
      /07-cells\.ts:10: exercise 7\.1 has no cell \[check 7\.1\]/,
    ],
    [
      "a check above its exercise",
      `// %% [check 7.1]\ncheck("7.1", 1);\n\n${good.replace(/\/\/ %% \[check[\s\S]*?\n\n/, "")}`,
      ["7.1"],
      /07-cells\.ts:2: there is no cell \[exercise 7\.1\] above/,
    ],
    ["the same exercise twice", `${good}\n${good}`, ["7.1"], /a second cell \[exercise 7\.1\]/],
    [
      "a check of two statements",
      good.replace('check("7.1", twice);', 'const x = twice;\ncheck("7.1", x);'),
      ["7.1"],
      /is one statement/,
    ],
    [
      "a check of another exercise",
      good.replace('check("7.1"', 'check("7.2"'),
      ["7.1"],
      /is one statement, `check\("7\.1", answer\);`/,
    ],
  ] as const)("refuses %s", (_what, source, ids, message) => {
    expect(complaints(source, ...ids).join("\n")).toMatch(message);
  });
  it("wants ids to rise", () => {
    const second = good
      .replaceAll("7.1", "7.2")
      .replace("const a", "const b")
      .replace("function twice", "function thrice")
      .replace("twice)", "thrice)");
    expect(complaints(`${second}\n${good}`, "7.1", "7.2").join()).toMatch(/exercise 7\.1 comes after 7\.2/);
    expect(complaints(`${good}\n${second}`, "7.1", "7.2")).toEqual([]);
  });
});

describe("the answer of a check cell", () => {
  it("is the second argument, whatever it is", () => {
    const cell = (text: string): Parameters<typeof answerExpression>[1] => ({
      kind: "check",
      exercise: "7.1",
      text,
      numbers: [],
      line: 1,
    });
    expect(answerExpression(name, cell('check("7.1", (x: number) => [x, ")"])'))).toBe('(x: number) => [x, ")"]');
    expect(answerExpression(name, cell('check(\n  "7.1",\n  { a: 1 }, // so\n);'))).toBe("{ a: 1 }");
    expect(() => answerExpression(name, cell('check("7.1");'))).toThrow(/one statement/);
    expect(() => answerExpression(name, cell('check("7.1", 1, 2);'))).toThrow(/one statement/);
  });
});
