import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { limitCycles } from "../../../dynamics/cycles/limit-cycles.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { freeAnswer, isModel } from "../../answers/free-answer.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

/** Four neurons in one. */
export const fourBifurcations: readonly Exercise[] = [
  exercise({
    id: "9.5",
    title: "Rest and firing side by side",
    points: 3,
    answer: () => {
      const { tau: _tau, I: _I, ...kept } = neuron.parameters;
      return freeAnswer({
        shape: "a Model",
        is: isModel,
        right: neuron.with({ I: 3, tau: 0.152 }),
        properties: [
          {
            name: "only tau changed",
            holds: (model: Model) =>
              Object.entries(kept).every(
                ([name, value]) => (model.parameters as Record<string, number>)[name] === value,
              ),
            wrong: neuron.with({ I: 3, tau: 0.152, gK: 12 }),
            feedback: "Another parameter differs. Start from `neuron` and change only tau (and the input).",
          },
          {
            name: "input of 3",
            holds: (model: Model) => (model.parameters as Record<string, number>).I === 3,
            wrong: neuron.with({ I: 10, tau: 0.152 }),
            feedback: "The input should be 3 µA/cm².",
          },
          {
            name: "the upper equilibrium is unstable",
            holds: (model: Model) => equilibria(model).at(-1)?.stable === false,
            wrong: neuron.with({ I: 3, tau: 0.1 }),
            feedback:
              "Now the upper equilibrium is stable: the voltage goes up and stays there. " +
              "Your potassium is too fast to overshoot.",
          },
          {
            name: "fires",
            holds: (model: Model) => limitCycles(model).some(({ stable }) => stable),
            wrong: neuron.with({ I: 3, tau: 1 }),
            feedback:
              "There is rest, but no stable limit cycle: every loop falls back. Should potassium be faster or slower?",
          },
        ],
      });
    },
    hints: [
      "Nullclines do not depend on tau. What does?",
      "Make potassium faster, step by step: the loop then turns earlier, further from rest.",
      "The window is narrow: try values between 0.1 and 0.2 ms. The book uses 0.152 ms.",
    ],
    because: "Below 4.513 µA/cm² rest is always there; tau decides whether a cycle is, too.",
  }),
];
