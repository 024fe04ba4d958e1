// What the scripts share: the project's folder, steps that are skipped while their stamp is right, commands.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A reason why the project cannot be set up, in one line. */
export class Missing extends Error {}

/** Runs a script's main function; a Missing ends it with its line, exit code 1. */
export async function script(main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.error(`nullcline: ${error.message}`);
    process.exitCode = 1;
  }
}

/** The user's environment without what would lead a Python away from its own packages. */
export function pythonEnv() {
  const { PYTHONHOME, PYTHONPATH, PIP_USER, PIP_TARGET, PIP_PREFIX, JUPYTER_PATH, JUPYTER_CONFIG_PATH, ...env } =
    process.env;
  return { ...env, PYTHONNOUSERSITE: "1" };
}

/**
 * Does `work`, unless the stamp says that it was done for the same `key`. Without a key the caller stamps. Several may be
 * done at once: each says when it begins and when it is done.
 */
export async function step(name, stamp, key, work) {
  if (key !== undefined && isStamped(stamp, key)) return;
  console.log(`nullcline: ${name} …`);
  const start = performance.now();
  await work();
  console.log(`nullcline: ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (key !== undefined) writeStamp(stamp, key);
}

export const isStamped = (stamp, key) => existsSync(stamp) && readFileSync(stamp, "utf8") === key;
export const writeStamp = (stamp, key) => writeFileSync(stamp, key);

/** Runs the command of a step, quietly; what it printed is shown only if it fails. */
export async function run([command, ...args], problem, folder = root) {
  let printed = "";
  const how = await new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: pythonEnv(),
      shell: process.platform === "win32" && command === "npm",
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        printed += text;
      });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code === 0 ? "" : signal === null ? `exit code ${code}` : signal));
  });
  if (how === "") return;
  console.error(printed);
  throw new Missing(`${problem} (${[command, ...args].join(" ")}: ${how})`);
}

/** A hash of files, of all files in folders, and of further strings. */
export function hash(paths, ...strings) {
  const sum = createHash("sha256");
  for (const path of paths.flatMap(listed))
    sum
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return sum.update(strings.join("\0")).digest("hex");
}

function listed(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listed(`${path}/${name}`));
}
