import { requireMade, type Made } from "../../../checks/require-made.js";
import { knownOptions, requireFunction } from "../../../checks/require.js";
import type { Data } from "plotly.js-dist";
import type { Psth } from "../../../spikes/counts.js";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions } from "../../figure.js";
import { light } from "../../theme.js";

/** What `plot.psth` takes beside its data. */
export interface PsthPlotOptions extends FigureOptions {
  /** A rate in Hz at t in ms to draw over the histogram, such as that from which the trains were drawn. */
  readonly rate?: (t: number) => number;
}

const histograms: Made = { what: "a histogram", parts: ["edges", "rate"], by: "psth(…)" };

/** Peristimulus time histogram: bars of the mean rate (Hz) in each bin (ms). */
export function psth(histogram: Psth, options: PsthPlotOptions = {}): Figure {
  knownOptions("plot.psth", options, [...figureOptions, "rate"]);
  requireMade("plot.psth", histogram, histograms);
  const { edges, rate: heights } = histogram;
  if (options.rate !== undefined) requireFunction("plot.psth", "rate", options.rate, "t => …");
  const bin = edges[1] - edges[0];
  const bars: Data = {
    type: "bar",
    x: heights.map((_, k) => (edges[k] + edges[k + 1]) / 2),
    y: heights,
    width: bin,
    marker: { color: light.blueWash, line: { color: light.blue, width: 1 } },
    name: "PSTH",
    showlegend: options.rate !== undefined,
    hovertemplate: `%{x} ± ${bin / 2} ms: %{y:.3g} Hz<extra></extra>`,
  };
  const rate = options.rate;
  const [from, to] = [edges[0], edges[edges.length - 1]];
  const grid = Float64Array.from({ length: 201 }, (_, k) => from + ((to - from) * k) / 200);
  return figure(
    [
      bars,
      ...(rate === undefined
        ? []
        : [
            line(
              grid,
              grid.map((t) => rate(t)),
              light.vermillion,
              { name: "rate", showlegend: true },
            ),
          ]),
    ],
    `Peristimulus time histogram of ${heights.length} bins of ${Number(bin.toPrecision(3))} ms, ` +
      `from ${from} to ${to} ms`,
    320,
    { xaxis: axis("time (ms)"), yaxis: axis("rate (Hz)", { rangemode: "nonnegative" }), bargap: 0 },
    options,
  );
}
