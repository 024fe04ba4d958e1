/** TypeScript with the engine's code for it at hand: nine megabytes of source are not compiled at each start. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import type { Typescript } from "./typescript.js";

type Factory = (
  exports: object,
  require: NodeJS.Require,
  module: { readonly exports: object },
  file: string,
  folder: string,
) => void;

const require = createRequire(import.meta.url);
let loaded: { readonly typescript: Typescript; keep(): void } | undefined;

/** TypeScript, loaded once in a process or thread. */
export function loadTypescript(): Typescript {
  loaded ??= load();
  return loaded.typescript;
}

/**
 * Keeps the engine's code for TypeScript, as far as it has been used, for the next start, if it was not there. Where
 * nothing can be written, the next start takes as long as this one.
 */
export const keepTypescriptCode = (): void => loaded?.keep();

function load(): { typescript: Typescript; keep(): void } {
  const file = require.resolve("typescript");
  const { version } = require("typescript/package.json") as { version: string };
  const name = `typescript-${version}-${process.version}-${process.arch}.code`;
  const kept = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const script = new Script(Module.wrap(readFileSync(file, "utf8")), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  (script.runInThisContext() as Factory)(module.exports, createRequire(file), module, file, dirname(file));
  return {
    typescript: module.exports as Typescript,
    keep() {
      if (cachedData && script.cachedDataRejected !== true) return;
      const draft = `${kept}.${process.pid}`;
      try {
        writeFileSync(draft, script.createCachedData());
        renameSync(draft, kept);
      } catch {
        rmSync(draft, { force: true });
      }
    },
  };
}
