import type { BarData, HeatmapData, ScatterData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { decimate, type Polyline, type Thinned } from "../decimate.js";
import { light, widths } from "../theme.js";
import type { Scale } from "./svg-scale.js";
import { round, svgText } from "./svg-text.js";

/** A line in px. Moved by a fifth of a px it looks the same. */
function visible(line: Polyline, { x, y, quick }: Frame): Thinned {
  if (quick) return withoutNear(line, x, y);
  const inPixels = { x: Float64Array.from(line.x, x.at), y: Float64Array.from(line.y, y.at) };
  return decimate(inPixels, 1200, 0.2, [1, 1]);
}

/**
 * Leaves out points that lie within half a px of the one before, and those that lie on the way to the next, at most
 * `stride` px farther.
 */
function withoutNear(line: Polyline, across: Scale, up: Scale): Thinned {
  const [x, y]: [number[], number[]] = [[], []];
  let [lastX, lastY] = [NaN, NaN];
  const last = line.x.length - 1;
  let [nextX, nextY] = [across.at(line.x[0]), up.at(line.y[0])];
  for (let i = 0; i <= last; i++) {
    const [px, py] = [nextX, nextY];
    if (i < last) {
      [nextX, nextY] = [across.at(line.x[i + 1]), up.at(line.y[i + 1])];
      if (Math.abs(px - lastX) < 0.5 && Math.abs(py - lastY) < 0.5) continue;
      const [dx, dy] = [nextX - lastX, nextY - lastY];
      const length = Math.hypot(dx, dy);
      const onward = (px - lastX) * dx + (py - lastY) * dy;
      if (
        length < stride &&
        onward > 0 &&
        onward < length * length &&
        Math.abs((px - lastX) * dy - (py - lastY) * dx) < 0.1 * length
      )
        continue;
    }
    x.push(px);
    y.push(py);
    [lastX, lastY] = [px, py];
  }
  return { x, y };
}

const stride = 3;

export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly quick: boolean;
}

/** Everything of one scatter trace, below to above: fill, line, markers, text. */
export function scatterMarks(
  trace: Partial<ScatterData>,
  colour: string,
  frame: Frame,
  below: Partial<ScatterData> | undefined,
): string {
  const mode = trace.mode ?? "lines";
  const parts: string[] = [];
  if (trace.fill !== undefined && trace.fill !== "none") parts.push(area(trace, colour, frame, below));
  if (mode.includes("lines")) {
    const { x, y } = visible(points(stepped(trace)), frame);
    const path = polyline(x, y);
    const width = trace.line?.width ?? 2;
    if (path !== "" && width > 0)
      parts.push(
        `<path d="${path}" fill="none" ${stroke(asColour(trace.line?.color, colour), width, trace.line?.dash)}/>`,
      );
  }
  if (mode.includes("markers")) parts.push(markers(trace, colour, frame));
  if (mode.includes("text")) parts.push(texts(trace, frame));
  const opacity = trace.opacity === undefined ? "" : ` opacity="${trace.opacity}"`;
  return `<g${opacity}>${parts.join("")}</g>`;
}

export function barMarks(trace: Partial<BarData>, colour: string, frame: Frame): string {
  const { x, y } = points(trace);
  const gap = minimalGap(x);
  const bars = Array.from(x, (centre, i) => {
    const width = at(trace.width, i) ?? gap * 0.96;
    const offset = at(trace.offset, i) ?? -width / 2;
    const base = at(trace.base, i) ?? 0;
    const [left, right] = [frame.x.at(centre + offset), frame.x.at(centre + offset + width)];
    const [top, bottom] = [frame.y.at(base + y[i]), frame.y.at(base)];
    return `<rect x="${round(Math.min(left, right))}" y="${round(Math.min(top, bottom))}" width="${round(Math.abs(right - left))}" height="${round(Math.abs(bottom - top))}"/>`;
  });
  const edge = at(trace.marker?.line?.width, 0) ?? 0;
  const outline =
    edge > 0 ? ` stroke="${escapeHtml(asColour(trace.marker?.line?.color, colour))}" stroke-width="${edge}"` : "";
  return `<g fill="${escapeHtml(asColour(trace.marker?.color, colour))}"${outline}${trace.opacity === undefined ? "" : ` opacity="${trace.opacity}"`}>${bars.join("")}</g>`;
}

