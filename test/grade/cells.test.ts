import { describe, expect, it } from "vitest";
import { readAnswer } from "../../src/grade/cells/answer.js";
import { after, seenBy, type Declarations } from "../../src/grade/cells/declarations.js";
import { parse } from "../../src/grade/cells/parse.js";
import { dependencies } from "../../src/grade/cells/slice.js";

const imports = 'import { plot, show, simulate, variant } from "nullcline";';
/** What is left of cells for an answer called `x` that is judged after them. */
const kept = (...cells: string[]): string[] =>
  dependencies([imports, ...cells], ["x"])
    .texts([{ names: ["x"], before: cells.length + 1 }])
    .slice(1)
    .map((text) => text.trim());

describe("of a notebook is run", () => {
  it("what an answer uses, and what that uses", () => {
    expect(kept("const a = 1;\nconst b = 2;", "const c = a + 1;", "const x = c;")).toEqual([
      "const a = 1;",
      "const c = a + 1;",
      "const x = c;",
    ]);
    expect(kept("let a = 1, b = 2;", "a = 3;", "const { x } = { x: a };")).not.toContain("");
    expect(kept("type T = number;", "interface U { t: T }", "const x: U = { t: 1 };")).not.toContain("");
    expect(kept("function f() { return g; }", "const g = 1;", "const x = f();")).not.toContain("");
  });
  it("nothing that is only shown", () => {
    expect(
      kept("const run = simulate(1);", "show(plot.trace(run));\nconsole.log(run, Math.max(1, 2));", "const x = run;"),
    ).toEqual(["const run = simulate(1);", "", "const x = run;"]);
    expect(
      kept("const a = [3, 1];", "const b = a.map((n) => { let s = 0; s += n; return s; });", "const x = a;")[1],
    ).toBe("");
    expect(kept("const a = [3, 1];", "const b = [...a];\nb.sort();", "const x = a;")[0]).toBe("const a = [3, 1];");
  });
  it.each([
    ["a method that may write", "a.sort();"],
    ["an element", "a[0] = 1;"],
    ["a part of a part", "const b = { a };\nb.a.length = 0;"],
    ["another name for it", "const b = a;\nb.push(1);"],
    ["a function that writes into its argument", "const f = (list: number[]) => { list.push(1); };\nf(a);"],
    ["a function that writes into what it sees", "const f = () => { a.length = 0; };\n[1].forEach(f);"],
    [
      "a function, beside another that may",
      "const f = (n: number[]) => { n.pop(); };\nconst b = f(a), g = () => { [].push(); };",
    ],
    ["a callback", "[1].forEach((n) => { a.push(n); });"],
    ["a callback of the package", "simulate(() => { a.pop(); });"],
    ["a function that is called at once", "(() => { a.pop(); })();"],
    ["a function in an object", "const o = { f() { a.pop(); } };\no.f();"],
    ["a class that keeps it", "class C { constructor(list: number[]) { this.list = list; } }\nnew C(a).list.push(1);"],
    ["Object.assign", "Object.assign(a, { length: 0 });"],
    ["delete", "delete a[0];"],
    ["a destructuring", "[a[0], a[1]] = [a[1], a[0]];"],
    ["a loop", "for (a[0] of [1, 2]) {}"],
    ["a timer", "setTimeout(() => { a.pop(); }, 1);"],
    ["an unknown function", "const f = eval('(list) => list.pop()');\nf(a);"],
    ["a generator", "function* g() { a.push(yield 1); }\nfor (const n of g()) {}"],
  ])("what may change it: %s", (_, code) => {
    const [, changing] = kept("const a = [3, 1];", code, "const x = a;");
    expect(changing).toContain(code.split("\n").at(-1));
  });
  it.each(["Math.abs = () => 0;", "globalThis.a = 1;", "Array.prototype.map = 1;", "process.exit();", "eval('1');"])(
    "always what reaches the language itself: %s",
    (code) => {
      expect(kept(code, "const x = 1;")[0]).toBe(code);
    },
  );
  it("an answer's own cell as a whole, with each line at its place", () => {
    expect(kept("const x = 1;\nshow(x);\nthrow 1;")).toEqual(["const x = 1;\nshow(x);\nthrow 1;"]);
    expect(
      dependencies(["const b = 1;\n\nconsole.log(b);\nconst x1 = 2;\nconst a = b;", "const x = a;"], ["x"]).texts([
        { names: ["x"], before: 2 },
      ])[0],
    ).toBe("const b = 1;\n\n\n\nconst a = b;");
  });
  it("nothing that comes after its check", () => {
    const cells = ["const x = 1;", "const x = 2;"];
    expect(dependencies(cells, ["x"]).texts([{ names: ["x"], before: 1 }])).toEqual(["const x = 1;", ""]);
  });
  it("all that leads to it, however many statements or names lie between", () => {
    const chain = Array.from({ length: 900 }, (_, i) => `const v${i} = ${i === 0 ? 1 : `v${i - 1} + 1`};`);
    expect(kept(...chain, "const x = v899;")).toEqual([...chain, "const x = v899;"]);
    const names = Array.from({ length: 150_000 }, (_, i) => `n${i}`);
    const list = `const all = [${names.join()}];`;
    expect(kept("const y = 1;", list, "const x = all;")).toEqual(["", list, "const x = all;"]);
    const declared = names.slice(0, 20_000).map((name) => `${name} = 1`);
    const cell = `const ${declared.join()};`;
    expect(kept(cell, "const x = n7;")).toEqual([cell, "const x = n7;"]);
  });
  it("whole cells of a notebook with more statements than can be taken apart", () => {
    const many = Array.from({ length: 1001 }, (_, i) => `const v${i} = 1;`).join("\n");
    expect(kept(many, "const y = 1;", "const x = v7;")).toEqual([many, "", "const x = v7;"]);
  });
  it("what nobody can read, so that the compiler says what is wrong with it", () => {
    const deep = `const y = ${"(".repeat(30_000)}1${")".repeat(30_000)};`;
    expect(kept(deep, "const x = 1;")).toEqual([deep, "const x = 1;"]);
  });
});

