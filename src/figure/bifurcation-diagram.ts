import type { Data } from "plotly.js-dist";
import type { BifurcationKind } from "../dynamics/kinds.js";
import { axis, figure, line, note, type Figure, type FigureOptions, type Line } from "./figure.js";
import { bifurcationMark } from "./kinds.js";
import { axisTitle, type Named } from "./label.js";
import { light, widths } from "./theme.js";

/** The part of the result of an analysis that is drawn here. */
export interface Diagram {
  readonly model?: (Named & { readonly name?: string }) | undefined;
  /** Name of the parameter that was varied. */
  readonly parameter: string;
  readonly branches: readonly {
    readonly parameter: Float64Array;
    readonly states: Readonly<Record<string, Float64Array>>;
    readonly stable: ArrayLike<boolean | number>;
  }[];
  readonly cycles: readonly {
    readonly parameter: Float64Array;
    readonly minimum: Readonly<Record<string, Float64Array>>;
    readonly maximum: Readonly<Record<string, Float64Array>>;
    readonly stable: ArrayLike<boolean | number>;
  }[];
  readonly points: readonly { readonly kind: BifurcationKind; readonly parameter: number; readonly state: Readonly<Record<string, number>> }[];
}

export interface DiagramOptions extends FigureOptions {
  /** The state that is drawn; default the first. */
  readonly state?: string;
}

/** Circles along a branch of cycles, as a part of the figure's diagonal from one to the next. */
const spacing = 0.012;

/**
 * A state at equilibrium and, for cycles, its minimum and maximum, against the parameter: stable equilibria solid, unstable
 * dashed, stable cycles filled circles, unstable open ones; bifurcations marked and named with the value at which they happen.
 */
export function bifurcationDiagram(result: Diagram, options: DiagramOptions = {}): Figure {
  const state = options.state ?? Object.keys(result.branches[0]?.states ?? result.cycles[0]?.maximum ?? {})[0];
  if (state === undefined) throw new RangeError("plot.bifurcationDiagram: the result has neither branches nor cycles; nothing was found in this range");
  const equilibria = ([true, false] as const).flatMap((stable): Line[] => {
    const pieces = result.branches.flatMap((branch) => piecesOf(branch.parameter, branch.states[state], branch.stable, stable));
    return pieces.length === 0 ? [] : [line(...join(pieces), stable ? light.blue : light.vermillion, { name: stable ? "stable equilibrium" : "unstable equilibrium", showlegend: true }, { width: stable ? widths.bold : widths.line, dash: stable ? "solid" : "dash" })];
  });
  const { left, bottom, width, height } = extents(result, state);
  const cycles = ([true, false] as const).flatMap((stable): Line[] => {
    const spots = result.cycles.flatMap((branch) =>
      [branch.minimum[state], branch.maximum[state]].flatMap((values) =>
        piecesOf(branch.parameter, values, branch.stable, stable).flatMap((piece) => spaced(piece, width, height))));
    return spots.length === 0 ? [] : [{
      type: "scatter",
      mode: "markers",
      name: stable ? "stable cycle (min, max)" : "unstable cycle (min, max)",
      legendrank: 1001,
      showlegend: true,
      x: Float64Array.from(spots, ([x]) => x),
      y: Float64Array.from(spots, ([, y]) => y),
      marker: { symbol: "circle", size: stable ? 5 : 5.5, color: stable ? light.green : light.paper, line: { color: light.green, width: stable ? 0 : widths.thin } },
    }];
  });
  const marked = [...new Set(result.points.map(({ kind }) => kind))].map((kind): Data => {
    const points = result.points.filter((point) => point.kind === kind);
    const { short: _, ...marker } = bifurcationMark[kind];
    return {
      type: "scatter",
      mode: "markers",
      name: kind,
      legendrank: 1002,
      showlegend: true,
      x: points.map(({ parameter }) => parameter),
      y: points.map((point) => point.state[state]),
      marker,
      hovertemplate: `${kind}<br>${result.parameter} = %{x:.6g}<extra></extra>`,
    };
  });
  return figure([...cycles, ...equilibria, ...marked], describe(result, state), 480, {
    xaxis: axis(axisTitle(result.parameter, result.model)),
    yaxis: axis(axisTitle(state, result.model)),
    annotations: result.points.map((point) =>
      note(point.parameter, point.state[state], `${bifurcationMark[point.kind].short} ${Number(point.parameter.toPrecision(5))}`, {
        showarrow: true, arrowhead: 0, arrowwidth: 0.75, arrowcolor: light.soft, standoff: 4, bgcolor: light.paper,
        ax: point.parameter > left + 0.7 * width ? -36 : 36, ay: point.state[state] > bottom + 0.6 * height ? 30 : -30,
      })),
  }, options);
}

type Piece = readonly (readonly [number, number])[];

/** Runs of points of the wanted stability, each with one point of its neighbour so that no gap shows where stability changes. */
function piecesOf(x: Float64Array, y: Float64Array, stable: ArrayLike<boolean | number>, wanted: boolean): Piece[] {
  const pieces: (readonly [number, number])[][] = [];
  let open: (readonly [number, number])[] | undefined;
  for (let i = 0; i < x.length; i++) {
    const belongs = Boolean(stable[i]) === wanted;
    if (belongs && open === undefined) pieces.push((open = []));
    open?.push([x[i], y[i]]);
    if (!belongs) open = undefined;
  }
  return pieces;
}

function join(pieces: readonly Piece[]): readonly [Float64Array, Float64Array] {
  const points = pieces.flatMap((piece, k) => (k === 0 ? piece : [[NaN, NaN] as const, ...piece]));
  return [Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y)];
}

/** Points along a piece at about equal distance as seen in the figure: computed ones are crowded where the branch is steep. */
function spaced(piece: Piece, width: number, height: number): Piece {
  const kept: (readonly [number, number])[] = [];
  let last: readonly [number, number] | undefined;
  for (const [x, y] of piece) {
    if (last !== undefined && Math.hypot((x - last[0]) / width, (y - last[1]) / height) < spacing) continue;
    last = [x, y];
    kept.push(last);
  }
  return kept;
}

function extents(result: Diagram, state: string): { readonly left: number; readonly bottom: number; readonly width: number; readonly height: number } {
  const x = [...result.branches, ...result.cycles].flatMap(({ parameter }) => Array.from(parameter));
  const y = [...result.branches.map(({ states }) => states), ...result.cycles.flatMap(({ minimum, maximum }) => [minimum, maximum])].flatMap((states) => Array.from(states[state] ?? []));
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { left: least(x), bottom: least(y), width: most(x) - least(x) || 1, height: most(y) - least(y) || 1 };
}

const describe = (result: Diagram, state: string): string => {
  const points = result.points.map(({ kind, parameter }) => `${kind} at ${result.parameter} = ${Number(parameter.toPrecision(6))}`);
  return `Bifurcation diagram of ${result.model?.name ?? "the system"}, ${state} against ${result.parameter}${points.length > 0 ? `: ${points.join("; ")}` : ": no bifurcation in this range"}`;
};
