import type { Annotation, Data } from "plotly.js-dist";
import type { BifurcationDiagram } from "../dynamics/diagram.js";
import { axis, figure, line, note, type Figure, type FigureOptions, type Line } from "./figure.js";
import { bifurcationMark } from "./kinds.js";
import { axisTitle } from "./label.js";
import { light, widths } from "./theme.js";

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
export function bifurcationDiagram(result: BifurcationDiagram, options: DiagramOptions = {}): Figure {
  const branches = result.branches.flatMap(({ segments }) => segments);
  const cycleBranches = result.cycles.flatMap(({ segments }) => segments);
  const state = options.state ?? Object.keys(branches[0]?.states ?? cycleBranches[0]?.maximum ?? {})[0];
  if (state === undefined) throw new RangeError(`plot.bifurcationDiagram: nothing was found along ${result.parameter} from ${result.range.join(" to ")}: neither equilibria nor cycles${result.incomplete.length > 0 ? ` (${result.incomplete.join("; ")})` : ""}`);
  const equilibria = ([true, false] as const).flatMap((stable): Line[] => {
    const pieces = branches.filter((segment) => segment.stable === stable).map(({ parameter, states }) => pointsOf(parameter, states[state]));
    return pieces.length === 0 ? [] : [line(...join(pieces), stable ? light.blue : light.vermillion, { name: stable ? "stable equilibrium" : "unstable equilibrium", showlegend: true }, { width: stable ? widths.bold : widths.line, dash: stable ? "solid" : "dash" })];
  });
  const extremes = cycleBranches.map(({ stable, parameter, minimum, maximum }) => ({ stable, pieces: [pointsOf(parameter, minimum[state]), pointsOf(parameter, maximum[state])] }));
  const { left, bottom, width, height } = extents([...branches.map(({ parameter, states }) => pointsOf(parameter, states[state])), ...extremes.flatMap(({ pieces }) => pieces)].flat());
  const cycles = ([true, false] as const).flatMap((stable): Line[] => {
    const spots = extremes.filter((branch) => branch.stable === stable).flatMap(({ pieces }) => pieces.flatMap((piece) => spaced(piece, width, height)));
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
    xaxis: axis(axisTitle(result.parameter, result), { range: [...result.range] }),
    yaxis: axis(axisTitle(state, result)),
    annotations: labels(result.points.map((point) => ({
      text: `${bifurcationMark[point.kind].short}${point.status === "suspected" ? "?" : ""} ${Number(point.parameter.toPrecision(5))}`,
      x: point.parameter,
      y: point.state[state],
      across: (point.parameter - left) / width,
      up: (point.state[state] - bottom) / height,
    }))),
  }, options);
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where the point lies in the figure, from 0 to 1. */
  readonly across: number;
  readonly up: number;
}

/** Places for a label, px from its point; and its size and that of the figure, about. */
const offsets = [[40, -30], [40, 30], [-40, -30], [-40, 30], [70, -58], [70, 58], [-70, -58], [-70, 58]] as const;
const labelSize = [78, 17] as const;
const figureSize = [600, 380] as const;

/** Each label at the first place where it stays in the figure and off the others; one without such a place is left to the legend. */
function labels(points: readonly Label[]): Annotation[] {
  const taken: (readonly [number, number])[] = [];
  return points.flatMap(({ text, x, y, across, up }) => {
    const place = offsets.find(([dx, dy]) => {
      const at = [across * figureSize[0] + dx, (1 - up) * figureSize[1] + dy] as const;
      const inside = at.every((value, k) => value > labelSize[k] / 2 && value < figureSize[k] - labelSize[k] / 2);
      return inside && taken.every((other) => other.some((value, k) => Math.abs(value - at[k]) > labelSize[k]));
    });
    if (place === undefined) return [];
    taken.push([across * figureSize[0] + place[0], (1 - up) * figureSize[1] + place[1]]);
    return [note(x, y, text, { showarrow: true, arrowhead: 0, arrowwidth: 0.75, arrowcolor: light.soft, standoff: 4, bgcolor: light.paper, ax: place[0], ay: place[1] })];
  });
}

type Piece = readonly (readonly [number, number])[];

const pointsOf = (x: Float64Array, y: Float64Array): Piece => Array.from(x, (value, i) => [value, y[i]] as const);

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

function extents(points: Piece): { readonly left: number; readonly bottom: number; readonly width: number; readonly height: number } {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) [left, right, bottom, top] = [Math.min(left, x), Math.max(right, x), Math.min(bottom, y), Math.max(top, y)];
  return { left, bottom, width: right - left || 1, height: top - bottom || 1 };
}

const describe = (result: BifurcationDiagram, state: string): string => {
  const points = result.points.map(({ kind, parameter }) => `${kind} at ${result.parameter} = ${Number(parameter.toPrecision(6))}`);
  return `Bifurcation diagram of ${result.model}, ${state} against ${result.parameter}${points.length > 0 ? `: ${points.join("; ")}` : ": no bifurcation in this range"}`;
};
