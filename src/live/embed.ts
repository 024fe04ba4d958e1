import { svg, description } from "../figure/svg.js";
import type { Figure } from "../figure/figure.js";

/** What a live element does with its payload; the runtime has one mount for each. */
export const liveKinds = ["figure", "explorer", "scene"] as const;
export type LiveKind = (typeof liveKinds)[number];

const picture = { width: 720, live: 900 } as const;

/**
 * The HTML of one output: a picture (or several) that needs no script, and the data from which the runtime makes it live.
 * `script` is code that the live part needs, such as a model's kernels: in a script of its own, so that nothing is ever
 * compiled from a string in the page.
 */
export function liveHtml(kind: LiveKind, still: Figure | readonly Figure[], payload: unknown, script: string = "", hint: string = ""): string {
  return [
    `<nullcline-live kind="${kind}" style="display:block;max-width:${picture.live}px">`,
    ...("data" in still ? [still] : still).map((figure) => `<img class="nullcline-still" alt="${attribute(description(figure))}" style="width:100%;max-width:${picture.width}px;height:auto" src="${dataUri(svg(figure, picture.width))}">`),
    hint === "" ? "" : `<p class="nullcline-hint"><small>${attribute(hint)}</small></p>`,
    `<script type="application/json">${json(payload)}</script>`,
    `</nullcline-live>`,
    script === "" ? "" : `<script>${script.replaceAll("</", "<\\/")}</script>`,
  ].join("");
}

/** Percent-encoded rather than base64: shorter, and readable in a diff. */
export const dataUri = (picture: string): string =>
  `data:image/svg+xml,${picture.replace(/[%#<>"&]|[^\x20-\x7e]+/g, (found) => encodeURIComponent(found))}`;

/** JSON that may stand in a script element. */
export const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const attribute = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
