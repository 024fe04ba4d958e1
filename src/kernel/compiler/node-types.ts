/**
 * Whether a cell needs the types of Node. They are four fifths of what TypeScript would read before the first cell, and
 * most notebooks ask for none of them: so they are read when a cell first mentions something of Node's.
 */
import { isBuiltin } from "node:module";
import { startupSnapshot } from "node:v8";
import { runInNewContext } from "node:vm";

/** What `globals.ts` declares by itself. */
const known = new Set([
  ...["console", "performance", "queueMicrotask", "structuredClone"],
  ...["setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate"],
]);

let names: RegExp | undefined;

function namesOfNode(): RegExp {
  const ofLanguage = new Set(runInNewContext("Object.getOwnPropertyNames(globalThis)") as string[]);
  const ofNode = Object.getOwnPropertyNames(globalThis).filter((name) => !ofLanguage.has(name) && !known.has(name));
  const words = [...ofNode, "require", "module", "__dirname", "__filename"].map((word) => word.replace(/\$/g, "\\$"));
  return new RegExp(`(?<![\\w$.])(?:${words.join("|")})(?![\\w$])`);
}

/**
 * Whether a text mentions Node's names or modules. A file beside the notebook may need them as well, so that one which
 * is imported counts.
 */
export function mentionsNode(code: string): boolean {
  if (startupSnapshot.isBuildingSnapshot()) return false; // where no second context may be
  names ??= namesOfNode();
  const quoted = [...code.matchAll(/["'](\.|node:|[\w/]+(?=["']))/g)];
  return names.test(code) || quoted.some(([, id = ""]) => id === "." || id === "node:" || isBuiltin(id));
}
