/** Deno, in which students' code runs: installed when a grader first needs it, beside the package. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The version that the list of what it may and may not do was written for. */
const version = "2.9.6";

/** Deno as it lies on this machine. */
export interface Deno {
  readonly program: string;
  /** An import map in which each of Deno's own modules is one that throws. */
  readonly importMap: string;
}

const nowhere = (name: string): string => `data:text/javascript,throw new Error("there is no ${name} here")`;

/**
 * Finds it, or installs it.
 * @param tell gets a line before something is installed
 * @throws Error if it is not there and cannot be had, with the command that was tried
 */
export function findDeno(tell: (line: string) => void): Deno {
  const home = fileURLToPath(new URL(`../../../node_modules/.cache/nullcline/deno-${version}/`, import.meta.url));
  const found = installedIn(home);
  if (found) return found;
  tell(`installing Deno ${version} (95 MB, once) into ${home}: students' code runs in it`);
  mkdirSync(dirname(home), { recursive: true });
  const draft = mkdtempSync(home.replace(/[\\/]$/, "-"));
  try {
    writeFileSync(join(draft, "package.json"), "{}");
    npmInstall(draft);
    const program = programIn(draft);
    if (program === undefined) throw new Error(`npm's package deno ${version} has no program for this machine`);
    writeFileSync(join(draft, "imports.json"), JSON.stringify(importMapOf(program)));
    moveTo(home, draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  const made = installedIn(home);
  if (made) return made;
  throw new Error(`Deno ${version} was installed into ${home} and is not there`);
}

/** Another grader may have been faster, and then its folder stays. */
function moveTo(home: string, draft: string): void {
  try {
    renameSync(draft, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
}

function installedIn(home: string): Deno | undefined {
  const program = programIn(home);
  const importMap = join(home, "imports.json");
  return program !== undefined && existsSync(importMap) ? { program, importMap } : undefined;
}

/** npm has one package for each kind of machine, and installs the one that fits. */
function programIn(home: string): string | undefined {
  const kinds = join(home, "node_modules", "@deno");
  if (!existsSync(kinds)) return undefined;
  return readdirSync(kinds)
    .flatMap((kind) => [join(kinds, kind, "deno"), join(kinds, kind, "deno.exe")])
    .find(existsSync);
}

function npmInstall(folder: string): void {
  const own = process.env["npm_execpath"];
  const [command, ...before] = own?.endsWith("npm-cli.js") ? [process.execPath, own] : ["npm"];
  const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", `deno@${version}`];
  const { status, error, stderr } = spawnSync(command, [...before, ...args], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split("\n").slice(0, 3).join(" ");
  throw new Error(
    `Deno ${version}, in which students' code runs, could not be installed (npm ${args.join(" ")}): ${why}`,
  );
}

function importMapOf(program: string): object {
  const { stdout } = spawnSync(
    program,
    ["eval", "import { builtinModules } from 'node:module'; console.log(JSON.stringify(builtinModules))"],
    { encoding: "utf8", env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" } },
  );
  const names = JSON.parse(stdout) as string[];
  const all = new Set(names.flatMap((name) => [name, `node:${name.replace(/^node:/, "")}`]));
  return { imports: Object.fromEntries([...all].map((name) => [name, nowhere(name)])) };
}

/** The text of each file of the package that a notebook may ask for, by its path. */
export function packageFiles(): Record<string, string> {
  const folder = fileURLToPath(new URL("../../../data/", import.meta.url));
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(json|csv)$/.test(name) && !name.endsWith(".schema.json"));
  return Object.fromEntries(names.map((name) => [`data/${name}`, readFileSync(join(folder, name), "utf8")]));
}
