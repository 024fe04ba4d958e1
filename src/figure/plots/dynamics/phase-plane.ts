import type { Data } from "plotly.js-dist";
import { requireModel } from "../../../checks/require-model.js";
import { requireMade, type Made } from "../../../checks/require-made.js";
import { knownOptions } from "../../../checks/require.js";
import type { EquilibriumKind } from "../../../dynamics/system/kinds.js";
import { arrows, gridField } from "./arrows.js";
import { basinCells, type PlaneBasins } from "./basins.js";
import { eigenvectorLines, type Directed } from "./eigenvectors.js";
import {
  axis,
  figure,
  figureOptions,
  line,
  note,
  type Figure,
  type FigureOptions,
  type Line,
  type Note,
} from "../../figure.js";
import { equilibriumMark } from "./kinds.js";
import { axisTitle, symbolText, type Named } from "../../label.js";
import { cutAt, jumpsAt, resetsIn } from "./resets.js";
import { noTraces, pointsBeforeRetracing } from "./retrace.js";
import { quantityColour } from "../../quantity-colours.js";
import { fonts, light, seriesColour, widths } from "../../theme.js";

/** The part of a Model that is read here. */
export interface PlaneModel extends Named {
  readonly name: string;
  readonly stateNames: readonly string[];
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  field(state: ArrayLike<number>): number[];
}

type Range = readonly [number, number];

/** Points of a curve in state space, one array for each state; NaN separates pieces. */
export type PlaneCurve = Readonly<Record<string, Float64Array>>;

/** What lies in a phase plane: the model, and any of the rest. */
export interface PhasePlane {
  readonly model: PlaneModel;
  /**
   * The two states that span the plane, the first to the right, and what of them is seen. Default: the model's own
   * ranges.
   */
  readonly window?: Readonly<Record<string, readonly [number, number]>>;
  /** By the state that does not change on them, as `nullclines` gives them. */
  readonly nullclines?: Readonly<Record<string, { readonly branches: readonly PlaneCurve[] }>>;
  /** This list, and that of cycles, may say in words what it lacks. */
  readonly equilibria?: readonly {
    readonly state: Readonly<Record<string, number>>;
    readonly kind: EquilibriumKind;
  }[] & { readonly incomplete?: readonly string[] };
  readonly manifolds?: readonly { readonly stable: boolean; readonly states: PlaneCurve }[];
  readonly cycles?: readonly { readonly stable: boolean; readonly states: PlaneCurve }[] & {
    readonly incomplete?: readonly string[];
  };
  /** With its times a trajectory shows where it is reset: an instant that stands there twice. */
  readonly trajectories?: readonly { readonly states: PlaneCurve; readonly time?: Float64Array }[];
  /** Trajectories that were followed backward in time from where they start. */
  readonly backward?: readonly { readonly states: PlaneCurve }[];
  /** As `basin` gives them: where each point goes, as a shade. */
  readonly basins?: PlaneBasins;
  /** Equilibria whose real eigenvectors are drawn. */
  readonly eigenvectors?: readonly Directed[];
}

const planes: Made = { what: "a plane with its model", parts: ["model"], by: "{ model, ...phasePortrait(model) }" };

/** More trajectories than these are not told apart: they show the flow. */
const distinct = 4;

/** Colours of trajectories, which are none of the nullclines'. */
export const trajectoryColour = (k: number): string => (k === 0 ? light.ink : seriesColour(k + 2));

/** What `plot.phasePlane` takes beside its data. */
export interface PhasePlanePlotOptions extends FigureOptions {
  /** Whether arrows show the direction of the flow; default for a model of two states. */
  readonly arrows?: boolean;
}

/**
 * The plane of two states: the flow, nullclines, equilibria by kind, stable and unstable manifolds, limit cycles,
 * trajectories. Where equilibria, cycles or basins say that they may not be all, so does a word in the corner.
 * @throws RangeError if there are not two states to span the plane
 */
