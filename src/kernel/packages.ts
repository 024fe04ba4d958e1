/** Where a notebook's packages are: beside it, or those of the kernel. */
import { existsSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/**
 * The folder of packages from which a notebook borrows when neither its folder nor one above it has this package;
 * undefined when it has its own.
 * @param directory the notebook's folder
 */
export function lentPackages(directory: string): string | undefined {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules", "nullcline"))) return undefined;
    if (folder === dirname(folder)) break;
  }
  return dirname(dirname(createRequire(import.meta.url).resolve("tslab/package.json")));
}

/** Lets `require` in this process fall back on the packages of a folder. */
export function borrow(packages: string): void {
  process.env.NODE_PATH = packages;
  (Module as unknown as { _initPaths(): void })._initPaths();
}
