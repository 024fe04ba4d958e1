import type { BarData, ScatterData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { light } from "../theme.js";
import { areaMark, lineMark, strokeOf } from "./svg-lines.js";
import { marker, markerMarks } from "./svg-markers.js";
import { rectangle, round } from "./svg-elements.js";
import { svgText } from "./svg-text.js";
import { asColour, at, points, type Frame } from "./svg-values.js";

/** Everything of one scatter trace, below to above: fill, line, markers, text. */
export function scatterMarks(
  trace: Partial<ScatterData>,
  colour: string,
  frame: Frame,
  below: Partial<ScatterData> | undefined,
): string {
  const mode = trace.mode ?? "lines";
  const parts: string[] = [];
  if (trace.fill !== undefined && trace.fill !== "none") parts.push(areaMark(trace, colour, frame, below));
  if (mode.includes("lines")) parts.push(lineMark(trace, colour, frame));
  if (mode.includes("markers")) parts.push(markerMarks(trace, colour, frame));
  if (mode.includes("text")) parts.push(texts(trace, frame));
  const opacity = trace.opacity === undefined ? "" : ` opacity="${trace.opacity}"`;
  return `<g${opacity}>${parts.join("")}</g>`;
}

/** The sample beside a name in the legend, centred at x, y. */
export function legendKey(
  trace: Partial<ScatterData> | Partial<BarData>,
  colour: string,
  x: number,
  y: number,
): string {
  if (trace.type === "bar")
    return rectangle(x - 7, y - 6, 14, 12, ` fill="${escapeHtml(asColour(trace.marker?.color, colour))}"`);
  const scatter = trace as Partial<ScatterData>;
  const mode = scatter.mode ?? "lines";
  const fill =
    scatter.fill !== undefined && scatter.fill !== "none" && scatter.fillcolor !== undefined
      ? rectangle(x - 14, y - 5, 28, 10, ` fill="${escapeHtml(asColour(scatter.fillcolor, colour))}"`)
      : "";
  const stroke = strokeOf(asColour(scatter.line?.color, colour), scatter.line?.width ?? 2, scatter.line?.dash);
  const bar = mode.includes("lines") ? `<path d="M${round(x - 14)} ${round(y)}h28" fill="none" ${stroke}/>` : "";
  return fill + bar + (mode.includes("markers") ? marker(scatter, 0, colour, x, y) : "");
}

function texts(trace: Partial<ScatterData>, frame: Frame): string {
  const { x, y } = points(trace);
  const size = at(trace.textfont?.size, 0) ?? 12;
  const colour = asColour(trace.textfont?.color, light.ink);
  const gap = (trace.mode ?? "").includes("markers") ? (at(trace.marker?.size, 0) ?? 6) / 2 + 3 : 0;
  return Array.from(x, (value, i) => {
    const text = Array.isArray(trace.text) ? trace.text[i] : trace.text;
    const place = String(
      Array.isArray(trace.textposition) ? trace.textposition[i] : (trace.textposition ?? "middle center"),
    );
    if (text === undefined || text === "" || !Number.isFinite(value)) return "";
    const dy = place.startsWith("top") ? -gap - 2 : place.startsWith("bottom") ? gap + size * 0.9 : size * 0.35;
    const side = place.endsWith("left") ? -1 : place.endsWith("right") ? 1 : 0;
    const anchor = side < 0 ? "end" : side > 0 ? "start" : "middle";
    return svgText(frame.x.at(value) + side * gap, frame.y.at(y[i]) + dy, text, { size, colour, anchor });
  }).join("");
}
