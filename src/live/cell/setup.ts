import { knownOptions } from "../../checks/require.js";
import { host } from "../../host/node.js";
import { version } from "../../host/version.js";
import { fingerprint } from "../../text/fingerprint.js";
import { load } from "../page/load.js";
import { eachPart, type Parts } from "../parts.js";
import { runScript, unpack } from "../page/unpack.js";
import { pack } from "./pack.js";

/** What `setup` may be told. */
export interface SetupOptions {
  /**
   * `"cartesian"` (0.7 MB) has all that the course draws; `"full"` (2.6 MB) also has 3-D, maps and the rest of Plotly,
   * from the package plotly.js-dist. Default: `"cartesian"`.
   */
  readonly library?: "cartesian" | "full";
}

let done = false;
let pageIsLive = false;

/** Says that the page of this notebook has library and runtime by itself: `setup` then brings nothing. */
export function figuresAreLive(): void {
  pageIsLive = true;
}

/**
 * Makes the figures of this notebook live. Run it once, in the first cell: it puts the figure library in the notebook.
 * @throws RangeError for another library than these two; Error if the package plotly.js-dist is wanted and not there
 */
export function setup(options: SetupOptions = {}): void {
  knownOptions("setup", options, ["library"]);
  const library = options.library ?? "cartesian";
  if (library !== "cartesian" && library !== "full")
    throw new RangeError(`setup: library must be "cartesian" or "full", got ${JSON.stringify(library)}`);
  done = true;
  if (pageIsLive && library === "cartesian") return;
  host.display({
    "text/html": setupHtml(
      library === "full" ? pack(host.figureLibrary()) : packed("plotly"),
      packed("runtime"),
      packedParts(),
    ),
    "text/plain": `nullcline ${version}: figures are live where scripts run, and pictures elsewhere`,
  });
}

/** Whether this process has put the library into the notebook. */
export const isSetUp = (): boolean => done;

/** What puts library, runtime and its parts, each as `pack` writes it, into a page: once for each set of them. */
export function setupHtml(library: string, runtime: string, parts: Parts): string {
  const carried = JSON.stringify(parts);
  const all = `${version}-${fingerprint(`${library} ${runtime} ${carried}`)}`;
  const packages = `"${library}", "${runtime}", ${carried}, "${all}"`;
  return [
    `<p class="nullcline-setup"><small>nullcline ${version}: the figures of this notebook are live.</small></p>`,
    `<script>(${load.toString()})(${unpack.toString()}, ${runScript.toString()}, ${packages})</script>`,
  ].join("");
}

/** What the build has packed. @throws Error if it has not */
export const packed = (name: "plotly" | "runtime" | keyof Parts): string => host.file(`dist/live/${name}.gz.b85.txt`);

/** The same, of all parts of the runtime. @throws Error if it has not */
export const packedParts = (): Parts => eachPart(packed);
