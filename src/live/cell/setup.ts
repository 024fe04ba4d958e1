import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { display } from "./display.js";
import { load } from "../page/load.js";
import { pack } from "./pack.js";
import { runScript, unpack } from "../page/unpack.js";

export interface SetupOptions {
  /**
   * `"cartesian"` (0.7 MB) has all that the course draws; `"full"` (2.6 MB) also has 3-D, maps and the rest of Plotly.
   */
  readonly library?: "cartesian" | "full";
}

let done = false;

/**
 * Makes the figures of this notebook live. Run it once, in the first cell: it puts the figure library in the notebook.
 */
export function setup(options: SetupOptions = {}): void {
  const library = options.library ?? "cartesian";
  if (library !== "cartesian" && library !== "full")
    throw new RangeError(`setup: library must be "cartesian" or "full", got ${JSON.stringify(library)}`);
  done = true;
  display({
    "text/html": setupHtml(library === "full" ? packFullLibrary() : packed("plotly"), packed("runtime")),
    "text/plain": `nullcline ${packageVersion()}: figures are live where scripts run, and pictures elsewhere`,
  });
}

/** Whether this process has put the library into the notebook. */
export const isSetUp = (): boolean => done;

/** `library` and `runtime` are gzip in base64. */
export function setupHtml(library: string, runtime: string): string {
  const version = `${packageVersion()}-${createHash("sha256").update(library).update(runtime).digest("hex").slice(0, 8)}`;
  return `<p class="nullcline-setup"><small>nullcline ${packageVersion()}: the figures of this notebook are live.</small></p><script>(${load.toString()})(${unpack.toString()}, ${runScript.toString()}, "${library}", "${runtime}", "${version}")</script>`;
}

/** What the build has packed, gzip in base64. @throws Error if it has not */
export function packed(name: "plotly" | "runtime"): string {
  const file = new URL(`../${name}.gz.b64`, import.meta.url);
  if (!existsSync(file))
    throw new Error(
      `${file.pathname} is not there; the package is not built. Run "npm run build" in the project's folder.`,
    );
  return readFileSync(file, "utf8");
}

const packFullLibrary = (): string => pack(readFileSync(createRequire(import.meta.url).resolve("plotly.js-dist")));

export const packageVersion = (): string =>
  (createRequire(import.meta.url)("../../../package.json") as { readonly version: string }).version;
