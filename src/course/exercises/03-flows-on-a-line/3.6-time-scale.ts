import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { C, gL, landmarks } from "./membrane.js";

/** How fast a perturbation is forgotten. */
export const timeScale: readonly Exercise[] = [
  exercise({
    id: "3.6",
    title: "The time constant at rest",
    points: 2,
    variant: (draw) => ({ I: draw.between(-58, -2, 0.25) }), // never 0; λ never near −1, where τ = −λ in numbers
    answer: ({ I }) => {
      const { slope } = landmarks(I);
      return numberAnswer({
        unit: "ms",
        right: -1 / slope,
        tolerance: percent(1),
        misconceptions: [
          {
            name: "the leak alone",
            wrong: C / gL,
            feedback: "That is C/g_L, the time constant without sodium. Use the slope of the whole curve.",
          },
          {
            name: "the eigenvalue itself",
            wrong: slope,
            feedback: "That is the eigenvalue, in 1/ms. A time constant is a time.",
          },
          {
            name: "the eigenvalue without its sign",
            wrong: -slope,
            feedback: "That is the size of the eigenvalue, in 1/ms. How do you get a time from a rate?",
          },
          {
            name: "half-life",
            wrong: -Math.LN2 / slope,
            feedback: "In that time half of the distance is gone. The time constant is the time to 1/e.",
          },
          {
            name: "without input",
            wrong: -1 / landmarks(0).slope,
            feedback: "That is the time constant at I = 0. Put your input into the model.",
          },
          {
            name: "1/λ with its sign",
            wrong: 1 / slope,
            feedback: "A time constant is positive: the distance shrinks as exp(−t/τ).",
          },
        ],
      });
    },
    hints: [
      "The eigenvalue λ of rest is the slope of the velocity there.",
      "τ = −1/λ.",
      "`-1 / equilibria(membrane.with({ I: poke.I }))[0].eigenvalues[0].re`",
    ],
    because: "It is longer than C/g_L: the sodium current undoes part of what the leak repairs.",
  }),
];
