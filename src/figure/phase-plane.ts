import type { EquilibriumKind } from "../dynamics/kinds.js";
import { axis, figure, line, type Figure, type FigureOptions, type Line } from "./figure.js";
import { arrows, type VectorField } from "./arrows.js";
import { equilibriumMark } from "./kinds.js";
import { axisTitle, symbolText, type Named } from "./label.js";
import { light, seriesColour, widths } from "./theme.js";

/** A curve in the plane; NaN separates its pieces. */
export interface PlaneCurve {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface Nullcline {
  /** The state that does not change on it. */
  readonly variable: string;
  readonly branches: readonly PlaneCurve[];
}

/** What lies in a phase plane: any of these parts. */
export interface PhasePlane {
  readonly model?: (Named & { readonly name?: string }) | undefined;
  /** The window, by name of the two states: the first goes to the right, the second up. */
  readonly window: Readonly<Record<string, readonly [number, number]>>;
  readonly field?: VectorField;
  readonly nullclines?: readonly Nullcline[];
  readonly equilibria?: readonly { readonly state: Readonly<Record<string, number>>; readonly kind: EquilibriumKind }[];
  readonly manifolds?: readonly (PlaneCurve & { readonly stable: boolean })[];
  readonly cycles?: readonly { readonly states: Readonly<Record<string, Float64Array>>; readonly stable: boolean }[];
  readonly trajectories?: readonly { readonly states: Readonly<Record<string, Float64Array>> }[];
}

/** Nullclines, vector field, equilibria by kind, separatrices, cycles and trajectories of two states. */
export function phasePlane(plane: PhasePlane, options: FigureOptions = {}): Figure {
  const names = Object.keys(plane.window);
  if (names.length !== 2) throw new RangeError(`plot.phasePlane: the window must name two states, such as { V: [-90, 20], n: [0, 1] }, got ${names.join(", ") || "none"}`);
  const [across, up] = names as [string, string];
  const [xRange, yRange] = [plane.window[across], plane.window[up]];
  const named = new Set<string>();
  const once = (name: string): { readonly name: string; readonly legendgroup: string; readonly showlegend: boolean } => {
    const showlegend = !named.has(name);
    named.add(name);
    return { name, legendgroup: name, showlegend };
  };
  const section = (states: Readonly<Record<string, Float64Array>>): readonly [Float64Array, Float64Array] => {
    const [x, y] = [states[across], states[up]];
    if (x === undefined || y === undefined) throw new RangeError(`plot.phasePlane: a curve has the states ${Object.keys(states).join(", ")}, the window ${across} and ${up}`);
    return [x, y];
  };

  const data: Line[] = [
    ...(plane.field === undefined ? [] : [arrows(plane.field, xRange, yRange)]),
    ...(plane.nullclines ?? []).flatMap(({ variable, branches }) =>
      branches.map(({ x, y }) => line(x, y, variable === across ? light.vermillion : light.green, once(`${symbolText(variable, plane.model?.symbols)}-nullcline`), { width: widths.bold - 0.5 }))),
    ...(plane.manifolds ?? []).map(({ x, y, stable }) => line(x, y, stable ? light.sky : light.purple, once(stable ? "stable manifold" : "unstable manifold"), { dash: stable ? "dash" : "dashdot" })),
    ...(plane.cycles ?? []).map(({ states, stable }) => line(...section(states), stable ? light.ink : light.soft, once(stable ? "stable limit cycle" : "unstable limit cycle"), { width: widths.bold, dash: stable ? "solid" : "dash" })),
    ...(plane.trajectories ?? []).flatMap(({ states }, k): Line[] => {
      const [x, y] = section(states);
      const colour = k === 0 ? light.blue : seriesColour(k + 2);
      return [
        line(x, y, colour, once("trajectory")),
        { type: "scatter", mode: "markers", x: x.slice(0, 1), y: y.slice(0, 1), showlegend: false, hoverinfo: "skip", marker: { symbol: "circle", size: 6, color: colour } },
      ];
    }),
    ...(plane.equilibria ?? []).map(({ state, kind }): Line => ({
      type: "scatter",
      mode: "markers",
      x: Float64Array.of(state[across]),
      y: Float64Array.of(state[up]),
      ...once(kind),
      marker: { ...equilibriumMark[kind] },
      hovertemplate: `${kind}<br>${across} = %{x:.4g}, ${up} = %{y:.4g}<extra></extra>`,
    })),
  ];
  return figure(data, describe(plane, across, up), 460, {
    xaxis: axis(axisTitle(across, plane.model), { range: [...xRange] }),
    yaxis: axis(axisTitle(up, plane.model), { range: [...yRange] }),
  }, options);
}

function describe(plane: PhasePlane, across: string, up: string): string {
  const equilibria = (plane.equilibria ?? []).map(({ state, kind }) => `${kind} at ${across} = ${Number(state[across].toPrecision(4))}, ${up} = ${Number(state[up].toPrecision(3))}`);
  const cycles = (plane.cycles ?? []).map(({ stable }) => `${stable ? "a stable" : "an unstable"} limit cycle`);
  const found = [...equilibria, ...cycles];
  return `Phase plane of ${plane.model?.name ?? "the system"}, ${up} against ${across}${found.length > 0 ? `: ${found.join("; ")}` : ""}`;
}
