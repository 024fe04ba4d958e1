import { equilibria } from "../../dynamics/equilibria.js";
import { nullclines } from "../../dynamics/nullclines.js";
import { phasePlane } from "../../figure/phase-plane.js";
import { trace } from "../../figure/trace.js";
import type { Model } from "../../model/model.js";
import { simulate } from "../../solve/simulate.js";
import { bracketedRoot } from "../../solve/root.js";
import { untilGone } from "../views.js";
import { inWords, restInWords } from "../words.js";
import { parameterControl, type Scene } from "./scene.js";

export interface DraggableData {
  /** The parameter that moves the second nullcline; the input moves the first. */
  readonly second: string;
  /** ms. */
  readonly duration: number;
}

/** Nullclines that follow the pointer: the first by the input, the second by a parameter of its own. */
export const draggableNullclinesScene: Scene<DraggableData> = {
  controls: ([model], { second }) => [
    { name: "drag", unit: "1", range: [0, 1], initial: 0, options: model.stateNames.map((name) => `the ${name}-nullcline`) },
    parameterControl(model, model.input!),
    parameterControl(model, second),
  ],
  draw({ drag: _, ...parameters }, [model], { duration }) {
    const present = model.with(parameters);
    const run = simulate(present, { duration });
    const resting = equilibria(present);
    return {
      figures: [
        phasePlane({ model: present, nullclines: nullclines(present), equilibria: resting, trajectories: [untilGone(present, run)] }, { height: 430 }),
        trace(run, { panels: [model.stateNames[0]], height: 300 }),
      ],
      words: `${restInWords(present, resting)}. ${inWords(run)}.`,
    };
  },
  pick(index, { x, y }, { drag, ...parameters }, [model], { second }) {
    if (index !== 0) return undefined;
    const name = drag === 0 ? model.input! : second;
    const value = throughPoint(model.with(parameters), drag, name, [x, y]);
    return value === undefined ? undefined : { [name]: value };
  },
};

/** The value of a parameter at which a nullcline goes through a point, if there is one in its range. */
function throughPoint(model: Model, of: number, name: string, point: readonly [number, number]): number | undefined {
  const rate = (value: number): number => model.with({ [name]: value }).field(point)[of];
  const [low, high] = model.ranges[name];
  const [atLow, atHigh] = [rate(low), rate(high)];
  return atLow * atHigh < 0 ? bracketedRoot(rate, low, high, atLow, atHigh, 1e-6 * (high - low)) : undefined;
}
