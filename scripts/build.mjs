// Builds dist/ from src/. `npm run build` builds always; the set-up only when one of `inputs` has changed.
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { root, run, script, step } from "./setup.mjs";

export const inputs = ["src", "tsconfig.json", "package-lock.json", "scripts/build.mjs", "scripts/bundle.mjs"];

const steps = [
  [
    "compile src/ to dist/",
    () => {
      run(
        [process.execPath, join(root, "node_modules", "typescript", "bin", "tsc"), "--noEmitOnError"],
        "the sources do not compile",
      );
      chmodSync(join(root, "dist", "cli.js"), 0o755);
    },
  ],
  ["pack the figure library and the browser runtime", bundle],
];

export function build() {
  for (const [name, work] of steps) step(name, "", undefined, work);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await script(build);
