/** `nullcline autograder`: the zip that Gradescope asks for, with the package, the masters and how to run them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { strToU8, zipSync, type Zippable } from "fflate";
import { UsageError } from "../checks/usage-error.js";
import { masterNames } from "../course/masters/build.js";

/** Node that is installed where the platform's image has none that is new enough. */
const node = "20.19.5";
const root = fileURLToPath(new URL("../../", import.meta.url));

/** @throws UsageError */
export async function autograderCommand(args: readonly string[]): Promise<number> {
  const { values, positionals: names } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: "string" }, roster: { type: "string" }, masters: { type: "string" } },
  });
  const { out, roster } = values;
  const masters = values.masters ?? join(root, "notebooks", "source");
  if (out === undefined) throw new UsageError("expects --out FILE, the zip to be written");
  if (names.length === 0) throw new UsageError("expects the notebooks that are to be marked: 08-hodgkin-huxley");
  if (!existsSync(masters)) throw new UsageError(`there are no masters: ${masters} does not exist`);
  const known = masterNames(masters);
  const stray = names.find((name) => !known.includes(name));
  if (stray !== undefined) throw new UsageError(`there is no master ${stray}, there are ${known.join(", ")}`);
  if (roster !== undefined && !existsSync(roster)) throw new UsageError(`there is no ${roster}`);
  const files: Zippable = {
    "setup.sh": executable(setup(names[0])),
    run_autograder: executable(run(roster !== undefined)),
    "nullcline.tgz": packed(),
    ...(roster === undefined ? {} : { "roster.csv": readFileSync(roster) }),
  };
  for (const name of names)
    for (const file of [`${name}.ts`, `${name}.hidden.ts`])
      if (existsSync(join(masters, file))) files[`masters/${file}`] = readFileSync(join(masters, file));
  const zip = zipSync(files);
  writeFileSync(out, zip);
  console.log(`${out}: ${(zip.length / 1e6).toFixed(1)} MB, for Gradescope's "Configure Autograder"`);
  return 0;
}

const executable = (script: string): [Uint8Array, { os: 3; attrs: number }] => [
  strToU8(script),
  { os: 3, attrs: 0o755 << 16 },
];

/** The package as npm packs it: without masters, solutions and hidden checks. @throws Error with what npm says */
function packed(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-pack-"));
  try {
    const pack = ["pack", "--ignore-scripts", "--pack-destination", folder];
    const { status, stderr } = spawnSync("npm", pack, { cwd: root, encoding: "utf8" });
    const [file] = readdirSync(folder);
    if (status !== 0 || file === undefined) throw new Error(`npm ${pack.join(" ")} failed: ${stderr.trim()}`);
    return readFileSync(join(folder, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a package takes beside itself to compile notebooks, in the version that it asks for. */
function compilers(): string {
  const { peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  return ["tslab", "typescript"].map((name) => `${name}@${peerDependencies[name]}`).join(" ");
}

/** Runs once, when the platform makes the image: marks a notebook as it is handed out, so that all is there. */
const setup = (name: string): string => `#!/bin/bash
set -e
cd "$(dirname "$0")"
new_enough='const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
if ! node -e "$new_enough" 2>/dev/null; then
  apt-get update && apt-get install -y --no-install-recommends ca-certificates curl xz-utils
  kind=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
  curl -fsSL "https://nodejs.org/dist/v${node}/node-v${node}-linux-$kind.tar.xz" |
    tar -xJ --strip-components=1 -C /usr/local
fi
command -v bwrap >/dev/null || { apt-get update && apt-get install -y --no-install-recommends bubblewrap; } ||
  echo "without bubblewrap: students' code is confined by Deno alone"
npm install --no-audit --no-fund --no-save ./nullcline.tgz ${compilers()}
first=$(mktemp -d)
cd node_modules/nullcline
node dist/cli.js grade notebooks/${name}.ipynb --masters ../../masters --out "$first"
rm -r "$first"
`;

/** Runs for each submission, beside \`source\`, \`submission\` and \`results\`. */
const run = (roster: boolean): string => `#!/bin/bash
cd "$(dirname "$0")"
node source/node_modules/nullcline/dist/cli.js grade --gradescope . --masters source/masters${
  roster ? " --roster source/roster.csv" : ""
}
if [ ! -f results/results.json ]; then
  mkdir -p results
  echo '{ "score": 0, "output": "The grader itself failed: tell your teacher." }' > results/results.json
fi
`;
