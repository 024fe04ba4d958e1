import type { BifurcationDiagram } from "../../../dynamics/system/diagram.js";
import { nullclines } from "../../../dynamics/plane/nullclines.js";
import { bifurcationDiagram, bifurcationsInWords } from "../../../figure/plots/dynamics/bifurcation-diagram.js";
import { curves } from "../../../figure/plots/curves/curves.js";
import { fiCurve } from "../../../figure/plots/spikes/fi-curve.js";
import type { Figure } from "../../../figure/figure.js";
import { flow } from "../../../figure/plots/dynamics/flow.js";
import { phasePlane } from "../../../figure/plots/dynamics/phase-plane.js";
import { light } from "../../../figure/theme.js";
import { quantities } from "../../../figure/plots/curves/quantities.js";
import type { Model } from "../../../model/model.js";
import { interspikeIntervals } from "../../../spikes/intervals.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import type { View } from "./panel.js";
import { impedanceView } from "./impedance.js";
import { round } from "../figures/words.js";

const hasInput = (model: Model): boolean => model.input !== undefined;

export const views: readonly View[] = [
  {
    name: "phase plane",
    open: () => true,
    suits: (model) => model.stateNames.length === 2,
    draw({ model, resting, trajectory, duration, ask }) {
      const found = ask("orbits", model, duration);
      const orbits = found !== undefined && "result" in found ? found.result : { cycles: [], manifolds: [] };
      return {
        figure: phasePlane(
          {
            model,
            nullclines: nullclines(model),
            equilibria: resting,
            trajectories: [untilGone(model, trajectory)],
            ...orbits,
          },
          { height: 430 },
        ),
      };
    },
  },
  {
    name: "flow on the line",
    open: () => true,
    suits: (model) => model.stateNames.length === 1,
    draw: ({ model, resting }) => ({ figure: inSight(flow(model, { equilibria: resting, height: 330 })) }),
  },
  {
    name: "f-I curve",
    open: () => false,
    suits: (model) => hasInput(model) && model.spiking.threshold,
    draw({ model, duration, ask }) {
      const found = ask("rates", model, Math.max(400, 4 * duration));
      if (found === undefined) return { words: "The f-I curve is being computed …" };
      return "problem" in found
        ? { words: found.problem }
        : { figure: marked(fiCurve(found.result, { height: 330 }), model.parameters[model.input!]) };
    },
  },
  {
    name: "bifurcation diagram",
    open: () => false,
    suits: (model) => model.parameterNames.length > 0,
    choice: { label: "along", options: alongOf },
    draw({ model, duration, ask, chosen }) {
      const along = chosen ?? alongOf(model)[0];
      const found = ask("diagram", model, duration, along);
      if (found === undefined) return { words: `The bifurcation diagram along ${along} is being computed …` };
      if ("problem" in found) return { words: found.problem };
      const { branches, cycles, range } = found.result;
      if (branches.length + cycles.length === 0)
        return {
          words: `There is no equilibrium at any ${along} from ${range.map(round).join(" to ")}${model.spiking.reset ? ", and cycles through a reset are not followed: the f-I curve has their rate" : ""}.`,
        };
      return { figure: marked(diagramOf(found.result), model.parameters[along]), words: inWords(found.result) };
    },
  },
  {
    name: "impedance",
    open: () => false,
    suits: () => true,
    draw: ({ model, resting }) => impedanceView(model, resting),
  },
  {
    name: "intervals",
    open: () => false,
    suits: (model) => model.spiking.threshold,
    draw({ trajectory }) {
      const intervals = interspikeIntervals(trajectory.spikes);
      if (intervals.length === 0) return { words: "There is no interval to measure: that takes two spikes." };
      const order = intervals.map((_, k) => k + 1);
      const [first, last] = [intervals[0], intervals[intervals.length - 1]];
      const window = { x: [0.5, intervals.length + 0.5], y: [0, 1.1 * Math.max(...intervals)] } as const;
      return {
        figure: curves(
          { x: order, y: intervals, style: "points and line" },
          { x: ["interval, counted from the first", "1"], y: ["interspike interval", "ms"], window, height: 300 },
        ),
        words:
          intervals.length === 1
            ? `One interval, of ${round(first)} ms.`
            : `The first interval is ${round(first)} ms, the last ${round(last)} ms: ${round(last / first)} times the first.`,
      };
    },
  },
  {
    name: "steady state",
    open: (model) => model.stateNames.length > 2, // they have no plane to be seen in
    suits: (model) => model.quantities.some((name) => name.endsWith("Inf")),
    draw: ({ model }) => ({ figure: steadyStates(model) }),
  },
];

