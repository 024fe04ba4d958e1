/** The `require` of a notebook: its packages, files compiled with its cells, and `tslab`, which is ourselves. */
import { keptMap } from "../kept-map.js";
import { dirname, extname, join } from "node:path";
import type { Runnable } from "../cell.js";
import type { ModuleShell, World } from "./world.js";

type File = Runnable["files"][number];

/** A notebook's `require`. */
export interface Requirer {
  readonly require: NodeJS.Require;
  /** Takes files that a cell brings along; a file that was loaded before is loaded anew. */
  add(files: Runnable["files"]): void;
}

/** @param tslab what `require("tslab")` gives */
export function createRequirer(world: World, tslab: object): Requirer {
  const { directory } = world;
  const texts = keptMap<string, string>();
  const loaded = keptMap<string, ModuleShell>();

  function wrap(original: NodeJS.Require, folder: string): NodeJS.Require {
    const find = (id: string): unknown => {
      if (id === "tslab") return tslab;
      const path = /^\.{0,2}\//.test(id) ? fileOf(id.startsWith("/") ? id : join(folder, id)) : undefined;
      return path === undefined ? original(id) : load(path);
    };
    return Object.assign(find, original) as NodeJS.Require;
  }
  /** TypeScript is asked for by its own name, by that of the JavaScript it becomes, or without any ending. */
  function fileOf(path: string): string | undefined {
    const bare = path.replace(/\.[cm]?[jt]sx?$/, "");
    return [path, `${path}.js`, `${bare}.js`, `${bare}.mjs`, join(path, "index.js")].find(
      (candidate) => extname(candidate) !== "" && texts.has(candidate),
    );
  }
  function load(path: string): unknown {
    const before = loaded.get(path);
    if (before) return before.exports;
    const module = world.newModule(path);
    loaded.set(path, module);
    try {
      module.run(texts.get(path) as string, wrap(world.requireFrom(path), dirname(path)));
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  return {
    require: wrap(world.requireFrom(join(directory, "cell.js")), directory),
    add(files) {
      for (let i = 0; i < files.length; i++) texts.set((files[i] as File).path, (files[i] as File).data);
      if (files.length > 0) loaded.clear(); // what imports a file that has changed is changed, too
    },
  };
}
