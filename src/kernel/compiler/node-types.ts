/**
 * Whether a cell needs the types of Node. They are four fifths of what TypeScript would read before the first cell, and
 * most notebooks ask for none of them: so they are read when a cell first mentions something of Node's.
 */
import { builtinModules } from "node:module";
import { runInNewContext } from "node:vm";

/** What `globals.ts` declares by itself. */
const known = new Set([
  ...["console", "performance", "queueMicrotask", "structuredClone"],
  ...["setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate"],
]);

const ofLanguage = new Set(runInNewContext("Object.getOwnPropertyNames(globalThis)") as string[]);
const ofNode = Object.getOwnPropertyNames(globalThis).filter((name) => !ofLanguage.has(name) && !known.has(name));
const words = [...ofNode, "require", "module", "__dirname", "__filename"].map((word) => word.replace(/\$/g, "\\$"));
const modules = builtinModules.filter((name) => !name.startsWith("_")).map((name) => name.replace(/\//g, "\\/"));
const mention = new RegExp(
  `(?<![\\w$.])(?:${words.join("|")})(?![\\w$])|["'](?:node:|\\.|(?:${modules.join("|")})["'])`,
);

/** A file beside the notebook may need them as well, so that one that is imported counts. */
export const mentionsNode = (code: string): boolean => mention.test(code);
