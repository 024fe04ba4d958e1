import { symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CellRun } from "../../src/kernel/session.js";
import { startCells, type Child } from "./cells.js";

let session: Child;

beforeAll(() => {
  session = startCells((folder) => {
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "beside.ts"), "export const twice = (x: number): number => 2 * x;\n");
  });
});
afterAll(() => session.end());

const run = (code: string): Promise<CellRun> => session.run(code);
const result = (code: string): Promise<string | undefined> => session.result(code);

describe("a cell", () => {
  test("gives its last expression, text in quotes, and nothing for undefined", async () => {
    expect(await result("const a = [1, 2]\na")).toBe("[ 1, 2 ]");
    expect(await result("'5'")).toBe("'5'");
    expect(await result("null")).toBe("null");
    expect(await result("undefined")).toBeUndefined();
    expect(await result("")).toBeUndefined();
    expect(await result("0")).toBe("0");
  });

  test("keeps what it printed apart from its value, stderr is not an error", async () => {
    expect(await run("console.log('out'); console.error('note'); 1")).toEqual({
      ok: true,
      result: "1",
      stdout: "out\n",
      stderr: "note\n",
      displays: [],
    });
  });

  test("sees names of earlier cells, redeclares them, and awaits at the top level", async () => {
    await result(
      "let count = 1; function next() { return ++count } class Point { constructor(readonly x: number) {} }",
    );
    expect(await result("[next(), new Point(3).x]")).toBe("[ 2, 3 ]");
    expect(await result("const count = await Promise.resolve(7); count")).toBe("7");
  });

  test("shows what tslab.display is given", async () => {
    const { displays } = await run("import { display } from 'tslab'; display.html('<b>x</b>')");
    expect(displays).toEqual([
      { data: { "text/html": "<b>x</b>" }, metadata: {}, transient: { display_id: undefined } },
    ]);
  });

  test("imports a TypeScript file beside the notebook", async () => {
    expect(await result("import { twice } from './beside'; twice(21)")).toBe("42");
  });

  test("imports a file anew once it has changed", async () => {
    await result("import { writeFileSync } from 'node:fs'; writeFileSync('changing.ts', 'export const n = 1')");
    expect(await result("import { n } from './changing'; n")).toBe("1");
    await result("writeFileSync('changing.ts', 'export const n: string = \"two\"')");
    expect(await result("import { n } from './changing'; n")).toBe("'two'");
  });

  test("cannot end the process", async () => {
    expect((await run("process.exit(0)")).error?.message).toContain("process.exit(0) would end the kernel");
  });
});

describe("names of earlier cells in braces", () => {
  beforeAll(async () => {
    await result(
      "const x = [1, 2]; let y = 4; const o = { t: 1, p: 2, q: { r: 3 }, x: 'own' }; enum Kind { node, saddle }",
    );
  });

  test("may be shorthand properties", async () => {
    expect(await result("JSON.stringify({ x, o: { y } })")).toBe(`'{"x":[1,2],"o":{"y":4}}'`);
    expect(await result("const f = (z: number) => ({ z, y, Kind }); f(1).Kind.saddle")).toBe("1");
  });

  test("may be taken out of an object under another name, with a rest, nested, and with a default", async () => {
    expect(await result("const { t: time } = o; time")).toBe("1");
    expect(await result("const { p, ...rest } = o; const { q: { r } } = o; JSON.stringify({ p, rest, r })")).toBe(
      `'{"p":2,"rest":{"t":1,"q":{"r":3},"x":"own"},"r":3}'`,
    );
    expect(await result("const take = ({ t }: { t: number }) => t; take(o)")).toBe("1");
    expect(await result("for (const { t: k } of [o]) console.log(k, `${y} ${o.x}`); y")).toBe("4");
  });

  test("may be assigned to by a pattern", async () => {
    expect(await result("({ y } = { y: 7 }); y")).toBe("7");
    expect(await result("({ y = 3 } = {} as { y?: number }); y")).toBe("3");
    expect(await result("({ t: y } = o); y")).toBe("1");
  });
});

