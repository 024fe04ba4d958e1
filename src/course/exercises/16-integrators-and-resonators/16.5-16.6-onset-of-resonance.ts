import { writtenAnswer } from "../../answers/written-answer.js";
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
  exercise({
    id: "16.5",
    title: "The exception, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why a neuron near a saddle-node can resonate, and in what sense the rule holds",
        mentions: [
          {
            name: "says what pushes back",
            words: "potassium|channel|outward|gate|k |n |conductance|rectifier|recovery",
            evenDenied: true,
            feedback: "What is open at rest in the exception, and what does inhibition do to it?",
          },
          {
            name: "says where the rule holds",
            words:
              "limit|closer|close enough|very close|near enough|nearer|asympto|approach|infinitely|" +
              "vanish|distance|very near|near to|near the|only near|really near|eigenvalue|" +
              "at the bifurcation|close to|next to|in theory|in principle|neighbourhood|neighborhood|local",
            feedback: "For this neuron the peak does vanish in the end. Where?",
          },
        ],
        opposites: [
          {
            claim: "Inhibition opens its potassium channels.",
            says: [
              "channels are shut at rest|channels are closed at rest|inhibition opens|hyperpolarisation " +
                "opens|hyperpolarization opens",
            ],
            feedback: "Which way does a potassium channel go when the voltage falls?",
          },
          {
            claim: "The rule is true far from the saddle-node.",
            says: ["not in the limit|true far from"],
            feedback: "Where is the peak gone, for this neuron?",
          },
        ],
        right:
          "Some of its potassium channels are open at rest. Inhibition shuts them, and they open again only " +
          "with a delay. So they push back against slow changes, which makes a favourite frequency, and they " +
          "are missing when inhibition ends, which makes a rebound. The rule is true in the limit: close enough " +
          "to the saddle-node one eigenvalue goes to zero and slow inputs win. For this neuron that is closer " +
          "than anybody could come.",
      }),
    hints: [
      "Some doors of this neuron stand open at rest. What does inhibition do to them, and how quickly is it undone?",
      "How close to its saddle-node does the peak go?",
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
