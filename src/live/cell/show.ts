import { compact } from "../../figure/compact.js";
import type { Figure } from "../../figure/figure.js";
import { description } from "../../figure/svg/svg.js";
import { host } from "../../host/node.js";
import { liveHtml } from "./embed.js";
import { isSetUp } from "./setup.js";

/**
 * Shows a figure below the cell: live after `setup()`, and a picture in print, on paper or where scripts do not run.
 */
export function show(figure: Figure): void {
  if (!Array.isArray(figure?.data))
    throw new TypeError(`show takes a figure { data, layout }, such as plot.trace(…) returns; got ${describe(figure)}`);
  host.display({
    "text/html": showHtml({ data: figure.data, layout: figure.layout ?? {} }),
    "text/plain": `[figure] ${description(figure)}`,
  });
}

/** The output of `show`. */
export function showHtml(figure: Figure): string {
  const small = compact(figure);
  return liveHtml("figure", small, small, "", isSetUp() ? "" : setupHint);
}

const setupHint = "This is a picture. For live figures, run setup() in the first cell of the notebook.";

const describe = (value: unknown): string =>
  value === null || typeof value !== "object"
    ? String(value)
    : `an object with ${Object.keys(value).slice(0, 6).join(", ") || "nothing in it"}`;
