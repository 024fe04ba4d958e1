/** A worker of a page as the world of cells. */
import type { World } from "../executor/world.js";
import type { DisplayContent } from "../cell.js";
import { evaluate } from "./evaluate.js";
import { folder } from "./places.js";

/** What the world of cells is made of. */
export interface WorkerParts {
  /** What a notebook can import. */
  readonly packages: Readonly<Record<string, () => unknown>>;
  readonly versions: Readonly<Record<string, string>>;
  /** Hands the way to show something to the packages. */
  showBy(show: (content: DisplayContent, update?: boolean) => void): void;
}

/** @param parts what belongs to this page */
export function workerWorld({ packages, versions, showBy }: WorkerParts): World {
  const requirePackage = (id: string): unknown => {
    const found = Object.hasOwn(packages, id) ? packages[id] : undefined;
    if (found) return found();
    const known = Object.keys(packages).join(", ");
    throw Object.assign(
      new Error(`Cannot find module '${id}': in the browser a notebook has ${known}, and its files`),
      {
        code: "MODULE_NOT_FOUND",
      },
    );
  };
  return {
    directory: folder,
    versions,
    showBy,
    evaluate,
    requireFrom: () => Object.assign(requirePackage, { resolve: (id: string) => id }) as unknown as NodeJS.Require,
    newModule(file) {
      const module = { exports: {} as unknown, filename: file, loaded: false };
      return {
        get exports() {
          return module.exports;
        },
        run(code, require) {
          const body = evaluate(`(function (exports, require, module, __filename, __dirname) { ${code}\n})`, file) as (
            ...given: readonly unknown[]
          ) => void;
          body.call(module.exports, module.exports, require, module, file, file.slice(0, file.lastIndexOf("/")));
          module.loaded = true;
        },
      };
    },
  };
}
