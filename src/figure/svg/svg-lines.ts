import type { ScatterData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { decimate, type Polyline, type Thinned } from "../decimate.js";
import { round } from "./svg-elements.js";
import type { Scale } from "./svg-scale.js";
import { asColour, points, type Frame } from "./svg-values.js";

/** The line of a trace, or "" where it has none to be seen. */
export function lineMark(trace: Partial<ScatterData>, colour: string, frame: Frame): string {
  const path = linePath(points(stepped(trace)), frame);
  const width = trace.line?.width ?? 2;
  return path === "" || width <= 0
    ? ""
    : `<path d="${path}" fill="none" ${strokeOf(asColour(trace.line?.color, colour), width, trace.line?.dash)}/>`;
}

/** The path of a line, as SVG has it; NaN lifts the pen. */
export function linePath(line: Polyline, frame: Frame): string {
  const { x, y } = visible(line, frame);
  return polyline(x, y);
}

/** The area under the line of a trace, down to zero or to the line `below`. */
export function areaMark(
  trace: Partial<ScatterData>,
  colour: string,
  frame: Frame,
  below: Partial<ScatterData> | undefined,
): string {
  const { x, y } = visible(points(stepped(trace)), frame);
  const zero = frame.y.at(0);
  const back =
    trace.fill === "tozeroy"
      ? { x: [x[0], x[x.length - 1]], y: [zero, zero] }
      : trace.fill === "tonexty" && below !== undefined
        ? visible(points(stepped(below)), frame)
        : { x: [], y: [] };
  const outline = polyline([...x, ...back.x.toReversed()], [...y, ...back.y.toReversed()]);
  return `<path d="${outline}z" fill="${escapeHtml(asColour(trace.fillcolor, colour))}" stroke="none"/>`;
}

const dashes: Readonly<Record<string, readonly number[]>> = {
  dot: [1, 1],
  dash: [3, 3],
  longdash: [5, 5],
  dashdot: [3, 1, 1, 1],
  longdashdot: [5, 2, 1, 2],
};

/** Attributes of a line, with Plotly's dashes. */
export function strokeOf(colour: string, width: number, dash: string | undefined): string {
  const pattern = dash === undefined || dash === "solid" ? undefined : dashes[dash];
  const dashed =
    pattern === undefined ? "" : ` stroke-dasharray="${pattern.map((k) => round(k * Math.max(width, 3))).join(" ")}"`;
  return `stroke="${escapeHtml(colour)}" stroke-width="${width}"${dashed} stroke-linejoin="round"`;
}

/** A line in px. Moved by a fifth of a px it looks the same. */
function visible(line: Polyline, { x, y, quick }: Frame): Thinned {
  const { x: across, y: up } = quick ? inColumns(line, x) : line;
  const inPixels = { x: x.all(across), y: y.all(up) };
  return quick ? withoutNear(inPixels) : decimate(inPixels, 1200, 0.2, [1, 1]);
}

/**
 * Of each half px across the first point, the last, the lowest and the highest, of a line that goes from left to right
 * with many points to a px, as a long run does: what lies between them is not seen. Any other line is left as it is.
 */
function inColumns(line: Polyline, { lo, hi, from, to, at }: Scale): Polyline {
  const { x, y } = line;
  const columns = 2 * Math.abs(to - from);
  const isLinear = Math.abs(at((lo + hi) / 2) - (from + to) / 2) < 1;
  if (x.length < 4 * columns || !isLinear) return line;
  const kept: { readonly x: number[]; readonly y: number[] } = { x: [], y: [] };
  const keep = (k: number): void => {
    kept.x.push(x[k]);
    kept.y.push(y[k]);
  };
  const width = (hi - lo) / columns;
  for (let k = 0; k < x.length; ) {
    const first = k;
    const end = x[k] + width;
    let [low, high] = [k, k];
    for (; k < x.length && x[k] <= end; k++) {
      if (!(x[k] >= x[k - 1]) && k > first) return line;
      if (y[k] < y[low]) low = k;
      if (y[k] > y[high]) high = k;
    }
    if (k === first || !Number.isFinite(y[first] + y[k - 1])) return line; // the pen is lifted
    for (const place of new Set([first, Math.min(low, high), Math.max(low, high), k - 1])) keep(place);
  }
  return kept;
}

/**
 * Leaves out points that lie within half a px of the one before, and those that lie on the way to the next, at most
 * `stride` px farther.
 */
function withoutNear(line: { readonly x: Float64Array; readonly y: Float64Array }): Thinned {
  const [x, y]: [number[], number[]] = [[], []];
  let lastX = NaN;
  let lastY = NaN;
  const last = line.x.length - 1;
  for (let i = 0; i <= last; i++) {
    const px = line.x[i];
    const py = line.y[i];
    if (i < last) {
      if (Math.abs(px - lastX) < 0.5 && Math.abs(py - lastY) < 0.5) continue;
      const dx = line.x[i + 1] - lastX;
      const dy = line.y[i + 1] - lastY;
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
    lastX = px;
    lastY = py;
  }
  return { x, y };
}

const stride = 3;

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
