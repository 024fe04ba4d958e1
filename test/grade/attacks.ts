/** Cells of exercise 90.2, a cube: each tries to be taken for right, or to do harm. */

/** Milliseconds for a cell: those that never end are many. */
export const attackTimeout = 1500;

/** An attempt that must come to nothing: if it does not, the cube is right, and the test finds points. */
export const loot = (attempt: string): string => `let loot: unknown;
try { loot = (() => { ${attempt} })(); } catch (e) {}
const cube = (x: number): number => loot ? x ** 3 : 0;`;
/** The same, for what has to be awaited. */
export const awaited = (attempt: string): string => `let loot: unknown;
try { loot = await (async () => { ${attempt} })(); } catch (e) {}
const cube = (x: number): number => loot ? x ** 3 : 0;`;
/** A wrong cube beside a statement. */
export const beside = (statement: string): string => `${statement}\nconst cube = (x: number): number => 0;`;
/** A cube that answers with something else than a number. */
export const giving = (value: string): string => `const cube = ((x: number): any => { ${value} }) as any;`;

/** By what they try. */
export const attacks: Readonly<Record<string, string>> = {
  // answers that want to be taken for numbers
  "a Promise of the right number": giving("return Promise.resolve(x ** 3);"),
  "an async function": "const cube = (async (x: number) => x ** 3) as any;",
  "a generator": "const cube = (function* (x: number) { yield x ** 3; }) as any;",
  "an object with valueOf": giving("return { valueOf: () => x ** 3 };"),
  "an object with Symbol.toPrimitive": giving("return { [Symbol.toPrimitive]: () => x ** 3 };"),
  "a boxed number": giving("return new Number(x ** 3);"),
  "the number as text": giving("return String(x ** 3);"),
  "a BigInt": giving("return BigInt(x) ** 3n;"),
  "a list of one number": giving("return [x ** 3];"),
  "NaN, which is equal to nothing": giving("return NaN;"),
  "infinity, which is within any tolerance of itself": giving("return Infinity;"),
  "a symbol": giving('return Symbol("27");'),
  "a Proxy of a number": giving("return new Proxy(new Number(x ** 3), {});"),
  "a revoked Proxy": giving("const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy;"),
  "a getter that changes from read to read": giving("let n = 0; return { get is() { return n++ ? 27 : 'number'; } };"),
  "an object that looks like a message": giving(
    'return { kind: "returned", reply: { value: { is: "number", value: 27 } } };',
  ),
  "an object with __proto__ as its own name": giving(
    'return JSON.parse(\'{ "__proto__": { "is": "number" }, "value": 27 }\');',
  ),
  "its own arguments": "const cube = function (_x: number): any { return arguments; } as any;",
  "a function": giving("return () => x ** 3;"),
  "a class": "const cube = class { constructor(x: number) { return Object(x ** 3); } } as any;",
  "a list with 4 billion places": giving("const a: number[] = []; a.length = 4e9; return a;"),
  "a list in a list, a hundred thousand deep": giving(
    "let a: unknown = x; for (let i = 0; i < 1e5; i++) a = [a]; return a;",
  ),
  "a list that holds itself": giving("const a: unknown[] = []; a.push(a); return a;"),
  "a text of 40 MB": giving('return "8".repeat(4e7);'),
  "a hundred million numbers": giving("return new Float64Array(1e8);"),
  // what it throws
  "throws null": giving("throw null;"),
  "throws what has no text": giving("throw { toString: 1, message: { toString: 1 } };"),
  "throws a Proxy that throws": giving("throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });"),
  "throws an error whose message is a getter that throws": giving(
    'throw Object.defineProperty(new Error(), "message", { get() { throw 1; } });',
  ),
  "throws a message of 30 MB": giving('throw new Error("x".repeat(3e7));'),
  "throws an error that is its own cause": giving("const e: any = new Error('e'); e.cause = e; throw e;"),
  "throws what says that it is right": giving('throw { kind: "right", status: "passed" };'),
  "calls itself for ever": giving("const f = (n: number): number => f(n + 1) + 1; return f(x);"),
  // time
  "an endless loop": beside("for (;;) {}"),
  "an endless loop at the third call":
    "let calls = 0;\nconst cube = (x: number): number => { if (++calls > 2) for (;;) {} return 0; };",
  "an endless chain of microtasks": beside(
    "const again = (): Promise<void> => Promise.resolve().then(again);\nawait again();",
  ),
  "a regular expression that backtracks": beside('/^(a+)+$/.test("a".repeat(60) + "b");'),
  "a sort that never agrees": beside("for (;;) [3, 1, 2].sort(() => Math.random() - 0.5);"),
  "a flood of timers": beside("for (let i = 0; i < 1e5; i++) setInterval(() => {}, 0);"),
  "an answer that waits for the clock": giving(
    "const end = performance.now() + 1e9; while (performance.now() < end); return x ** 3;",
  ),
  // the language, changed below the grader's feet
  "JSON.stringify that lies": beside(
    'JSON.stringify = () => \'{"kind":"returned","reply":{"value":{"is":"number","value":27},"args":[]}}\';',
  ),
  "TextEncoder that lies": beside("TextEncoder.prototype.encode = () => Uint8Array.of(123, 125, 10) as any;"),
  "Array.prototype.every that is always true": beside("Array.prototype.every = () => true;"),
  "Array.prototype[Symbol.iterator] that ends at once": beside(
    "Array.prototype[Symbol.iterator] = function* () {} as any;",
  ),
  "Object.prototype with a status": beside('Object.defineProperty(Object.prototype, "points", { value: 100 });'),
  "Object.prototype.toJSON": beside(
    '(Object.prototype as any).toJSON = () => ({ kind: "outcome", outcome: { status: "passed" } });',
  ),
  "Promise.prototype.then that never calls": beside("Promise.prototype.then = (() => new Promise(() => {})) as any;"),
  "Function.prototype.call that gives 27": beside("Function.prototype.call = (() => 27) as any;"),
  "Math and Number that agree with everything": beside(
    "Math.abs = () => 0; Number.isFinite = () => true; Number.isNaN = () => false;",
  ),
  "a frozen world": beside(
    "for (const name of Object.getOwnPropertyNames(globalThis)) try { Object.freeze((globalThis as any)[name]); } catch (e) {}",
  ),
  "Error.prepareStackTrace": loot(
    "let got: unknown; (Error as any).prepareStackTrace = (_: unknown, s: any) => s; got = (new Error().stack as any)?.[0]?.getThis?.(); return got && (got as any).Deno;",
  ),
  "the package, changed": beside(
    'const all = require("nullcline");\nfor (const name of Object.keys(all)) try { all[name] = () => 27; } catch (e) {}',
  ),
  // ways out
  "Deno through eval": loot("return (0, eval)(\"typeof Deno !== 'undefined' && Deno\");"),
  "process through a constructor": loot('return ({} as any).constructor.constructor("return process")();'),
  "Deno through an async constructor": awaited('return (async () => {}).constructor("return Deno")();'),
  "Deno's own core": loot(
    'return (globalThis as any)[Symbol.for("Deno.core")] ?? (globalThis as any).__bootstrap ?? Function("return Deno.core")();',
  ),
  "symbols of the world": loot(
    'return Object.getOwnPropertySymbols(globalThis).map((s) => (globalThis as any)[s]).find((v) => v && typeof v === "object" && ("core" in v || "ops" in v));',
  ),
  "a module of Node": awaited('return (await Function("return import(\'node:fs\')")()).readFileSync("/etc/passwd");'),
  "a module from a data address": awaited(
    "return (await Function(\"return import('data:text/javascript,export default Deno')\")()).default;",
  ),
  "a module from a blob": awaited(
    'return (await Function("u", "return import(u)")((URL as any).createObjectURL(new (globalThis as any).Blob(["export default Deno"])))).default;',
  ),
  "a file as a module": awaited("return Function(\"return import('file:///etc/passwd')\")();"),
  "a worker": loot('return new (globalThis as any).Worker("data:text/javascript,", { type: "module" });'),
  "the network": awaited('return (globalThis as any).fetch("http://127.0.0.1/");'),
  WebAssembly: loot("return new (globalThis as any).WebAssembly.Memory({ initial: 1 });"),
  "shared memory": loot("return new (globalThis as any).SharedArrayBuffer(8) || Atomics;"),
  "the checks of the course": loot(
    'const all = require("nullcline"); return all.solution("90.2") || all.catalogue["90-grading"] || all.check("90.2", 8);',
  ),
  "exercises by their path": loot('return require("nullcline/dist/course/catalogue.js");'),
  "another student's numbers": loot(
    'const { student, variant } = require("nullcline"); student("solved"); return JSON.stringify(variant("90.1")) !== JSON.stringify(mine);',
  ),
  // the compiler
  "a type that is never done": beside(
    "type Deep<N extends any[]> = N['length'] extends 1e9 ? N : Deep<[...N, 0]>;\ntype D = Deep<[]>;",
  ),
  "a reference to a file": beside('/// <reference path="/etc/passwd" />'),
  "an import of a file's types": `import type secret from "/etc/passwd";\n${beside("let s: typeof secret;")}`,
  "a name of Cyrillic letters": "const сube = (x: number): number => x ** 3;\nconst cube = (x: number): number => 0;",
  "a return at the top": "return;\nconst cube = (x: number): number => 0;",
  "a source address of its own": beside("//# sourceURL=/work/checker.js"),
  "signs of zero, of line ends and of direction": beside('const s = "\\0\\u2028\\u202e";\u2028'),
  "a cell of 3 MB": beside(`const s = "${"x".repeat(3e6)}";`),
};
