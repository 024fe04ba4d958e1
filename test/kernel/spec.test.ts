import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "nullcline-spec-"));
afterAll(() => rmSync(folder, { recursive: true }));

const kernel = (...args: string[]): { stdout: string; stderr: string; status: number | null } =>
  spawnSync(process.execPath, ["dist/cli.js", "kernel", ...args, "--prefix", folder], { encoding: "utf8" });
const file = join(folder, "share", "jupyter", "kernels", "tslab", "kernel.json");
const spec = (): { argv: string[] } => JSON.parse(readFileSync(file, "utf8")) as { argv: string[] };

test("the kernel is installed, checked and taken back, and says what is wrong", () => {
  expect(kernel("check")).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/WRONG {2}Jupyter finds no kernel/),
  });
  expect(kernel("install", "--memory", "256").status).toBe(0);
  expect(spec()).toMatchObject({
    argv: [process.execPath, "--max-old-space-size=256", resolve("dist/node/kernel.cjs"), "{connection_file}"],
    display_name: "TypeScript (nullcline)",
    language: "typescript",
  });
  expect(kernel("check")).toMatchObject({ status: 0, stdout: expect.stringMatching(/it starts and runs a cell/) });
  writeFileSync(file, JSON.stringify({ ...spec(), argv: ["/no/such/node", "cli.js"] }));
  expect(kernel("check").stdout).toMatch(/WRONG {2}it starts \/no\/such\/node, which is not there/);
  writeFileSync(file, JSON.stringify({ ...spec(), argv: ["python3", "-m", "another"] }));
  expect(kernel("uninstall").stderr).toMatch(/is another one \(python3 -m another\), so it is left there/);
  kernel("install");
  expect(kernel("uninstall").status).toBe(0);
  expect(kernel("uninstall").stderr).toMatch(/there is no kernel tslab/);
});