/**
 * A run as far as it stays within a few windows' widths: one that diverges goes on to numbers that no picture can hold.
 */
export function untilGone(
  model: Model,
  { time, states }: Pick<Trajectory, "states" | "time">,
): Pick<Trajectory, "states" | "time"> {
  const ends = model.stateNames
    .map((name) => {
      const [low, high] = model.ranges[name];
      return states[name].findIndex((value) => !(Math.abs(value - low) < 4 * (high - low)));
    })
    .filter((index) => index > 0);
  if (ends.length === 0) return { time, states };
  const end = Math.min(...ends);
  return {
    time: time.subarray(0, end),
    states: Object.fromEntries(Object.entries(states).map(([name, values]) => [name, values.subarray(0, end)])),
  };
}

/** Drawn once for a result: its slider moves only the mark. */
function diagramOf(result: BifurcationDiagram): Figure {
  const figure = diagrams.get(result) ?? bifurcationDiagram(result, { height: 430 });
  diagrams.set(result, figure);
  return figure;
}
const diagrams = new WeakMap<BifurcationDiagram, Figure>();

function inWords(result: BifurcationDiagram): string {
  const said = bifurcationsInWords(result);
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.${result.incomplete.length > 0 ? ` Left out: ${result.incomplete.join("; ")}.` : ""}`;
}

/** Parameters along which a diagram may be asked for, beginning with the input. */
function alongOf({ input, parameterNames }: Model): readonly string[] {
  return [...(input === undefined ? [] : [input]), ...parameterNames.filter((name) => name !== input)];
}

/** A line at the present value of the parameter that runs to the right. */
function marked({ data, layout }: Figure, at: number): Figure {
  const line = {
    type: "line",
    xref: "x",
    yref: "y domain",
    x0: at,
    x1: at,
    y0: 0,
    y1: 1,
    line: { color: light.ink, width: 1.5, dash: "dot" },
  } as const;
  return { data, layout: { ...layout, shapes: [...(layout.shapes ?? []), line] } };
}

/** A flow whose upstroke is thousands of times as fast as all else is cut above, where the rest can be seen. */
function inSight({ data, layout }: Figure): Figure {
  const speeds = Float64Array.from((data[1] as { readonly y: Float64Array }).y, Math.abs).sort();
  const usual = 4 * speeds[Math.floor(0.4 * speeds.length)];
  const lowest = Math.min(...(data[1] as { readonly y: Float64Array }).y);
  return speeds.at(-1)! < 50 * usual
    ? { data, layout }
    : {
        data,
        layout: { ...layout, yaxis: { ...layout.yaxis, range: [Math.max(lowest, -usual) - 0.1 * usual, usual] } },
      };
}

let steady: { readonly key: string; readonly figure: Figure } | undefined;
/** Analytic curves that agree at so many voltages are the same curves. */
const probes = 9;

/**
 * The same figure as before for as long as its curves stay where they are, as those of gates do while the input moves:
 * it need not be drawn again.
 */
function steadyStates(model: Model): Figure {
  const names = model.quantities.filter((name) => name.endsWith("Inf"));
  const [first] = model.stateNames;
  const [low, high] = model.ranges[first];
  const voltages = Array.from({ length: probes }, (_, k) => low + ((k + 0.5) * (high - low)) / probes);
  const key = [
    model.data.fingerprint,
    ...names.flatMap((name) => voltages.map((V) => model.quantity(name, { ...model.states, [first]: V }))),
  ].join(" ");
  if (steady?.key !== key) steady = { key, figure: quantities(model, names, { height: 330 }) };
  return steady.figure;
}
