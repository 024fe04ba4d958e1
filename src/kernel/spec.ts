/** The kernel as Jupyter finds it: a folder with a `kernel.json`, among Jupyter's data. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { kernelspec } from "./front/info.js";
import { kernelScript } from "./scripts.js";

/** Where a kernel is made known: for one user, to one Python, or below a folder. */
export type Place = { readonly user: true } | { readonly sysPrefix: true } | { readonly prefix: string };

/** What `kernel.json` says. */
export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: "signal" | "message";
}

/** MB of objects for a notebook; it may take three times that in all (`front/executor.ts`). */
const usualMemory = 512;

const { name, display_name, language } = kernelspec;

/** The specification of this very kernel, by absolute paths. */
export const kernelSpec = (memory: number = usualMemory): KernelSpec => ({
  argv: [process.execPath, `--max-old-space-size=${memory}`, kernelScript, "{connection_file}"],
  display_name,
  language,
  // Node cannot be signalled on Windows.
  interrupt_mode: process.platform === "win32" ? "message" : "signal",
});

/**
 * Makes this kernel known to Jupyter.
 * @returns the folder of the specification
 * @throws Error if the folder cannot be written, or there is no Python for `sysPrefix`
 */
export function installKernel(place: Place, memory?: number): string {
  const folder = folderOf(place);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(kernelSpec(memory), null, 2)}\n`);
  const logo = fileURLToPath(new URL("../../scripts/logo.svg", import.meta.url));
  if (existsSync(logo)) writeFileSync(join(folder, "logo-svg.svg"), readFileSync(logo));
  return folder;
}

/**
 * Takes it back.
 * @returns the folder that is gone
 * @throws Error if there is none, or it is not ours
 */
export function uninstallKernel(place: Place): string {
  const folder = folderOf(place);
  const spec = readSpec(folder);
  if (!spec) throw new Error(`there is no kernel ${name} in ${dirname(folder)}`);
  if (!spec.argv.some((argument) => /[\\/](?:kernel\.cjs|cli\.js)$/.test(argument)))
    throw new Error(`the kernel in ${folder} is another one (${spec.argv.join(" ")}), so it is left there`);
  rmSync(folder, { recursive: true });
  return folder;
}

/** The specification in a folder, or undefined if there is none that can be read. */
export function readSpec(folder: string): KernelSpec | undefined {
  const file = join(folder, "kernel.json");
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as KernelSpec;
  } catch (error) {
    throw new Error(`${file} can not be read: ${(error as Error).message}`);
  }
}

/** The folder of the specification at a place. @throws Error if there is no Python for `sysPrefix` */
export function folderOf(place: Place): string {
  const share =
    "user" in place ? userData() : join("prefix" in place ? place.prefix : pythonPrefix(), "share", "jupyter");
  return join(share, "kernels", name);
}

function userData(): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "win32") return join(APPDATA ?? join(homedir(), "AppData", "Roaming"), "jupyter");
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  return join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter");
}

function pythonPrefix(): string {
  const names = process.env.PYTHON ? [process.env.PYTHON] : ["python3", "python"];
  for (const python of names)
    try {
      return execFileSync(python, ["-c", "import sys; print(sys.prefix)"], { encoding: "utf8" }).trim();
    } catch {
      /* the next one */
    }
  throw new Error(
    `--sys-prefix means the prefix of Python, and none of ${names.join(", ")} starts: set PYTHON to its path`,
  );
}
