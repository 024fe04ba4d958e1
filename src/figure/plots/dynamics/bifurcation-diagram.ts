import { diagram, requireMade } from "../../../checks/require-made.js";
import { knownOptions, requireChoice } from "../../../checks/require.js";
import type { Annotation } from "plotly.js-dist";
import type { BifurcationDiagram } from "../../../dynamics/system/diagram.js";
import { axis, figure, figureOptions, line, note, type Figure, type FigureOptions, type Line } from "../../figure.js";
import { bifurcationMark, bifurcationMarks } from "./kinds.js";
import { axisTitle } from "../../label.js";
import { labelPlaces, type PlotPlace } from "./label-places.js";
import { light, widths } from "../../theme.js";

/** What `plot.bifurcationDiagram` takes beside its data. */
export interface BifurcationDiagramPlotOptions extends FigureOptions {
  /** The state that is drawn; default the first. */
  readonly state?: string;
}

/** Circles along a branch of cycles, as a part of the figure's diagonal from one to the next. */
const spacing = 0.012;

/**
 * A state at equilibrium and, for cycles, its minimum and maximum, against the parameter: stable equilibria solid,
 * unstable dashed, stable cycles filled circles, unstable open ones; bifurcations marked and named with the value at
 * which they happen.
 */
export function bifurcationDiagram(result: BifurcationDiagram, options: BifurcationDiagramPlotOptions = {}): Figure {
  knownOptions("plot.bifurcationDiagram", options, [...figureOptions, "state"]);
  requireMade("plot.bifurcationDiagram", result, diagram);
  const branches = result.branches.flatMap(({ segments }) => segments);
  const cycleBranches = result.cycles.flatMap(({ segments }) => segments);
  const drawable = Object.keys(branches[0]?.states ?? cycleBranches[0]?.maximum ?? {});
  const state = options.state ?? drawable[0];
  if (state === undefined)
    throw new RangeError(
      `plot.bifurcationDiagram: nothing was found along ${result.parameter} from ${result.range.join(" to ")}: ` +
        `neither equilibria nor cycles${result.incomplete.length > 0 ? ` (${result.incomplete.join("; ")})` : ""}`,
    );
  if (drawable.length > 0) requireChoice("plot.bifurcationDiagram", "state", state, drawable);
  const equilibria = ([true, false] as const).flatMap((stable): Line[] => {
    const pieces = branches
      .filter((segment) => segment.stable === stable)
      .map(({ parameter, states }) => pointsOf(parameter, states[state]));
    return pieces.length === 0
      ? []
      : [
          line(
            ...join(pieces),
            stable ? light.blue : light.vermillion,
            { name: stable ? "stable equilibrium" : "unstable equilibrium", showlegend: true },
            { width: stable ? widths.bold : widths.line, dash: stable ? "solid" : "dash" },
          ),
        ];
  });
  const extremes = cycleBranches.map(({ stable, parameter, minimum, maximum }) => ({
    stable,
    pieces: [pointsOf(parameter, minimum[state]), pointsOf(parameter, maximum[state])],
  }));
  const drawn = [
    ...branches.map(({ parameter, states }) => pointsOf(parameter, states[state])),
    ...extremes.flatMap(({ pieces }) => pieces),
  ];
  const { bottom, width, height } = extents(drawn.flat());
  const cycles = ([true, false] as const).flatMap((stable): Line[] => {
    const spots = extremes
      .filter((branch) => branch.stable === stable)
      .flatMap(({ pieces }) => pieces.flatMap((piece) => spaced(piece, width, height)));
    return spots.length === 0
      ? []
      : [
          {
            type: "scatter",
            mode: "markers",
            name: stable ? "stable cycle (min, max)" : "unstable cycle",
            legendrank: 1001,
            showlegend: true,
            x: Float64Array.from(spots, ([x]) => x),
            y: Float64Array.from(spots, ([, y]) => y),
            marker: {
              symbol: "circle",
              size: stable ? 5 : 5.5,
              color: stable ? light.green : light.paper,
              line: { color: light.green, width: stable ? 0 : widths.thin },
            },
          },
        ];
  });
  const marked = bifurcationMarks(
    result.points,
    (point) => [point.parameter, point.state[state]],
    `${result.parameter} = %{x:.6g}`,
  );
  return figure(
    [...cycles, ...equilibria, ...marked],
    describe(result, state),
    480,
    {
      xaxis: axis(axisTitle(result.parameter, result), { range: [...result.range] }),
      yaxis: axis(axisTitle(state, result)),
      annotations: labels(
        result,
        state,
        drawn.flatMap((piece) => filled(piece, width, height)),
        [bottom - height * axisRoom, height * (1 + 2 * axisRoom)],
      ),
    },
    options,
  );
}

