import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { bisect } from "../../../numerics/root.js";
import { simulate } from "../../../solve/simulate.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";

/** Smallest reduction of the current for 20 ms, uA/cm², after which the neuron spikes. */
function smallestReduction(model: Model): number {
  const rest = equilibria(model)[0].state;
  return bisect(
    (by) => simulate(model, { duration: 60, initial: rest, stimulus: step(-by, 5, 25) }).spikes.length > 0,
    0,
    35,
    { absolute: 1e-3 },
  );
}

/** Firing by letting go. */
export const rebound: readonly Exercise[] = [
  exercise({
    id: "11.6",
    title: "The smallest reduction that rebounds",
    points: 3,
    variant: (draw) => ({ I: draw.between(36, 46.5, 0.03) }),
    answer: ({ I }) => {
      const model = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I });
      const right = smallestReduction(model);
      return numberAnswer({
        unit: "uA/cm^2",
        right,
        tolerance: 0.1,
        misconceptions: [
          {
            name: "the current that is left",
            wrong: I - right,
            feedback: "That is the current during the hyperpolarisation. By how much is it smaller than before?",
          },
          {
            name: "that of the figure",
            wrong: 25,
            feedback: "Yes, 25 µA/cm² less is enough, and so is less than that. Look for the smallest.",
          },
          { name: "the whole input", wrong: I, feedback: "Switching it off altogether works, but less is enough." },
        ],
      });
    },
    hints: [
      "Try reductions of 5 and 30: one of them fires.",
      "Halve the interval between one that fails and one that works.",
      "`simulate(held9, { duration: 60, initial: home, stimulus: step(-d, 5, 25) }).spikes.length`",
    ],
    because: "Released from there, the state goes around the loop before it comes home.",
  }),
];
