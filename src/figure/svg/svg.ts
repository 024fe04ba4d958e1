import type { Data, Layout, LayoutAxis, ScatterData } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import type { Figure } from "../figure.js";
import { fonts, light, series } from "../theme.js";
import { drawAxis, drawGrid } from "./svg-axes.js";
import { barMarks, heatmapMarks } from "./svg-cells.js";
import { arrange, axesOf, layoutAxis, type Arrangement } from "./svg-layout.js";
import { drawLegends } from "./svg-legend.js";
import { scatterMarks } from "./svg-marks.js";
import { drawNote, drawShape, type PixelOf } from "./svg-notes.js";
import { round } from "./svg-elements.js";
import { svgText } from "./svg-text.js";
import type { Frame } from "./svg-values.js";

/**
 * The figure as a picture that needs no script: what a reader sees in print, untrusted, or before the live plot is
 * there. Default width: 720 px.
 */
export const svg = (figure: Figure, width: number = 720): string => drawing(figure, width).picture;

/** A picture, and where its data lie on it. */
export interface Drawing {
  readonly picture: string;
  /** By the names of their axes, such as "xy2". */
  readonly frames: ReadonlyMap<string, Frame>;
}

/** The axes of some traces, and what is drawn within. */
interface Subplot {
  readonly x: string;
  readonly y: string;
  readonly frame: Frame;
  readonly marks: readonly string[];
}

/**
 * @param quick for pictures that are drawn anew in every frame, and stored nowhere: lines are thinned in one pass, and
 * the element around a picture is the image and has its description
 */
export function drawing(figure: Figure, width: number, quick: boolean = false): Drawing {
  const { layout } = figure;
  const height = layout.height ?? 400;
  const colours = (layout.colorway as readonly string[] | undefined) ?? series;
  const traces = figure.data.filter((trace) => trace.visible !== false);
  const arrangement = arrange(layout, traces, width, height);
  const { plot, axes, scaleOf } = arrangement;
  const subplots = subplotsOf(traces, colours, arrangement, quick);
  const axisOf = (name: string): Partial<LayoutAxis> => layoutAxis(layout, name);
  const pixel = pixelsOf(arrangement);
  const shapes = layout.shapes ?? [];
  const title = layout.title?.text;
  const picture = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      `${quick ? "" : 'role="img" '}font-family="${escapeHtml(fonts.family)}" font-size="${fonts.text}">`,
    quick ? "" : `<title>${escapeHtml(description(figure))}</title>`,
    `<rect width="${width}" height="${height}" fill="${light.paper}"/>`,
    ...subplots.map(
      ({ frame, x, y }) =>
        drawGrid(axisOf(x), frame.x, [frame.y.from, frame.y.to]) +
        drawGrid(axisOf(y), frame.y, [frame.x.from, frame.x.to]),
    ),
    ...shapes.filter(({ layer }) => layer === "below").map((shape) => drawShape(shape, pixel)),
    ...subplots.map(cut),
    ...shapes.filter(({ layer }) => layer !== "below").map((shape) => drawShape(shape, pixel)),
    ...axes.map((name) => drawAxis(axisOf(name), scaleOf(name), crossing(name, layout, arrangement))),
    ...(layout.annotations ?? []).map((note) => drawNote(note, pixel)),
    drawLegends(layout, traces, colours, plot),
    title === undefined ? "" : svgText(plot.left, 26, title, { size: fonts.title, colour: light.ink }),
    "</svg>",
  ].join("");
  return { picture, frames: new Map(subplots.map(({ x, y, frame }) => [`${x}${y}`, frame])) };
}

/** What a figure shows, in words: its alternative text. */
export const description = (figure: Figure): string => {
  const meta = figure.layout.meta as { readonly description?: string } | undefined;
  return (meta?.description ?? figure.layout.title?.text ?? "Figure").replace(/<\/?su[bp]>/g, "");
};

/** Traces by their axes, in the order of the first on each. */
function subplotsOf(
  traces: readonly Data[],
  colours: readonly string[],
  { scaleOf }: Arrangement,
  quick: boolean,
): readonly Subplot[] {
  const subplots = new Map<string, Subplot & { readonly marks: string[] }>();
  traces.forEach((trace, k) => {
    const [x, y] = axesOf(trace);
    const subplot = subplots.get(`${x}${y}`) ?? { x, y, frame: { x: scaleOf(x), y: scaleOf(y), quick }, marks: [] };
    subplots.set(`${x}${y}`, subplot);
    subplot.marks.push(draw(trace, colours[k % colours.length], subplot.frame, traces[k - 1]));
  });
  return [...subplots.values()];
}

/**
 * Marks cut at the edges of their subplot: by a viewport, not a clipPath, whose id another picture on the page might
 * have.
 */
function cut({ frame, marks }: Subplot): string {
  const [left, right, bottom, top] = box(frame);
  const [x, y, w, h] = [left, top, right - left, bottom - top].map(round);
  return `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">${marks.join("")}</svg>`;
}

/** The px between which an axis crosses the other direction: of the axis that it is anchored to, or the whole plot. */
function crossing(name: string, layout: Partial<Layout>, { plot, axes, scaleOf }: Arrangement): [number, number] {
  const { anchor } = layoutAxis(layout, name);
  const other = anchor === undefined || anchor === "free" ? (name.startsWith("x") ? "y" : "x") : anchor;
  if (!axes.includes(other)) return [plot.top + plot.height, plot.top];
  const { from, to } = scaleOf(other);
  return [from, to];
}

const pixelsOf =
  ({ plot, scaleOf }: Arrangement): PixelOf =>
  (reference, value, letter) => {
    const [name, domain] = String(reference ?? letter).split(" ");
    if (name === "paper") return letter === "x" ? plot.left + value * plot.width : plot.top + (1 - value) * plot.height;
    const scale = scaleOf(name);
    return domain === "domain" ? scale.from + value * (scale.to - scale.from) : scale.at(value);
  };

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
