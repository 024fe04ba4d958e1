import { numberText } from "../text/number.js";
import type { Annotation, Data, Layout, LayoutAxis, ScatterData } from "plotly.js-dist";
import { emptyAxes } from "./empty-axes.js";
import { fonts, light, series, widths } from "./theme.js";

/** A Plotly figure as plain data. `layout.meta.description` says in words what is drawn: the alternative text. */
export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** A point of a figure, in the units of the axes in which it lies. */
export interface DataPoint {
  /** The axes, such as "xy2". */
  readonly axes: string;
  readonly x: number;
  readonly y: number;
}

/** A line, or points, of Plotly. */
export type Line = Partial<ScatterData>;
/** A text in a figure, with or without an arrow. */
export type Note = Annotation;

/** What every figure takes beside its data. */
export interface FigureOptions {
  /** Above the figure; by default none. */
  readonly title?: string;
  /** Height of the whole figure, px. The width follows the page. */
  readonly height?: number;
}

/** The names of `FigureOptions`. */
export const figureOptions = ["title", "height"] as const;

/** Joins what is particular to one figure to what all have in common. `description` is read out by a screen reader. */
export function figure(
  data: readonly Data[],
  description: string,
  height: number,
  own: Partial<Layout>,
  options: FigureOptions = {},
): Figure {
  const title = options.title;
  const above =
    own.legend === undefined &&
    data.some((trace) => "showlegend" in trace && trace.showlegend === true && trace.legend === undefined);
  return {
    data: [...data],
    layout: {
      autosize: true,
      height: options.height ?? height,
      margin: { l: 64, r: 18, t: 18 + (title === undefined ? 0 : 26) + (above ? 22 : 0), b: 50 },
      font: { family: fonts.family, size: fonts.text, color: light.ink },
      paper_bgcolor: light.paper,
      plot_bgcolor: light.paper,
      colorway: [...series],
      hovermode: "closest",
      showlegend: data.some((trace) => "showlegend" in trace && trace.showlegend === true),
      legend: { ...legendAt(1), orientation: "h", x: 0, y: 1.02, yanchor: "bottom", font: { size: fonts.small } },
      ...(title === undefined
        ? {}
        : {
            title: {
              text: title,
              x: 0,
              xref: "paper",
              xanchor: "left",
              y: 1,
              yref: "container",
              yanchor: "top",
              pad: { t: 12 },
              font: { size: fonts.title },
            },
          }),
      meta: { description: title === undefined ? description : `${title}: ${description}` },
      ...emptyAxes(data, own),
    },
  };
}

/** A legend beside the panel whose upper edge is at `top`, as a fraction of the plot's height. */
export const legendAt = (top: number): NonNullable<Layout["legend"]> => ({
  x: 1.01,
  xanchor: "left",
  y: top,
  yanchor: "top",
  bgcolor: "rgba(0,0,0,0)",
  borderwidth: 0,
  font: { size: fonts.small },
  tracegroupgap: 0,
});

/** An axis as all figures have it. @param title with its unit, such as `axisTitle` gives */
export const axis = (title: string, own: Partial<LayoutAxis> = {}): LayoutAxis => ({
  title: { text: title, standoff: 8, font: { size: fonts.text } },
  showline: true,
  linecolor: light.soft,
  linewidth: 1,
  ticks: "outside",
  ticklen: 5,
  tickcolor: light.soft,
  tickfont: { size: fonts.small },
  gridcolor: light.grid,
  gridwidth: 1,
  zeroline: false,
  automargin: true,
  minexponent: 5,
  exponentformat: "power",
  ...own,
});

/**
 * What makes an axis of these values logarithmic, with labels at powers of ten, and at 2 and 5 times these where few
 * are in sight.
 */
export function logarithmic(values: readonly number[]): Partial<LayoutAxis> {
  const exponents = values.filter((value) => value > 0 && value < Infinity).map(Math.log10);
  const low = exponents.reduce((a, b) => Math.min(a, b), Infinity);
  const high = exponents.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(high >= low)) return { type: "log" };
  if (high - low >= 2.5) return { type: "log", dtick: Math.ceil((high - low) / 6) };
  // Plotly would write 2 and 5, in small print, for 20 and 0.05.
  const powers = Array.from({ length: Math.ceil(high) - Math.floor(low) + 1 }, (_, k) => Math.floor(low) + k);
  const tickvals = powers.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  return { type: "log", tickvals, ticktext: tickvals.map((value) => numberText(value)) };
}

/** A line in one colour. @param own what else Plotly may be told of it @param stroke and of its look */
export const line = (
  x: Float64Array,
  y: Float64Array,
  colour: string,
  own: Partial<ScatterData> = {},
  stroke: Partial<NonNullable<ScatterData["line"]>> = {},
): Line => ({
  type: "scatter",
  mode: "lines",
  x,
  y,
  showlegend: false,
  ...own,
  line: { color: colour, width: widths.line, simplify: false, ...stroke },
});

/** A small text at a point of the data, or, with `xref` and `yref`, of the paper. */
export const note = (x: number, y: number, text: string, own: Partial<Annotation> = {}): Note => ({
  x,
  y,
  text,
  showarrow: false,
  font: { size: fonts.small, color: light.ink },
  ...own,
});
