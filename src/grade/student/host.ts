import type { Host, MathJs, Temml } from "../../host/host.js";

/** The bundler puts what is named here into the world, to be run when it is first asked for. */
declare const require: (name: string) => unknown;

let files: Readonly<Record<string, string>> = {};

/** The files of the package that there are, by their path. Said once by the grader, before any cell. */
export function provideFiles(given: Readonly<Record<string, string>>): void {
  files = given;
}

/** What the package finds of its surroundings in a student's world: the data, and a display that shows nothing. */
export const host: Host = {
  environment: {},
  file(path) {
    if (Object.hasOwn(files, path)) return files[path];
    if (path.startsWith("dist/live/")) return ""; // what a page would need to show figures
    throw new Error(`${path} of the package is not there while a notebook is marked`);
  },
  figureLibrary: () => "",
  gzip: () => new Uint8Array(0),
  display() {},
  progress: () => ({ name: "nothing", read: () => undefined, write() {}, setAside: () => "" }),
  masters: () => undefined,
  mathjs: () => require("mathjs/lib/browser/math.js") as MathJs,
  temml: () => (require("temml") as { default: Temml }).default,
};

const nothing = (): void => {};
/** There is nothing to locate, and nobody to show things to. */
export const [locatePackage, displayWith] = [nothing, nothing];
