// `npm test`: sets the project up, checks what can be seen without running anything, and runs the tests. Arguments go
// to vitest, without the checks (`npm test -- test/kernel`). `--quick` runs what needs neither build, browser nor
// Jupyter; `--long` what is long by nature (`*.long.test.ts`) and runs in no other.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUp } from "./setup.mjs";
import { Missing, root, run, script, step } from "./steps.mjs";

const node = process.execPath;
const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/** What `--quick` leaves out. */
const slow = [
  /^test\/e2e\//, // JupyterLab, nbclient, the browser
  /^test\/(?:kernel\/(?!waiting)[\w-]+|grade\/(?:hostile|points|checks\/await-post)|cli)\.test/, // processes of the built package
  /^test\/(?:entries\/|models\/built)/, // the build itself
  /^test\/scripts\//,
  /^test\/public-surface\.test/, // the types of the whole package are read
  /^test\/course\/notebooks\.test/, // every notebook is run and graded
  /^test\/course\/(?:exercises|attackers|parts)\.test/, // answers to every exercise, right and wrong, by the dozen
  /^test\/grade\/(?:reader\/reader|checks\/checker)\.test/, // threads that are ended by the dozen
  // diagrams of many models, populations by every method, every live figure, and all words of the course: much of
  // the time of all that is left
  /^test\/dynamics\/(?:bifurcations|many-states|two-parameter|saddle-node-loops|strangers-cycles|resets|phase|own-models)\.test/,
  /^test\/(?:solve\/batch\/batch|networks\/cortical-network|experiments\/(?:simulate-pair|excitability))\.test/,
  /^test\/(?:live\/(?:scenes|output-size|snapshots)|course\/prose)\.test/,
  /\.long\.test\.ts$/,
];

await script(async (args) => {
  const [tier, ...rest] = args;
  if (tier === "--quick") {
    if (!existsSync(join(root, "node_modules"))) throw new Missing("there are no packages yet: npm ci");
    return vitest(["--project=unit", ...quickFiles(), ...rest]);
  }
  await setUp(args.length === 0 ? check : undefined);
  // One file after the other: they would make each other slow, and several build the site.
  if (tier === "--long") return vitest(["--project=long", "--no-file-parallelism", ...rest]);
  return vitest(["--project=all", ...args]);
});

function quickFiles() {
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .map((path) => `test/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".test.ts") && !slow.some((pattern) => pattern.test(path)));
}

/** @throws Missing if the sources are not formatted, not clean or not well typed */
async function check() {
  const checks = {
    format: [[biome, "format"], "the sources are not formatted: npm run format"],
    lint: [[biome, "lint", "--error-on-warnings"], "the linter finds faults"],
    types: [[tsc, "-p", "tsconfig.check.json"], "the types do not agree"],
  };
  for (const [name, [command, problem]] of Object.entries(checks))
    await step(name, "", undefined, () => run([node, ...command], problem));
}

/** Runs vitest; gives its exit code. The last line that it prints counts the tests. */
function vitest(args) {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-test-"));
  const report = join(folder, "report.json");
  const { status } = spawnSync(
    node,
    [
      join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: root, stdio: "inherit" },
  );
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
    console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`);
  }
  rmSync(folder, { recursive: true });
  return status ?? 1;
}