/** Cells of one colour each, from the lowest z to the highest along the trace's own colour scale. */
export function heatmapMarks(trace: Partial<HeatmapData>, frame: Frame): string {
  const rows = trace.z as ArrayLike<ArrayLike<number>>;
  const [xs, ys] = [edges(column(trace.x)), edges(column(trace.y))];
  const values = Array.from(rows, (row) => Array.from(row))
    .flat()
    .filter(Number.isFinite);
  const [lo, hi] = [trace.zmin ?? Math.min(...values), trace.zmax ?? Math.max(...values)];
  const stops = trace.colorscale as readonly (readonly [number, string])[];
  const cells: string[] = [];
  for (let j = 0; j < rows.length; j++)
    for (let i = 0; i < rows[j].length; i++) {
      const value = rows[j][i];
      if (!Number.isFinite(value)) continue;
      const level = hi > lo ? (value - lo) / (hi - lo) : 0;
      const colour = stops.reduce((nearest, stop) =>
        Math.abs(stop[0] - level) < Math.abs(nearest[0] - level) ? stop : nearest,
      )[1];
      const [left, right, top, bottom] = [
        frame.x.at(xs[i]),
        frame.x.at(xs[i + 1]),
        frame.y.at(ys[j + 1]),
        frame.y.at(ys[j]),
      ].map(Math.round); // whole px: no seams
      cells.push(
        `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="${escapeHtml(colour)}"/>`,
      );
    }
  return `<g opacity="${trace.opacity ?? 1}">${cells.join("")}</g>`;
}

/** The sample beside a name in the legend, centred at x, y. */
export function legendKey(
  trace: Partial<ScatterData> | Partial<BarData>,
  colour: string,
  x: number,
  y: number,
): string {
  if (trace.type === "bar")
    return `<rect x="${round(x - 7)}" y="${round(y - 6)}" width="14" height="12" fill="${escapeHtml(asColour(trace.marker?.color, colour))}"/>`;
  const scatter = trace as Partial<ScatterData>;
  const mode = scatter.mode ?? "lines";
  const fill =
    scatter.fill !== undefined && scatter.fill !== "none" && scatter.fillcolor !== undefined
      ? `<rect x="${round(x - 14)}" y="${round(y - 5)}" width="28" height="10" fill="${escapeHtml(asColour(scatter.fillcolor, colour))}"/>`
      : "";
  const bar = mode.includes("lines")
    ? `<path d="M${round(x - 14)} ${round(y)}h28" fill="none" ${stroke(asColour(scatter.line?.color, colour), scatter.line?.width ?? 2, scatter.line?.dash)}/>`
    : "";
  return fill + bar + (mode.includes("markers") ? marker(scatter, 0, colour, x, y) : "");
}

/** A column of data; null, JSON's way to leave a point out, is NaN. */
export const column = (values: unknown): ArrayLike<number> =>
  ArrayBuffer.isView(values)
    ? (values as Float64Array)
    : Array.from((values ?? []) as ArrayLike<number | null>, (value) => value ?? NaN);

export const points = (trace: {
  readonly x?: unknown;
  readonly y?: unknown;
}): { x: ArrayLike<number>; y: ArrayLike<number> } => {
  const y = column(trace.y);
  return { x: trace.x === undefined ? Array.from(y, (_, i) => i) : column(trace.x), y };
};

const asColour = (colour: unknown, otherwise: string): string => (typeof colour === "string" ? colour : otherwise);

function at<T>(value: T | ArrayLike<T> | undefined, i: number): number | undefined {
  if (typeof value === "object" && value !== null && "length" in value) return Number(value[i]);
  return value === undefined ? undefined : Number(value);
}

const dashes: Readonly<Record<string, readonly number[]>> = {
  dot: [1, 1],
  dash: [3, 3],
  longdash: [5, 5],
  dashdot: [3, 1, 1, 1],
  longdashdot: [5, 2, 1, 2],
};

