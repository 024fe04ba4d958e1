import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { nullclines } from "../../dynamics/plane/nullclines.js";
import { phasePlane } from "../../figure/plots/dynamics/phase-plane.js";
import { trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { simulate } from "../../solve/simulate.js";
import { bracketedRoot } from "../../numerics/root.js";
import { untilGone } from "../explorer/panels/panels.js";
import { inWords, restInWords } from "../explorer/figures/words.js";
import type { DataPoint } from "../page/picture.js";
import { capital, parameterControl, type Scene } from "./scene.js";

export interface DraggableData {
  /** The parameter that moves the second nullcline; the input moves the first. */
  readonly second: string;
  /** ms. */
  readonly duration: number;
}

/** Nullclines that follow the pointer: the first by the input, the second by a parameter of its own. */
export const draggableNullclinesScene: Scene<DraggableData> = {
  controls: ([model], { second }) => [parameterControl(model, model.input!), parameterControl(model, second)],
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
      words: `Drag a nullcline, or use the sliders. ${capital(restInWords(present, resting))}. ${capital(inWords(run))}.`,
    };
  },
  pick(index, point, values, [model], { second }, start) {
    if (index !== 0) return undefined;
    const movers = [model.input!, second];
    const moved = movers.map((name, of) => {
      const [low, high] = model.ranges[name];
      const value = throughPoint(model.with(start.values), of, name, start.point);
      return value === undefined ? Infinity : Math.abs(value - start.values[name]) / (high - low);
    });
    const held = moved[1] < moved[0] ? 1 : 0; // the one whose slider has the shorter way to where the pointer went down
    const value = throughPoint(model.with(values), held, movers[held], point);
    return value === undefined ? undefined : { [movers[held]]: value };
  },
};

/** The value of a parameter at which a nullcline goes through a point, if there is one in its range. */
function throughPoint(model: Model, of: number, name: string, { x, y }: DataPoint): number | undefined {
  const rate = (value: number): number => model.with({ [name]: value }).field([x, y])[of];
  const [low, high] = model.ranges[name];
  const [atLow, atHigh] = [rate(low), rate(high)];
  return atLow * atHigh < 0 ? bracketedRoot(rate, low, high, atLow, atHigh, 1e-6 * (high - low)) : undefined;
}
