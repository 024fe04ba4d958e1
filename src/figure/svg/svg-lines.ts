import type { ScatterData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { decimate, type Polyline, type Thinned } from "../decimate.js";
import type { Scale } from "./svg-scale.js";
import { round } from "./svg-elements.js";
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
