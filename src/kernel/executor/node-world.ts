/** A process of Node as the world of cells. */
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { Script, constants } from "node:vm";
import { exports as exportsOf } from "resolve.exports";
import { installedVersion } from "../../host/installed.js";
import { borrow, lentPackages } from "../packages.js";
import type { World } from "./world.js";

const require = createRequire(import.meta.url);

type Compiling = NodeModule & { paths: string[]; _compile(code: string, file: string): void };
const { _nodeModulePaths: packagesAbove } = Module as unknown as { _nodeModulePaths(folder: string): string[] };

/** `require` that finds what a package has for `import` alone, too: Node loads it, but does not look there. */
function requireAll(file: string): NodeJS.Require {
  const ofNode = createRequire(file);
  const find = (id: string): unknown => {
    try {
      return ofNode(id);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_PACKAGE_PATH_NOT_EXPORTED") throw error;
      const found = forImport(id, ofNode);
      if (found === undefined) throw error;
      return ofNode(found);
    }
  };
  return Object.assign(find, ofNode);
}

/** The file that a package has for `import`; undefined if it has none. */
function forImport(id: string, { resolve }: NodeJS.Require): string | undefined {
  const [name = id] = /^(?:@[^/]+\/)?[^/]+/.exec(id) ?? [];
  const folder = resolve
    .paths(id)
    ?.map((packages) => join(packages, name))
    .find(existsSync);
  if (folder === undefined) return undefined;
  const [file] = exportsOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")), id) ?? [];
  return file === undefined ? undefined : join(folder, file);
}

/** @param directory the notebook's folder */
export function nodeWorld(directory: string): World {
  const lent = lentPackages(directory);
  if (lent !== undefined) borrow(lent);
  return {
    directory,
    versions: { tslab: installedVersion("tslab"), typescript: installedVersion("typescript"), node: process.version },
    evaluate: (expression, filename) =>
      new Script(expression, {
        filename,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      }).runInThisContext(),
    requireFrom: requireAll,
    newModule(file) {
      const module = new Module(file) as Compiling;
      module.filename = file;
      module.paths = packagesAbove(dirname(file));
      return {
        get exports() {
          return module.exports as unknown;
        },
        run(code, requireOf) {
          module.require = requireOf;
          module._compile(code, file);
          module.loaded = true;
        },
      };
    },
    showBy(show) {
      const file = join(dirname(require.resolve("tslab/package.json")), "dist", "jupyter.js");
      const module = new Module(file);
      Object.assign(module, { exports: { lastWriteDisplayData: show }, filename: file, loaded: true });
      require.cache[file] = module;
    },
  };
}
