import { requireMadeOrSeveral, type Made } from "../../../checks/require-made.js";
import { knownOptions, requireChoice, requireInterval, requireList, requireRecord } from "../../../checks/require.js";
import type { LayoutAxis } from "plotly.js-dist";
import {
  axis,
  figure,
  figureOptions,
  line,
  logarithmic,
  type Figure,
  type FigureOptions,
  type Line,
} from "../../figure.js";
import { withUnit } from "../../label.js";
import { light, seriesColour, widths } from "../../theme.js";

/** One curve of `plot.curves`. */
export interface PlotCurve {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /**
   * How it is drawn: default "line". "steps" are bins: each y holds from its x up to the next, the last as long as the
   * one before. "place" is one large point: where the reader is.
   */
  readonly style?: "line" | "dashed" | "dotted" | "steps" | "points" | "points and line" | "place";
  /** Default: the next of the series; for a place, that of ink. */
  readonly colour?: string;
}

/** What an axis shows: its name and its unit, "1" for a bare number. */
export type AxisQuantity = readonly [name: string, unit: string];

/** What `plot.curves` takes beside its data. */
export interface CurvesPlotOptions extends FigureOptions {
  readonly x: AxisQuantity;
  readonly y: AxisQuantity;
  /** Logarithmic axes: "x", "y" or "xy". */
  readonly log?: "x" | "y" | "xy";
  /** What is seen; default: all that there is. */
  readonly window?: { readonly x?: readonly [number, number]; readonly y?: readonly [number, number] };
}

const pairs: Made = { what: "a curve", parts: ["x", "y"], by: "{ x: [0, 1], y: [2, 3] }" };

/**
 * Any data, y against x: one curve, or several with names.
 * @throws RangeError if a curve has more of x than of y
 */
export function curves(data: PlotCurve | Readonly<Record<string, PlotCurve>>, options: CurvesPlotOptions): Figure {
  const given = knownOptions("plot.curves", options, [...figureOptions, "x", "y", "log", "window"]);
  requireMadeOrSeveral("plot.curves", data, pairs);
  const { log, window = {} } = given;
  requireList("plot.curves", "x", given.x, '["time", "ms"]', 2);
  requireList("plot.curves", "y", given.y, '["V", "mV"]', 2);
  if (log !== undefined) requireChoice("plot.curves", "log", log, ["x", "y", "xy"]);
  for (const [name, seen] of Object.entries(requireRecord("plot.curves", "window", window, "{ x: [0, 10] }")))
    if (seen !== undefined) requireInterval("plot.curves", `the window of ${name}`, seen);
  const named = isCurve(data) ? ([["", data]] as const) : Object.entries(data);
  const lines: Line[] = named.map(([name, curve], k) => {
    if (curve.x.length !== curve.y.length)
      throw new RangeError(
        `plot.curves: ${name === "" ? "the curve" : `'${name}'`} has ${curve.x.length} x and ${curve.y.length} y; ` +
          "each point needs one of each",
      );
    const style = curve.style ?? "line";
    const colour = curve.colour ?? (style === "place" ? light.ink : seriesColour(k));
    const { x, y } = style === "steps" ? stairs(curve) : curve;
    return line(
      Float64Array.from(x),
      Float64Array.from(y),
      colour,
      {
        name,
        showlegend: named.length > 1,
        mode:
          style === "points" || style === "place" ? "markers" : style === "points and line" ? "lines+markers" : "lines",
        marker:
          style === "place"
            ? { color: colour, size: 11, line: { color: light.paper, width: 1.5 } }
            : { color: colour, size: 6 },
      },
      { dash: style === "dashed" ? "dash" : style === "dotted" ? "dot" : "solid", width: widths.line },
    );
  });
  const names = named.map(([name]) => name).filter((name) => name !== "");
  const description = `${options.y[0]} against ${options.x[0]}${names.length > 0 ? `: ${names.join(", ")}` : ""}`;
  return figure(
    lines,
    description,
    340,
    {
      xaxis: axis(
        withUnit(...options.x),
        scaled(
          "x",
          named.map(([, { x }]) => x),
          options,
        ),
      ),
      yaxis: axis(
        withUnit(...options.y),
        scaled(
          "y",
          named.map(([, { y }]) => y),
          options,
        ),
      ),
    },
    options,
  );
}

/** The two ends of each bin, at its height. */
function stairs({ x, y }: PlotCurve): Pick<PlotCurve, "x" | "y"> {
  const edges = [...Array.from(x), x.length > 1 ? 2 * x[x.length - 1] - x[x.length - 2] : x[0]];
  return {
    x: Array.from(x, (_, k) => [edges[k], edges[k + 1]]).flat(),
    y: Array.from(y, (value) => [value, value]).flat(),
  };
}

/** Plotly takes the window of a logarithmic axis as exponents. */
function scaled(
  letter: "x" | "y",
  columns: readonly ArrayLike<number>[],
  { log, window }: CurvesPlotOptions,
): Partial<LayoutAxis> {
  const logs = log?.includes(letter) === true;
  const seen = window?.[letter];
  return {
    ...(logs ? logarithmic(seen ?? columns.flatMap((values) => Array.from(values))) : {}),
    ...(seen === undefined ? {} : { range: logs ? [Math.log10(seen[0]), Math.log10(seen[1])] : [...seen] }),
  };
}

const isCurve = (data: PlotCurve | Readonly<Record<string, PlotCurve>>): data is PlotCurve =>
  typeof (data as { readonly x?: { readonly length?: unknown } }).x?.length === "number";
