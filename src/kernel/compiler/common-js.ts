/** CommonJS modules by evaluation: Node's own loader leaves behind what a snapshot (`process.ts`) can not hold. */
import { createRequire, isBuiltin } from "node:module";
import { dirname } from "node:path";

type Body = (
  exports: object,
  require: (id: string) => unknown,
  module: { readonly exports: object },
  file: string,
  folder: string,
) => void;

/** Loads files, each once. */
export interface Loader {
  /** The exports of a file, by its absolute path. */
  load(file: string): unknown;
  /** Says what a file exports, in place of the file. */
  give(file: string, exports: unknown): void;
}

/** @param read gives the text of a file as it is to be evaluated */
export function createLoader(read: (file: string) => string): Loader {
  const modules = new Map<string, { exports: object }>();

  function load(file: string): object {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    if (file.endsWith(".json")) module.exports = JSON.parse(read(file)) as object;
    else {
      const require = createRequire(file);
      const code = `${read(file)}
//# sourceURL=${file}`;
      const body = new Function("exports", "require", "module", "__filename", "__dirname", code) as Body;
      const find = (id: string): unknown => (isBuiltin(id) ? require(id) : load(require.resolve(id)));
      body.call(module.exports, module.exports, find, module, file, dirname(file));
    }
    return module.exports;
  }
  return { load, give: (file, exports) => void modules.set(file, { exports: exports as object }) };
}
