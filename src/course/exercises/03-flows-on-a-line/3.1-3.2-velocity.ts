import { exercise, type Exercise } from "../../exercise.js";
import { between, either, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { listAnswer } from "../../answers/list-answer.js";
import { percent } from "../../answers/tolerance.js";
import { C, gL, EL } from "./membrane.js";

/** A velocity at every voltage, and where it is zero. */
export const velocity: readonly Exercise[] = [
  exercise({
    id: "3.1",
    title: "The velocity of a leaky membrane",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV and I in uA/cm^2",
        gives: "mV/ms",
        at: [
          [-80, 0],
          [-67, 0],
          [-40, 0],
          [-67, 100],
          [-20, 250],
          [0, 0],
        ],
        domain: tuple(between(-120, 80), either(oneOf<number>(0), between(-300, 600))),
        tolerance: percent(0.1),
        right: (V: number, I: number) => (I - gL * (V - EL)) / C,
        misconceptions: [
          {
            name: "current instead of velocity",
            wrong: (V, I) => I - gL * (V - EL),
            feedback: "That is the current left over, in µA/cm². What turns a current into mV per ms?",
          },
          {
            name: "a bracket left out",
            wrong: (V, I) => (I - gL * V - EL) / C,
            feedback: "Your g_L multiplies V alone. Put a bracket around V − E_L.",
          },
          {
            name: "leak with the wrong sign",
            wrong: (V, I) => (I + gL * (V - EL)) / C,
            feedback: "Above E_L, does your leak bring the voltage back or drive it away?",
          },
          {
            name: "E_L with the wrong sign",
            wrong: (V, I) => (I - gL * (V + EL)) / C,
            feedback: "At which voltage does your leak stand still? E_L is negative, and subtracting it adds.",
          },
          {
            name: "input left out",
            wrong: (V) => (-gL * (V - EL)) / C,
            feedback: "Right without an input. Where is `I` in your formula?",
          },
          {
            name: "V instead of V - E_L",
            wrong: (V, I) => (I - gL * V) / C,
            feedback: "At which voltage does your leak stand still? It should be E_L.",
          },
          {
            name: "input not divided by C",
            wrong: (V, I) => I - (gL * (V - EL)) / C,
            feedback: "Both currents charge the same capacitance.",
          },
        ],
      }),
    hints: [
      "Solve the equation of Section 3.1 for dV/dt.",
      "Everything on the right-hand side is divided by the capacitance.",
      "`(I - 19 * (V + 67)) / 10`",
    ],
    because: "Where it is positive the voltage rises, where it is negative it falls; it is zero at E_L + I/g_L.",
  }),
  exercise({
    id: "3.2",
    title: "Stable by the sign of the velocity",
    points: 1,
    variant: (draw) => ({
      low: draw.between(-90, -70, 1),
      middle: draw.between(-62, -46, 1),
      high: draw.between(-38, -12, 1),
    }),
    answer: ({ low, middle, high }) =>
      listAnswer({
        of: "stable equilibria",
        unit: "mV",
        right: [low, high],
        tolerance: 0.5,
        anyOrder: true,
        misconceptions: [
          {
            name: "the unstable one",
            wrong: [middle],
            feedback: "Push the voltage a little to the right of it. Does the velocity there bring it back?",
          },
          {
            name: "all equilibria",
            wrong: [low, middle, high],
            feedback: "These are all the places where the velocity is zero. At which of them is a small push undone?",
          },
          { name: "only the first", wrong: [low], feedback: "That one is right. Look at the other end as well." },
          { name: "only the last", wrong: [high], feedback: "That one is right. Look at the other end as well." },
          {
            name: "one stable, one unstable",
            wrong: [low, middle],
            feedback:
              "One of these two is stable. Push the voltage a little off each of them " +
              "and follow the sign of the velocity.",
          },
        ],
      }),
    hints: [
      "Draw the axis and put an arrow in each of the four stretches.",
      "Stable means: the arrows on both sides point at it.",
    ],
    because: "A stable equilibrium is where the velocity passes from positive to negative.",
  }),
];
