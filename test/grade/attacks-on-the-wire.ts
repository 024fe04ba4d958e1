/**
 * Cells of exercise 90.2 whose answers are no values, or too many, or that change the language below what carries them.
 * Each with its word, which is the same whenever it is marked.
 */
import type { Status } from "../../src/grade/wire/messages.js";
import { awaited, beside, giving, loot } from "./attacks.js";

const keys = (count: number): string =>
  `new Proxy({}, { ownKeys: () => Array.from({ length: ${count} }, (_, i) => "k" + i), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) })`;
const throwing = "() => { throw 27; }";

const wrong: Readonly<Record<string, string>> = {
  "a Map that holds itself": giving("const m = new Map<any, any>(); m.set(m, m); return m;"),
  "a function that gives itself": "const cube: any = function f() { return f; };",
  "a record of functions that give it": giving("const o: any = { a: () => o, b: () => [o, o] }; return o;"),
  "the same list in itself, 2 to the 40 times": giving(
    "let a: any = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a;",
  ),
  "an object whose getters give objects of getters": giving("class C { get a() { return new C(); } } return new C();"),
  "a bigint of 161 million digits": giving("return 1n << (2n ** 29n);"),
  "a negative bigint of 30 million digits": giving("return -(1n << 100_000_000n);"),
  "toJSON that never ends": giving("return { toJSON() { for (;;); }, a: 1 };"),
  "a Date whose constructor has a name that never ends": giving(
    "const d: any = new Date(); d.constructor = { name: { toString() { for (;;); } } }; return d;",
  ),
  "a typed array whose constructor has a bigint as name": giving(
    "const d: any = new Float64Array(2); d.constructor = { name: 3n }; return d;",
  ),
  "a typed array that grows while it is read": giving(
    "const b = new (ArrayBuffer as any)(8, { maxByteLength: 1e8 }); const f: any = new Uint8Array(b); f[Symbol.iterator] = () => { b.resize(1e8); return [][Symbol.iterator](); }; return f;",
  ),
  "an endless generator": giving("return (function* () { for (;;) yield x; })();"),
  "an endless async generator": "const cube: any = async function* (x: number) { for (;;) yield x; };",
  "keys of lone surrogates and of zero": giving("return { '\\ud800': x, '\\0': x };"),
  "the package itself": giving("return require('nullcline');"),
  "the world itself": giving("return globalThis;"),
  "a thenable function": "const cube: any = Object.assign(() => 0, { then(go: any) { go((x: number) => x ** 3); } });",
  "await of what answers three times": beside("await ({ then(g: any, b: any) { g(1); g(2); b(3); } } as any);"),
  "values of the scope that are read for ever": beside(
    "Object.defineProperty(exports, 'other', { get() { for (;;); }, enumerable: true });",
  ),
  "prints all that cannot be printed": beside(
    "const p = Proxy.revocable({}, {}); p.revoke(); for (const k of Object.keys(console)) (console as any)[k](p.proxy, new Proxy({}, { get() { for (;;); } }), { toJSON() { for (;;); } });",
  ),
  "prints ten million lines": beside("for (let i = 0; i < 1e7; i++) console.log(i);"),
  "species that never end": beside(
    "for (const c of [Array, Promise, ArrayBuffer, Map]) Object.defineProperty(c, Symbol.species, { get() { for (;;); } });",
  ),
  "constructors of lists that throw": beside(
    "Object.defineProperty(Array.prototype, 'constructor', { get() { throw 27; } });",
  ),
  "map and push of lists that never end": beside(
    "Array.prototype.map = Array.prototype.push = (() => { for (;;); }) as any;",
  ),
  "all methods of typed arrays that throw": beside(
    `const t = Object.getPrototypeOf(Uint8Array.prototype); for (const k of ["subarray", "indexOf", "set"]) t[k] = ${throwing};`,
  ),
  "Uint8Array that throws": beside("(globalThis as any).Uint8Array = class { constructor() { throw 27; } };"),
  "toJSON of numbers, texts and bigints": beside(
    "for (const c of [Number, String, BigInt] as any[]) c.prototype.toJSON = () => 27;",
  ),
  "call sites of the program": loot(
    'let t: any; (Error as any).prepareStackTrace = (_: any, s: any) => { t = s.map((c: any) => [c.getFileName?.(), c.getThis?.(), c.getFunction?.()]); return ""; }; void new Error().stack; return /work\\/|home|checker/.test(JSON.stringify(t));',
  ),
  "shared memory through a clone": loot(
    "return (structuredClone as any)({}).constructor.constructor('return typeof SharedArrayBuffer')() !== 'undefined';",
  ),
  "the world of a clone's error": awaited(
    "try { structuredClone(() => 1); } catch (e: any) { return e.constructor.constructor('return typeof Deno')() !== 'undefined'; }",
  ),
};

