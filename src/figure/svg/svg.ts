import type { Data, Layout, LayoutAxis, ScatterData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import type { Figure } from "../figure.js";
import { fonts, light, series } from "../theme.js";
import { drawAxis, drawGrid, sideWidth } from "./svg-axes.js";
import { type Area, drawLegends, legendHeight, legendWidth } from "./svg-legend.js";
import { barMarks, type Frame, heatmapMarks, points, scatterMarks } from "./svg-marks.js";
import { drawNote, drawShape, type Place } from "./svg-notes.js";
import { autoRange, type Scale, scale } from "./svg-scale.js";
import { round, svgText } from "./svg-text.js";

/**
 * The figure as a picture that needs no script: what a reader sees in print, untrusted, or before the live plot is
 * there.
 */
export const svg = (figure: Figure, width: number = 720): string => drawing(figure, width).picture;

/** A picture, and where its data lie on it. */
export interface Drawing {
  readonly picture: string;
  /** By the names of their axes, such as "xy2". */
  readonly frames: ReadonlyMap<string, Frame>;
}

/** @param quick lines are thinned in one pass: for pictures that are drawn anew in every frame, and stored nowhere */
export function drawing(figure: Figure, width: number, quick: boolean = false): Drawing {
  const { layout } = figure;
  const height = layout.height ?? 400;
  const colours = (layout.colorway as readonly string[] | undefined) ?? series;
  const traces = figure.data.filter((trace) => trace.visible !== false);
  const axes = axisNames(layout, traces);
  const scalesIn = (area: Area): ReadonlyMap<string, Scale> =>
    new Map(axes.map((name) => [name, axisScale(name, layout, traces, area)]));
  const asked = plotArea(layout, traces, width, height);
  const crowded = Math.max(
    0,
    ...[...scalesIn(asked)]
      .filter(([name]) => name.startsWith("y"))
      .map(([name, s]) => sideWidth(layoutAxis(layout, name), s) - asked.left),
  );
  const plot = { ...asked, left: asked.left + crowded, width: asked.width - crowded };
  const scales = scalesIn(plot);
  const scaleOf = (name: string): Scale => scales.get(name)!;
  const subplots = new Map<string, { readonly x: string; readonly y: string; readonly frame: Frame; marks: string }>();
  traces.forEach((trace, k) => {
    const [x, y] = axesOf(trace);
    const id = `${x}${y}`;
    if (!subplots.has(id)) subplots.set(id, { x, y, frame: { x: scaleOf(x), y: scaleOf(y), quick }, marks: "" });
    const subplot = subplots.get(id)!;
    subplot.marks += draw(trace, colours[k % colours.length], subplot.frame, traces[k - 1]);
  });
  const alternative = description(figure);
  /**
   * Marks cut at the edges of their subplot: by a viewport, not a clipPath, whose id another picture on the page might
   * have.
   */
  const cut = ({ frame, marks }: { readonly frame: Frame; readonly marks: string }): string => {
    const [left, right, bottom, top] = box(frame);
    const view = [left, top, right - left, bottom - top].map(round);
    return `<svg x="${view[0]}" y="${view[1]}" width="${view[2]}" height="${view[3]}" viewBox="${view.join(" ")}">${marks}</svg>`;
  };
  /** Where the axis crosses the other direction: from the axis that it is anchored to, or the whole plot. */
  const span = (name: string): readonly [number, number] => {
    const { anchor } = layoutAxis(layout, name);
    const other = scales.get(anchor === undefined || anchor === "free" ? (name.startsWith("x") ? "y" : "x") : anchor);
    return other === undefined ? [plot.top + plot.height, plot.top] : [other.from, other.to];
  };
  const below = (layout.shapes ?? []).filter((shape) => shape.layer === "below");
  const above = (layout.shapes ?? []).filter((shape) => shape.layer !== "below");
  const place: Place = (reference, value, letter) => {
    const [name, domain] = String(reference ?? letter).split(" ");
    if (name === "paper") return letter === "x" ? plot.left + value * plot.width : plot.top + (1 - value) * plot.height;
    const s = scaleOf(name);
    return domain === "domain" ? s.from + value * (s.to - s.from) : s.at(value);
  };
  const picture = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${escapeHtml(fonts.family)}" font-size="${fonts.text}">`,
    `<title>${escapeHtml(alternative)}</title>`,
    `<rect width="${width}" height="${height}" fill="${light.paper}"/>`,
    ...[...subplots.values()].map(
      ({ frame, x, y }) =>
        drawGrid(layoutAxis(layout, x), frame.x, [frame.y.from, frame.y.to]) +
        drawGrid(layoutAxis(layout, y), frame.y, [frame.x.from, frame.x.to]),
    ),
    ...below.map((shape) => drawShape(shape, place)),
    ...[...subplots.values()].map(cut),
    ...above.map((shape) => drawShape(shape, place)),
    ...axes.map((name) => drawAxis(layoutAxis(layout, name), scaleOf(name), span(name))),
    ...(layout.annotations ?? []).map((note) => drawNote(note, place)),
    drawLegends(layout, traces, colours, plot),
    layout.title?.text === undefined
      ? ""
      : svgText(plot.left, 26, layout.title.text, { size: fonts.title, colour: light.ink }),
    "</svg>",
  ].join("");
  return { picture, frames: new Map([...subplots].map(([id, { frame }]) => [id, frame])) };
}

