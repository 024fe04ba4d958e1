import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCells, type Child } from "./cells.js";

let session: Child;

beforeAll(() => {
  session = startCells((folder) => {
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "data.json"), '{ "n": 7 }');
    writeFileSync(
      join(folder, "local.ts"),
      "import { base } from './other.ts';\nexport const twice = (x: number): number => 2 * x + base;\nexport default 5;\n",
    );
    writeFileSync(join(folder, "other.ts"), "export const base: number = 0;\nexport type Named = { name: string };\n");
    mkdirSync(join(folder, "deep"));
    writeFileSync(
      join(folder, "deep", "file.ts"),
      "import { twice } from '../local';\nexport const four = twice(2);\n",
    );
  });
});
afterAll(() => session.end());

/** The results of cells that are run one after another; of one that fails, its error. */
async function results(cells: readonly string[]): Promise<(string | undefined)[]> {
  const all = [];
  for (const code of cells) {
    const { ok, result, error } = await session.run(code);
    all.push(ok ? result : `${error?.name}: ${error?.message}`);
  }
  return all;
}

describe("a name has one binding", () => {
  test.each<[string, string[], (string | undefined)[]]>([
    [
      "set by a later cell, read by a function",
      ["let g = 1; function f() { return g }", "g = 100; f()"],
      [undefined, "100"],
    ],
    ["declared anew, read by a function", ["let g = 'a'; const f = () => g; f()", "let g = 'b'; f()"], ["'a'", "'b'"]],
    [
      "a function that is defined anew",
      ["function in1() { return 1 } const out1 = () => in1(); out1()", "function in1() { return 2 } out1()"],
      ["1", "2"],
    ],
    [
      "recursion goes by the name",
      ["const fact = (n: number): number => n < 2 ? 1 : n * fact(n - 1); fact(5)"],
      ["120"],
    ],
    [
      "a class that is defined anew",
      ["class A { m() { return 1 } } const mk = () => new A().m(); mk()", "class A { m() { return 2 } } mk()"],
      ["1", "2"],
    ],
    ["const run twice", ["const c1 = 1; c1", "const c1 = 1; c1", "const c1 = 'x'; c1"], ["1", "1", "'x'"]],
    ["counted in a function", ["let n1 = 0; const next1 = () => ++n1; next1(); next1()", "n1++; next1()"], ["2", "4"]],
    [
      "var in a loop and in a block",
      ["for (var i1 = 0; i1 < 3; i1++) { if (i1) { var h1 = i1 } } [i1, h1!]", "[i1, h1]"],
      ["[ 3, 2 ]", "[ 3, 2 ]"],
    ],
    [
      "var of a pattern in a loop",
      ["for (var [k1, v1] of Object.entries({ a: 1, b: 2 })) {} k1! + v1!", "for (var q1 in { z: 1 }); q1!"],
      ["'b2'", "'z'"],
    ],
    ["let of a loop stays in it", ["let j1 = 9; for (let j1 = 0; j1 < 3; j1++) {} j1"], ["9"]],
    ["a parameter hides it", ["const p1 = 1; const show1 = (p1: number) => p1; show1(2)"], ["2"]],
    ["a catch variable hides it", ["const e1 = 1; try { throw 2 } catch (e1) { e1 }", "e1"], [undefined, "1"]],
    ["of a type that changes", ["let t1 = 1", "let t1 = 'text'; t1.length"], [undefined, "4"]],
    [
      "kept after a throw, with its type",
      ["const th1 = 1; throw new Error('x'); const th2 = 2", "th1 + 1", "th2"],
      ["Error: x", "2", "TypeScript: line 1: Cannot find name 'th2'."],
    ],
    [
      "the old one kept if the throw came first",
      ["const old1 = 'old'", "if (true) throw new Error('x'); const old1 = 1", "old1.length"],
      [undefined, "Error: x", "3"],
    ],
    [
      "an earlier name used before it is declared anew",
      ["const base1 = 2", "const base2 = base1; const base1b = 3; base2 + base1b"],
      [undefined, "5"],
    ],
    [
      "destructured, with defaults of its own",
      ["const { d1, d2 = d1 * 2, ...r1 } = { d1: 1, x: 3 } as { d1: number; d2?: number; x: number }; [d1, d2, r1.x]"],
      ["[ 1, 2, 3 ]"],
    ],
    [
      "assigned by a pattern, swapped",
      ["let s1 = 1, s2 = 2; [s1, s2] = [s2, s1]; [s1, s2]", "[s1, s2] = [s2, s1]; s1"],
      ["[ 2, 1 ]", "1"],
    ],
    [
      "shorthand and computed keys",
      ["const key1 = 'k'", "({ key1, [key1]: 1, f1() { return key1 } }).f1()"],
      [undefined, "'k'"],
    ],
    [
      "tagged templates and calls lose no this",
      ["function who1(this: unknown) { return this === undefined || this === globalThis } who1()", "who1()"],
      ["true", "true"],
    ],
    [
      "a label, a property and a method of its name",
      ["const x9 = 1; x9: for (;;) break x9; ({ x9: 5 }).x9 + new (class { x9() { return 2 } })().x9()"],
      ["7"],
    ],
    [
      "typeof, delete, in",
      ["const o9: { a?: number } = { a: 1 }; typeof o9", "delete o9.a; 'a' in o9"],
      ["'object'", "false"],
    ],
    ["undefined is kept", ["let u9: number | undefined; u9", "u9 = 3; u9"], [undefined, "3"]],
    ["functions are called by their name", ["const named9 = () => 1; named9.name"], ["'named9'"]],
  ])("%s", async (_, cells, expected) => {
    expect(await results(cells)).toEqual(expected);
  });
});

