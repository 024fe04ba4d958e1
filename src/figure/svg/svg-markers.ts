import type { ScatterData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { light, widths } from "../theme.js";
import { round } from "./svg-elements.js";
import { asColour, at, points, type Frame } from "./svg-values.js";

/** The markers of a trace, each at its point. */
export function markerMarks(trace: Partial<ScatterData>, colour: string, frame: Frame): string {
  const { x, y } = points(trace);
  return Array.from(x, (value, i) => marker(trace, i, colour, frame.x.at(value), frame.y.at(y[i]))).join("");
}

/**
 * The i-th marker of a trace, at px, py.
 * @throws RangeError for a symbol of Plotly's that the picture does not have
 */
export function marker(trace: Partial<ScatterData>, i: number, traceColour: string, px: number, py: number): string {
  if (!Number.isFinite(px) || !Number.isFinite(py)) return "";
  const style = trace.marker ?? {};
  const symbol = String(Array.isArray(style.symbol) ? style.symbol[i] : (style.symbol ?? "circle"));
  const r = (at(style.size, i) ?? 6) / 2;
  const colour = Array.isArray(style.color) ? String(style.color[i]) : asColour(style.color, traceColour);
  const open = symbol.includes("-open");
  const edge = open
    ? colour
    : Array.isArray(style.line?.color)
      ? String(style.line.color[i])
      : asColour(style.line?.color, "none");
  const edgeWidth = at(style.line?.width, i) ?? (open ? 1 : 0);
  const paint =
    `fill="${open ? (symbol.startsWith("line") ? "none" : light.paper) : escapeHtml(colour)}"` +
    (edge === "none" || edgeWidth === 0 ? "" : ` stroke="${escapeHtml(edge)}" stroke-width="${edgeWidth}"`);
  const [cx, cy] = [round(px), round(py)];
  const shape = shapes[symbol.replace(/-(open|dot)/g, "")];
  if (shape === undefined)
    throw new RangeError(
      `the static picture has no marker symbol "${symbol}"; ` +
        `it has ${Object.keys(shapes).join(", ")}, each also -open and -dot`,
    );
  const dot = symbol.includes("-dot")
    ? `<circle cx="${cx}" cy="${cy}" r="${round(Math.max(1, r * 0.3))}" ` +
      `fill="${escapeHtml(open ? colour : light.paper)}"/>`
    : "";
  return shape(cx, cy, r, paint) + dot;
}

type Shape = (x: number, y: number, r: number, paint: string) => string;
const polygon =
  (corners: readonly (readonly [number, number])[]): Shape =>
  (x, y, r, paint) =>
    `<path d="M${corners.map(([u, v]) => `${round(x + u * r)} ${round(y + v * r)}`).join("L")}z" ${paint}/>`;

/** Corners around a centre, the first at the top. */
const ring = (n: number, radius: (k: number) => number): (readonly [number, number])[] =>
  Array.from({ length: n }, (_, k) => [
    radius(k) * Math.sin((2 * Math.PI * k) / n),
    -radius(k) * Math.cos((2 * Math.PI * k) / n),
  ]);

const shapes: Readonly<Record<string, Shape>> = {
  circle: (x, y, r, paint) => `<circle cx="${x}" cy="${y}" r="${round(r)}" ${paint}/>`,
  square: polygon([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]),
  diamond: polygon([
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ]),
  "triangle-up": polygon([
    [0, -1],
    [1, 0.75],
    [-1, 0.75],
  ]),
  "triangle-down": polygon([
    [0, 1],
    [1, -0.75],
    [-1, -0.75],
  ]),
  "triangle-right": polygon([
    [1, 0],
    [-0.75, 1],
    [-0.75, -1],
  ]),
  "triangle-left": polygon([
    [-1, 0],
    [0.75, 1],
    [0.75, -1],
  ]),
  pentagon: polygon(ring(5, () => 1)),
  hexagon: polygon(ring(6, () => 1)),
  cross: polygon([
    [-0.4, -1.1],
    [0.4, -1.1],
    [0.4, -0.4],
    [1.1, -0.4],
    [1.1, 0.4],
    [0.4, 0.4],
    [0.4, 1.1],
    [-0.4, 1.1],
    [-0.4, 0.4],
    [-1.1, 0.4],
    [-1.1, -0.4],
    [-0.4, -0.4],
  ]),
  star: polygon(ring(10, (k) => (k % 2 === 0 ? 1.4 : 0.55))),
  "star-square": polygon(ring(8, (k) => (k % 2 === 0 ? 0.6 : 1.4))),
  "star-diamond": polygon(ring(8, (k) => (k % 2 === 0 ? 1.4 : 0.6))),
  "line-ns": (x, y, r, paint) => `<path d="M${x} ${round(y - 1.4 * r)}V${round(y + 1.4 * r)}" ${paint}/>`,
  "line-ew": (x, y, r, paint) => `<path d="M${round(x - 1.4 * r)} ${y}H${round(x + 1.4 * r)}" ${paint}/>`,
  x(x, y, r, paint) {
    const stroke = paint.includes("stroke=") ? "" : ` stroke="currentColor" stroke-width="${widths.line}"`;
    const cross = `l${round(2 * r)} ${round(2 * r)}m0 ${round(-2 * r)}l${round(-2 * r)} ${round(2 * r)}`;
    return `<path d="M${round(x - r)} ${round(y - r)}${cross}" ${paint}${stroke}/>`;
  },
};
