import { present } from "../../../checks/present.js";
import { bifurcations } from "../../../dynamics/bifurcations.js";
import { resonance } from "../../../experiments/impedance.js";
import type { Model } from "../../../model/model.js";
import { bisect } from "../../../numerics/root.js";
import { selectionAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { resonator } from "./neurons.js";

/** Least input, uA/cm^2, from which on a model resonates. */
const onsetOfResonance = (model: Model): number =>
  bisect((I) => resonance(model.with({ I })).resonates, 0, 40, { absolute: 1e-4 });

/** Where a focus is not yet a resonator. */
export const onsetOfResonanceExercises: readonly Exercise[] = [
  exercise({
    id: "14.5",
    title: "Find the mistakes: rules of thumb",
    points: 3,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["b", "c", "d"],
        misconceptions: [
          {
            name: "focus = resonator",
            wrong: ["c", "d"],
            feedback: "Two are found. What did the neuron at I = 3 µA/cm² show?",
          },
          {
            name: "integrator = class 1",
            wrong: ["b", "c"],
            feedback: "Two are found. To which class does a saddle-node off the invariant circle lead?",
          },
          {
            name: "rebound = Andronov-Hopf",
            wrong: ["b", "d"],
            feedback: "Two are found. By which bifurcation does the exception of this section lose its rest?",
          },
          {
            name: "class 3 doubted",
            wrong: ["b", "c", "d", "e"],
            feedback: "One too many: what does Prescott's neuron of class 3 do at 60 µA/cm²?",
          },
          {
            name: "only supercritical",
            wrong: ["a", "b", "c", "d"],
            feedback: "One too many. In both Andronov-Hopf bifurcations the damping of rest goes to zero.",
          },
        ],
      }),
    hints: [
      "Each of (b), (c) and (e) is tested on a neuron in this section.",
      "For (d), look at the table of causes in notebook 13: which classes can a saddle-node lead to?",
    ],
    because: "Rules of thumb hold close to a bifurcation. How close, each neuron decides.",
  }),
  exercise({
    id: "14.6",
    title: "Where resonance begins",
    points: 3,
    variant: (draw) => ({ tau: draw.between(1.1, 1.3, 0.001) }),
    answer: ({ tau }) => {
      const model = resonator.with({ tau });
      const lost = present(
        bifurcations(model, "I", [0, 60]).points.find(({ kind }) => kind === "subcritical Andronov-Hopf"),
        "a subcritical Andronov-Hopf bifurcation",
      );
      return numberAnswer({
        unit: "uA/cm^2",
        right: onsetOfResonance(model),
        tolerance: 0.1,
        misconceptions: [
          {
            name: "tau unchanged",
            wrong: onsetOfResonance(resonator),
            feedback: "That belongs to τ = 1 ms. Use your own neuron, `changed`.",
          },
          {
            name: "where rest is lost",
            wrong: lost.parameter,
            feedback: "There the peak grows beyond all bounds. It begins to exist far below.",
          },
        ],
      });
    },
    hints: [
      "`resonance(changed.with({ I: 5 })).resonates` is true or false.",
      "It is false at 0 and true at 40: halve the interval.",
      "A loop of ten halvings is enough.",
    ],
    because: "A peak appears when the delayed current outweighs the damping, not when the eigenvalues become complex.",
  }),
];
