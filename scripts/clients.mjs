// Other programs that run notebooks, in .venv-clients: papermill, jupyter console, nbconvert, nbgrader.
// `node scripts/clients.mjs` makes it; test/kernel/clients.long.test.ts runs them, where it is there.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPython } from "./setup.mjs";
import { hash, root, run, script, step } from "./steps.mjs";

const venv = join(root, ".venv-clients");

/** The folder of the environment's programs. */
export const clientPrograms = join(venv, process.platform === "win32" ? "Scripts" : "bin");

/** Its Python; it is not there until the environment is made. */
export const clientPython = join(clientPrograms, process.platform === "win32" ? "python.exe" : "python");

if (process.argv[1] === fileURLToPath(import.meta.url))
  await script(() => {
    const { command, version } = findPython();
    const sources = ["scripts/clients.txt", "scripts/papermill/nullcline_papermill.py"];
    return step(
      `clients in .venv-clients, with Python ${version}`,
      join(venv, ".stamp"),
      hash(sources, root),
      async () => {
        if (existsSync(venv)) rmSync(venv, { recursive: true });
        await run([...command, "-m", "venv", venv], "the Python environment could not be made");
        const pip = [clientPython, "-m", "pip", "install", "--no-deps", "--disable-pip-version-check"];
        await run([...pip, "-r", "scripts/clients.txt"], "pip could not install the clients");
        const own = [...pip, "--no-build-isolation", "./scripts/papermill"];
        await run(own, "pip could not install the translator for papermill");
      },
    );
  });
