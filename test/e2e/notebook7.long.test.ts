// Notebook 7, the other page in which Jupyter opens notebooks, with the kernel as it is installed:
// `node scripts/clients.mjs` puts it into .venv-clients.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { clientPython } from "../../scripts/clients.mjs";
import { connect, noBrowser } from "./browser.js";
import { drawnCurve, startLab, type Lab } from "./jupyterlab.js";
import { writeNotebook } from "./notebook-file.js";
import { stopAndRestart } from "./stop-and-restart.js";

const absent = !existsSync(clientPython);
if (absent) console.warn("\n*** SKIPPED: Notebook 7: node scripts/clients.mjs\n");
const lesson = "03-flows-on-a-line.ipynb";

describe.skipIf(absent || noBrowser())("in Notebook 7", () => {
  const prefix = mkdtempSync(join(tmpdir(), "nullcline-notebook-"));
  let lab: Lab;
  beforeAll(async () => {
    const install = [resolve("dist/cli.js"), "kernel", "install", "--prefix", prefix];
    expect(spawnSync(process.execPath, install).status).toBe(0);
    const solved = ["notebooks", "--solutions", join(prefix, "solved")];
    expect(spawnSync(process.execPath, [resolve("dist/cli.js"), ...solved]).status).toBe(0);
    lab = await startLab([join(prefix, "solved", lesson)], await connect(inject("browser")), {
      python: clientPython,
      args: ["-m", "notebook", "--JupyterNotebookApp.expose_app_in_browser=True"],
      tree: "notebooks",
      env: { JUPYTER_PATH: join(prefix, "share", "jupyter") },
    });
  });
  afterAll(async () => {
    await lab?.close();
    rmSync(prefix, { recursive: true });
  });

  test("a notebook of the course runs, all answers are right, and each figure is drawn", async () => {
    const opened = await lab.open(lesson);
    await opened.runAll();
    const outputs = await opened.outputs();
    const failures = outputs.flat().filter(({ output_type, name }) => output_type === "error" || name === "stderr");
    expect(failures).toEqual([]);
    const words = outputs.map((of) => of.map(({ data }) => String(data?.["text/plain"])).join());
    expect(words.filter((text) => /not (?:yet|answered)/i.test(text))).toEqual([]);
    const figures = words.flatMap((text, cell) => (text.startsWith("[figure]") ? [cell] : []));
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) expect((await drawnCurve(await opened.cell(figure))).points).toBeGreaterThan(1);
    await opened.page.close();
  });

  test("the stop button ends a loop, and the restart button forgets what the cells made", async () => {
    writeNotebook(join(lab.folder, "loop.ipynb"), [
      "const kept = 42;",
      "console.log('begun');\nwhile (true) {}",
      "kept",
    ]);
    const opened = await lab.open("loop.ipynb");
    await stopAndRestart(opened);
    await opened.page.close();
  });
});