it("knows who made an answer", () => {
  const { makers } = dependencies(["const a = [1];", "a.push(2);", "const b = 1;", "const x = a;"], ["x"]);
  expect(makers({ names: ["x"], before: 4 })).toEqual(new Set([1, 3]));
});

it("reads the names of an answer", () => {
  expect(readAnswer("{ x, y: Math.abs(z) }").names).toEqual(["x", "z"]);
});

it("compiles a cell with the declarations that it can see, and no others", () => {
  const cells = [
    [imports, imports],
    ["const a = variant('1');", 'declare const a: import("nullcline").Variant;'],
    ["type T = number; const b = 1, c: T = 2;", "type T = number;\ndeclare const b = 1, c: T;"],
    ["const b = 2;", "declare const b = 2;"],
  ];
  const seen = cells.reduce<Declarations>((before, [code, text]) => after(before, code, text), new Map());
  const header = (names: string): string =>
    `import type * as nullcline$ from "nullcline";\nimport { ${names} } from "nullcline";`;
  expect(seenBy(seen, "const d = a.b;")).toBe(`${header("")}\ndeclare const a: nullcline$.Variant;`);
  expect(seenBy(seen, "show(b + c);")).toBe(
    `${header("show")}\ntype T = number;\ndeclare const b = 2;\ndeclare const c: T;`,
  );
});

describe("a text that would bring a parser to its knees", () => {
  it.each([
    ["a million brackets within brackets", `${"(".repeat(1e6)}1${")".repeat(1e6)}`],
    ["40 000 of another kind", `${"[".repeat(4e4)}1${"]".repeat(4e4)}`],
    ["async functions within each other's parameters", `x = ${"async(a = ".repeat(60)}1${")".repeat(60)};`],
    ["the same with hidden letters", `x = ${"\\u0061sync(a = ".repeat(60)}1${")".repeat(60)};`],
    ["the same behind brackets that stand in texts", `x = ${'async(b = ")", a = '.repeat(60)}1${")".repeat(60)};`],
  ])("is left to the compiler, which has a limit of time: %s", (_, text) => {
    expect(parse(text)).toEqual({ statements: [], broken: true });
  });
});
