import { limitCycles } from "../../../dynamics/cycles/limit-cycles.js";
import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { bisect } from "../../../numerics/root.js";
import { simulate } from "../../../solve/simulate.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

/** It fires for ever. */
const driven = neuron.with({ I: 10 });

/** Smallest jump of the voltage from rest, mV, that ends in an action potential. */
function smallestShock(model: Model): number {
  const { V, n } = equilibria(model)[0].state;
  return bisect((shock) => simulate(model, { duration: 40, initial: { V: V + shock, n } }).spikes.length > 0, 0, 40, {
    absolute: 1e-3,
  });
}

/** A border in the plane, and a loop. */
export const separatrixAndCycle: readonly Exercise[] = [
  exercise({
    id: "4.6",
    title: "The smallest shock that fires",
    points: 3,
    variant: (draw) => ({ I: draw.between(-6, 3, 0.04) }),
    answer: ({ I }) => {
      const model = neuron.with({ I });
      const [rest, saddle, focus] = equilibria(model);
      return numberAnswer({
        unit: "mV",
        right: smallestShock(model),
        tolerance: 0.1,
        misconceptions: [
          {
            name: "up to the saddle",
            wrong: saddle.state.V - rest.state.V,
            feedback:
              "That is the distance to the saddle. The threshold is the separatrix, which leans. " +
              "Look where it meets the horizontal line through rest.",
          },
          {
            name: "the voltage reached",
            wrong: rest.state.V + smallestShock(model),
            feedback: "That is the voltage after the shock. The question asks by how much it rises.",
          },
          {
            name: "up to the unstable focus",
            wrong: focus.state.V - rest.state.V,
            feedback: "The focus lies inside the loop of the action potential. A smaller shock is enough.",
          },
        ],
      });
    },
    hints: [
      "The cell tells you that 5 mV are too few and 15 mV enough.",
      "Take the middle of the two, ask `fires(10)`, keep the half whose ends differ, and go on.",
      "Seven halvings are enough: 10 mV / 2⁷ = 0.08 mV.",
    ],
    because: "The threshold is the separatrix. It is met a little before the saddle's voltage, because it leans.",
  }),
  exercise({
    id: "4.7",
    title: "What is left of the start",
    points: 2,
    variant: (draw) => ({
      V: draw.between(-80, -65, 1),
      n: Number((10 ** draw.between(-1.3, -0.2, 0.005)).toFixed(3)),
    }),
    answer: ({ V, n }) => {
      const period = limitCycles(driven)[0].period;
      const late = ([v, gate]: readonly number[]): number =>
        simulate(driven, { duration: 60, initial: { V: v, n: gate } }).spikes.at(-1) ?? NaN;
      const behind = late([V, n]) - late([-30, 0.36]);
      const lag = ((behind % period) + period) % period;
      return numberAnswer({
        unit: "ms",
        right: lag,
        tolerance: 0.05,
        misconceptions: [
          {
            name: "the way round to the next",
            wrong: period - lag,
            feedback:
              "So long after a spike of yours the first neuron fires. The question asks how long after it yours does.",
          },
          {
            name: "a turn more",
            wrong: period + lag,
            feedback: "Between these two the first neuron has fired once more. Take its last spike before yours.",
          },
          {
            name: "the rhythm",
            wrong: period,
            feedback:
              "That is the time from spike to spike, the same for both neurons. How far apart are their spikes?",
          },
        ],
      });
    },
    hints: [
      "Take one of the late spikes of yours, and find the last spike of the first neuron before it.",
      "Subtract the one from the other: it is less than one period, 7.07 ms.",
      "In the list `two[1].spikes` are your spikes, in `two[0].spikes` those of the first.",
    ],
    because: "The cycle forgets where a neuron began. What it keeps is when it fires: the phase.",
  }),
];
