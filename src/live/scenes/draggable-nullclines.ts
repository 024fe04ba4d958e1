import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireInput, requireParameter } from "../../checks/require.js";
import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { nullclines } from "../../dynamics/plane/nullclines.js";
import type { DataPoint } from "../../figure/figure.js";
import { phasePlane } from "../../figure/plots/dynamics/phase-plane.js";
import { trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { bracketedRoot } from "../../numerics/root.js";
import { simulate } from "../../solve/simulate.js";
import { inWords, restInWords } from "../explorer/figures/words.js";
import { untilGone } from "../explorer/runs/snapshot.js";
import { capital, type Preparation, parameterControl, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

interface DraggableData {
  /** The parameter that moves the second nullcline; the input moves the first. */
  readonly second: string;
  /** ms. */
  readonly duration: number;
}

/** Nullclines that follow the pointer: the first by the input, the second by a parameter of its own. */
export const scene: Scene<DraggableData> = {
  name: "draggableNullclines",
  controls: ([model], { second }) => movers(model, second).map((name) => parameterControl(model, name)),
  draw(parameters, [model], { duration }) {
    const present = model.with(parameters);
    const run = simulate(present, { duration });
    const resting = equilibria(present);
    return {
      figures: [
        phasePlane(
          {
            model: present,
            nullclines: nullclines(present),
            equilibria: resting,
            trajectories: [untilGone(present, run)],
          },
          { height: 430 },
        ),
        trace(run, { panels: [model.stateNames[0]], window: model.ranges, height: 430 }),
      ],
      words:
        "Drag a nullcline, or use the sliders. " +
        `${capital(restInWords(present, resting))}. ${capital(inWords(run))}.`,
    };
  },
  pick(index, point, values, [model], { second }, start) {
    if (index !== 0) return undefined;
    const names = movers(model, second);
    const moved = names.map((name, of) => {
      const [low, high] = model.ranges[name];
      const value = throughPoint(model.with(start.values), of, name, start.point);
      return value === undefined ? Infinity : Math.abs(value - start.values[name]) / (high - low);
    });
    const held = moved[1] < moved[0] ? 1 : 0; // the one whose slider has the shorter way to where the pointer went down
    const value = throughPoint(model.with(values), held, names[held], point);
    return value === undefined ? undefined : { [names[held]]: value };
  },
};

/** The parameters that move the first nullcline and the second. */
const movers = (model: Model, second: string): readonly [string, string] => [
  requireInput("draggableNullclines", model),
  second,
];

/** The value of a parameter at which a nullcline goes through a point, if there is one in its range. */
function throughPoint(model: Model, of: number, name: string, { x, y }: DataPoint): number | undefined {
  const rate = (value: number): number => model.with({ [name]: value }).field([x, y])[of];
  const [low, high] = model.ranges[name];
  const [atLow, atHigh] = [rate(low), rate(high)];
  return atLow * atHigh < 0 ? bracketedRoot(rate, low, high, atLow, atHigh, 1e-6 * (high - low)) : undefined;
}

/** The model, and which parameter moves its second nullcline. */
export function prepare(
  model: Model = persistentSodiumPotassium.with({ I: 4 }),
  second: string = "Vn",
  { duration = 60 }: DraggableNullclinesOptions = {},
): Preparation<DraggableData> {
  if (model.stateNames.length !== 2 || model.input === undefined)
    throw new RangeError(
      "draggableNullclines: a model of two states with an input is needed, " +
        `${model.name} has ${model.stateNames.join(", ")}`,
    );
  return { models: [model], data: { second: requireParameter("draggableNullclines", model, second), duration } };
}

/** What `draggableNullclines` may be told. */
export interface DraggableNullclinesOptions {
  /** Of the run, ms. Default: 60. */
  readonly duration?: number;
}

/**
 * Nullclines to drag: the first by the model's input, the second by a parameter of its own.
 * @param second such as Vn of I_Na,p + I_K, V3 of Morris-Lecar, a of FitzHugh-Nagumo
 * @throws RangeError for a model without two states and an input, or an unknown parameter
 */
export function draggableNullclines(model: Model, second: string, options: DraggableNullclinesOptions = {}): void {
  requireModel("draggableNullclines", model);
  knownOptions("draggableNullclines", options, ["duration"]);
  showScene(scene, prepare(model, second, options));
}
