import { equilibria } from "../../dynamics/equilibria.js";
import { nullclines } from "../../dynamics/nullclines.js";
import { fiCurve } from "../../figure/fi-curve.js";
import { phasePlane } from "../../figure/phase-plane.js";
import { trace } from "../../figure/trace.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimulus-shapes.js";
import { inWords, restInWords } from "../words.js";
import { parameterControl, say, type Scene } from "./scene.js";

/** f-I curves measured when the cell ran, each at a value of βw. */
export interface ClassesData {
  readonly curves: readonly { readonly betaW: number; readonly current: readonly number[]; readonly rate: readonly (number | null)[] }[];
  readonly unit: string;
}

/** ms. */
const duration = 200;

export const excitabilityClassesScene: Scene<ClassesData> = {
  controls: ([model]) => [parameterControl(model, "betaW", model.ranges["betaW"], -13), parameterControl(model, "I", [0, 80], 45)],
  draw({ betaW, I }, [model], { curves, unit }) {
    const present = model.with({ betaW, I });
    const run = simulate(present.with({ I: 0 }), { duration, stimulus: step(I, 0.1 * duration, 0.9 * duration) });
    const resting = equilibria(present);
    const nearest = curves.reduce((best, curve) => (Math.abs(curve.betaW - betaW) < Math.abs(best.betaW - betaW) ? curve : best));
    const late = run.spikes.filter((t) => t > 0.6 * duration && t < 0.9 * duration).length;
    const named = Object.fromEntries(curves.filter((curve) => [0, -13, -21].includes(curve.betaW) || curve === nearest)
      .map((curve) => [`βw = ${say(curve.betaW)} mV`, { current: curve.current, rate: curve.rate.map((rate) => rate ?? NaN), unit }]));
    return {
      figures: [
        trace(run, { panels: ["V", "input"], height: 330 }),
        phasePlane({ model: present, nullclines: nullclines(present), equilibria: resting, trajectories: [run] }, { height: 400 }),
        fiCurve(named, { height: 400 }),
      ],
      words: `βw = ${say(betaW)} mV, I = ${say(I)} µA/cm²: ${inWords(run)}${run.spikes.length > 0 && late === 0 ? ", then silence" : ""}. ${restInWords(present, resting)}.`,
    };
  },
  pick: (index, { x }) => (index === 2 ? { I: x } : undefined),
};