const broken: Readonly<Record<string, string>> = {
  "a list with one element far out": giving("const a: number[] = []; a[4e9] = 1; return a;"),
  "four lists of all places there are": giving("const a = new Array(2 ** 32 - 1); return [a, a, a, a];"),
  "a Proxy of a list of 4 billion": giving(
    "return new Proxy([], { get: (t: any, k) => (k === 'length' ? 4e9 : k === Symbol.iterator ? t[k] : 1) });",
  ),
  "a Proxy of 300 000 names": giving(`return ${keys(300_001)};`),
  "a text of half a gigabyte, in one piece": giving("return 'x'.repeat(5e8);"),
  "a long text a hundred thousand times": giving("const s = 'y'.repeat(1e5); return Array(1e5).fill(s);"),
  "900 000 empty objects": giving("return Array.from({ length: 9e5 }, () => ({}));"),
  "arguments that have grown": "const cube: any = (...a: any[]) => { a[0] = 0; return Array(301_000).fill(a); };",
  "a bound function that gives a growing list":
    "const cube: any = Array.prototype.concat.bind(new Array(9e5).fill(1));",
  "throws five million texts": giving("throw Array(5e6).fill('some text');"),
  "throws a bigint of three million digits": giving("throw 1n << 10_000_000n;"),
  "throws errors that are each other's cause": giving(
    "const a: any = new Error('a'); const b = new Error('b', { cause: a }); a.cause = b; throw new AggregateError([a, b], 'c', { cause: b });",
  ),
  "a stack without a limit": giving(
    "Error.stackTraceLimit = Infinity; const f = (n: number): number => f(n + 1) + 1; return f(x);",
  ),
  "toJSON of everything that throws": beside(`(Object.prototype as any).toJSON = ${throwing};`),
  "constructors of promises that throw": beside(
    "Object.defineProperty(Promise.prototype, 'constructor', { get() { throw 27; } });",
  ),
  "a world without names": beside(
    "for (const n of Object.getOwnPropertyNames(globalThis)) try { delete (globalThis as any)[n]; } catch {}",
  ),
};

const endless: Readonly<Record<string, string>> = {
  "a getter that never ends": giving("return { get v() { for (;;); } };"),
  "a Proxy of which every trap never ends": giving("return new Proxy({}, new Proxy({}, { get() { for (;;); } }));"),
  "await of thenables that give thenables": beside("const t = (): any => ({ then(go: any) { go(t()); } }); await t();"),
  "finally, and again": giving("for (;;) { try { return x; } finally { continue; } }"),
  "throws an error whose message never ends": giving(
    "throw Object.defineProperty(new Error(), 'message', { get() { for (;;); } });",
  ),
};

const all = (cells: Readonly<Record<string, string>>, status: Status): [string, readonly [Status, string]][] =>
  Object.entries(cells).map(([name, cell]) => [name, [status, cell]]);

/** By what they try: the word that each is told by, and the cell. */
export const attacksOnTheWire: Readonly<Record<string, readonly [Status, string]>> = Object.fromEntries([
  ...all(wrong, "failed"),
  ...all(broken, "error"),
  ...all(endless, "timeout"),
]);
