// The compiler starts from a snapshot of itself where there is one, and where it can not be used, without. Runs dist/.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCompiler } from "../../src/kernel/front/compiler-thread.js";
import type { compilerProcess as CompilerProcess } from "../../src/kernel/front/compiler-process.js";
import type * as Snapshots from "../../src/kernel/snapshot.js";

const folder = mkdtempSync(join(tmpdir(), "nullcline-snapshot-"));
const place = join(folder, "place");
const notebooks = join(folder, "notebooks");
let snapshots: typeof Snapshots;
let compilerProcess: typeof CompilerProcess;
let made = "";

beforeAll(async () => {
  const built = (name: string): Promise<never> =>
    import(/* @vite-ignore */ resolve(`dist/kernel/${name}.js`)) as Promise<never>;
  snapshots = await built("snapshot");
  ({ compilerProcess } = await built("front/compiler-process"));
  mkdirSync(notebooks);
  writeFileSync(join(notebooks, "beside.ts"), "export const beside: number = 7;");
  made = (await snapshots.makeSnapshot([place]).file) ?? "";
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a compiler makes of a cell, asked while it starts. */
async function compiled(snapshot: string | undefined, code: string, directory = notebooks): Promise<unknown> {
  const compiler = startCompiler(compilerProcess(directory, () => snapshot));
  try {
    return await compiler.compile("", code, 1);
  } finally {
    compiler.close();
  }
}
const cell = 'import { beside } from "./beside.ts";\nconst text: string = `${beside}`';
const good = { ok: true, names: ["beside", "text"] };

test("TypeScript as the build keeps it is the version that is installed, says all the same names, and is half as long", () => {
  const require = createRequire(import.meta.url);
  const { version } = require("typescript/package.json") as { version: string };
  const short = resolve(`dist/node/typescript-${version}.cjs`);
  expect(statSync(short).size).toBeLessThan(statSync(require.resolve("typescript")).size / 2);
  expect(Object.keys(require(short) as object)).toEqual(Object.keys(require("typescript") as object));
});

describe("A snapshot of the compiler", () => {
  test("is made, found again, and leaves nothing else behind", () => {
    expect(made).toBe(snapshots.findSnapshot([join(folder, "none"), place]));
    expect(readdirSync(place)).toHaveLength(1);
  });
  test("starts a compiler of another folder, with what lies there", async () => {
    expect(await compiled(made, cell)).toMatchObject(good);
    expect(existsSync(made)).toBe(true);
  });
  test("starts a compiler of a folder among packages, such as the one in which this package brings its notebooks", async () => {
    const inPackage = join(folder, "node_modules", "some-package");
    mkdirSync(inPackage, { recursive: true });
    expect(await compiled(made, "const two = 2", inPackage)).toMatchObject({ ok: true, names: ["two"] });
  });
  test("holds what this package declares", () => {
    expect(readFileSync(made).includes("export declare function simulate")).toBe(true);
  });
  test.each<[string, (file: string) => void]>([
    ["cut off", (file) => truncateSync(file, statSync(file).size >> 1)],
    ["altered", (file) => writeFileSync(file, readFileSync(file).fill(0, 10_000_000, 20_000_000))],
  ])("that is %s is no error: the compiler starts without it, and it is taken away", async (_, spoil) => {
    const spoilt = join(folder, "spoilt");
    copyFileSync(made, spoilt);
    spoil(spoilt);
    expect(await compiled(spoilt, cell)).toMatchObject(good);
    expect(existsSync(spoilt)).toBe(false);
  });
  test("is made in the first place that can be written, and in none where another process makes it", async () => {
    const file = join(folder, "no-folder");
    writeFileSync(file, "");
    const [busy, other] = [join(folder, "busy"), join(folder, "other")];
    mkdirSync(busy);
    writeFileSync(join(busy, `${made.split(/[\\/]/).at(-1)}.draft`), "");
    expect(await snapshots.makeSnapshot([file, busy, other]).file).toBeUndefined();
    expect(existsSync(other)).toBe(false);
    const making = snapshots.makeSnapshot([file, other]);
    making.stop();
    expect(await making.file).toBeUndefined();
    expect(readdirSync(other)).toEqual([]);
  });
});
