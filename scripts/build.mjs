// Builds dist/ from src/. `npm run build` builds always; the set-up only when one of `inputs` has changed.
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleForExport, bundleForNode, bundleKernel, packForNotebooks } from "./bundle.mjs";
import { root, run, script, step } from "./steps.mjs";

export const inputs = [
  "src",
  "tsconfig.json",
  "package-lock.json",
  ...["build", "bundle", "models", "names", "plotly-types", "world"].map((name) => `scripts/${name}.mjs`),
];

const steps = [
  [
    "compile src/ to dist/",
    async () => {
      rmSync(join(root, "dist"), { recursive: true, force: true });
      await run(
        [process.execPath, join(root, "node_modules", "typescript", "bin", "tsc"), "--noEmitOnError"],
        "the sources do not compile",
      );
      chmodSync(join(root, "dist", "cli.js"), 0o755);
    },
  ],
  [
    "turn the text of the models into data",
    () => run([process.execPath, join(root, "scripts", "models.mjs")], "a model cannot be read"),
  ],
  [
    "tell editors the names of models and exercises",
    () => run([process.execPath, join(root, "scripts", "names.mjs")], "the names can not be told"),
  ],
  [
    "write what the figures say of Plotly's types",
    () => run([process.execPath, join(root, "scripts", "plotly-types.mjs")], "Plotly's types are not as expected"),
  ],
  ["put the main entry into one file for Node", bundleForNode],
  ["put each of the kernel's processes into one file", bundleKernel],
  ["put what makes a page of a notebook into one file", bundleForExport],
  [
    "put a student's world into one file for the grader",
    () => run([process.execPath, join(root, "scripts", "world.mjs")], "a student's world cannot be made"),
  ],
  [
    "keep the compiler as it is after its start",
    () => {
      const make = 'await (await import("./dist/kernel/snapshot.js")).makeSnapshot().file';
      return run([process.execPath, "--input-type=module", "-e", make], "the compiler does not start");
    },
  ],
  ["pack the figure library and the browser runtime", packForNotebooks],
];

export async function build() {
  for (const [name, work] of steps) await step(name, "", undefined, work);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await script(build);