/** What an axis leaves below and above what is drawn, as a part of its height. */
const axisRoom = 1 / 18;

/** Kinds and values beside the points; one that finds no room is left to the legend. */
function labels(
  { points, range: [left, right] }: BifurcationDiagram,
  state: string,
  curves: Piece,
  [bottom, height]: readonly [number, number],
): Annotation[] {
  const placed = ([x, y]: readonly [number, number]): PlotPlace => [(x - left) / (right - left), (y - bottom) / height];
  const named = points.map(({ kind, status, parameter, state: at }) => ({
    text: `${bifurcationMark[kind].short}${status === "suspected" ? "?" : ""} ${inDigits(parameter, 5)}`,
    x: parameter,
    y: at[state],
    at: placed([parameter, at[state]]),
  }));
  const offsets = labelPlaces(named, curves.map(placed));
  return named.flatMap(({ text, x, y }, k) => {
    const offset = offsets[k];
    if (offset === undefined) return [];
    const [ax, ay] = offset;
    return [
      note(x, y, text, {
        showarrow: true,
        arrowhead: 0,
        arrowwidth: 0.75,
        arrowcolor: light.soft,
        standoff: 6,
        ax,
        ay,
        xanchor: ax > 0 ? "left" : "right",
        yanchor: "middle",
      }),
    ];
  });
}

type Piece = readonly (readonly [number, number])[];

const pointsOf = (x: Float64Array, y: Float64Array): Piece => Array.from(x, (value, i) => [value, y[i]] as const);

function join(pieces: readonly Piece[]): readonly [Float64Array, Float64Array] {
  const points = pieces.flatMap((piece, k) => (k === 0 ? piece : [[NaN, NaN] as const, ...piece]));
  return [Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y)];
}

/**
 * Points along a piece at about equal distance as seen in the figure: computed ones are crowded where the branch is
 * steep.
 */
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

/** Points along a piece, no farther apart than `spacing`. */
function filled(piece: Piece, width: number, height: number): Piece {
  return piece.flatMap(([x, y], i): Piece => {
    if (i === 0) return [[x, y]];
    const [x0, y0] = piece[i - 1];
    const parts = Math.ceil(Math.hypot((x - x0) / width, (y - y0) / height) / spacing);
    return Array.from(
      { length: parts },
      (_, k) => [x0 + ((x - x0) * (k + 1)) / parts, y0 + ((y - y0) * (k + 1)) / parts] as const,
    );
  });
}

function extents(points: Piece): { readonly bottom: number; readonly width: number; readonly height: number } {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points)
    [left, right, bottom, top] = [Math.min(left, x), Math.max(right, x), Math.min(bottom, y), Math.max(top, y)];
  return { bottom, width: right - left || 1, height: top - bottom || 1 };
}

const describe = (result: BifurcationDiagram, state: string): string =>
  `Bifurcation diagram of ${result.model}, ${state} against ${result.parameter}: ${bifurcationsInWords(result)}`;

/** "fold of cycles at I = 6.26032, 7.84235; subcritical Andronov-Hopf at I = 9.77544", or that there is none. */
export function bifurcationsInWords({ points, parameter }: BifurcationDiagram): string {
  const kinds = [...new Set(points.map(({ kind }) => kind))];
  const said = kinds.map(
    (kind) =>
      `${kind} at ${parameter} = ${points
        .filter((point) => point.kind === kind)
        .map((point) => inDigits(point.parameter, 6))
        .join(", ")}`,
  );
  return said.length > 0 ? said.join("; ") : "no bifurcation in this range";
}

const inDigits = (value: number, digits: number): string => String(Number(value.toPrecision(digits))).replace("-", "−");
