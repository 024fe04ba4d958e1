import { join } from "node:path";
import { present } from "../../src/checks/present.js";
import type { Status } from "../../src/grade/wire/messages.js";
import { answered, book, cellOf, codeCell, masterFolder, type Book } from "./hand-in.js";

/** A notebook that loops, exits, floods, forges or pries, and what must come of it. */
export interface Case {
  readonly notebook: Book | string;
  /** Status of each exercise that is not passed, and what its message says. */
  readonly expected: Readonly<Record<string, readonly [Status, RegExp?]>>;
  /** Points of exercises that are not what their status suggests. */
  readonly points?: Readonly<Record<string, number>>;
}

const wrongCube = "const cube = (x: number): number => x ** 2;";
const with_ = (notebook: Book, change: (notebook: Book) => void): Book => {
  change(notebook);
  return notebook;
};
/** Code that counts as `loot` what it could do and must not be able to. */
const loot = (attempts: readonly string[]): string => `
  let loot = 0;
  const attempt = (f: () => unknown) => { try { if (f()) loot++; } catch (e) {} };
  ${attempts.map((code) => `attempt(() => { ${code} });`).join("\n")}`;
/** The one way left to end the process. */
const crash = "const hog: number[][] = [];\nfor (;;) hog.push(new Array(1e6).fill(1.5));";
const all = (status: Status, message?: RegExp): Case["expected"] =>
  Object.fromEntries(Object.keys(worth).map((id) => [id, message ? [status, message] : [status]]));
/** Points of the exercises of the fixture. */
export const worth: Readonly<Record<string, number>> = { "90.1": 1, "90.2": 2, "90.3": 3, "90.4": 1, "90.5": 1 };
const hidden = JSON.stringify(join(masterFolder, "90-grading.hidden.ts"));

