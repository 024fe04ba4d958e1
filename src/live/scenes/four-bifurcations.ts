import { equilibria } from "../../dynamics/equilibria.js";
import { nullclines } from "../../dynamics/nullclines.js";
import { phasePlane } from "../../figure/phase-plane.js";
import { trace } from "../../figure/trace.js";
import type { Model } from "../../model/model.js";
import { simulate } from "../../solve/simulate.js";
import { restInWords } from "../words.js";
import { type Scene } from "./scene.js";

/** Where rest is lost, for each model. */
export interface FourBifurcations {
  readonly at: readonly number[];
  readonly names: readonly string[];
}

/** ms. */
const duration = 60;

export const fourBifurcationsScene: Scene<FourBifurcations> = {
  stored: [0, 2, 4, 6], // the phase planes
  controls: () => [{ name: "I from the bifurcation", symbol: "I - I^*", unit: "uA/cm^2", range: [-3, 3], initial: 0.5 }],
  draw(values, models, { at, names }) {
    const shift = values["I from the bifurcation"];
    const each = models.map((model, k) => {
      const present = model.with({ I: at[k] + shift });
      const resting = equilibria(present);
      const before = model.with({ I: at[k] - 6 });
      const rest = equilibria(before).find(({ stable }) => stable)!.state;
      const fromRest = simulate(present, { duration, initial: rest });
      const fromAfar = simulate(present, { duration, initial: { V: 0, n: 0 } });
      return { present, resting, fromRest, fromAfar, name: names[k], I: at[k] + shift };
    });
    return {
      figures: each.flatMap(({ present, resting, fromRest, fromAfar, name, I }) => [
        phasePlane({ model: present, nullclines: nullclines(present), equilibria: resting, trajectories: [fromRest, fromAfar] }, { height: 330, title: `${name}, I = ${I.toFixed(2)}`, arrows: false }),
        trace({ "from rest below": fromRest, "from afar": fromAfar }, { panels: ["V"], height: 220 }),
      ]),
      words: each.map(({ present, resting, fromRest, name }) => `${name}: ${restInWords(present, resting)}; from rest ${fromRest.spikes.length} spikes in ${duration} ms.`).join(" "),
    };
  },
};

/** Width of the steps in which rest is followed, and of the bracket in which its end is left. */
const [stride, precision] = [0.25, 1e-6];

/** The current at which each model loses its rest, as a slow ramp from 0 would find it: followed as a stable equilibrium, then halved. */
export function whereRestIsLost(models: readonly Model[]): readonly number[] {
  return models.map((model) => {
    let V = equilibria(model.with({ I: 0 })).find(({ stable }) => stable)!.state["V"];
    const kept = (I: number): boolean => {
      const rest = equilibria(model.with({ I })).find(({ stable, state }) => stable && Math.abs(state["V"] - V) < 5);
      if (rest !== undefined) V = rest.state["V"];
      return rest !== undefined;
    };
    let low = 0;
    while (kept(low + stride)) {
      low += stride;
      if (low > model.ranges["I"][1]) throw new RangeError(`${model.name} keeps its rest over the whole range of I`);
    }
    let high = low + stride;
    while (high - low > precision) {
      const middle = (low + high) / 2;
      if (kept(middle)) low = middle;
      else high = middle;
    }
    return low;
  });
}
