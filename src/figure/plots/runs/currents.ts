import { extremesOf } from "../../extremes.js";
import { requireMade, run as madeRun } from "../../../checks/require-made.js";
import { knownOptions, requireInterval } from "../../../checks/require.js";
import {
  axis,
  figure,
  figureOptions,
  legendAt,
  line,
  type Figure,
  type FigureOptions,
  type Line,
} from "../../figure.js";
import { axisTitle, symbolText, withUnit } from "../../label.js";
import { quantityColour } from "../../quantity-colours.js";
import { light, seriesColour, washOf, widths } from "../../theme.js";
import type { Recording } from "./trace.js";

/** What `plot.currents` takes beside its data. */
export interface CurrentsPlotOptions extends FigureOptions {
  /** The model's ionic currents, as it names them. Default: every quantity in the unit of the input. */
  readonly currents?: readonly string[];
  /** Part of the run, ms: for instance one spike. Default: all of it. */
  readonly window?: readonly [number, number];
}

/**
 * Membrane potential, and below it the ionic currents stacked: outward ones upward from zero, inward ones downward.
 * What the two stacks do not cancel, less the input, charges the membrane.
 * @throws RangeError if the run has no model, or no quantity is a current
 */
export function currents(
  run: Recording & { readonly model?: { readonly quantities?: readonly string[] } | undefined },
  options: CurrentsPlotOptions = {},
): Figure {
  knownOptions("plot.currents", options, [...figureOptions, "currents", "window"]);
  requireMade("plot.currents", run, madeRun);
  const model = run.model;
  const unit = model?.units?.[model.input ?? ""];
  const names =
    options.currents ?? (model?.quantities ?? []).filter((name) => unit !== undefined && model?.units?.[name] === unit);
  if (names.length === 0)
    throw new RangeError(
      'plot.currents: the run has no named currents; give their names, as in { currents: ["INa", "IK"] }',
    );
  if (options.window !== undefined) requireInterval("plot.currents", "window", options.window, "ms");
  const [from, to] = options.window ?? [run.time[0] ?? 0, run.time.at(-1) ?? 0];
  const inside = Array.from(run.time, (t, i) => (t >= from && t <= to ? i : -1)).filter((i) => i >= 0);
  const pick = (whole: Float64Array): Float64Array => Float64Array.from(inside, (i) => whole[i]);
  const time = pick(run.time);
  const values = names.map((name) => pick(run.quantity(name)));
  const potential = Object.keys(run.states)[0];

  const colours = names.map((name, k) => quantityColour(name, model) ?? seriesColour(k + 1));
  const layers = ([1, -1] as const).flatMap((sign) => {
    let below: Float64Array = new Float64Array(time.length);
    return names.flatMap((name, k): Line[] => {
      const above = below.map((base, i) => base + (sign * values[k][i] > 0 ? values[k][i] : 0));
      const quiet = { yaxis: "y2", hoverinfo: "skip" } as const;
      const floor = line(time, below, colours[k], quiet, { width: 0 });
      const body = { ...quiet, fill: "tonexty", fillcolor: washOf(colours[k]) } as const;
      const named = { name: symbolText(name, model?.symbols), legendgroup: name, legend: "legend2" } as const;
      // Where a current flows the other way its edge would be drawn over that of another one.
      const edge = above.map((height, i) => (sign * values[k][i] > 0 ? height : Number.NaN));
      below = above;
      return [
        floor,
        line(time, above, colours[k], body, { width: 0 }),
        line(time, edge, colours[k], { ...quiet, ...named, showlegend: sign > 0 }, { width: widths.thin }),
      ];
    });
  });
  const peak = names.map((name, k) => `${name} up to ${Number(extremesOf(values[k].map(Math.abs))[1].toPrecision(3))}`);
  return figure(
    [line(time, pick(run.states[potential]), light.blue, { name: potential }), ...layers],
    `${potential} and the stacked currents ${names.join(", ")} from ${from} to ${to} ms; ${peak.join(", ")}`,
    430,
    {
      xaxis: axis("time (ms)", { range: [from, to], anchor: "y2" }),
      yaxis: axis(axisTitle(potential, model), { domain: [0.6, 1] }),
      yaxis2: axis(withUnit("ionic current", unit ?? model?.units?.[names[0]]), {
        domain: [0, 0.54],
        zeroline: true,
        zerolinecolor: light.soft,
        zerolinewidth: 1,
      }),
      legend2: legendAt(0.54),
      annotations: [
        {
          x: 0.995,
          y: 0.53,
          xref: "paper",
          yref: "paper",
          xanchor: "right",
          yanchor: "top",
          text: "outward",
          showarrow: false,
          font: { size: 12, color: light.soft },
        },
        {
          x: 0.995,
          y: 0.01,
          xref: "paper",
          yref: "paper",
          xanchor: "right",
          yanchor: "bottom",
          text: "inward",
          showarrow: false,
          font: { size: 12, color: light.soft },
        },
      ],
    },
    options,
  );
}