describe("the language", () => {
  test.each<[string, string[], (string | undefined)[]]>([
    [
      "await at the top, of any expression",
      ["await (async () => 7)()", "await [1][0]", "await `t`", "await +'3'", "await 1, await 2"],
      ["7", "1", "'t'", "3", "2"],
    ],
    [
      "for await as the only await",
      ["let sum2 = 0; for await (const x of [1, Promise.resolve(2)]) sum2 += x; sum2"],
      ["3"],
    ],
    [
      "await in a block, a loop, a template, a condition",
      ["let a2 = 0; for (const x of [1, 2]) { a2 += await x } if (await true) a2++; `${await a2}`"],
      ["'4'"],
    ],
    ["an async arrow is not await at the top", ["const af2 = async () => await 1; typeof af2"], ["'function'"]],
    [
      "generators, async ones too",
      [
        "function* g2() { yield 1; yield 2 } [...g2()]",
        "async function* ag2() { yield await 1 } const out2 = []; for await (const x of ag2()) out2.push(x); out2",
      ],
      ["[ 1, 2 ]", "[ 1 ]"],
    ],
    [
      "using",
      ["const log2: string[] = []; { using u = { [Symbol.dispose]() { log2.push('gone') } }; log2.push('here') } log2"],
      ["[ 'here', 'gone' ]"],
    ],
    [
      "using at the top ends with its cell",
      ["using u2 = { [Symbol.dispose]() { log2.push('end') } }; log2.length", "log2.at(-1)"],
      ["2", "'end'"],
    ],
    [
      "await using",
      ["await using w2 = { async [Symbol.asyncDispose]() { log2.push('async') } }; 1", "log2.at(-1)"],
      ["1", "'async'"],
    ],
    [
      "the library of 2023",
      ["[3, 1, 2].toSorted()", "[1, 2].with(0, 5).toReversed()", "[1, 2, 3].findLast((x) => x < 3)"],
      ["[ 1, 2, 3 ]", "[ 2, 5 ]", "2"],
    ],
    [
      "decorators of the standard",
      [
        "function twice3(m: (this: unknown, x: number) => number, _: ClassMethodDecoratorContext) { return function (this: unknown, x: number) { return 2 * m.call(this, x) } } class D3 { @twice3 f(x: number) { return x } } new D3().f(4)",
      ],
      ["8"],
    ],
    [
      "accessors, private and static members",
      [
        "class P3 { #x = 1; accessor y = 2; static z = 3; static { P3.z++ } get x() { return this.#x } } [new P3().x, new P3().y, P3.z]",
      ],
      ["[ 1, 2, 4 ]"],
    ],
    ["parameter properties", ["class Q3 { constructor(readonly q: number) {} } new Q3(4).q"], ["4"]],
    [
      "enum, const enum and namespace, across cells",
      [
        "enum E3 { a = 1, b } const enum CE3 { x = 5 } namespace N3 { export const y = 2; export function f() { return y } } E3.b",
        "E3[1] + CE3.x + N3.f()",
        "enum E3 { c = 9 } E3.c",
      ],
      ["2", "'a52'", "9"],
    ],
    ["a namespace is known two cells later", ["1", "N3.y"], ["1", "2"]],
    [
      "interfaces and types are replaced, not merged",
      [
        "interface I3 { a: number } type T3 = I3 | string",
        "interface I3 { b: number } const i3: I3 = { b: 1 }; const t3: T3 = 's'; [i3.b, t3]",
      ],
      [undefined, "[ 1, 's' ]"],
    ],
    [
      "overloads",
      [
        "function ov3(x: number): number; function ov3(x: string): string; function ov3(x: any) { return x } ov3(1)",
        "ov3('s').length",
      ],
      ["1", "1"],
    ],
    [
      "generics, satisfies, const type parameters",
      ["const first3 = <const T extends readonly unknown[]>(x: T): T[0] => x[0]; first3(['a', 'b']) satisfies 'a'"],
      ["'a'"],
    ],
    [
      "export is allowed",
      [
        "export const ex3 = 1; export function ef3() { return ex3 } export class EC3 {} export type ET3 = number",
        "ef3() + ex3",
      ],
      [undefined, "2"],
    ],
    ["export default and export lists", ["const l3 = 4; export { l3 }; export default l3", "l3"], ["4", "4"]],
    [
      "import type, and types of a file",
      ["import type { Named } from './other.ts'; const nm3: Named = { name: 'n' }; nm3.name"],
      ["'n'"],
    ],
    [
      "a file with and without its ending, by default, from a folder",
      [
        "import five, { twice } from './local.ts'; twice(five)",
        "import { twice as again } from './local'; again(1)",
        "import { four } from './deep/file.ts'; four",
      ],
      ["10", "2", "4"],
    ],
    [
      "import(), of a file and of a package",
      ["(await import('./local.ts')).twice(3)", "typeof (await import('nullcline')).simulate"],
      ["6", "'function'"],
    ],
    [
      "JSON, with and without attributes",
      ["import data from './data.json' with { type: 'json' }; data.n", "import again3 from './data.json'; again3.n"],
      ["7", "7"],
    ],
    [
      "Node's own modules, three ways",
      [
        "import fs from 'fs'; import * as path from 'node:path'; import { EOL } from 'os'; [typeof fs.readFileSync, path.sep, EOL]",
        "require('path').basename('/a/b')",
      ],
      ["[ 'function', '/', '\\n' ]", "'b'"],
    ],
    ["import.meta", ["import.meta.url.startsWith('file:') && typeof import.meta.dirname"], ["'string'"]],
    [
      "an ES module among the packages",
      ["import { pathe as nothing } from 'nullcline/kernel'"],
      ["TypeScript: line 1: Module '\"nullcline/kernel\"' has no exported member 'pathe'."],
    ],
    ["declare global", ["declare global { var shared3: number } globalThis.shared3 = 4; shared3"], ["4"]],
    [
      "@ts-nocheck, @ts-ignore, @ts-expect-error",
      [
        "// @ts-nocheck\nconst nc3: number = 'no'; nc3",
        "// @ts-ignore\nconst ig3: number = 'x'; 1",
        "// @ts-expect-error\nconst ee3: number = 'x'; 2",
      ],
      ["'no'", "1", "2"],
    ],
    [
      "comments only, nothing, a directive",
      ["// nothing", "/* nor this */", "", "'use strict'"],
      [undefined, undefined, undefined, "'use strict'"],
    ],
    [
      "CRLF, tabs, a mark at the beginning",
      ["const crlf3 = 1;\r\n\tconst two3 = 2;\r\ncrlf3 + two3", "\ufeff1 + 1"],
      ["3", "2"],
    ],
    [
      "unicode in names and text, lone surrogates",
      ["const größe = 1, 数 = 2; größe + 数", "'🧠'.length", "'\\ud800'.length"],
      ["3", "2", "1"],
    ],
    [
      "regular expressions with flags, bigints, separators",
      ["/(?<y>\\d+)/v.exec('12')?.groups?.y", "2n ** 64n", "1_000"],
      ["'12'", "18446744073709551616n", "1000"],
    ],
    [
      "a value behind a semicolon and a comment",
      ["1 + 1; // the end", "const nothing4 = 1;", "({ a: 1 })", "void 0"],
      ["2", undefined, "{ a: 1 }", undefined],
    ],
    [
      "a statement is no value",
      ["if (true) { 5 }", "for (const x of [1]) { x }", "enum Last4 { a }", "class C4 {}"],
      [undefined, undefined, undefined, undefined],
    ],
    [
      "objects show what they hold",
      ["new Map([['a', new Set([1])]])", "Symbol('s')", "() => 1", "new Float64Array(2)"],
      ["Map(1) { 'a' => Set(1) { 1 } }", "Symbol(s)", "[Function (anonymous)]", "Float64Array(2) [ 0, 0 ]"],
    ],
  ])("%s", async (_, cells, expected) => {
    expect(await results(cells)).toEqual(expected);
  });
});

