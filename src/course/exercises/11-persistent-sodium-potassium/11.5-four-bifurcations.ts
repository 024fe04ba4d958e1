import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { limitCycles } from "../../../dynamics/cycles/limit-cycles.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { movesLike } from "../../answers/moves-like.js";
import { freeAnswer, isModel } from "../../answers/free-answer.js";

const richer = persistentSodiumPotassium.preset("saddle-node on invariant circle").with({ gK: 12, I: 3 });

/** Four neurons in one. */
export const fourBifurcations: readonly Exercise[] = [
  exercise({
    id: "11.5",
    title: "Rest and firing side by side",
    points: 3,
    answer: () => {
      const { tau: _tau, ...kept } = richer.parameters;
      return freeAnswer({
        shape: "a Model",
        is: isModel,
        right: richer.with({ tau: 0.135 }),
        untouched: (model: Model) =>
          (model as Model<"tau">).parameters.tau === richer.parameters.tau && movesLike(model, richer),
        properties: [
          {
            name: "only tau changed",
            holds: (model: Model) =>
              Object.entries(kept).every(
                ([name, value]) => (model.parameters as Record<string, number>)[name] === value,
              ) &&
              "tau" in model.parameters &&
              movesLike(model, richer.with({ tau: (model as Model<"tau">).parameters.tau })),
            wrong: richer.with({ gK: 10, tau: 0.135 }),
            feedback: "Another parameter differs, or an equation. Start from `richer` and change only tau.",
          },
          {
            name: "the upper equilibrium is unstable",
            holds: (model: Model) => equilibria(model).at(-1)?.stable === false,
            wrong: richer.with({ tau: 0.1 }),
            feedback:
              "Now the upper equilibrium is stable: the voltage goes up and stays there. " +
              "Your potassium is too fast to overshoot.",
          },
          {
            name: "fires",
            holds: (model: Model) => limitCycles(model).some(({ stable }) => stable),
            wrong: richer.with({ tau: 0.152 }),
            feedback:
              "There is rest, but no stable limit cycle: every loop falls back. Should potassium be faster or slower?",
          },
        ],
      });
    },
    hints: [
      "Nullclines do not depend on tau. What does?",
      "Make potassium faster, step by step: the loop then turns earlier, further from rest.",
      "The window is narrow: try values between 0.1 and 0.2 ms, in steps of 0.01 ms.",
    ],
    because: "Rest is there whatever tau is; tau decides whether a cycle is there as well.",
  }),
];
