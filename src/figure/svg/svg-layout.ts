import type { Data, Layout, LayoutAxis, ScatterData } from "plotly.js-dist";
import { legendHeight, legendWidth, type Area } from "./svg-legend.js";
import { sideWidth } from "./svg-axes.js";
import { autoRange, scale, type Scale } from "./svg-scale.js";
import { points } from "./svg-values.js";

/** Where everything of a figure lies: the area of its plot, and the scale of each axis by its name, "x" or "y2". */
export interface Arrangement {
  readonly plot: Area;
  /** In the order in which axes are drawn: those of the traces, then those of the layout alone. */
  readonly axes: readonly string[];
  scaleOf(axis: string): Scale;
}

/** Lays a figure out in a width and height in px: the plot is narrower where the labels of its y axes are long. */
export function arrange(layout: Partial<Layout>, traces: readonly Data[], width: number, height: number): Arrangement {
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
  return {
    plot,
    axes,
    scaleOf(axis) {
      const found = scales.get(axis);
      if (found === undefined) throw new RangeError(`the figure has no axis "${axis}"; it has ${axes.join(", ")}`);
      return found;
    },
  };
}

/** The names of the axes of a trace. */
export const axesOf = (trace: Data): readonly [string, string] => {
  const { xaxis, yaxis } = trace as Partial<ScatterData>;
  return [xaxis ?? "x", yaxis ?? "y"];
};

/** What the layout says of an axis. */
export const layoutAxis = (layout: Partial<Layout>, name: string): Partial<LayoutAxis> =>
  layout[`${name[0] as "x"}axis${name.slice(1)}` as "xaxis"] ?? {};

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

const axisNames = (layout: Partial<Layout>, traces: readonly Data[]): readonly string[] => {
  const named = Object.keys(layout)
    .filter((key) => /^[xy]axis\d*$/.test(key))
    .map((key) => key.replace("axis", ""));
  return [...new Set([...traces.flatMap(axesOf), ...named])];
};

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
  const columns = along.flatMap((trace): readonly ArrayLike<number>[] => {
    const { x, y } = points(trace as Partial<ScatterData>);
    const own = across ? x : y;
    if (trace.type !== "bar" || !across) return [own];
    const half = own.length > 1 ? Math.abs(own[1] - own[0]) / 2 : 0.5;
    return [own, [own[0] - half, own[own.length - 1] + half]];
  });
  const marked = along.some((trace) => trace.type === "scatter" && /markers|text/.test(trace.mode ?? "lines"));
  const bars = along.some((trace) => trace.type === "bar");
  const grid = along.some((trace) => trace.type === "heatmap");
  const filled = along.some((trace) => trace.type === "scatter" && trace.fill === "tozeroy");
  return autoRange(
    new Set(columns), // panels of a run share their times
    axis.type === "log",
    !grid && (across ? marked : true),
    axis.rangemode === "tozero" || axis.rangemode === "nonnegative" || (!across && (bars || filled)),
  );
}
