import { escapeHtml, unescapeHtml } from "../../text/html.js";
import { fonts } from "../theme.js";
import { round } from "./svg-elements.js";

/** How a text is set: sizes in px, `rotate` in degrees clockwise about its point. Default: `fonts.text`, from left. */
export interface TextStyle {
  readonly size?: number;
  readonly colour: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly rotate?: number;
}

/** Plotly's text with its few tags (b, i, sub, sup, br, span with a colour), as an SVG text element at x, y. */
export function svgText(x: number, y: number, text: string, style: TextStyle): string {
  const size = style.size ?? fonts.text;
  const turn = style.rotate === undefined ? "" : ` transform="rotate(${style.rotate} ${round(x)} ${round(y)})"`;
  const lines = text.split(/<br\s*\/?>/);
  const body = lines.map((line, k) =>
    k === 0 ? runs(line, size) : `<tspan x="${round(x)}" dy="${round(size * 1.3)}">${runs(line, size)}</tspan>`,
  );
  const look = `font-size="${size}" fill="${escapeHtml(style.colour)}" text-anchor="${style.anchor ?? "start"}"`;
  return `<text x="${round(x)}" y="${round(y)}" ${look}${turn}>${body.join("")}</text>`;
}

/** A width in px that the text stays within in any common sans serif: an estimate, as nothing can be measured here. */
export const textWidth = (text: string, size: number): number => {
  const lines = text.split(/<br\s*\/?>/).map((line) => unescapeHtml(line.replace(/<[^>]*>/g, "")));
  return (
    Math.max(
      0,
      ...lines.map((line) =>
        [...line].reduce((sum, letter) => sum + (narrow.test(letter) ? 0.32 : wide.test(letter) ? 0.8 : 0.57), 0),
      ),
    ) * size
  );
};

const narrow = /[ijltfI.,:;'|()[\] -]/;
const wide = /[mwMW@%]/;

function runs(line: string, size: number): string {
  let raised = 0;
  const open: string[] = [];
  let out = "";
  for (const [, tag, text] of line.matchAll(/(<[^>]+>)|([^<]+|<)/g)) {
    if (text !== undefined) {
      const down = open.findLast((name) => name === "sub" || name === "sup");
      const shift = down === "sub" ? size * 0.25 : down === "sup" ? -size * 0.35 : 0;
      const attributes = [
        shift !== raised ? `dy="${round(shift - raised)}"` : "",
        down === undefined ? "" : `font-size="${round(size * 0.72)}"`,
        open.includes("i") ? `font-style="italic"` : "",
        open.includes("b") ? `font-weight="bold"` : "",
        ...open
          .filter((name) => name.startsWith("color:"))
          .slice(-1)
          .map((name) => `fill="${escapeHtml(name.slice(6))}"`),
      ].filter((attribute) => attribute !== "");
      raised = shift;
      out +=
        attributes.length === 0
          ? escapeHtml(unescapeHtml(text))
          : `<tspan ${attributes.join(" ")}>${escapeHtml(unescapeHtml(text))}</tspan>`;
    } else if (tag.startsWith("</")) open.pop();
    else open.push(/color:\s*([^;"']+)/.exec(tag)?.[0].replace(/:\s*/, ":") ?? /<(\w+)/.exec(tag)?.[1] ?? "");
  }
  return out;
}
