import { told } from "../../../checks/told.js";
import { requireMade, run as madeRun } from "../../../checks/require-made.js";
import { knownOptions } from "../../../checks/require.js";
import type { Shape } from "plotly.js-dist";
import type { SpikePhase, SpikePhaseName } from "../../../experiments/spike-phases.js";
import { figureOptions, note, type Figure, type FigureOptions, type Line } from "../../figure.js";
import { fonts, light, widths } from "../../theme.js";
import { trace, type Recording } from "./trace.js";

/** The refractory phase lies across the others, so it is a bar below them instead of a band. */
const wash: Readonly<Record<Exclude<SpikePhaseName, "refractory">, string>> = {
  rest: light.greyWash,
  depolarisation: light.orangeWash,
  upstroke: light.vermillionWash,
  repolarisation: light.blueWash,
  hyperpolarisation: light.greenWash,
};

/** A spike with its phases: the voltage over numbered bands, a bar for the refractory phase, and the gates below. */
export function spikePhases(run: Recording, phases: readonly SpikePhase[], options: FigureOptions = {}): Figure {
  knownOptions("plot.spikePhases", options, [...figureOptions]);
  requireMade("plot.spikePhases", run, madeRun);
  if (!Array.isArray(phases as unknown))
    throw new TypeError(`plot.spikePhases: phases must be what spikePhases(run) returns, got ${told(phases)}`);
  const [voltage, ...gates] = Object.keys(run.states);
  const { data, layout } = trace(run, {
    panels: [voltage, ...(gates.length > 0 ? [gates] : [])],
    height: 440,
    ...options,
  });
  const bands = phases.flatMap((phase, k) =>
    phase.name === "refractory" ? [] : [{ ...phase, name: phase.name, number: k + 1 }],
  );
  const bar = phases.findIndex(({ name }) => name === "refractory");
  const shapes = bands.map(
    ({ name, from, to }): Partial<Shape> => ({
      type: "rect",
      xref: "x",
      yref: "y domain",
      x0: from,
      x1: to,
      y0: 0,
      y1: 1,
      fillcolor: wash[name],
      line: { width: 0 },
      layer: "below",
    }),
  );
  const entry = (name: string, colour: string): Line => ({
    type: "scatter",
    mode: "markers",
    x: Float64Array.of(NaN),
    y: Float64Array.of(NaN),
    name,
    showlegend: true,
    hoverinfo: "skip",
    marker: { symbol: "square", size: 11, color: colour },
  });
  const key = [
    ...bands.map(({ number, name }) => entry(`${number} ${name}`, wash[name])),
    ...(bar < 0 ? [] : [entry(`${bar + 1} refractory`, light.purple)]),
  ];
  return {
    data: [...data, ...key],
    layout: {
      ...layout,
      showlegend: true,
      legend: { ...layout.legend, traceorder: "normal" },
      margin: { ...layout.margin, t: (layout.margin?.t ?? 18) + 40 }, // two rows of the legend
      shapes: [...shapes, ...(bar < 0 ? [] : [refractoryBar(phases[bar])])],
      annotations: bands.map(({ number, from, to }) =>
        note((from + to) / 2, 0.99, String(number), {
          xref: "x",
          yref: "y domain",
          yanchor: "top",
          font: { size: fonts.small, color: light.soft },
        }),
      ),
      meta: {
        description:
          "A spike and its phases: " +
          phases.map(({ name, from, to }) => `${name} from ${short(from)} to ${short(to)} ms`).join(", "),
      },
    },
  };
}

const refractoryBar = ({ from, to }: SpikePhase): Partial<Shape> => ({
  type: "line",
  xref: "x",
  yref: "y domain",
  x0: from,
  x1: to,
  y0: 0.03,
  y1: 0.03,
  line: { color: light.purple, width: 3 * widths.line },
});

const short = (t: number): number => Number(t.toPrecision(3));
