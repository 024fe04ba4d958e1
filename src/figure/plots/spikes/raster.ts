import { extremesOf } from "../../extremes.js";
import { told } from "../../../checks/told.js";
import { knownOptions, requireNumbers } from "../../../checks/require.js";
import { axis, figure, figureOptions, type Figure, type FigureOptions, type Line } from "../../figure.js";
import { light, seriesColour } from "../../theme.js";

/** What `plot.raster` takes beside its data. */
export interface RasterPlotOptions extends FigureOptions {
  /** What a numbered row is; default "trial". */
  readonly rows?: string;
}

/** Spike trains in ms, one row each: numbered, as trials are, or of neurons with names. */
export function raster(
  trains: readonly ArrayLike<number>[] | Readonly<Record<string, ArrayLike<number>>>,
  options: RasterPlotOptions = {},
): Figure {
  knownOptions("plot.raster", options, [...figureOptions, "rows"]);
  if (typeof trains !== "object" || trains === null)
    throw new TypeError(
      `plot.raster takes spike trains, as in [run.spikes] or { "a cell": run.spikes }; got ${told(trains)}`,
    );
  for (const [name, train] of Object.entries(trains))
    requireNumbers("plot.raster", `the train ${told(name)}`, train, "[12.5, 31, 52.2]");
  const named = Array.isArray(trains)
    ? undefined
    : Object.entries(trains as Readonly<Record<string, ArrayLike<number>>>);
  const rows = named?.map(([, train]) => train) ?? (trains as readonly ArrayLike<number>[]);
  const count = rows.reduce((sum, train) => sum + train.length, 0);
  const half = 0.38;
  const ticks = (
    drawn: readonly (readonly [row: number, train: ArrayLike<number>])[],
    color: string,
    name: string,
  ): Line => ({
    type: "scatter",
    mode: "lines",
    x: Float64Array.from(drawn.flatMap(([, train]) => Array.from(train).flatMap((t) => [t, t, NaN]))),
    y: Float64Array.from(
      drawn.flatMap(([row, train]) => Array.from(train).flatMap(() => [row - half, row + half, NaN])),
    ),
    line: { color, width: 1.25, simplify: false },
    name,
    showlegend: false,
  });
  const numbered = rows.map((train, k) => [k + 1, train] as const);
  const lines =
    named === undefined
      ? [ticks(numbered, light.ink, "spikes")]
      : numbered.map((row, k) => ticks([row], seriesColour(k), named[k][0]));
  return figure(
    lines,
    `Raster of ${rows.length} spike ${rows.length === 1 ? "train" : "trains"}, ${count} spikes in all`,
    Math.min(560, 120 + 16 * rows.length),
    {
      xaxis: axis("time (ms)", count > 0 ? { range: timeOf(rows) } : {}),
      yaxis: axis(named === undefined ? (options.rows ?? "trial") : "", {
        range: [rows.length + 0.6, 0.4],
        showgrid: false,
        ...(named === undefined ? {} : { tickvals: named.map((_, k) => k + 1), ticktext: named.map(([name]) => name) }),
      }),
    },
    options,
  );
}

/** From 0 where the trains begin soon after it, and a little beyond the outer ticks: one in the frame is not seen. */
function timeOf(trains: readonly ArrayLike<number>[]): [number, number] {
  const times = trains.flatMap((train) => Array.from(train).filter(Number.isFinite));
  const [first, last] = extremesOf(times);
  const from = first >= 0 && first < last / 2 ? 0 : first;
  const margin = 0.01 * (last - from) || 1;
  return [from - margin, last + margin];
}
