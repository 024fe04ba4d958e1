import { requireModel } from "../../checks/require-model.js";
import type { Model } from "../../model/model.js";
import { equilibria } from "../equilibria/equilibria.js";
import type { Found } from "../system/found.js";
import { windowOf, type Window } from "../system/window.js";
import type { Equilibrium } from "../equilibria/equilibrium.js";
import { vectorFieldFamily } from "../system/vector-field-family.js";
import { limitCycles, type LimitCycle } from "../cycles/limit-cycles.js";
import { followInPlane, type PortraitTrajectory } from "./follow.js";
import { manifolds, type Manifold } from "./manifolds.js";
import { nullclines, planeOf, type Nullcline } from "./nullclines.js";

/** All that a phase plane shows. */
export interface PhasePortrait {
  readonly model: Model;
  /** The two states that span the plane, the first to the right. */
  readonly window: Window;
  readonly nullclines: Readonly<Record<string, Nullcline>>;
  readonly equilibria: Found<Equilibrium>;
  /** Of the saddles in the window: the stable ones are separatrices. */
  readonly manifolds: readonly Manifold[];
  readonly cycles: Found<LimitCycle>;
  readonly trajectories: readonly PortraitTrajectory[];
}

const spacing = 0.09; // least distance from the start of a trajectory to those before it, in widths of the window

/**
 * The phase portrait of a planar model: nullclines, equilibria with their kinds, separatrices, limit cycles, and
 * trajectories that fill the window evenly.
 * @throws RangeError for a model that does not have two states
 */
export function phasePortrait(model: Model, window: Window = {}): PhasePortrait {
  requireModel("phasePortrait", model);
  if (model.stateNames.length !== 2)
    throw new RangeError(
      `phasePortrait: a model of two states is needed, ${model.name} has ${model.stateNames.length} ` +
        `(${model.stateNames.join(", ")}): its trajectories cross in any plane`,
    );
  const [x, y] = planeOf("phasePortrait", model, window);
  const box = windowOf("phasePortrait", model, window);
  const resting = equilibria(model, window);
  return {
    model,
    window: { [model.stateNames[x]]: box[x], [model.stateNames[y]]: box[y] },
    nullclines: nullclines(model, window),
    equilibria: resting,
    manifolds: resting.filter(({ kind }) => kind === "saddle").flatMap((saddle) => manifolds(model, saddle, window)),
    cycles: limitCycles(model),
    trajectories: evenTrajectories(model, box),
  };
}

/**
 * Started at points of a grid that no earlier trajectory has come near, each followed until it rests, leaves or has
 * gone round often enough.
 */
function evenTrajectories(model: Model, box: readonly (readonly [number, number])[]): PortraitTrajectory[] {
  const fixed = vectorFieldFamily(model, [], []);
  const taken: (readonly [number, number])[] = [];
  const found: PortraitTrajectory[] = [];
  const across = [0.06, 0.94, 0.28, 0.72, 0.5],
    up = [0.94, 0.06, 0.72, 0.28, 0.5];
  for (const a of across) {
    for (const b of up) {
      if (taken.some(([c, d]) => Math.hypot(a - c, b - d) < spacing)) continue;
      const start = box.map(([low, high], i) => low + (i === 0 ? a : b) * (high - low));
      const trajectory = followInPlane(fixed, start, box);
      const [first, second] = model.stateNames.map((name) => trajectory.states[name]);
      first.forEach((v, k) =>
        taken.push([(v - box[0][0]) / (box[0][1] - box[0][0]), (second[k] - box[1][0]) / (box[1][1] - box[1][0])]),
      );
      found.push(trajectory);
    }
  }
  return found;
}
