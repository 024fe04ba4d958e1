import type { BarData, Data, Layout, Legend, ScatterData } from "plotly.js-dist";
import { legendKey } from "./svg-marks.js";
import { svgText, textWidth } from "./svg-text.js";
import { fonts, light } from "./theme.js";

/** The px that axes may use. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const keyWidth = 38;
const row = 19;

/** The px that legends beside the plot need at its right. */
export const legendWidth = (layout: Partial<Layout>, traces: readonly Data[]): number =>
  Math.max(0, ...traces.filter((trace) => listed(trace, layout) && besides(legendOf(layout, trace))).map((trace) => entryWidth(trace) + 12));

export function drawLegends(layout: Partial<Layout>, traces: readonly Data[], colours: readonly string[], plot: Area): string {
  const entries = traces.map((trace, k) => ({ trace, colour: colours[k % colours.length] })).filter(({ trace }) => listed(trace, layout));
  const names = [...new Set(entries.map(({ trace }) => nameOf(trace)))];
  return names.map((name) => drawOne(entries.filter(({ trace }) => nameOf(trace) === name), legendOf(layout, { legend: name }), plot)).join("");
}

function drawOne(entries: readonly { readonly trace: Data; readonly colour: string }[], legend: Partial<Legend>, plot: Area): string {
  const sideways = legend.orientation === "h";
  const widths = entries.map(({ trace }) => entryWidth(trace));
  const whole = sideways ? widths.reduce((sum, width) => sum + width, 0) : Math.max(...widths);
  const height = sideways ? row : row * entries.length;
  const shift = legend.xanchor === "right" ? -whole : legend.xanchor === "center" ? -whole / 2 : 0;
  const left = plot.left + (legend.x ?? 1.02) * plot.width + shift;
  const anchor = plot.top + (1 - (legend.y ?? 1)) * plot.height;
  let y = anchor + (legend.yanchor === "bottom" ? -height : legend.yanchor === "middle" ? -height / 2 : 0) + row / 2;
  let x = left;
  return entries
    .map(({ trace, colour }, k) => {
      if (sideways && k > 0 && x + widths[k] > plot.left + plot.width + 12) [x, y] = [left, y + row];
      const entry = legendKey(trace as Partial<ScatterData> | Partial<BarData>, colour, x + keyWidth / 2 - 1, y) + svgText(x + keyWidth, y + 4, nameText(trace), { size: fonts.small, colour: light.ink });
      if (sideways) x += widths[k];
      else y += row;
      return entry;
    })
    .join("");
}

const listed = (trace: Data, layout: Partial<Layout>): boolean => {
  const own = (trace as Partial<ScatterData>).showlegend;
  return layout.showlegend !== false && (own ?? layout.showlegend === true) && trace.type !== "heatmap";
};

const nameOf = (trace: Data): string => (trace as Partial<ScatterData>).legend ?? "legend";
const nameText = (trace: Data): string => trace.name ?? "";
const entryWidth = (trace: Data): number => keyWidth + textWidth(nameText(trace), fonts.small) + 12;
const besides = (legend: Partial<Legend>): boolean => (legend.x ?? 1.02) > 1 && legend.xanchor !== "right";
const legendOf = (layout: Partial<Layout>, trace: { readonly legend?: string } | Data): Partial<Legend> =>
  (layout as Readonly<Record<string, Partial<Legend> | undefined>>)[nameOf(trace as Data)] ?? {};
