// What the scripts share: the project's folder, steps that are skipped while their stamp is right, commands.
import { spawnSync } from "node:child_process";
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

/** Does `work`, unless the stamp says that it was done for the same `key`. Without a key the caller stamps. */
export function step(name, stamp, key, work) {
  if (key !== undefined && isStamped(stamp, key)) return undefined;
  process.stdout.write(`nullcline: ${name} … `);
  const start = performance.now();
  const done = work();
  if (done instanceof Promise) return done.then(() => told(start, stamp, key));
  return told(start, stamp, key);
}

function told(start, stamp, key) {
  console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (key !== undefined) writeStamp(stamp, key);
}

export const isStamped = (stamp, key) => existsSync(stamp) && readFileSync(stamp, "utf8") === key;
export const writeStamp = (stamp, key) => writeFileSync(stamp, key);

/** Runs the command of a step, quietly; what it printed is shown only if it fails. */
export function run([command, ...args], problem, folder = root) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: pythonEnv(),
    maxBuffer: 1e8,
    shell: process.platform === "win32" && command === "npm",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status === 0) return;
  console.error(`failed\n\n${stdout ?? ""}${stderr ?? ""}`);
  throw new Missing(`${problem} (${[command, ...args].join(" ")}: ${error ? error.message : `exit code ${status}`})`);
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
