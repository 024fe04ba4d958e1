import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

/** What a cell is told by its neighbours. */
export const excitationOverInhibition: Exercise = exercise({
  id: "18.1",
  title: "Excitation over inhibition",
  points: 1,
  variant: (draw) => ({
    excitatory: draw.between(600, 900, 20),
    inhibitory: draw.between(100, 180, 10),
    weight: draw.between(0.3, 0.44, 0.01),
    opposite: draw.between(0.5, 0.9, 0.05),
  }),
  answer: ({ excitatory, inhibitory, weight, opposite }) =>
    numberAnswer({
      unit: "",
      right: (excitatory * weight) / (inhibitory * opposite),
      tolerance: percent(1),
      misconceptions: [
        {
          name: "numbers of cells only",
          wrong: excitatory / inhibitory,
          feedback: "That compares how many there are; but an inhibitory weight counts for more.",
        },
        {
          name: "weights only",
          wrong: weight / opposite,
          feedback: "That compares the weights. How many inputs are there of each kind?",
        },
        {
          name: "upside down",
          wrong: (inhibitory * opposite) / (excitatory * weight),
          feedback: "That is inhibition over excitation. Which of the two should be so many times the other?",
        },
        {
          name: "what is left",
          wrong: excitatory * weight - inhibitory * opposite,
          feedback: "That is excitation minus inhibition, if every cell fires once. Divide instead.",
        },
      ],
    }),
  hints: [
    "Total excitation: number of inputs times mean weight.",
    "Number times weight of the one kind, divided by number times weight of the other.",
  ],
  because: "Few strong inhibitory synapses stand against many weak excitatory ones.",
});
