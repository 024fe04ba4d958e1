// A compiler that prepares for each cell says the same of it as one that does not.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createCompiler, type Compilation } from "../../src/kernel/compiler/compiler.js";
import { loadTslab } from "../../src/kernel/tslab.js";

const [direct, prepared] = [createCompiler(loadTslab()), createCompiler(loadTslab())];
const folder = mkdtempSync(join(tmpdir(), "nullcline-prepared-"));
const mine = relative(process.cwd(), join(folder, "mine")).replaceAll("\\", "/");
const writeMine = (text: string): void => writeFileSync(join(folder, "mine.ts"), text);

afterAll(() => {
  direct.close();
  prepared.close();
  rmSync(folder, { recursive: true });
});

/** Compiles cells one after the other by both, and gives what both say. */
function compileAll(cells: readonly string[], asked?: (declarations: string) => void): Compilation[] {
  let declarations = "";
  prepared.prepare(declarations);
  return cells.map((code, i) => {
    const expected = direct.compile(declarations, code, i);
    const compiled = prepared.compile(declarations, code, i);
    expect(compiled, code).toEqual(expected);
    if (compiled.ok) declarations = compiled.declarations;
    prepared.prepare(declarations);
    asked?.(declarations);
    return compiled;
  });
}

const usual = [
  "const a = 1\na + 1",
  "",
  "// nothing but a comment",
  "interface Cell { x: number }\nconst cell: Cell = { x: a }",
  "const wrong: string = a",
  "const cut = (",
  "cell.y",
  "const { x } = cell; console.log(x)",
  "for (var i = 0; i < 3; i++) { var last = [i] }",
  "enum Kind { One, Two }\nclass Box<T> { constructor(readonly kept: T) {} }",
  "interface Cell { x: string }\nnew Box(Kind.Two).kept satisfies Kind",
  "const again: Cell = { x: 'now a string' }",
  "cell.x.toFixed()",
  'import { simulate, hodgkinHuxley } from "nullcline"',
  "const run = simulate(hodgkinHuxley, { duration: 1 })",
  "run.spikes.map((time) => 2 * time)",
  "run.spikes.map((time) => time.toFixd(1))",
  'const later = await import("nullcline")',
  'type Options = import("nullcline").SimulationOptions',
  "declare global { interface Array<T> { second(): T } }\n[1, 2].second",
  "[1, 2].second()",
  "// @ts-nocheck\nconst n: string = 1",
  "namespace Inner { export const deep = a }\nInner.deep",
  "function twice(n: number): number { return 2 * n }\nlet g = twice(a); g",
  "function twice(text: string): string { return text + text }",
  "twice(a)",
];

describe("A compiler that prepares", () => {
  test("says the same of every cell, right or wrong, and of those behind it", () => {
    const compiled = compileAll(usual);
    expect(usual.filter((_, k) => !compiled[k]?.ok)).toEqual([
      "const wrong: string = a",
      "const cut = (",
      "cell.y",
      "cell.x.toFixed()",
      "run.spikes.map((time) => time.toFixd(1))",
      "twice(a)",
    ]);
  });
  test("says the same behind more names than it keeps together, some of them declared anew", () => {
    const name = (k: number): string => `${"with".repeat(50)}_${k}`;
    const many = Array.from({ length: 40 }, (_, k) => `const ${name(k)} = ${k === 0 ? "0" : `${name(k - 1)} + 1`}`);
    const anew = [`const ${name(3)} = 'text'`, `${name(3)}.length + ${name(4)}`, `${name(3)}.toFixed()`];
    const last = [`${name(0)} + ${name(20)} + ${name(39)}`, name(40), ...anew];
    const compiled = compileAll([...many, ...last]).slice(many.length);
    expect(compiled.map(({ ok }) => ok)).toEqual([true, false, true, true, false]);
  });
  test("says the same when an editor has asked in between", () => {
    compileAll(usual.slice(0, 8), (declarations) => {
      const [at, code] = [5, "cell.x; a.to"];
      const known = direct.inspect(declarations, code, at);
      expect(prepared.inspect(declarations, code, at)).toEqual(known);
      expect(prepared.complete(declarations, code, code.length)).toEqual(
        direct.complete(declarations, code, code.length),
      );
    });
  });
  test("sees that a file beside the notebook has changed since it prepared", () => {
    writeMine("export const mine = 1;");
    const { declarations } = compileAll([`import { mine } from "${mine}"`]).at(-1) as { declarations: string };
    expect(prepared.compile(declarations, "mine.toFixed()", 2).ok).toBe(true);
    prepared.prepare(declarations);
    writeMine("export const mine = 'a text';");
    expect(prepared.compile(declarations, "mine.toFixed()", 3).ok).toBe(false);
    prepared.prepare(declarations);
    expect(prepared.compile(declarations, "mine.toUpperCase()", 4).ok).toBe(true);
  });
  test("reads what a cell names of Node after it prepared without", () => {
    prepared.prepare("");
    expect(prepared.compile("", "process.pid.toFixed()", 1).ok).toBe(true);
    prepared.prepare("");
    expect(prepared.compile("", "process.pd", 2).ok).toBe(false);
  });
});