export const description = (figure: Figure): string => {
  const meta = figure.layout.meta as { readonly description?: string } | undefined;
  return (meta?.description ?? figure.layout.title?.text ?? "Figure").replace(/<\/?su[bp]>/g, "");
};

/** Margins as asked for, wider where a legend at the side needs it. */
function plotArea(layout: Partial<Layout>, traces: readonly Data[], width: number, height: number): Area {
  const margin = layout.margin ?? {};
  const left = margin.l ?? 64;
  const right = Math.max(margin.r ?? 18, legendWidth(layout, traces));
  const top = Math.max(
    margin.t ?? 18,
    14 + (layout.title?.text === undefined ? 0 : 26) + legendHeight(layout, traces, left, width - left - right),
  );
  // while a page is laid out anew it may be too narrow for a moment
  return { left, top, width: Math.max(1, width - left - right), height: height - top - (margin.b ?? 50) };
}

const axesOf = (trace: Data): readonly [string, string] => {
  const { xaxis, yaxis } = trace as Partial<ScatterData>;
  return [xaxis ?? "x", yaxis ?? "y"];
};

const axisNames = (layout: Partial<Layout>, traces: readonly Data[]): readonly string[] => {
  const named = Object.keys(layout)
    .filter((key) => /^[xy]axis\d*$/.test(key))
    .map((key) => key.replace("axis", ""));
  return [...new Set([...traces.flatMap(axesOf), ...named])];
};

const layoutAxis = (layout: Partial<Layout>, name: string): Partial<LayoutAxis> =>
  layout[`${name[0] as "x"}axis${name.slice(1)}` as "xaxis"] ?? {};

function axisScale(name: string, layout: Partial<Layout>, traces: readonly Data[], plot: Area): Scale {
  const own = layoutAxis(layout, name);
  const across = name.startsWith("x");
  const leader = own.matches === undefined ? name : String(own.matches);
  const family = axisNames(layout, traces).filter(
    (other) => other === leader || String(layoutAxis(layout, other).matches) === leader,
  );
  const range =
    (layoutAxis(layout, leader).range as readonly [number, number] | undefined) ??
    ownRange(family, across, own, traces);
  const [from, to] = (own.domain as readonly [number, number] | undefined) ?? [0, 1];
  return across
    ? scale(own, range, plot.left + from * plot.width, plot.left + to * plot.width)
    : scale(own, range, plot.top + (1 - from) * plot.height, plot.top + (1 - to) * plot.height);
}

function ownRange(
  names: readonly string[],
  across: boolean,
  axis: Partial<LayoutAxis>,
  traces: readonly Data[],
): readonly [number, number] {
  const along = traces.filter(
    (trace) => names.includes(axesOf(trace)[across ? 0 : 1]) && trace.visible !== "legendonly",
  );
  const values = along.flatMap((trace) => {
    const { x, y } = points(trace as Partial<ScatterData>);
    const own = Array.from(across ? x : y);
    if (trace.type !== "bar" || !across) return own;
    const half = own.length > 1 ? Math.abs(own[1] - own[0]) / 2 : 0.5;
    return [own[0] - half, ...own, own.at(-1)! + half];
  });
  const marked = along.some((trace) => trace.type === "scatter" && /markers|text/.test(trace.mode ?? "lines"));
  const bars = along.some((trace) => trace.type === "bar");
  const grid = along.some((trace) => trace.type === "heatmap");
  const filled = along.some((trace) => trace.type === "scatter" && trace.fill === "tozeroy");
  return autoRange(
    values,
    axis.type === "log",
    !grid && (across ? marked : true),
    axis.rangemode === "tozero" || (!across && (bars || filled)),
  );
}

function draw(trace: Data, colour: string, frame: Frame, below: Data | undefined): string {
  if (trace.visible === "legendonly") return "";
  if (trace.type === undefined || trace.type === "scatter")
    return scatterMarks(trace as Partial<ScatterData>, colour, frame, below as Partial<ScatterData> | undefined);
  if (trace.type === "bar") return barMarks(trace, colour, frame);
  if (trace.type === "heatmap") return heatmapMarks(trace, frame);
  const [left, right, bottom, top] = box(frame);
  return svgText((left + right) / 2, (top + bottom) / 2, `a plot of type “${trace.type}” is drawn where scripts run`, {
    colour: light.soft,
    anchor: "middle",
  });
}

const box = ({ x, y }: Frame): readonly [number, number, number, number] => [x.from, x.to, y.from, y.to];
