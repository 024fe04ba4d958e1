import type { BarData, Data, Layout, Legend, ScatterData } from "plotly.js-dist";
import { fonts, light } from "../theme.js";
import { legendKey } from "./svg-marks.js";
import { svgText, textWidth } from "./svg-text.js";

/** The px that axes may use. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where an entry of a legend stands: px from the legend's left edge, and the row. */
interface EntryPosition {
  readonly x: number;
  readonly row: number;
}

/** px of the sample before a name, and of a row. */
const [keyWidth, row] = [38, 19];

/** The px that legends beside the plot need at its right. */
export const legendWidth = (layout: Partial<Layout>, traces: readonly Data[]): number =>
  Math.max(
    0,
    ...traces
      .filter((trace) => listed(trace, layout) && besides(legendOf(layout, trace)))
      .map((trace) => entryWidth(trace) + 12),
  );

/** The px above the plot that horizontal legends there need. @param left @param width of the plot */
export function legendHeight(layout: Partial<Layout>, traces: readonly Data[], left: number, width: number): number {
  const entries = traces.filter((trace) => listed(trace, layout)).sort((a, b) => rank(a) - rank(b));
  const names = [...new Set(entries.map(nameOf))].filter(
    (name) => legendOf(layout, { legend: name }).orientation === "h",
  );
  const rows = names.map((name) => {
    const own = entries.filter((trace) => nameOf(trace) === name);
    return rowsOf(inRows(own, left, width));
  });
  return Math.max(0, ...rows) * row;
}

/** All legends of a figure, each with its entries by rank. @param colours of the traces, in turn */
export function drawLegends(
  layout: Partial<Layout>,
  traces: readonly Data[],
  colours: readonly string[],
  plot: Area,
): string {
  const entries = traces
    .map((trace, k) => ({ trace, colour: colours[k % colours.length] }))
    .filter(({ trace }) => listed(trace, layout))
    .sort((a, b) => rank(a.trace) - rank(b.trace));
  const names = [...new Set(entries.map(({ trace }) => nameOf(trace)))];
  return names
    .map((name) =>
      drawOne(
        entries.filter(({ trace }) => nameOf(trace) === name),
        legendOf(layout, { legend: name }),
        plot,
      ),
    )
    .join("");
}

function drawOne(
  entries: readonly { readonly trace: Data; readonly colour: string }[],
  legend: Partial<Legend>,
  plot: Area,
): string {
  const sideways = legend.orientation === "h";
  const places = sideways
    ? inRows(
        entries.map(({ trace }) => trace),
        plot.left,
        plot.width,
      )
    : entries.map((_, k) => ({ x: 0, row: k }));
  const whole = Math.max(...entries.map(({ trace }, k) => places[k].x + entryWidth(trace)));
  const height = row * rowsOf(places);
  const left =
    plot.left +
    (legend.x ?? 1.02) * plot.width -
    (legend.xanchor === "right" ? whole : legend.xanchor === "center" ? whole / 2 : 0);
  const top =
    plot.top +
    (1 - (legend.y ?? 1)) * plot.height -
    (legend.yanchor === "bottom" ? height : legend.yanchor === "middle" ? height / 2 : 0);
  return entries
    .map(({ trace, colour }, k) => {
      const [x, y] = [left + places[k].x, top + row * (places[k].row + 0.5)];
      return (
        legendKey(trace as Partial<ScatterData> | Partial<BarData>, colour, x + keyWidth / 2 - 1, y) +
        svgText(x + keyWidth, y + 4, nameText(trace), { size: fonts.small, colour: light.ink })
      );
    })
    .join("");
}

/** How many rows these entries take. */
const rowsOf = (places: readonly EntryPosition[]): number => Math.max(0, ...places.map((place) => place.row)) + 1;

/** Above the plot; where that is too narrow for one row, from the picture's edge on. */
function inRows(entries: readonly Data[], left: number, width: number): readonly EntryPosition[] {
  const above = flow(entries, width);
  return rowsOf(above) === 1 ? above : flow(entries, left + width).map(({ x, row: k }) => ({ x: x - left, row: k }));
}

/** Entries side by side, in as many rows as the width asks for. */
function flow(entries: readonly Data[], width: number): readonly EntryPosition[] {
  let [x, current] = [0, 0];
  return entries.map((trace) => {
    if (x > 0 && x + entryWidth(trace) > width + 12) [x, current] = [0, current + 1];
    const place = { x, row: current };
    x += entryWidth(trace);
    return place;
  });
}

const rank = (trace: Data): number => (trace as Partial<ScatterData>).legendrank ?? 1000;
const listed = (trace: Data, layout: Partial<Layout>): boolean => {
  const own = (trace as Partial<ScatterData>).showlegend;
  return layout.showlegend !== false && (own ?? layout.showlegend === true) && trace.type !== "heatmap";
};

const nameOf = (trace: Data): string => (trace as Partial<ScatterData>).legend ?? "legend";
const nameText = (trace: Data): string => trace.name ?? "";
const entryWidth = (trace: Data): number => keyWidth + textWidth(nameText(trace), fonts.small) + 12;
const besides = (legend: Partial<Legend>): boolean => (legend.x ?? 1.02) > 1 && legend.xanchor !== "right";
const legendOf = (layout: Partial<Layout>, trace: { readonly legend?: string } | Data): Partial<Legend> =>
  (layout as Readonly<Record<string, Partial<Legend> | undefined>>)[nameOf(trace)] ?? {};
