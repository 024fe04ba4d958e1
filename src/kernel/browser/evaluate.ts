/** Text made to code, under a name by which the engine tells where an error is. */
import { keptMap } from "../kept-map.js";

// biome-ignore lint/security/noGlobalEval: running text is what this worker is for
const inGlobalScope = globalThis.eval;
const world = globalThis as unknown as Record<string, unknown> & { importScripts(address: string): void };
// A cell may replace what it finds.
const { importScripts, Blob: NewBlob } = world as typeof globalThis & typeof world;
const { createObjectURL, revokeObjectURL } = URL;
const { exec } = RegExp.prototype;
const { apply, deleteProperty } = Reflect;

/** A line of a stack, in WebKit's words. */
const place = /^(.*@)(blob:.+):(\d+):(\d+)$/;

type Evaluate = (expression: string, file: string) => unknown;

/** In the global scope, as Node runs a script. */
const byEval: Evaluate = (expression, file) => inGlobalScope(`${expression}\n//# sourceURL=${file}`);

/** Files by the addresses under which WebKit knows them, as many as errors are told in the lines of. */
const files = keptMap<string, string>();
const most = 5000;

const before = (file: string): string => `self["${file}"]=`;

/** WebKit tells no place in text that was given to `eval`, but in a script that was fetched. */
const asScript: Evaluate = (expression, file) => {
  const address = createObjectURL(new NewBlob([`${before(file)}${expression}`], { type: "text/javascript" }));
  files.set(address, file);
  if (files.size > most) files.delete(files.keys().next().value as string);
  try {
    importScripts(address);
    return world[file];
  } finally {
    revokeObjectURL(address);
    deleteProperty(world, file);
  }
};

/** Whether the engine, made to evaluate what fails, tells where. */
function tellsPlaces(way: Evaluate): boolean {
  const file = "nullcline-probe";
  try {
    (way("() => null.x", file) as () => void)();
  } catch (error) {
    return withFiles(String((error as Error).stack)).includes(file);
  }
  return false;
}

/** The value of an expression, which the engine knows under the name of a file. */
export const evaluate: Evaluate = tellsPlaces(byEval) || !tellsPlaces(asScript) ? byEval : asScript;

/** A stack with the names of files where WebKit has addresses. */
export function withFiles(stack: string): string {
  if (files.size === 0) return stack;
  const lines = stack.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const [, caller, address = "", line, column] = (apply(exec, place, [lines[i]]) as RegExpExecArray | null) ?? [];
    const file = files.get(address);
    if (file === undefined) continue;
    lines[i] = `${caller}${file}:${line}:${line === "1" ? Number(column) - before(file).length : column}`;
  }
  return lines.join("\n");
}