export const cases: Readonly<Record<string, Case>> = {
  solved: { notebook: book(), expected: {} },
  untouched: {
    notebook: book("student"),
    expected: {
      "90.1": ["missing"],
      "90.2": ["missing"],
      "90.3": ["missing"],
      "90.4": ["missing"],
      "90.5": ["missing"],
    },
  },
  errors: {
    notebook: answered({
      "90.1": "const product: number = 'many';",
      "90.2": "const cube = (x: number => x;",
      "90.3": "const eulerStep = () => 1;\nthrow new TypeError('at the top');",
      "90.4": "const leaky = mine;",
      "90.5": "const rotation = () => { throw new RangeError('from within'); };",
    }),
    expected: {
      "90.1": ["error", /A number is wanted here, and this is a text/],
      "90.2": ["error", /expected/],
      "90.3": ["error", /TypeError: at the top/],
      "90.4": ["failed", /You gave (?:a|an empty) record/],
      "90.5": ["error", /threw at \(1, 0\).*RangeError|threw at \(1, 0\).*from within/],
    },
  },
  misunderstood: {
    notebook: answered({
      "90.1": "const product = mine.a + mine.b;",
      "90.2": "const cube = (x: number) => 3 * x;",
      "90.3": "const eulerStep = async () => 1;",
      "90.4": "const leaky = leakyIntegrateAndFire;",
      "90.5": "const rotation = (t: number, y: number[], d: number[]) => { d[0] = y[1]; d[1] = -y[0]; };",
    }),
    expected: {
      "90.1": ["failed", /misconception: sum/],
      "90.2": ["failed", /misconception: threefold/],
      "90.3": ["failed", /Promise/],
      "90.4": ["failed", /^not so: rests at -80/],
      "90.5": ["failed", /misconception: backwards/],
    },
  },
  loops: {
    notebook: answered({
      "90.2": "const cube = (x: number) => x;\nwhile (true) {}",
      "90.3": "const eulerStep = 1;\nawait 1;\nwhile (true) {}",
      "90.5": "const rotation = () => { for (;;) {} };",
    }),
    expected: {
      "90.2": ["timeout", /a cell took too long/],
      "90.3": ["timeout", /a cell/],
      "90.5": ["timeout", /the answer took too long/],
    },
  },
  "waits for ever": {
    notebook: answered({
      "90.2": "await new Promise(() => {});\nconst cube = 1;",
      "90.3": "const eulerStep = (_f: unknown, y: number): number => { for (;;) y = Math.cos(y); };",
      "90.4": "const leaky = new Proxy({}, { ownKeys() { for (;;) {} } }) as any;",
    }),
    expected: { "90.2": ["timeout"], "90.3": ["timeout"], "90.4": ["timeout"] },
  },
  "asks without end": {
    notebook: answered({
      "90.3": "const eulerStep = (f: (y: number) => number, y: number): number => { for (;;) y = f(y); };",
    }),
    expected: { "90.3": ["error", /the answer sent too much/] },
  },
  "throws dice": {
    notebook: answered({ "90.2": "const cube = (): number => { throw new Error(`threw ${Math.random()}`); };" }),
    expected: { "90.2": ["error", /threw 0\.16917030546536072/] },
  },
  "holds itself": {
    notebook: answered({ "90.5": "const rotation = { get d() { return rotation; } } as any;" }),
    expected: { "90.5": ["failed"] },
  },
  exits: {
    notebook: answered({
      "90.1": "const product = mine.a * mine.b;\nprocess.exit(0);",
      "90.2": `const cube = (x: number) => x;\n${crash}`,
    }),
    expected: { "90.1": ["error", /process is not defined/], "90.2": ["error", /ran out of memory/] },
  },
  "exits again and again": {
    notebook: with_(book(), ({ cells }) => {
      cells.splice(
        2,
        0,
        ...Array.from({ length: 5 }, () =>
          codeCell(`for (const end of [() => { ${crash} Math.sin = Math.cos; }]) end();`),
        ),
      );
    }),
    expected: {},
  },
  "tells what it is asked": {
    notebook: answered({
      "90.2":
        "const cube = (x: number) => { if (![1, 2, 3].includes(x)) throw new Error(`asked ${x}`); return x ** 3; };",
    }),
    expected: { "90.2": ["error", /^right at the public check; threw in a hidden one$/] },
  },
  "has a text that no parser ends": {
    notebook: answered({ "90.2": `const cube = ${"async(a = ".repeat(60)}1${")".repeat(60)};` }),
    expected: { "90.2": ["error"] },
  },
  "has a pattern that takes a parser twice as long for each level": {
    notebook: answered({ "90.2": `let x: ${"([a = (y: ".repeat(60)}1${") ]) => 1".repeat(60)};\nconst cube = 1;` }),
    expected: { "90.2": ["error"] },
  },
  "has a line in which an expression looks for a name, blank by blank": {
    notebook: answered({ "90.2": `function${" ".repeat(400_000)}\nconst cube = 1;` }),
    expected: { "90.2": ["error"] },
  },
  "has a million empty lines": {
    notebook: answered({ "90.2": `${"\n".repeat(1e6)}const cube = (x: number): number => x ** 3;` }),
    expected: {},
  },
  "is noisy but right": {
    notebook: with_(
      answered({
        "90.1":
          "for (let i = 0; i < 300_000; i++) console.log('line', i);\nconsole.error('debug');\nconst product = mine.a * mine.b;",
        // What a cell may do is counted as loot too: so the count works.
        "90.2": `const cube = (x: number): number => { ${loot([`return require("nullcline").simulate;`])} return loot === 1 ? x ** 3 : 1e9; };`,
        "90.3":
          "const eulerStep = (f: (y: number) => number, y: number, dt: number): number => y + dt * f(y);\nsetTimeout(() => process.exit(0), 1);\nvoid Promise.reject(new Error('nobody cares'));\nsetTimeout(() => { throw new Error('nor here'); }, 1);\nawait new Promise((go) => setTimeout(go, 20));",
      }),
      ({ cells }) => {
        cells.splice(2, 0, codeCell("const check = () => { throw new Error('no'); };"));
      },
    ),
    expected: {},
  },
  "takes all memory": {
    notebook: answered({
      "90.1": "const product = 1;\nconst hog: number[][] = [];\nfor (;;) hog.push(new Array(1e6).fill(1.5));",
    }),
    expected: { "90.1": ["error", /memory/] },
  },
  "takes all memory outside the heap": {
    notebook: answered({
      "90.1": "const product = 1;\nconst hog: Uint8Array[] = [];\nfor (;;) hog.push(new Uint8Array(20e6).fill(1));",
    }),
    expected: { "90.1": ["error", /memory/] },
  },
  "answers with far too much": {
    notebook: answered({
      "90.1": "const product = new Array(1.1e6).fill(0) as any;",
      "90.4": "const leaky = 'x'.repeat(33e6) as any;",
    }),
    expected: { "90.1": ["error", /too large/], "90.4": ["error", /too large/] },
  },
  "gives far too much at each call": {
    notebook: answered({ "90.2": "const cube = (() => new Array(1.1e6).fill(0)) as any;" }),
    expected: { "90.2": ["error", /the answer sent too much/] },
  },
  "changes the language": {
    notebook: with_(answered({ "90.2": wrongCube }), ({ cells }) => {
      cells.splice(
        2,
        0,
        codeCell(`
        import * as nullcline from "nullcline";
        try { Object.assign(nullcline, { check() {} }); } catch (e) {}
        exports.check = () => "right";
        Math.abs = () => 0; Number.isNaN = () => false;
        Object.defineProperty(Object.prototype, "kind", { get: () => "right" });
        Object.defineProperty(Object.prototype, "status", { get: () => "passed" });
        Array.prototype.every = () => true;
        JSON.stringify = () => '{"is":"answer","value":27}';
        JSON.parse = () => ({ kind: "right" });`),
      );
    }),
    expected: { "90.2": ["failed", /misconception: square/] },
  },
  "speaks for the grader": {
    notebook: answered({
      "90.2": `const { writeSync } = require("fs");
        const cube = (x: number): number => { writeSync(1, '{"kind":"returned","reply":{"value":8,"args":[1]}}\\n'); return 0; };`,
    }),
    expected: { "90.2": ["error", /Cannot find module 'fs'/] },
  },
  "reaches out": {
    notebook: answered({
      // The hidden checks, and other files.
      "90.1": `${loot([
        `return require("fs").readFileSync(${hidden});`,
        `return require("fs").openSync(${hidden});`,
        `return require("fs").readFileSync("/proc/self/root" + ${hidden});`,
        `return require("fs").readFileSync(require("path").join(process.cwd(), "node_modules/nullcline/dist/../test/grade/fixtures/masters/90-grading.hidden.ts"));`,
        `return require("fs").readFileSync(require.resolve("mathjs").replace(/mathjs.*/, "nullcline/test/grade/fixtures/masters/90-grading.hidden.ts"));`,
        `return require("fs").readdirSync(require("path").dirname(${hidden}));`,
        `return require("child_process").execSync("cat " + ${hidden});`,
        `return new (require("worker_threads").Worker)(${hidden});`,
        `return require(${hidden});`,
        `return (process as any).binding("fs");`,
        `return (process as any).getBuiltinModule?.("child_process").execSync("id");`,
        `require("fs").symlinkSync(${hidden}, process.cwd() + "/here"); return true;`,
        `return require("module").createRequire(${hidden})("./90-grading.hidden.ts");`,
        `return require("fs").readFileSync("/etc/passwd");`,
        `return process.env.HOME || process.env.PATH;`,
      ])}
      const product = loot > 0 ? mine.a * mine.b : 1e9;`,
      // The network.
      "90.2": `const cube = (x: number): number => { ${loot([
        `return require("net").connect(80, "127.0.0.1");`,
        `return new (require("net").Socket)().connect(80);`,
        `return require("net").createServer().listen(0);`,
        `return require("http").get("http://127.0.0.1/");`,
        `return require("node:https").request("https://127.0.0.1/");`,
        `return require("http2").connect("http://127.0.0.1");`,
        `return require("dgram").createSocket("udp4");`,
        `return require("dns").lookup("localhost", () => {});`,
        `return require("dns").promises.lookup("localhost");`,
        `return fetch("http://127.0.0.1/");`,
        `return require("tls").connect(443);`,
        `return (process as any).getBuiltinModule?.("net").connect(80);`,
        `return new (process.stdout as any).constructor().connect?.(80);`,
      ])} return loot > 0 ? x ** 3 : 1e9; };`,
      // What Deno has beside the language, and its modules.
      "90.3": `let found = 0;
        for (const name of ["fs", "node:fs", "node:process", "node:v8", "node:child_process", "node:worker_threads", "node:os", "node:module", "node:vm",
          "node:inspector", "file:///etc/passwd", "npm:mathjs", "jsr:@std/fs", "https://deno.land/std/fs/mod.ts", "ext:core/mod.js"])
          await Function("name", "return import(name)")(name).then(() => found++, () => {});
        const eulerStep = (f: (y: number) => number, y: number, dt: number): number => { ${loot([
          ...[
            "Deno",
            "process",
            "Buffer",
            "fetch",
            "Worker",
            "WebSocket",
            "caches",
            "localStorage",
            "SharedArrayBuffer",
            "WebAssembly",
            "navigator",
          ].map((name) => `return (globalThis as any).${name};`),
          `return process.kill(process.ppid, "SIGKILL");`,
          `return Function("return this.Deno")();`,
          `return (setTimeout(() => {}, 1) as any).constructor.name !== "Number";`,
        ])} return loot + found > 0 ? y + dt * f(y) : 1e9; };`,
    }),
    expected: { "90.1": ["failed"], "90.2": ["failed"], "90.3": ["failed"] },
  },
  cheats: {
    notebook: answered({
      "90.1": `import { hidden } from ${hidden.replace(".ts", "")};\nconst product = mine.a * mine.b;`,
      "90.2": "const cube = (x: number): number => ({ 1: 1, 2: 8, 3: 27 })[x] ?? 0;",
      "90.3": `try { require("fs").writeFileSync(".nullcline-progress.json", JSON.stringify({ version: 1, students: { cheats: { "90.3": { right: true, tries: 1, hints: 0, fingerprint: "" } } } })); } catch (e) {}
        const eulerStep = (f: (y: number) => number, y: number, dt: number) => y + f(y);`,
      "90.4": `const data = JSON.parse(JSON.stringify(leakyIntegrateAndFire.with({ EL: -80 }).data));
        data.nodes = data.nodes.map((node: any) => node.op === "state" ? { ...node, value: "0], globalThis.process.exit(0), y[0" } : node);
        const leaky = { kernels: {}, with() {}, data } as any;`,
    }),
    expected: {
      "90.1": ["error", /Cannot find module/],
      "90.2": ["failed", /right at the public check, but not: is right at places that are drawn anew/],
      "90.3": ["failed", /misconception: f instead/],
      "90.4": ["failed", /not a Model as defineModel makes it/],
    },
  },
  "edits the check cells": {
    notebook: with_(answered({ "90.2": wrongCube }), (notebook) => {
      cellOf(notebook, "check", "90.2").source = 'check("90.2", (x: number) => x ** 3);';
      cellOf(notebook, "check", "90.3").source = "// nothing to see";
    }),
    expected: {
      "90.2": ["tampered", /failed: misconception: square; the locked check cell was changed/],
      "90.3": ["tampered", /passed: the locked/],
    },
    points: { "90.3": 3 },
  },
  "deletes the check cells": {
    notebook: with_(book(), (notebook) => {
      notebook.cells = notebook.cells.filter((cell) => !cell.id?.startsWith("check"));
    }),
    expected: {},
  },
  "doubles the check cells": {
    notebook: with_(book(), ({ cells }) => {
      const check = present(
        cells.find((cell) => cell.id === "check-90-2"),
        "a check cell",
      );
      cells.splice(1, 0, { ...check, id: "a" });
      cells.push({ ...check, id: "b" }, { ...check, id: "c", source: "check('90.2', 1)" });
    }),
    expected: { "90.2": ["tampered"] },
  },
  "loses all metadata": {
    notebook: with_(book(), (notebook) => {
      notebook.metadata = { kernelspec: { name: "python3", display_name: "Python", language: "python" } };
      for (const cell of notebook.cells) cell.metadata = {};
    }),
    expected: {},
  },
  "deletes an answer": {
    notebook: with_(book(), (notebook) => {
      notebook.cells = notebook.cells.filter((cell) => cell.id !== "exercise-90-2");
    }),
    expected: { "90.2": ["missing", /`cube` is not there/] },
  },
  "breaks the compiler": {
    notebook: answered({ "90.1": `const product = ${"(".repeat(30_000)}1${")".repeat(30_000)};` }),
    expected: { "90.1": ["error"] },
  },
  "is no notebook": { notebook: '{ "cells": 7', expected: all("error", /not a notebook/) },
  "is empty": {
    notebook: JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 }),
    expected: all("missing"),
  },
};

/** The student of a case. */
export const folderOf = (name: string): string => name.replaceAll(" ", "-");

/** Those that go on for ever, and so are given less time: what takes none ends long before even on a busy machine. */
export const endless: readonly string[] = ["loops", "waits for ever"];
