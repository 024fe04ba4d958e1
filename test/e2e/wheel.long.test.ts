// The wheel of the kernel in a JupyterLite that knows nothing else of ours.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { venvPython } from "../../scripts/setup.mjs";
import { buildWheel } from "../../scripts/site.mjs";
import { noBrowser } from "./browser.js";
import { openFolder, type Site } from "./site.js";

const notebook = {
  cells: [],
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
  nbformat: 4,
  nbformat_minor: 5,
};

describe.skipIf(noBrowser())("the wheel of the kernel", () => {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-wheel-"));
  let site: Site | undefined;
  const lite = (): Site => site ?? expect.unreachable("there is no site");
  beforeAll(async () => {
    const wheel = await buildWheel();
    mkdirSync(join(folder, "contents"));
    writeFileSync(join(folder, "contents", "mine.ipynb"), JSON.stringify(notebook));
    const config = { "jupyter-config-data": { exposeAppInBrowser: true }, "jupyter-lite-schema-version": 0 };
    writeFileSync(join(folder, "jupyter-lite.json"), JSON.stringify(config));
    const build = { contents: ["contents"], output_dir: "out", federated_extensions: [wheel] };
    writeFileSync(join(folder, "jupyter_lite_config.json"), JSON.stringify({ LiteBuildConfig: build }));
    execFileSync(venvPython, ["-m", "jupyterlite_core", "build"], { cwd: folder, stdio: "pipe" });
    site = await openFolder(join(folder, "out"));
  });
  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is what pip installs", () => {
    const wheel = join("dist-wheel", "jupyterlite_nullcline_kernel-0.1.0-py3-none-any.whl");
    const there = join(folder, "installed");
    const install = ["install", "--no-index", "--no-deps", "--prefix", there, wheel];
    execFileSync(venvPython, ["-m", "pip", ...install], { stdio: "pipe" });
    const extension = join(there, "share", "jupyter", "labextensions", "nullcline-kernel");
    const said = execFileSync(venvPython, ["-m", "json.tool", join(extension, "package.json")], { encoding: "utf8" });
    expect(said).toContain('"liteExtension": true');
  });

  test("runs a notebook's cells there, and nothing goes wrong in the page", async () => {
    const visitor = await lite().visitor();
    const { run } = await lite().open(visitor, "mine.ipynb");
    const cells = await run([
      'import { hodgkinHuxley, simulate, step } from "nullcline";',
      "simulate(hodgkinHuxley, { duration: 50, stimulus: step(10, 5) }).spikes.length",
      "const word: number = 'a'",
    ]);
    expect(cells.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(cells[1]).toMatchObject({ result: "3" });
    expect(lite().problems).toEqual([]);
    await visitor.close();
  });
});
