import { exercise, type Exercise } from "../../exercise.js";
import { between, either, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";
import { C, gL, EL } from "./membrane.js";

/** The flow as a descent. */
export const potentialOfTheFlow: readonly Exercise[] = [
  exercise({
    id: "3.5",
    title: "The landscape of a leaky membrane",
    points: 2,
    answer: () => {
      const difference = (U: (V: number, I: number) => number, V: number, I: number): number => U(V, I) - U(EL, I);
      return functionAnswer({
        of: "V in mV and I in uA/cm^2",
        gives: "mV²/ms",
        at: [
          [-80, 0],
          [-60, 0],
          [-40, 0],
          [-40, 100],
          [-90, 250],
        ],
        domain: tuple(between(-120, 80), either(oneOf<number>(0), between(-300, 600))),
        tolerance: percent(0.1),
        using: difference,
        right: (V: number, I: number) => (gL * (V - EL) ** 2) / (2 * C) - (I * V) / C,
        misconceptions: [
          {
            name: "upside down",
            wrong: (V, I) => -(gL * (V - EL) ** 2) / (2 * C) + (I * V) / C,
            feedback: "Your landscape has a hill where the membrane rests. Mind the minus in dV/dt = −dU/dV.",
          },
          {
            name: "without the half",
            wrong: (V, I) => (gL * (V - EL) ** 2) / C - (I * V) / C,
            feedback: "Differentiate your first term: is the slope g_L (V − E_L)/C?",
          },
          {
            name: "the input left out",
            wrong: (V) => (gL * (V - EL) ** 2) / (2 * C),
            feedback: "Where is your valley when there is an input?",
          },
          {
            name: "not divided by C",
            wrong: (V, I) => (gL * (V - EL) ** 2) / 2 - I * V,
            feedback: "The slope of U is a velocity in mV/ms, not a current.",
          },
          {
            name: "tilted the wrong way",
            wrong: (V, I) => (gL * (V - EL) ** 2) / (2 * C) + (I * V) / C,
            feedback: "A positive input raises the voltage. Towards which side does your input tilt the landscape?",
          },
          {
            name: "input not divided by C",
            wrong: (V, I) => (gL * (V - EL) ** 2) / (2 * C) - I * V,
            feedback: "Leak and input charge the same capacitance: divide both by C.",
          },
          {
            name: "the velocity",
            wrong: (V, I) => (I - gL * (V - EL)) / C,
            feedback: "That is the velocity. The landscape is the function whose slope is minus this.",
          },
          {
            name: "minus the velocity",
            wrong: (V, I) => (gL * (V - EL) - I) / C,
            feedback: "That is the slope of the landscape. Integrate it over V.",
          },
        ],
      });
    },
    hints: [
      "Integrate the velocity of Exercise 3.1 over V and change the sign.",
      "The integral of (V − E_L) is (V − E_L)²/2.",
      "`19 * (V + 67) ** 2 / 20 - I * V / 10`",
    ],
    because: "A leak is a spring: its landscape is a parabola, which a constant input tilts.",
  }),
];
