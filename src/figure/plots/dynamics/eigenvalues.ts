import { requireMadeOrSeveral, type Made } from "../../../checks/require-made.js";
import { knownOptions } from "../../../checks/require.js";
import type { Complex } from "../../../numerics/complex.js";
import { axis, figure, figureOptions, type Figure, type FigureOptions, type Line } from "../../figure.js";
import { light, seriesColour } from "../../theme.js";

const numbers: Made = { what: "eigenvalues", parts: ["re", "im"], by: "equilibria(model)[0].eigenvalues" };
const lists: Made = { ...numbers, parts: ["length"] };

/** Eigenvalues (1/ms) in the complex plane: of one equilibrium, or of several with names. The stable half is shaded. */
export function eigenvalues(
  data: readonly Complex[] | Readonly<Record<string, readonly Complex[]>>,
  options: FigureOptions = {},
): Figure {
  knownOptions("plot.eigenvalues", options, [...figureOptions]);
  requireMadeOrSeveral("plot.eigenvalues", data, lists);
  const named: readonly (readonly [string, readonly Complex[]])[] = Array.isArray(data)
    ? [["eigenvalues", data]]
    : Object.entries(data as Readonly<Record<string, readonly Complex[]>>);
  for (const [, values] of named) requireMadeOrSeveral("plot.eigenvalues", values, numbers);
  const all = named.flatMap(([, values]) => values);
  const size = Math.max(1e-12, ...all.map(({ re }) => Math.abs(re)));
  const [left, right] = [
    1.15 * Math.min(-size / 3, ...all.map(({ re }) => re)),
    1.15 * Math.max(size / 3, ...all.map(({ re }) => re)),
  ];
  const height = 1.25 * Math.max(size / 4, ...all.map(({ im }) => Math.abs(im)));
  const points: Line[] = named.map(([name, values], k) => ({
    type: "scatter",
    mode: "markers",
    name,
    x: Float64Array.from(values, ({ re }) => re),
    y: Float64Array.from(values, ({ im }) => im),
    showlegend: named.length > 1,
    marker: { symbol: "circle", size: 10, color: seriesColour(k), line: { color: light.paper, width: 1 } },
    hovertemplate: "%{x:.4g} %{y:+.4g} i per ms<extra></extra>",
  }));
  const unstable = all.filter(({ re }) => re > 0).length;
  return figure(
    points,
    `${all.length} eigenvalues in the complex plane, ${unstable} with a positive real part`,
    360,
    {
      xaxis: axis("real part (1/ms)", {
        range: [left, right],
        zeroline: true,
        zerolinecolor: light.soft,
        zerolinewidth: 1,
      }),
      yaxis: axis("imaginary part (1/ms)", {
        range: [-height, height],
        zeroline: true,
        zerolinecolor: light.soft,
        zerolinewidth: 1,
      }),
      shapes: [
        {
          type: "rect",
          layer: "below",
          xref: "x",
          yref: "paper",
          x0: left,
          x1: 0,
          y0: 0,
          y1: 1,
          fillcolor: light.blueWash,
          opacity: 0.5,
          line: { width: 0 },
        },
      ],
      annotations: [
        {
          x: 0.01,
          y: 0.99,
          xref: "paper",
          yref: "paper",
          xanchor: "left",
          yanchor: "top",
          text: "stable",
          showarrow: false,
          font: { size: 12, color: light.soft },
        },
      ],
    },
    options,
  );
}
