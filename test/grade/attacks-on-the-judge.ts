/**
 * More cells of exercise 90.2, written with docs/grading.md in hand: against what carries and judges answers, the engine
 * below it, and what a row of results is made of.
 */
import { awaited, beside, giving, loot } from "./attacks.js";

/** Right at what the notebook's check asks, wrong elsewhere. */
const publicOnly = "[1, 2, 3].includes(x) ? x ** 3 : 0";
/** A cube that is right if it finds out what it wants to know. */
const knowing = (before: string, knows: string): string =>
  `${before}\nconst cube = (x: number): any => { const known = (() => { try { return ${knows}; } catch { return false; } })(); return known ? x ** 3 : ${publicOnly}; };`;

/** By what they try. */
export const attacksOnTheJudge: Readonly<Record<string, string>> = {
  // answers that are no values, or other ones each time
  "a number from a getter that counts its reads": giving(
    "let n = 0; return Object.create(null, { v: { enumerable: true, get: () => (n++ ? 27 : x ** 3) } });",
  ),
  "toJSON that gives the number": giving("return { toJSON: () => x ** 3 };"),
  "toJSON of a function": giving("const f: any = () => 1; f.toJSON = () => x ** 3; return f;"),
  "a thenable": giving("return { then: (go: any) => go(x ** 3) };"),
  "a thenable that never ends": giving("return { then() {} };"),
  "a value tagged as a number of the wire": giving('return { $: "number", v: String(x ** 3) };'),
  "a record tagged as a record of the wire": giving('return { $: "record", v: { $: "number", v: String(x ** 3) } };'),
  "a bigint of ten million digits": giving("return 10n ** 10_000_000n;"),
  "a typed array of one number": giving("return Float64Array.of(x ** 3);"),
  "a typed array that is called Number": giving("class Number extends Float64Array {} return Number.of(x ** 3);"),
  "a typed array whose constructor lies": giving(
    'const a: any = Float64Array.of(x ** 3); Object.defineProperty(a, "constructor", { value: { name: "__proto__" } }); return a;',
  ),
  "a typed array with a length of its own": giving(
    'const a: any = Float64Array.of(x); Object.defineProperty(a, "length", { value: 1e9 }); return a;',
  ),
  "a list whose iterator never ends": giving(
    "const a: any = [x]; a[Symbol.iterator] = function* () { for (;;) yield x ** 3; }; return a;",
  ),
  "a list with a getter that never ends": giving("return Object.defineProperty([x], 0, { get() { for (;;); } });"),
  "a Proxy whose list of names never ends": giving(
    "return new Proxy({}, { ownKeys: () => Array.from({ length: 1e7 }, (_, i) => String(i)) });",
  ),
  "a Proxy that is a prototype of itself": giving(
    "const p: any = new Proxy({}, { getPrototypeOf: () => p }); return p;",
  ),
  "a chain of prototypes without end": giving(
    "const make = (): any => new Proxy({}, { getPrototypeOf: make, ownKeys: () => [] }); return make();",
  ),
  "an object with a symbol for each name": giving(
    "return { [Symbol.iterator]: x, [Symbol.toStringTag]: 'Number', [Symbol.toPrimitive]: () => x ** 3 };",
  ),
  "-0 and the smallest number": giving("return x > 0 ? Number.MIN_VALUE : -0;"),
  "the largest number": giving("return Number.MAX_VALUE;"),
  "a list of functions that are called later": giving("return [() => x ** 3, { valueOf: () => x ** 3 }];"),
  "a million functions": giving("return Array.from({ length: 9e5 }, () => () => x);"),
  "a model that is its own data": giving(
    "const m: any = { kernels: {}, with() {}, at: 1, breaks: 1 }; m.data = m; return m;",
  ),
  "a stimulus of endless sums": giving(
    'let d: any = { kind: "step", amplitude: 1, from: 0, to: 1 }; for (let i = 0; i < 9; i++) d = { kind: "sum", terms: Array(50).fill(d) }; return { at() {}, breaks() {}, data: d };',
  ),
  "an answer that changes what was read":
    "const cube: any = new Proxy((x: number) => 0, { apply: (_f, _t, a) => { a[0] = 0; return a; } });",
  "a function whose name and length lie":
    "const cube: any = Object.defineProperties((x: number) => 0, { length: { value: NaN }, name: { get() { throw 1; } } });",
  "a bound constructor": "const cube: any = Number.bind(null, 27);",
  "a function with a prototype that throws":
    "const cube: any = Object.setPrototypeOf((x: number) => 0, new Proxy({}, { get() { throw 27; }, has() { return true; } }));",
  // the engine
  "Atomics.wait for ever": loot(
    "return (globalThis as any).Atomics.wait(new Int32Array(new (globalThis as any).SharedArrayBuffer(4)), 0, 0);",
  ),
  "shared memory out of a growing buffer": loot(
    "return new (ArrayBuffer as any)(8, { maxByteLength: 1e9 }).constructor[Symbol.species].name === 'SharedArrayBuffer';",
  ),
  "an array buffer that grows to all memory": beside(
    "const b: any = new (ArrayBuffer as any)(1, { maxByteLength: 4e9 }); for (let n = 1; n < 4e9; n *= 2) { b.resize(n); new Uint8Array(b).fill(1); }",
  ),
  "WebAssembly through a structured clone": loot(
    "return (structuredClone as any).constructor('return WebAssembly')();",
  ),
  "a finalizer that comes while it is judged": beside(
    "const r = new FinalizationRegistry(() => { for (;;); }); for (let i = 0; i < 1e5; i++) r.register({}, i);",
  ),
  "a weak reference to the arguments": knowing(
    "let seen: any[] = [];",
    "seen.push(new WeakRef(Object(x))) && seen[0].deref() === undefined",
  ),
  "top-level await that never ends": beside("await new Promise(() => {});"),
  "await of a thenable that asks itself": beside("const t: any = { then: (go: any) => go(t) }; await t;"),
  "100 000 promises that wait for each other": beside(
    "let p: Promise<void> = new Promise(() => {}); for (let i = 0; i < 1e5; i++) p = p.then(() => {}); await p;",
  ),
  "a message of a regular expression": beside('"x".repeat(5e6).replace(/(x+x+)+y/, "");'),
  "a text of half a gigabyte": beside('let s = "x"; while (s.length < 5e8) s += s; s.charCodeAt(7);'),
  "a million names of the world": beside("for (let i = 0; i < 1e6; i++) (globalThis as any)['n' + i] = i;"),
  "a date that breaks": beside("(Date as any).now = () => NaN; Date.prototype.toString = () => { throw 1; };"),
  "imports by a blob's address": awaited("return Function(\"return import('blob:null/1')\")();"),
  "imports by an address with a script": awaited(
    "return Function(\"return import('data:text/javascript,export const loot = typeof Deno')\")().then((m: any) => m.loot !== 'undefined');",
  ),
  "imports its own program": awaited(
    "return Function(\"return import('file:///world.js')\")().then((m: any) => Object.keys(m).length > 0);",
  ),
  "import.meta of a function": loot("return Function('return import.meta')();"),
  "the source of what called it": loot(
    'function own(): any { let f: any = own; for (let i = 0; f && i < 50; i++) { if (!String(f).includes("own")) return f; f = f.caller; } } return own();',
  ),
  "the source of all that it can reach": loot(
    "const seen: string[] = []; for (const k of Object.getOwnPropertyNames(globalThis)) { const s = String((globalThis as any)[k]); if (/readSync|holdsElsewhere|misconception/.test(s)) seen.push(k); } return seen.length > 0;",
  ),
  "files and lines in a stack": loot(
    "Error.stackTraceLimit = 1000; const stack = String(new Error().stack); return /holdsElsewhere|checker|hidden|\\/work|\\/home|\\/tmp/.test(stack);",
  ),
  "a call site's function": loot(
    'let sites: any[] = []; (Error as any).prepareStackTrace = (_: any, s: any[]) => (sites = s); void new Error().stack; return sites.some((s) => { const f = s.getFunction?.(); return (f && !String(f).includes("sites")) || s.getThis?.()?.Deno || s.getThis?.()?.send; });',
  ),
  "the scope of the runner by its text": loot(
    "return (Function as any)('return channel')() || (Function as any)('return functions')();",
  ),
  // who asks, and when
  "knows the hidden check by the count of calls": knowing("let calls = 0;", "++calls > 3 && false"),
  "knows it by the clock": knowing(
    "const start = performance.now(); let last = start;",
    "performance.now() - start < 0",
  ),
  "knows it by fractions": giving("return Number.isInteger(x) ? x ** 3 : Math.round(x) ** 3;"),
  "knows it by digits": giving("return String(x).length < 4 ? x ** 3 : x ** 2;"),
  "answers old questions rightly":
    "const seen = new Map<number, number>();\nconst cube = (x: number): number => { const y = seen.get(x); seen.set(x, x ** 3); return y ?? (Number.isInteger(x) ? x ** 3 : 0); };",
  "guesses the numbers of the seed": knowing("let state = 0x811c9dc5;", "Math.imul(state, 0x01000193) === x"),
  "replaces the reply of its call": beside(
    "const { push } = Array.prototype; Array.prototype.push = function (...a: any[]) { return push.apply(this, a.map((v) => (typeof v === 'number' ? 27 : v))); };",
  ),
  "replaces Array.from and Object.entries": beside(
    "Array.from = (() => [27]) as any; Object.entries = (() => []) as any; Object.fromEntries = (() => ({ kind: 'right' })) as any;",
  ),
  "replaces the numbers of a list": beside("Object.defineProperty(Array.prototype, 0, { get: () => 27, set() {} });"),
  "sets length, kind and value for everything": beside(
    "for (const k of ['kind', 'value', 'reply', 'v', '$', 'k', 'threw']) Object.defineProperty(Object.prototype, k, { get: () => undefined, set() {}, configurable: true });",
  ),
  "replaces Function.prototype.apply and bind": beside(
    "Function.prototype.apply = (() => 27) as any; Function.prototype.bind = (() => () => 27) as any;",
  ),
  "replaces instanceof": beside(
    "for (const c of [Array, Promise, Map, Set, Error, DataView]) Object.defineProperty(c, Symbol.hasInstance, { value: () => true });",
  ),
  "replaces Uint8Array.prototype.set and subarray": beside(
    "Uint8Array.prototype.set = () => {}; Uint8Array.prototype.subarray = function () { return this; };",
  ),
  "replaces the length of typed arrays": beside(
    "Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), 'length', { get: () => 0 });",
  ),
  "replaces indexOf, slice and join": beside(
    "for (const p of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)] as any[]) p.indexOf = p.slice = p.join = () => 0;",
  ),
  "replaces String.prototype": beside(
    "for (const k of ['replace', 'slice', 'trim', 'split']) (String.prototype as any)[k] = () => '{\"kind\":\"returned\"}';",
  ),
  "replaces Number and isFinite": beside(
    "(globalThis as any).Number = { isFinite: () => false, isInteger: () => true }; (globalThis as any).Object = { is: () => true };",
  ),
  "replaces Promise": beside(
    "(globalThis as any).Promise = class { constructor(f: any) { f(() => {}, () => {}); } then() { return this; } };",
  ),
  "replaces Symbol.species of everything": beside(
    "for (const c of [Array, Promise, ArrayBuffer, Map]) Object.defineProperty(c, Symbol.species, { get() { throw 27; } });",
  ),
  "replaces the error that explains": beside(
    "(globalThis as any).Error = class { static [Symbol.hasInstance]() { for (;;); } };\nthrow 1;",
  ),
  "speaks through console and queueMicrotask": beside(
    'console.log(\'{"kind":"returned","reply":{"value":27,"args":[1]}}\\n\'); queueMicrotask(() => { throw new Error(\'{"kind":"outcome"}\'); });',
  ),
  "throws a reply": giving(
    "throw Object.assign(new Error('right at the public check'), { name: 'passed', status: 'passed', points: 2 });",
  ),
  "throws an error with a name that is code": giving(
    "const e: any = new Error('<script>alert(1)</script>=cmd()\\n\\u202e\\0'); e.name = '=HYPERLINK(1)'; throw e;",
  ),
  "looks for other students in the package's files": loot(
    'const n: any = require("nullcline"); return n.loadRecording("../../../marked.jsonl") || n.host;',
  ),
  "asks the package for numbers of all students": loot(
    'const n: any = require("nullcline"); return ["90.2", "90.3"].some((id) => n.variant(id));',
  ),
  "writes into the package for the next student": beside(
    'const n: any = require("nullcline"); for (const k of Object.keys(n)) try { n[k].prototype.with = () => 27; } catch {} Object.getPrototypeOf(n.leakyIntegrateAndFire).with = () => 27;',
  ),
  "declares the package anew for the next student":
    'declare module "nullcline" { export function variant(id: string): never; }\nconst cube = (x: number): number => 0;',
  "declares the language anew for the next student":
    "declare global { interface Number { toFixed: never } var mine: never; }\nexport {};\nconst cube = (x: number): number => 0;",
  "turns the compiler's checks off": "// @ts-nocheck\nconst cube: any = (x) => 0 as never as string;",
  "a pragma of tslab": "/** @module ../escape */\nexport const cube = (x: number): number => 0;",
  "a reference to types that lie elsewhere":
    '/// <reference types="../../../../etc" />\n/// <reference lib="dom" />\nconst cube = (x: number): number => (typeof document === "undefined" ? 0 : x ** 3);',
};