function stroke(colour: string, width: number, dash: string | undefined): string {
  const pattern = dash === undefined || dash === "solid" ? undefined : dashes[dash];
  const dashed =
    pattern === undefined ? "" : ` stroke-dasharray="${pattern.map((k) => round(k * Math.max(width, 3))).join(" ")}"`;
  return `stroke="${escapeHtml(colour)}" stroke-width="${width}"${dashed} stroke-linejoin="round"`;
}

/** Relative moves in tenths of a px: a third of the length of absolute ones. NaN lifts the pen. */
function polyline(x: readonly number[], y: readonly number[]): string {
  let path = "";
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [Math.round(x[i] * 10), Math.round(y[i] * 10)];
    if (Number.isNaN(px) || Number.isNaN(py)) [lastX, lastY] = [NaN, NaN];
    else {
      if (Number.isNaN(lastX)) path += `M${px / 10} ${py / 10}`;
      else if (px !== lastX || py !== lastY) path += `l${tenths(px - lastX)} ${tenths(py - lastY)}`;
      [lastX, lastY] = [px, py];
    }
  }
  return path.replace(/ -/g, "-").replace(/(^|[^\d.])0\./g, "$1.");
}

/** Most moves are short, and writing a number costs more than finding it written. */
const written = Array.from({ length: 801 }, (_, k) => String((k - 400) / 10));
const tenths = (move: number): string => written[move + 400] ?? String(move / 10);

function stepped(trace: Partial<ScatterData>): Partial<ScatterData> {
  if (trace.line?.shape !== "hv") return trace;
  const { x, y } = points(trace);
  const corners = Array.from(x, (value, i) =>
    i === 0
      ? [[value, y[i]]]
      : [
          [value, y[i - 1]],
          [value, y[i]],
        ],
  ).flat();
  return { ...trace, x: corners.map(([value]) => value), y: corners.map(([, value]) => value) };
}

function area(
  trace: Partial<ScatterData>,
  colour: string,
  frame: Frame,
  below: Partial<ScatterData> | undefined,
): string {
  const { x, y } = visible(points(stepped(trace)), frame);
  const zero = frame.y.at(0);
  const back =
    trace.fill === "tozeroy"
      ? { x: [x[0], x.at(-1)!], y: [zero, zero] }
      : trace.fill === "tonexty" && below !== undefined
        ? visible(points(stepped(below)), frame)
        : { x: [], y: [] };
  const outline = polyline([...x, ...back.x.toReversed()], [...y, ...back.y.toReversed()]);
  return `<path d="${outline}z" fill="${escapeHtml(asColour(trace.fillcolor, colour))}" stroke="none"/>`;
}

function markers(trace: Partial<ScatterData>, colour: string, frame: Frame): string {
  const { x, y } = points(trace);
  return Array.from(x, (value, i) => marker(trace, i, colour, frame.x.at(value), frame.y.at(y[i]))).join("");
}

function marker(trace: Partial<ScatterData>, i: number, traceColour: string, px: number, py: number): string {
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
      `the static picture has no marker symbol "${symbol}"; it has ${Object.keys(shapes).join(", ")}, each also -open and -dot`,
    );
  const dot = symbol.includes("-dot")
    ? `<circle cx="${cx}" cy="${cy}" r="${round(Math.max(1, r * 0.3))}" fill="${escapeHtml(open ? colour : light.paper)}"/>`
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
  x: (x, y, r, paint) =>
    `<path d="M${round(x - r)} ${round(y - r)}l${round(2 * r)} ${round(2 * r)}m0 ${round(-2 * r)}l${round(-2 * r)} ${round(2 * r)}" ${paint}${paint.includes("stroke=") ? "" : ` stroke="currentColor" stroke-width="${widths.line}"`}/>`,
};

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

function minimalGap(x: ArrayLike<number>): number {
  let gap = Infinity;
  for (let i = 1; i < x.length; i++) gap = Math.min(gap, Math.abs(x[i] - x[i - 1]));
  return Number.isFinite(gap) && gap > 0 ? gap : 1;
}

function edges(centres: ArrayLike<number>): readonly number[] {
  const n = centres.length;
  if (n < 2) return [centres[0] - 0.5, centres[0] + 0.5];
  const inner = Array.from({ length: n - 1 }, (_, i) => (centres[i] + centres[i + 1]) / 2);
  return [2 * centres[0] - inner[0], ...inner, 2 * centres[n - 1] - inner[n - 2]];
}
