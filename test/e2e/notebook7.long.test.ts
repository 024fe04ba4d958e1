// Notebook 7, the other page in which Jupyter opens notebooks, with the kernel as it is installed:
// `node scripts/clients.mjs` puts it into .venv-clients.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { clientPython } from "../../scripts/clients.mjs";
import { connect, noBrowser } from "./browser.js";
import { startLab, type Lab } from "./jupyterlab.js";
import { writeNotebook } from "./notebook-file.js";
import { stopAndRestart } from "./stop-and-restart.js";

const absent = !existsSync(clientPython);
if (absent) console.warn("\n*** SKIPPED: Notebook 7: node scripts/clients.mjs\n");

describe.skipIf(absent || noBrowser())("in Notebook 7", () => {
  const prefix = mkdtempSync(join(tmpdir(), "nullcline-notebook-"));
  let lab: Lab;
  beforeAll(async () => {
    const install = [resolve("dist/cli.js"), "kernel", "install", "--prefix", prefix];
    expect(spawnSync(process.execPath, install).status).toBe(0);
    lab = await startLab([], await connect(inject("browser")), {
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
