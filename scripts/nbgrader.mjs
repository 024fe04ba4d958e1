// `node scripts/nbgrader.mjs FOLDER NOTEBOOK …`: makes a course for nbgrader in FOLDER: an environment of its own with
// nbgrader and this project's kernel, the configuration, and the notebooks as they are handed out.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { kernelSpec } from "../dist/kernel/spec.js";
import { findPython } from "./setup.mjs";
import { Missing, root, run, script } from "./steps.mjs";

/** The version with which the project was tried. */
const version = "0.9.5";

await script(async ([folder, ...notebooks]) => {
  if (folder === undefined || notebooks.length === 0)
    throw new Missing("usage: node scripts/nbgrader.mjs FOLDER NOTEBOOK …, such as course 08-hodgkin-huxley");
  const course = resolve(folder);
  const venv = join(course, ".venv");
  const python = process.platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
  mkdirSync(course, { recursive: true });
  if (!existsSync(python))
    await run([...findPython().command, "-m", "venv", venv], "Python could not make an environment");
  await run([python, "-m", "pip", "install", "-q", `nbgrader==${version}`], "pip could not install nbgrader");
  const kernel = join(venv, "share", "jupyter", "kernels", "tslab");
  mkdirSync(kernel, { recursive: true });
  writeFileSync(join(kernel, "kernel.json"), `${JSON.stringify(kernelSpec(), null, 2)}\n`);
  copyFileSync(join(root, "nbgrader_config.py"), join(course, "nbgrader_config.py"));
  for (const name of notebooks) {
    const number = name.split("-")[0];
    mkdirSync(join(course, "source", number), { recursive: true });
    copyFileSync(join(root, "notebooks", `${name}.ipynb`), join(course, "source", number, `${name}.ipynb`));
    const next = ["generate_assignment", "autograde", "generate_feedback"].map((what) => `nbgrader ${what} ${number}`);
    console.log(`in ${course}: ${next.join(", ")}, nbgrader export`);
  }
});
