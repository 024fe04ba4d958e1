import { extremesOf } from "../extremes.js";
import type { BarData, HeatmapData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { rectangle } from "./svg-elements.js";
import { asColour, at, column, points, type Frame } from "./svg-values.js";

/** Bars on their bases, as wide as the gap between them but for a twenty-fifth unless the trace says otherwise. */
export function barMarks(trace: Partial<BarData>, colour: string, frame: Frame): string {
  const { x, y } = points(trace);
  const gap = minimalGap(x);
  const bars = Array.from(x, (centre, i) => {
    const width = at(trace.width, i) ?? gap * 0.96;
    const offset = at(trace.offset, i) ?? -width / 2;
    const base = at(trace.base, i) ?? 0;
    const [left, right] = [frame.x.at(centre + offset), frame.x.at(centre + offset + width)];
    const [top, bottom] = [frame.y.at(base + y[i]), frame.y.at(base)];
    return rectangle(Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top));
  });
  const edge = at(trace.marker?.line?.width, 0) ?? 0;
  const outline =
    edge > 0 ? ` stroke="${escapeHtml(asColour(trace.marker?.line?.color, colour))}" stroke-width="${edge}"` : "";
  const opacity = trace.opacity === undefined ? "" : ` opacity="${trace.opacity}"`;
  return `<g fill="${escapeHtml(asColour(trace.marker?.color, colour))}"${outline}${opacity}>${bars.join("")}</g>`;
}

/** Cells of one colour each, from the lowest z to the highest along the trace's own colour scale. */
export function heatmapMarks(trace: Partial<HeatmapData>, frame: Frame): string {
  const rows = trace.z as ArrayLike<ArrayLike<number>>;
  const [xs, ys] = [edges(column(trace.x)), edges(column(trace.y))];
  const values = Array.from(rows, (row) => Array.from(row))
    .flat()
    .filter(Number.isFinite);
  const [low, high] = extremesOf(values);
  const [lo, hi] = [trace.zmin ?? low, trace.zmax ?? high];
  const stops = trace.colorscale as readonly (readonly [number, string])[];
  const cells: string[] = [];
  for (let j = 0; j < rows.length; j++)
    for (let i = 0, next = 1; i < rows[j].length; i = next) {
      const value = rows[j][i];
      for (next = i + 1; next < rows[j].length && rows[j][next] === value; ) next++; // cells alike are one rectangle
      if (!Number.isFinite(value)) continue;
      const level = hi > lo ? (value - lo) / (hi - lo) : 0;
      const colour = stops.reduce((nearest, stop) =>
        Math.abs(stop[0] - level) < Math.abs(nearest[0] - level) ? stop : nearest,
      )[1];
      const [left, right, top, bottom] = [
        frame.x.at(xs[i]),
        frame.x.at(xs[next]),
        frame.y.at(ys[j + 1]),
        frame.y.at(ys[j]),
      ].map(Math.round); // whole px: no seams
      cells.push(rectangle(left, top, right - left, bottom - top, ` fill="${escapeHtml(colour)}"`));
    }
  return `<g opacity="${trace.opacity ?? 1}">${cells.join("")}</g>`;
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
