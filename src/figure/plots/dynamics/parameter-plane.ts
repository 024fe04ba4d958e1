import type { Data } from "plotly.js-dist";
import { knownOptions } from "../../../checks/require.js";
import { requireMade } from "../../../checks/require-made.js";
import type { ParameterRegions, RegionWord } from "../../../dynamics/parameter-regions.js";
import type { BifurcationCurve } from "../../../dynamics/plane-curves.js";
import type { ParameterPlane } from "../../../dynamics/two-parameter.js";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions } from "../../figure.js";
import { axisTitle } from "../../label.js";
import { light, widths } from "../../theme.js";
import { bifurcationMarks } from "./kinds.js";
import { regionLabels } from "./region-labels.js";

/** What `plot.parameterPlane` takes beside its data. */
export interface ParameterPlanePlotOptions extends FigureOptions {
  /** What `parameterRegions` makes of the plane: the regions are coloured and named. */
  readonly regions?: ParameterRegions;
}

const stroke: Readonly<
  Record<BifurcationCurve["kind"], { readonly colour: string; readonly dash: "solid" | "dash" | "dot" | "dashdot" }>
> = {
  "saddle-node": { colour: light.ink, dash: "solid" },
  "saddle-node on invariant circle": { colour: light.blue, dash: "solid" },
  "Andronov-Hopf": { colour: light.vermillion, dash: "solid" },
  "fold of cycles": { colour: light.purple, dash: "dash" },
  "period doubling": { colour: light.sky, dash: "dot" },
  "Neimark-Sacker": { colour: light.brown, dash: "dashdot" },
  "saddle homoclinic": { colour: light.orange, dash: "dashdot" },
};

const wash: Readonly<Record<RegionWord, string>> = {
  rests: light.blueWash,
  fires: light.greenWash,
  both: light.orangeWash,
  oscillates: light.purpleWash,
  neither: light.greyWash,
};

/** The plane of two parameters with its curves of bifurcations and their points of codimension two. */
export function parameterPlane(plane: ParameterPlane, options: ParameterPlanePlotOptions = {}): Figure {
  knownOptions("plot.parameterPlane", options, [...figureOptions, "regions"]);
  requireMade("plot.parameterPlane", plane, {
    what: "a plane of two parameters",
    parts: ["curves", "parameters", "ranges"],
    by: "bifurcationCurves(…)",
  });
  const [across, up] = plane.parameters;
  const { regions } = options;
  if (regions !== undefined)
    requireMade("plot.parameterPlane: regions", regions, {
      what: "the regions of a plane",
      parts: ["regions", "cells"],
      by: "parameterRegions(…)",
    });
  const kinds = [...new Set(plane.curves.map(({ kind }) => kind))];
  const curves = kinds.map((kind): Data => {
    const pieces = plane.curves.filter((curve) => curve.kind === kind);
    const joined = (name: string): Float64Array =>
      Float64Array.from(pieces.flatMap(({ values }, k) => [...(k > 0 ? [NaN] : []), ...values[name]]));
    const { colour, dash } = stroke[kind];
    return line(joined(across), joined(up), colour, { name: kind, showlegend: true }, { dash, width: widths.bold });
  });
  const marked = bifurcationMarks(
    plane.points,
    ({ values }) => [values[across], values[up]],
    `${across} = %{x:.6g}, ${up} = %{y:.6g}`,
  );
  return figure(
    [...(regions ? [washes(regions)] : []), ...curves, ...marked],
    describe(plane, regions),
    480,
    {
      xaxis: axis(axisTitle(across, plane), { range: [...plane.ranges[0]] }),
      yaxis: axis(axisTitle(up, plane), { range: [...plane.ranges[1]] }),
      annotations: regions ? regionLabels(plane, regions) : [],
    },
    options,
  );
}

/** Each cell in the colour of its word. */
function washes({ columns, rows, cells, regions, ranges }: ParameterRegions): Data {
  const order = Object.keys(wash) as RegionWord[];
  const middles = (k: 0 | 1, count: number): number[] =>
    Array.from({ length: count }, (_, i) => ranges[k][0] + ((i + 0.5) / count) * (ranges[k][1] - ranges[k][0]));
  return {
    type: "heatmap",
    x: middles(0, columns),
    y: middles(1, rows),
    z: Array.from({ length: rows }, (_, row) =>
      Array.from(cells.subarray(row * columns, (row + 1) * columns), (region) => order.indexOf(regions[region].word)),
    ),
    zmin: 0,
    zmax: order.length - 1,
    colorscale: order.map((word, k): [number, string] => [k / (order.length - 1), wash[word]]),
    showscale: false,
    hoverinfo: "skip",
  };
}

function describe(
  { model, parameters: [across, up], curves, points }: ParameterPlane,
  regions?: ParameterRegions,
): string {
  const found = [...new Set([...curves, ...points].map(({ kind }) => kind))].join(", ") || "no bifurcation";
  const named = regions ? `; it ${[...new Set(regions.regions.map(({ word }) => word))].join(", ")}` : "";
  return `Bifurcations of ${model} in the plane of ${across} and ${up}: ${found}${named}`;
}
