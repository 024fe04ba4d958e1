import { roundWidth } from "../../round-width.js";
import { knownOptions, requireNumbers, requirePositive } from "../../../checks/require.js";
import type { Data } from "plotly.js-dist";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions } from "../../figure.js";
import { light } from "../../theme.js";

/** What `plot.isiHistogram` takes beside its data. */
export interface IsiHistogramPlotOptions extends FigureOptions {
  /** Width of a bin, ms. Default: the rule of Freedman & Diaconis (1981), rounded to 1, 2 or 5 times a power of ten. */
  readonly bin?: number;
  /** A density (1/ms) to draw over the histogram, such as that of the model which it should follow. */
  readonly density?: (interval: number) => number;
}

/** Histogram of interspike intervals (ms) as a density, so that its area is 1 and it can be compared with a formula. */
export function isiHistogram(intervals: ArrayLike<number>, options: IsiHistogramPlotOptions = {}): Figure {
  knownOptions("plot.isiHistogram", options, [...figureOptions, "bin", "density"]);
  requireNumbers("plot.isiHistogram", "intervals", intervals, "interspikeIntervals(run.spikes)");
  const sorted = Float64Array.from(intervals).sort();
  const bin = requirePositive("plot.isiHistogram", "bin", options.bin ?? freedmanDiaconis(sorted), "ms");
  const from = Math.floor((sorted[0] ?? 0) / bin);
  const count = Math.max(1, Math.floor((sorted.at(-1) ?? 0) / bin) - from + 1);
  const density = new Float64Array(count);
  for (const interval of sorted) density[Math.floor(interval / bin) - from] += 1 / (bin * sorted.length);
  const middles = Float64Array.from(density, (_, k) => (from + k + 0.5) * bin);
  const bars: Data = {
    type: "bar",
    x: middles,
    y: density,
    width: bin,
    marker: { color: light.blueWash, line: { color: light.blue, width: 1 } },
    name: "intervals",
    showlegend: options.density !== undefined,
    hovertemplate: `%{x} ± ${bin / 2} ms: %{y:.3g} per ms<extra></extra>`,
  };
  const formula = options.density;
  const grid = Float64Array.from({ length: 201 }, (_, k) => (from + (count * k) / 200) * bin);
  const mean = sorted.reduce((sum, interval) => sum + interval, 0) / sorted.length;
  return figure(
    [
      bars,
      ...(formula === undefined
        ? []
        : [
            line(
              grid,
              grid.map((t) => formula(t)),
              light.vermillion,
              { name: "formula", showlegend: true },
            ),
          ]),
    ],
    `Histogram of ${sorted.length} interspike intervals with a mean of ${Number(mean.toPrecision(3))} ms`,
    320,
    { xaxis: axis("interspike interval (ms)"), yaxis: axis("density (1/ms)", { rangemode: "nonnegative" }), bargap: 0 },
    options,
  );
}

function freedmanDiaconis(sorted: Float64Array): number {
  const at = (fraction: number): number => sorted[Math.floor(fraction * (sorted.length - 1))] ?? 0;
  const spread = at(0.75) - at(0.25) || at(1) - at(0) || 1;
  const wide = (2 * spread) / Math.cbrt(Math.max(1, sorted.length));
  return roundWidth(wide);
}
