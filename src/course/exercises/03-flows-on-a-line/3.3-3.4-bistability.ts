import { exercise, type Exercise } from "../../exercise.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { listAnswer } from "../../answers/list-answer.js";
import { gL, EL, landmarks } from "./membrane.js";

/** A membrane with two stable voltages. */
export const bistability: readonly Exercise[] = [
  exercise({
    id: "3.3",
    title: "All equilibria at your input",
    points: 2,
    variant: (draw) => ({ I: draw.between(-203, -2, 1) }), // never 0, which has misconceptions of its own
    answer: ({ I }) => {
      const { rest, threshold, excited } = landmarks(I);
      return listAnswer({
        of: "equilibria",
        unit: "mV",
        right: [rest, threshold, excited],
        tolerance: 0.05,
        misconceptions: [
          {
            name: "only the stable ones",
            wrong: [rest, excited],
            feedback: "Those two are stable. What lies between their basins?",
          },
          {
            name: "only the lower two",
            wrong: [rest, threshold],
            feedback: "Look further to the right in the figure: sodium wants the voltage high.",
          },
          {
            name: "equilibria without input",
            wrong: Object.values(landmarks(0)).slice(0, 3),
            feedback:
              "These are the equilibria at I = 0. Put your input into the model: `membrane.with({ I: mine.I })`.",
          },
          {
            name: "only the unstable one",
            wrong: [threshold],
            feedback: "That is the threshold. The exercise asks for all equilibria.",
          },
          {
            name: "equilibria of the leak alone",
            wrong: [EL + I / gL],
            feedback: "Your list is right for a membrane without sodium.",
          },
        ],
      });
    },
    hints: [
      "`equilibria(model)` gives a list; each entry has a `state`, and that has a `V`.",
      "The model at your input is `membrane.with({ I: mine.I })`.",
      "`equilibria(membrane.with({ I: mine.I })).map((e) => e.state.V)`",
    ],
    because: "Rest, threshold, excited state: two homes and the border between them.",
  }),
  exercise({
    id: "3.4",
    title: "The third one, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why a third equilibrium lies between the two, and why nothing stays there",
        mentions: [
          {
            name: "says how the curve gets from the one to the other",
            words:
              "up|rise|rises|rising|climb|cross|continuous|positive|upward|opposite sign|sign|change|" +
              "intermediate|in between|upwards|pass|through zero|from minus|from negative|negative to|below zero|root",
            feedback: "The curve has come down through zero once. What does it have to do before it can do so again?",
          },
          {
            name: "says what becomes of a small push",
            words:
              "push|away|unstable|repel|leave|threshold|border|drift|nudge|basin|grow|flee|balanc|disturb|" +
              "amplif|noise|runs off|run off|moves|perturb|escap|fall|divid|separat|fluctuat|diverg|" +
              "carried|carries|tiniest|slight|kick|shove|roll|takes it",
            feedback:
              "Put the state a little to one side of it. Which way does it move, and what is this point to the " +
              "neuron?",
          },
        ],
        opposites: [
          {
            claim: "The third point is stable.",
            says: ["third|between|upwards|upward … is stable|attracts|is attracting", "need not be"],
            feedback: "Put the state a little to one side of the third point: which way does it go?",
          },
        ],
        right:
          "The velocity is continuous: it is negative right of rest and positive left of the excited state, so " +
          "in between it must rise through zero, and there is the third equilibrium. It is unstable: to its " +
          "left the voltage falls, to its right it grows, so the smallest push leads away from it. That is the " +
          "threshold, the border between two basins.",
      }),
    hints: [
      "What is the sign of dV/dt just right of rest, and just left of the excited state?",
      "Which way do the arrows point on both sides of the open circle?",
    ],
    because: "Below 15.78 µA/cm² there are three; the unstable one is the threshold.",
  }),
];