export function phasePlane(plane: PhasePlane, options: PhasePlanePlotOptions = {}): Figure {
  knownOptions("plot.phasePlane", options, [...figureOptions, "arrows"]);
  requireMade("plot.phasePlane", plane, planes);
  const { model } = plane;
  requireModel("plot.phasePlane", model, ["stateNames", "ranges", "field"]);
  const window = plane.window ?? Object.fromEntries(model.stateNames.map((name) => [name, model.ranges[name]]));
  const names = Object.keys(window);
  if (names.length !== 2)
    throw new RangeError(
      "plot.phasePlane: a plane has two states, such as window: { V: [-90, 20], n: [0, 1] }; " +
        `got ${names.join(", ") || "none"}`,
    );
  const [across, up] = names as [string, string];
  const [xRange, yRange] = [window[across], window[up]];
  const named = (name: string): Line => ({ name, legendgroup: name });
  const inPlane = (curve: PlaneCurve): readonly [Float64Array, Float64Array] => {
    if (curve[across] === undefined || curve[up] === undefined)
      throw new RangeError(
        `plot.phasePlane: a curve has the states ${Object.keys(curve).join(", ")}, the plane ${across} and ${up}`,
      );
    return [curve[across], curve[up]];
  };
  const flat = model.stateNames.length === 2;
  const trajectories = plane.trajectories ?? [];
  const flowOnly = trajectories.length > distinct;
  let traces = noTraces();

  const data: Data[] = [
    ...(plane.basins === undefined ? [] : [basinCells(plane.basins, across, up)]),
    ...((options.arrows ?? flat) ? [arrows(gridField(model, across, up, xRange, yRange), xRange, yRange)] : []),
    ...Object.entries(plane.nullclines ?? {}).flatMap(([state, { branches }]) =>
      branches.map((branch) =>
        line(
          ...inPlane(branch),
          quantityColour(state, model) ?? light.soft,
          named(`${symbolText(state, model.symbols)}-nullcline`),
          { width: 2 },
        ),
      ),
    ),
    ...(plane.cycles ?? []).map(({ states, stable }) =>
      line(
        ...inPlane(states),
        stable ? light.halo : light.soft,
        named(stable ? "stable limit cycle" : "unstable limit cycle"),
        stable ? { width: widths.halo } : { width: widths.bold, dash: "dash" },
      ),
    ),
    ...(plane.backward ?? []).map(({ states }) =>
      line(...inPlane(states), light.ink, named("backward in time"), { dash: "dash", width: widths.thin }),
    ),
    ...trajectories.flatMap(({ states, time }, k): Line[] => {
      const whole = inPlane(states);
      if (!flowOnly) traces = noTraces(traces);
      const shown = pointsBeforeRetracing(...whole, xRange, yRange, traces);
      const [x, y] = whole.map((values) => values.subarray(0, shown));
      if (flowOnly) return [line(x, y, light.soft, named("trajectory"), { width: widths.thin })];
      const colour = trajectoryColour(k);
      const start: Line = {
        type: "scatter",
        mode: "markers",
        x: x.slice(0, 1),
        y: y.slice(0, 1),
        showlegend: false,
        hoverinfo: "skip",
        marker: { symbol: "circle", size: 6, color: colour },
      };
      const resets = time === undefined ? [] : resetsIn(time, x, y);
      const jumps =
        resets.length === 0
          ? []
          : [line(jumpsAt(x, resets), jumpsAt(y, resets), colour, named("reset"), { dash: "dot", width: widths.thin })];
      return [line(cutAt(x, resets), cutAt(y, resets), colour, named("trajectory")), ...jumps, start];
    }),
    ...(plane.manifolds ?? []).map(({ states, stable }) =>
      line(
        ...inPlane(states),
        stable ? light.sky : light.purple,
        named(stable ? "stable manifold" : "unstable manifold"),
        { dash: stable ? "dash" : "dashdot" },
      ),
    ),
    ...(plane.eigenvectors ?? []).flatMap((equilibrium) =>
      eigenvectorLines(equilibrium, [across, up], xRange, yRange).map(({ grows, trace }) => ({
        ...trace,
        ...named(grows ? "λ > 0" : "λ < 0"),
      })),
    ),
    ...(plane.equilibria ?? []).map(
      ({ state, kind }): Line => ({
        type: "scatter",
        mode: "markers",
        x: Float64Array.of(state[across]),
        y: Float64Array.of(state[up]),
        ...named(kind),
        marker: { ...equilibriumMark[kind] },
        hovertemplate: `${kind}<br>${across} = %{x:.4g}, ${up} = %{y:.4g}<extra></extra>`,
      }),
    ),
  ];
  return figure(
    listedOnce(data, xRange, yRange),
    describe(plane, across, up),
    460,
    {
      xaxis: axis(axisTitle(across, model), { range: [...xRange] }),
      yaxis: axis(axisTitle(up, model), { range: [...yRange] }),
      ...(leftOut(plane).length > 0 && { annotations: [notAll(leftOut(plane))] }),
    },
    options,
  );
}

const leftOut = ({ equilibria, cycles, basins }: PhasePlane): string[] => [
  ...new Set([equilibria, cycles, basins].flatMap((found) => found?.incomplete ?? [])),
];

/** In the corner, with the reasons where one points at it. */
const notAll = (reasons: readonly string[]): Note =>
  note(1, 1, "perhaps not all", {
    xref: "paper",
    yref: "paper",
    xanchor: "right",
    yanchor: "top",
    font: { size: fonts.small, color: light.soft },
    hovertext: reasons.join("<br>"),
  });

/** The legend has each name once, if something that has it lies in the window. */
function listedOnce(data: readonly Data[], [left, right]: Range, [bottom, top]: Range): Data[] {
  const listed = new Set<string>();
  return data.map((trace) => {
    const { legendgroup: name, x, y } = trace as Line;
    if (name === undefined) return trace;
    const [across, up] = [x, y] as [Float64Array, Float64Array];
    const isSeen = across.some((value, k) => value >= left && value <= right && up[k] >= bottom && up[k] <= top);
    const showlegend = isSeen && !listed.has(name);
    if (showlegend) listed.add(name);
    return { ...trace, showlegend };
  });
}

function describe(plane: PhasePlane, across: string, up: string): string {
  const equilibria = (plane.equilibria ?? []).map(({ state, kind }) => {
    const place = `${across} = ${Number(state[across].toPrecision(4))}, ${up} = ${Number(state[up].toPrecision(3))}`;
    return `${kind} ${kind === "line of equilibria" ? "through" : "at"} ${place}`;
  });
  const cycles = (plane.cycles ?? []).map(({ stable }) => `${stable ? "a stable" : "an unstable"} limit cycle`);
  const found = [...equilibria, ...cycles];
  const all = found.length > 0 ? `: ${found.join("; ")}` : "";
  const reasons = leftOut(plane);
  const more = reasons.length > 0 ? `; perhaps not all: ${reasons.join("; ")}` : "";
  return `Phase plane of ${plane.model.name}, ${up} against ${across}${all}${more}`;
}