describe("an error", () => {
  test("in compiling names the line and marks the place, and the cell does not run", async () => {
    const { ok, error, stdout } = await run("console.log('ran')\nconst n: number = 'a'");
    expect(ok).toBe(false);
    expect(stdout).toBe("");
    expect(error).toEqual({
      name: "TypeScript",
      message: "line 2: A number is wanted here, and this is a text.",
      traceback: [
        "TypeScript: line 2: A number is wanted here, and this is a text.",
        "      const n: number = 'a'",
        "            ^",
      ],
    });
  });

  test("of an unknown name tells what makes a name known", async () => {
    const { error } = await run("velocty(3)");
    expect(error?.message).toBe("line 1: Cannot find name 'velocty'.");
    expect(error?.traceback.at(-2)).toBe(
      "A name is known once the cell that defines or imports it has been run, without an error.",
    );
  });

  test("thrown in a cell is told in the cell's own lines, through types and comments that the compiler removes", async () => {
    const { error } = await run(`interface Shape { side?: { length: number } }

// a comment, then a function
function area(shape: Shape): number {
  type Unused = string;
  return shape.side!.length ** 2;
}
area({})`);
    expect(error?.traceback).toEqual([
      "TypeError: Cannot read properties of undefined (reading 'length')",
      "  at area, line 6",
      "      return shape.side!.length ** 2;",
      "                         ^",
      "  at line 8",
      "      area({})",
      "      ^",
      "There is nothing to read length of: is the list before it shorter, or a name misspelt?",
    ]);
  });

  test("in a function of an earlier cell names that cell", async () => {
    await run("const ready = 1;\nfunction later(): never {\n  throw new RangeError('too late');\n}");
    const { error } = await run("// first line\nlater();");
    expect(error?.name).toBe("RangeError");
    expect(error?.traceback[1]).toMatch(/^ {2}at later, cell \[\d+\], line 3$/);
    expect(error?.traceback).toContain("  at line 2");
  });

  test("after an await still has its line", async () => {
    const { error } = await run("await Promise.resolve();\n\nthrow new Error('after');");
    expect(error?.traceback.slice(0, 2)).toEqual(["Error: after", "  at line 3"]);
  });

  test("speaks of x, not exports.x", async () => {
    await run("const number = 3 as any");
    expect((await run("number.run()")).error?.message).toBe("number.run is not a function");
  });

  test("can be any value", async () => {
    expect((await run("throw undefined")).error).toMatchObject({ name: "Thrown", message: "undefined" });
    expect((await run("throw { code: 3 }")).error).toMatchObject({ name: "Thrown", message: "{ code: 3 }" });
  });

  test.each([
    "throw { get [Symbol.toStringTag]() { throw 1 } }",
    "throw { [Symbol.for('nodejs.util.inspect.custom')]() { throw 1 } }",
    "const shy = new Error(); Object.defineProperty(shy, 'message', { get() { throw 1 } }); throw shy",
  ])("is told even if it can not be shown: %s", async (code) => {
    expect((await run(code)).error?.message).toBe("a value that can not be shown");
  });

  test("has its own words where a cell has spoilt what makes stacks", async () => {
    await run("const before = Error.prepareStackTrace; Error.prepareStackTrace = () => { throw 1 }");
    expect((await run("throw new RangeError('mine')")).error).toMatchObject({ name: "RangeError", message: "mine" });
    await run("Error.prepareStackTrace = before");
  });

  test("that is logged, traced or a value has the lines of its cells, and nothing of what runs them", async () => {
    const first = await run("function inner() {\n  console.trace('deep')\n}\ninner()");
    expect(first.stderr).toMatch(/^Trace: deep\n {4}at inner \(cell \[\d+\]:2:11\)\n {4}at cell \[\d+\]:4:1\n$/);
    const later = "setTimeout(() => inner(), 1);\nawait new Promise((done) => setTimeout(done, 100))";
    expect((await run(later)).stderr).toMatch(/^Trace: deep\n {4}at inner .*\n {4}at cell \[\d+\]:1:18\n$/);
    expect(await result("await 1;\n({ e: new Error('kept') })")).toMatch(
      /^\{\n {2}e: Error: kept\n {6}at cell \[\d+\]:2:7\n\}$/,
    );
    expect(await result("const stack = (() => new Error('s').stack)();\nstack!.split('\\n').length")).toBe("3");
  });

  test("does not stop the next cell", async () => {
    expect((await run("throw new Error('no')")).ok).toBe(false);
    expect(await result("1 + 1")).toBe("2");
  });

  test("carries its causes", async () => {
    const { error } = await run("throw new Error('outer', { cause: new Error('inner') })");
    expect(error?.traceback).toContain("caused by Error: inner");
  });
});

test("a notebook in a folder without packages gets the kernel's own, types included", async () => {
  const lonely = startCells();
  const typed = await lonely.run(
    "import { hodgkinHuxley, simulate } from 'nullcline'; import { sqrt } from 'mathjs';\nconst n: string = simulate(hodgkinHuxley, { duration: 5 }).spikes",
  );
  expect(typed.error?.message).toBe("line 2: Type 'Float64Array' is not assignable to type 'string'.");
  const ran = await lonely.run(
    "import { hodgkinHuxley, simulate } from 'nullcline'; import { sqrt } from 'mathjs';\n[simulate(hodgkinHuxley, { duration: 5 }).spikes.length, sqrt(4)]",
  );
  expect(ran.result).toBe("[ 0, 2 ]");
  lonely.end();
});
