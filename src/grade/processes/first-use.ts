/** Packages of npm that not everybody needs: installed beside this one when they are first asked for. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What is installed. */
export interface Wanted {
  /** Of its folder, with the version. */
  readonly name: string;
  /** As npm is asked for them: "deno@2.9.6". */
  readonly packages: readonly string[];
  /** What it is and what it is for, in a line. */
  readonly about: string;
  /** Done once in the folder, after the installation. */
  readonly finish?: (folder: string) => void;
}

/**
 * The folder in which it lies.
 * @param tell gets a line before something is installed
 * @throws Error if it is not there and cannot be had, with the command that was tried
 */
export function firstUse({ name, packages, about, finish }: Wanted, tell: (line: string) => void): string {
  const home = fileURLToPath(new URL(`../../../node_modules/.cache/nullcline/${name}/`, import.meta.url));
  if (existsSync(home)) return home;
  tell(`installing ${about}; into ${home}`);
  mkdirSync(dirname(home), { recursive: true });
  const draft = mkdtempSync(home.replace(/[\\/]$/, "-"));
  try {
    writeFileSync(join(draft, "package.json"), "{}");
    npmInstall(draft, packages);
    finish?.(draft);
    moveTo(home, draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return home;
}

/** Another process may have been faster, and then its folder stays. */
function moveTo(home: string, draft: string): void {
  try {
    renameSync(draft, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
}

function npmInstall(folder: string, packages: readonly string[]): void {
  const own = process.env["npm_execpath"];
  const [command, ...before] = own?.endsWith("npm-cli.js") ? [process.execPath, own] : ["npm"];
  const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages];
  const { status, error, stderr } = spawnSync(command, [...before, ...args], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split("\n").slice(0, 3).join(" ");
  throw new Error(`${packages.join(" and ")} could not be installed (npm ${args.join(" ")}): ${why}`);
}
