import type { Equilibrium } from "../dynamics/equilibria.js";
import { nullclines } from "../dynamics/nullclines.js";
import { bifurcationDiagram } from "../figure/bifurcation-diagram.js";
import { fiCurve } from "../figure/fi-curve.js";
import type { Figure } from "../figure/figure.js";
import { flow } from "../figure/flow.js";
import { phasePlane } from "../figure/phase-plane.js";
import { light } from "../figure/theme.js";
import { quantities } from "../figure/quantities.js";
import type { Model } from "../model/model.js";
import type { Trajectory } from "../solve/trajectory.js";
import type { Analyst } from "./analyst.js";

/** The moment that a view shows. */
export interface Moment {
  /** Under the current that lasts. */
  readonly model: Model;
  readonly resting: readonly Equilibrium[];
  readonly trajectory: Pick<Trajectory, "states" | "time">;
  readonly duration: number;
  readonly ask: Analyst["ask"];
}

/** A picture beside the run. */
export interface View {
  readonly name: string;
  /** Whether it is open when an explorer opens. */
  readonly open: boolean;
  suits(model: Model): boolean;
  /** The figure, or a sentence while there is none. */
  draw(moment: Moment): Figure | string;
}

const hasInput = (model: Model): boolean => model.input !== undefined;

export const views: readonly View[] = [
  {
    name: "phase plane",
    open: true,
    suits: (model) => model.stateNames.length === 2,
    draw({ model, resting, trajectory, duration, ask }) {
      const found = ask("orbits", model, duration);
      const orbits = found !== undefined && "result" in found ? found.result : { cycles: [], manifolds: [] };
      return phasePlane({ model, nullclines: nullclines(model), equilibria: resting, trajectories: [untilGone(model, trajectory)], ...orbits }, { height: 430 });
    },
  },
  {
    name: "flow on the line",
    open: true,
    suits: (model) => model.stateNames.length === 1,
    draw: ({ model, resting }) => flow(model, { equilibria: resting, height: 330 }),
  },
  {
    name: "f-I curve",
    open: false,
    suits: (model) => hasInput(model) && model.spiking.threshold,
    draw({ model, duration, ask }) {
      const found = ask("rates", model, Math.max(400, 4 * duration));
      if (found === undefined) return "The f-I curve is being computed …";
      return "problem" in found ? found.problem : marked(fiCurve(found.result, { height: 330 }), model);
    },
  },
  {
    name: "bifurcation diagram",
    open: false,
    suits: hasInput,
    draw({ model, duration, ask }) {
      const found = ask("diagram", model, duration);
      if (found === undefined) return "The bifurcation diagram is being computed …";
      return "problem" in found ? found.problem : marked(bifurcationDiagram(found.result, { height: 430 }), model);
    },
  },
  {
    name: "steady state",
    open: false,
    suits: (model) => model.quantities.some((name) => name.endsWith("Inf")),
    draw: ({ model }) => quantities(model, model.quantities.filter((name) => name.endsWith("Inf")), { height: 330 }),
  },
];

/** A run as far as it stays within a few windows' widths: one that diverges goes on to numbers that no picture can hold. */
export function untilGone(model: Model, { time, states }: Moment["trajectory"]): Moment["trajectory"] {
  const ends = model.stateNames.map((name) => {
    const [low, high] = model.ranges[name];
    return states[name].findIndex((value) => !(Math.abs(value - low) < 4 * (high - low)));
  }).filter((index) => index > 0);
  if (ends.length === 0) return { time, states };
  const end = Math.min(...ends);
  return { time: time.subarray(0, end), states: Object.fromEntries(Object.entries(states).map(([name, values]) => [name, values.subarray(0, end)])) };
}

/** A line at the present value of the input. */
function marked({ data, layout }: Figure, model: Model): Figure {
  const at = model.parameters[model.input!];
  const line = { type: "line", xref: "x", yref: "y domain", x0: at, x1: at, y0: 0, y1: 1, line: { color: light.ink, width: 1.5, dash: "dot" } } as const;
  return { data, layout: { ...layout, shapes: [...(layout.shapes ?? []), line] } };
}
