import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// What the registry would hand out, in a folder where there is nothing else. Needs the network, as every installation.
let folder: string;
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const there = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "nullcline-packed-"));
  const [{ filename }] = JSON.parse(
    execFileSync(npm, ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { encoding: "utf8" }),
  ) as { filename: string }[];
  there(npm, "init", "--yes");
  there(npm, "install", "--no-fund", "--no-audit", join(folder, filename));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("npm exec nullcline tells its commands and writes the playground", () => {
  expect(there(npm, "exec", "nullcline", "--", "--help")).toMatch(/playground[\s\S]*grade/);
  there(npm, "exec", "nullcline", "--", "playground", "--out", "page.html");
  expect(existsSync(join(folder, "page.html"))).toBe(true);
});

test("npm exec nullcline exports a notebook, with what is installed and nothing else", () => {
  const notebook = join("node_modules", "nullcline", "notebooks", "03-flows-on-a-line.ipynb");
  there(npm, "exec", "nullcline", "--", "export", notebook, "--out", "lesson.html");
  expect(readFileSync(join(folder, "lesson.html"), "utf8").match(/<math/g)?.length).toBeGreaterThan(20);
  expect(existsSync(join(folder, "node_modules", "markdown-it"))).toBe(false);
});

test("a model runs, and its first line names no more than it needs", () => {
  const code = `import { constant, hodgkinHuxley, simulate } from "nullcline";
    console.log(simulate(hodgkinHuxley, { duration: 60, stimulus: constant(10) }).spikes.length);`;
  expect(there(process.execPath, "--input-type=module", "--eval", code)).toBe("4\n");
});

test("neither sources of the course nor sources of the package are in it", () => {
  const inside = join(folder, "node_modules", "nullcline");
  for (const name of ["notebooks/source", "src", "test", "bench"])
    expect(existsSync(join(inside, name)), name).toBe(false);
  for (const name of ["notebooks/00-start-here.ipynb", "data/results.schema.json", "LICENSE"])
    expect(existsSync(join(inside, name)), name).toBe(true);
});
