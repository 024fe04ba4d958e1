import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What `npm install nullcline` gives in an empty folder: the package's files, and its dependencies alone. */
describe("installed for simulation alone", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "nullcline-installed-"));
    const packages = join(folder, "node_modules");
    const { dependencies, files } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Readonly<Record<string, string>>;
      files: readonly string[];
    };
    for (const name of ["package.json", ...files.filter((file) => !file.includes("*"))])
      cpSync(name, join(packages, "nullcline", name), { recursive: true });
    for (const name of Object.keys(dependencies)) {
      mkdirSync(dirname(join(packages, name)), { recursive: true });
      symlinkSync(resolve("node_modules", name), join(packages, name), "junction");
    }
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (code: string): { stdout: string; stderr: string; status: number | null } =>
    spawnSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder, encoding: "utf8" });

  test("a model runs, one from text too, and the records of 1952 are there", () => {
    const { stdout, stderr } = run(`
      import { constant, conductanceModel, hodgkinHuxley, simulate, voltageClamp1952 } from "nullcline";
      const leak = conductanceModel({
        name: "leak", capacitance: 1, initial: -60, channels: [{ ion: "leak", conductance: 0.1, reversal: -65 }],
      });
      console.log(
        simulate(hodgkinHuxley, { duration: 60, stimulus: constant(10) }).spikes.length,
        simulate(leak, { duration: 100 }).at(100).V.toFixed(2),
        voltageClamp1952().potassium.length,
      );`);
    expect(stderr).toBe("");
    expect(stdout).toBe("4 -65.00 11\n");
  });

  test("an exercise is judged, and progress kept in the folder", () => {
    const { stdout } = run('import { check, solution } from "nullcline"; check("0.1", NaN); solution("0.1");');
    expect(stdout).toContain("0.1");
  });

  test.each([
    [
      "kernel",
      'await (await import("nullcline/kernel")).runKernel("connection.json")',
      /needs tslab, typescript and zeromq: npm/,
    ],
    [
      "kernel",
      '(await import("nullcline/kernel")).createSession(".")',
      /needs tslab and typescript: npm install tslab@1\.0\.22/,
    ],
    ["grade", 'await import("nullcline/grade")', /needs tslab: npm install tslab@1\.0\.22/],
    [
      "full figure library",
      '(await import("nullcline")).setup({ library: "full" })',
      /the whole figure library needs plotly\.js-dist: npm install plotly\.js-dist@4/,
    ],
  ])("what is missing for the %s is said in one line", (_, code, expected) => {
    expect(run(`try { ${code} } catch (error) { console.log(error.message); }`).stdout).toMatch(expected);
  });
});
