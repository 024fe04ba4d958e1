import type { Figure } from "../../figure/figure.js";
import { description, svg } from "../../figure/svg/svg.js";
import { escapeHtml } from "../../text/html.js";
import type { LiveContent, LiveKind } from "../page/mount.js";
import { pack } from "./pack.js";

/** px. Of several pictures two stand beside each other, each drawn as for a narrow page. */
const picture = { width: 720, live: 900, narrow: 400 } as const;

/**
 * The HTML of one output: a picture (or several) that needs no script, and, packed, the data from which the runtime
 * makes it live with the `script` that it needs, so that nothing is ever compiled from a string in the page. `words`
 * stand below the pictures.
 */
export function liveHtml(
  kind: LiveKind,
  still: Figure | readonly Figure[],
  payload: unknown,
  script: string = "",
  hint: string = "",
  words: string = "",
): string {
  const stills = "data" in still ? [still] : still;
  const [drawn, shown] = stills.length > 1 ? [picture.narrow, picture.width / 2 - 4] : [picture.width, picture.width];
  return [
    `<nullcline-live kind="${kind}" style="display:block;max-width:${picture.live}px">`,
    ...stills.map(
      (figure) =>
        `<img class="nullcline-still" alt="${escapeHtml(description(figure))}" ` +
        `style="width:100%;max-width:${shown}px;height:auto" src="${dataUri(svg(figure, drawn))}">`,
    ),
    words === ""
      ? ""
      : `<p class="nullcline-still" style="white-space:pre-line;max-width:${picture.width}px">${escapeHtml(words)}</p>`,
    hint === "" ? "" : `<p class="nullcline-hint"><small>${escapeHtml(hint)}</small></p>`,
    `<script type="application/gzip">${pack(JSON.stringify({ payload, script } satisfies LiveContent))}</script>`,
    `</nullcline-live>`,
  ].join("");
}

/**
 * Percent-encoded rather than base64: shorter, and readable in a diff. Attributes get single quotes, which need no
 * encoding.
 */
export const dataUri = (source: string): string => {
  const encoded = source
    .replace(/="([^"']*)"/g, "='$1'")
    .replace(/[%#<>"&]|[^\x20-\x7e]+/g, (found) => encodeURIComponent(found));
  return `data:image/svg+xml,${encoded}`;
};
