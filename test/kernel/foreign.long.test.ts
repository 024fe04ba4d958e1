// A client that shares no line with the kernel, nor with Jupyter's own: it asks for everything, in every wrong way too.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { venvPython } from "../../scripts/setup.mjs";

test("a foreign client, over ipc, finds no fault", () => {
  const args = [resolve("test/kernel/foreign.py"), process.execPath, resolve("dist/cli.js")];
  const { stdout, stderr, status } = spawnSync(venvPython, args, { encoding: "utf8" });
  expect(stdout + stderr).toMatch(/^\d+ checks, 0 faults\n$/);
  expect(status).toBe(0);
});