describe("what else a TypeScript user tries", () => {
  test.each<[string, string[], (string | undefined)[]]>([
    [
      "exports by default, with a name and without",
      ["export default class {}", "export default function () { return 1 }", "export default (x: number) => x", "1"],
      [undefined, undefined, "[Function (anonymous)]", "1"],
    ],
    [
      "names with underscores",
      ["const __x = 1, _y = 2, ___z = 3; [__x, _y, ___z]", "__x + ___z"],
      ["[ 1, 2, 3 ]", "4"],
    ],
    [
      "names of the kernel's own",
      ["const exports = 1", "function require() {}", "1;\nlet $cell = 2"],
      ["exports", "require", "$cell"].map(
        (name, k) =>
          `TypeScript: line ${k === 2 ? 2 : 1}: '${name}' is a name that the kernel itself needs: choose another one.`,
      ),
    ],
    [
      "the text of a function",
      [
        "let g5 = 1; function read5() { return g5 + ')'.length } read5.toString()",
        "async function wait5(): Promise<string> { return (await g5, `${await g5}`) } `${wait5}`",
        "class C5 { m() { return read5() + g5 } } C5.toString()",
        "Math.max.toString()",
      ],
      [
        "\"function read5() { return g5 + ')'.length; }\"",
        "'async function wait5() { return (await g5, `${await g5}`); }'",
        "'class C5 {\\n    m() { return read5() + g5; }\\n}'",
        "'function max() { [native code] }'",
      ],
    ],
    [
      "patterns of every kind",
      [
        "const { a: { b: [c6 = 5] = [] } = {} } = { a: {} } as any; c6",
        "let g6 = 1; function dd6({ x = g6 }: { x?: number } = {}) { return x } dd6()",
        "for (const { g6: q } of [{ g6: 9 }]) { q }; g6",
        "let y6: number; [y6 = g6] = []; y6",
        "({ g6 } = { g6: 77 }); g6",
        "for (g6 of [5, 6]); g6",
        "for (const k in { z: 1 }) { g6 = k.length }; g6",
      ],
      ["5", "1", "1", "1", "77", "6", "1"],
    ],
    [
      "names used too early",
      ["const h7 = up7(); function up7() { return 'h' } h7", "tdz7; let tdz7 = 1"],
      ["'h'", "TypeScript: line 1: 'tdz7' is used before the line that makes it."],
    ],
    [
      "this, new.target, eval",
      ["this === undefined || this === globalThis", "(function () { return new.target })()", "eval('1 + 1')"],
      ["true", undefined, "2"],
    ],
    [
      "classes",
      [
        "abstract class Sh { abstract area(): number } class Sq extends Sh { constructor(private s: number) { super() } area() { return this.s ** 2 } } new Sq(3).area()",
        "new Sh()",
        "class Cnt { static #n = 0; static inc() { return ++Cnt.#n } } Cnt.inc(); Cnt.inc()",
        "class B8 { hi() { return 'b' } } class D8 extends B8 { hi() { return super.hi() + '!' } } new D8().hi()",
        "new (class Foo8 { x = 1 })()",
      ],
      ["9", "TypeScript: line 1: Cannot create an instance of an abstract class.", "2", "'b!'", "Foo8 { x: 1 }"],
    ],
    [
      "declarations that merge in a cell",
      [
        "enum Mg { a } enum Mg { b = 1 } Mg.b",
        "namespace Ns { export const a = 1 } namespace Ns { export const b = a + 1 } Ns.b",
        "interface Mr { a: number } interface Mr { b: number } const mr: Mr = { a: 1, b: 2 }; mr",
        "function fnn() {} namespace fnn { export const v = 4 } fnn.v",
      ],
      ["1", "2", "{ a: 1, b: 2 }", "4"],
    ],
    [
      "a name that becomes something of another kind",
      [
        "const K2 = 1",
        "class K2 { v = 1 } new K2().v",
        "function K2() { return 3 } K2()",
        "import { simulate as K2 } from 'nullcline'; typeof K2",
        "enum K2 { a } K2.a",
        "let K2 = 5; K2",
        "interface K5 { a: 1 }",
        "const K5 = 5; K5",
        "type K6 = 1",
        "class K6 {} typeof K6",
      ],
      [undefined, "1", "3", "'function'", "0", "5", undefined, "5", undefined, "'function'"],
    ],
    [
      "what iterates",
      [
        "function* fib9(): Generator<number> { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b] } } const it9 = fib9(); [it9.next().value, it9.next().value]",
        "it9.next().value",
        "label9: for (const i of [1, 2]) { for (const j of [1]) { continue label9 } }; 'done'",
        "[...'héllo'].length",
      ],
      ["[ 0, 1 ]", "1", "'done'", "5"],
    ],
    [
      "narrowing and assertions",
      [
        "let un10: { b?: number } | undefined; un10?.b ?? 'none'",
        "let asg10: number | null = null; asg10 ??= 5; asg10",
        "function isText(x: unknown): asserts x is string { if (typeof x !== 'string') throw 0 } let u10: unknown = 's'; isText(u10); u10.length",
        "const tup10 = [1, 'a'] as const; tup10[1]",
        "new Map([['a', 1]]).get('a') + 1",
      ],
      [
        "'none'",
        "5",
        "1",
        "'a'",
        "TypeScript: line 1: This may be undefined: say what to do then, as in (value ?? 0), or put ! behind it if you know that it is there.",
      ],
    ],
    [
      "what is not closed",
      ["/* open", "'open", "`open", "}", "return 5", "yield 1", "break"],
      [
        "'*/' expected.",
        "The second mark of a text is missing on its line: one of several lines stands between backticks, `like this`.",
        "Unterminated template literal.",
        "Declaration or statement expected.",
        "A 'return' statement can only be used within a function body.",
        "A 'yield' expression is only allowed in a generator body.",
        "A 'break' statement can only be used within an enclosing iteration or switch statement.",
      ].map((message) => `TypeScript: line 1: ${message}`),
    ],
    [
      "files and packages that are not there",
      ["import './nothing.ts'", "await import('./nope.ts')", "import x from 'y' with { type: 'z' }"],
      ["'./nothing.ts'", "'./nope.ts'", "'y'"].map(
        (name) => `TypeScript: line 1: Cannot find module ${name} or its corresponding type declarations.`,
      ),
    ],
    [
      "a package as a whole",
      [
        "const NC = await import('nullcline'); typeof NC.plot",
        "import * as N2 from 'nullcline'; const p2 = N2.plot; typeof p2.trace",
      ],
      ["'object'", "'function'"],
    ],
    [
      "literals",
      [
        "0b11 + 0o7 + 0xf",
        "String.raw`a\\n${1}`",
        "`a${`b${1}`}`",
        "[1, , 3]",
        "-0",
        "''",
        "'a\\nb'",
        "[undefined, null]",
        "Object.create(null)",
      ],
      [
        "25",
        "'a\\\\n1'",
        "'ab1'",
        "[ 1, <1 empty item>, 3 ]",
        "-0",
        "''",
        "'a\\nb'",
        "[ undefined, null ]",
        "[Object: null prototype] {}",
      ],
    ],
  ])("%s", async (_, cells, expected) => {
    expect(await results(cells)).toEqual(expected);
  });
});

