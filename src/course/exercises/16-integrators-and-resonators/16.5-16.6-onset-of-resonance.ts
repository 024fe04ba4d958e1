import { findMistakes } from "../../find-mistakes.js";
import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { resonance } from "../../../experiments/impedance.js";
import type { Model } from "../../../model/model.js";
import { bisect } from "../../../numerics/root.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { resonator } from "./neurons.js";

/** Least input, uA/cm^2, from which on a model resonates. */
const onsetOfResonance = (model: Model): number =>
  bisect((I) => resonance(model.with({ I })).resonates, 0, 40, { absolute: 1e-4 });

/** Input, uA/cm^2, at which rest loses its stability. */
const endOfRest = (model: Model): number =>
  bisect((I) => !equilibria(model.with({ I }))[0].stable, 0, 70, { absolute: 1e-3 });

/** Where a focus is not yet a resonator. */
export const onsetOfResonanceExercises: readonly Exercise[] = [
  findMistakes({
    id: "16.5",
    title: "Find the mistakes: rules of thumb",
    points: 3,
    statements: [
      {
        about: "which bifurcations go with resonance",
        holds: "Near either Andronov-Hopf bifurcation, supercritical or subcritical, a neuron resonates.",
        fails: "Near a supercritical Andronov-Hopf bifurcation a neuron resonates, near a subcritical one it does not.",
        feedback: "In which of the two does the damping of rest go to zero?",
      },
      {
        about: "focus and resonance",
        holds: "A neuron whose rest is a focus need not prefer a frequency.",
        fails: "A neuron whose rest is a focus prefers a frequency.",
        feedback: "What did the neuron at I = 3 µA/cm² show?",
      },
      {
        about: "rebound and bifurcation",
        holds: "A neuron that loses its rest in a saddle-node may fire a rebound spike.",
        fails: "A neuron that loses its rest in a saddle-node cannot fire a rebound spike.",
        feedback: "By which bifurcation does the exception of this section lose its rest?",
      },
      {
        about: "frequency and class",
        holds: "A neuron without a preferred frequency may be class 2.",
        fails: "A neuron without a preferred frequency is class 1.",
        feedback:
          "To which class does a saddle-node off the invariant circle lead? Look at the table of causes " +
          "in notebook 15.",
      },
      {
        about: "class 3 and frequency",
        holds: "A neuron of class 3 may prefer a frequency.",
        fails: "A neuron of class 3 prefers no frequency.",
        feedback: "What does Prescott's neuron of class 3 do at 60 µA/cm²?",
      },
    ],
    hints: [
      "Focus, rebound and class 3 are each tested on a neuron in this section.",
      "For frequency and class, look at the table of causes in notebook 15: which classes can a saddle-node lead to?",
    ],
    because: "Rules of thumb hold close to a bifurcation. How close, each neuron decides.",
  }),
  exercise({
    id: "16.6",
    title: "Where resonance begins",
    points: 3,
    variant: (draw) => ({ tau: draw.between(1.04, 2.2, 0.004) }),
    answer: ({ tau }) => {
      const model = resonator.with({ tau });
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
            wrong: endOfRest(model),
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
