/** TypeScript over files in memory, as tslab finds it: tslab's code looks at it when it is loaded. */
import typescript from "typescript";
import type { Typescript } from "../compiler/inside.js";
import { dressed } from "../compiler/typescript.js";
import { createFileSystem } from "./file-system.js";
import { folder, library } from "./places.js";

/** The files that the compiler sees. */
export const files = createFileSystem(folder, library);

(typescript as unknown as { setSys(system: object): void }).setSys(files.system);

/** TypeScript with its inside. */
export const inside = typescript as Typescript;

/** What tslab's code takes for the TypeScript that it brings. */
export const clothed = dressed(inside);
