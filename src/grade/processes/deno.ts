/** Deno, in which students' code runs: installed when a grader first needs it, beside the package. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { firstUse } from "./first-use.js";

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
  const home = firstUse(
    {
      name: `deno-${version}`,
      packages: [`deno@${version}`],
      about: `Deno ${version} (95 MB, once): students' code runs in it`,
      finish(draft) {
        const program = programIn(draft);
        if (program === undefined) throw new Error(`npm's package deno ${version} has no program for this machine`);
        writeFileSync(join(draft, importMapFile), JSON.stringify(importMapOf(program)));
      },
    },
    tell,
  );
  const program = programIn(home);
  if (program === undefined) throw new Error(`Deno ${version} was installed into ${home} and is not there`);
  return { program, importMap: join(home, importMapFile) };
}

const importMapFile = "imports.json";

/** npm has one package for each kind of machine, and installs the one that fits. */
function programIn(home: string): string | undefined {
  const kinds = join(home, "node_modules", "@deno");
  if (!existsSync(kinds)) return undefined;
  return readdirSync(kinds)
    .flatMap((kind) => [join(kinds, kind, "deno"), join(kinds, kind, "deno.exe")])
    .find(existsSync);
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