describe("an error", () => {
  test.each<[string, string, string[]]>([
    [
      "behind three logs",
      "console.log(1)\nconsole.log(2)\nconsole.log(3)\nthrow new Error('here')",
      ["Error: here", "  at line 4", "      throw new Error('here')", "            ^"],
    ],
    [
      "in a class with parameter properties",
      "class PP {\n  constructor(readonly a: number) {\n    throw new RangeError('p')\n  }\n}\nnew PP(1)",
      [
        "RangeError: p",
        "  at new PP, line 3",
        "      throw new RangeError('p')",
        "            ^",
        "  at line 6",
        "      new PP(1)",
        "      ^",
      ],
    ],
    [
      "in an arrow of a later line",
      "const go = () => {\n  (null as any).x\n}\n\ngo()",
      ["TypeError: Cannot read properties of null (reading 'x')", "  at go, line 2"],
    ],
  ])("%s names its line", async (_, code, lines) => {
    const { error } = await session.run(code);
    expect(error?.traceback.slice(0, lines.length)).toEqual(lines);
  });

  test.each([
    [
      "function need(a: number, b: number) { return a + b }\nneed(1)",
      "line 2: Between the parentheses 2 values are expected, and 1 is there.",
    ],
    ["const n: number = 'a'", "line 1: A number is wanted here, and this is a text."],
    ["Math.sqroot(2)", "line 1: Property 'sqroot' does not exist on type 'Math'. Did you mean 'sqrt'?"],
    ["import { nothing } from 'nullcline'", `line 1: Module '"nullcline"' has no exported member 'nothing'.`],
    [
      "import x from 'no-such-package'",
      "line 1: Cannot find module 'no-such-package' or its corresponding type declarations.",
    ],
    ["const twice = 1; const twice = 2", "line 1: Cannot redeclare block-scoped variable 'twice'."],
    ["for (", "line 1: Expression expected."],
    ["new Set([1]).union(new Set([2]))", "line 1: Property 'union' does not exist on type 'Set<number>'."],
  ])("of %j is told before anything runs", async (code, message) => {
    expect((await session.run(code)).error).toMatchObject({ name: "TypeScript", message });
  });

  test("that has several reasons tells all of them", async () => {
    const { error } = await session.run(
      "await Promise.any([Promise.reject(new Error('one')), Promise.reject(new TypeError('two'))])",
    );
    expect(error?.traceback.filter((line) => /one|two/.test(line) && !line.includes("await"))).toEqual([
      "[1 of 2] Error: one",
      "[2 of 2] TypeError: two",
    ]);
  });
});

describe("a value is shown", () => {
  test.each<[string, string, RegExp]>([
    [
      "a model by its equations",
      "import { fitzHughNagumo, simulate, plot } from 'nullcline'; fitzHughNagumo",
      /^[\s\S]*dv\/dt/,
    ],
    [
      "a run in a line",
      "simulate(fitzHughNagumo, { duration: 10 })",
      /^a run of 10 ms: v, w at \d+ times, \d+ spikes?$/,
    ],
    ["a figure in words", "plot.trace(simulate(fitzHughNagumo, { duration: 10 }))", /^\[figure\] /],
  ])("%s", async (_, code, text) => {
    expect(await session.result(code)).toMatch(text);
  });
});
