import { leakyIntegrateAndFire } from "../../../models/leaky-integrate-and-fire.js";
import { leakyIntegrateAndFireRate } from "../../../experiments/integrate-and-fire-rate.js";
import { choiceAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const lif = leakyIntegrateAndFire.parameters;

const rate = (I: number): number => leakyIntegrateAndFireRate(lif, I);

/** Charge, fire, forget; and a pause after each spike. */
export const leaky: readonly Exercise[] = [
  exercise({
    id: "10.1",
    title: "Your rheobase",
    points: 2,
    variant: (draw) => ({
      gL: draw.oneOf([4, 5, 6, 8, 12, 14, 16]),
      EL: draw.between(-80, -70, 1),
      Vth: draw.between(-58, -50, 1),
    }),
    answer: ({ gL, EL, Vth }) =>
      numberAnswer({
        unit: "pA",
        right: gL * (Vth - EL),
        tolerance: 0.5,
        misconceptions: [
          {
            name: "threshold from zero",
            wrong: gL * Vth,
            feedback: "How far has the voltage to climb from rest? Ohm's law wants a difference of voltages.",
          },
          {
            name: "the sum of both",
            wrong: gL * (Vth + EL),
            feedback: "Both are negative, so you have added their sizes. How far is it from one to the other?",
          },
          {
            name: "no brackets",
            wrong: gL * Vth - EL,
            feedback: "You multiplied before you subtracted. First the distance, in brackets.",
          },
          {
            name: "the distance only",
            wrong: Vth - EL,
            feedback: "That is the climb in mV. What current holds the membrane there against its leak?",
          },
          {
            name: "divided instead of multiplied",
            wrong: (Vth - EL) / gL,
            feedback: "A conductance in nS times mV is a current in pA.",
          },
          {
            name: "with the capacitance",
            wrong: (lif.C / gL) * (Vth - EL),
            feedback: "Capacitance says how long it takes, not how much current holds the voltage.",
          },
        ],
      }),
    hints: [
      "At rheobase the target voltage E_L + I/g_L is just the threshold.",
      "Solve that for I.",
      "`mine.gL * (mine.Vth - mine.EL)`",
    ],
    because: "nS times mV gives pA: conductance times distance.",
  }),
  exercise({
    id: "10.2",
    title: "The firing rate in closed form",
    points: 3,
    answer: () => {
      const T = (I: number, tRef: number): number => tRef + 10 * Math.log(I / 10 / (I / 10 - 20));
      const above =
        (f: (I: number) => number) =>
        (I: number): number =>
          I / 10 > 20 ? f(I) : 0;
      return functionAnswer({
        of: "I in pA",
        gives: "Hz",
        at: each([0, 150, 200, 201, 210, 250, 300, 600]),
        tolerance: percent(0.1),
        right: rate,
        misconceptions: [
          {
            name: "refractory period left out",
            wrong: above((I) => 1000 / T(I, 0)),
            feedback: "Close. What does the neuron do in the first 2 ms after a spike?",
          },
          {
            name: "1/ms for Hz",
            wrong: above((I) => 1 / T(I, 2)),
            feedback: "Your interval is in ms, so its inverse is in spikes per ms.",
          },
          {
            name: "logarithm to base ten",
            wrong: above((I) => 1000 / (2 + 10 * Math.log10(I / 10 / (I / 10 - 20)))),
            feedback: "The exponential is undone by the natural logarithm, `Math.log`.",
          },
          {
            name: "quotient upside down",
            wrong: above((I) => 1000 / (2 - 10 * Math.log(I / 10 / (I / 10 - 20)))),
            feedback: "Your logarithm is negative. The longer distance, from the reset, stands above.",
          },
          {
            name: "rest left out of the target",
            wrong: (I) => (I / 10 <= -55 ? 0 : 1000 / (2 + 10 * Math.log((I / 10 + 75) / (I / 10 + 55)))),
            feedback: "Your neuron fires without input. The target is E_L + I/g_L, not I/g_L.",
          },
          {
            name: "the interval itself",
            wrong: above((I) => T(I, 2)),
            feedback: "That is the interval in ms. A rate is its inverse.",
          },
          {
            name: "no rheobase",
            wrong: (I) => 1000 / T(I, 2),
            feedback: "What is the logarithm of a negative number? Ask first whether the neuron fires at all.",
          },
        ],
      });
    },
    hints: [
      "Compute the target −75 + I/10 and return 0 if it is not above −55.",
      "T = 2 + 10 ln((target + 75)/(target + 55)), in ms.",
      "`1000 / T` is the rate in Hz.",
    ],
    because: "30.8 Hz at 210 pA, 77.0 Hz at 300 pA: the curve starts vertically and bends.",
  }),
  exercise({
    id: "10.3",
    title: "Find the mistake: what is printed?",
    points: 2,
    answer: () =>
      choiceAnswer({
        right: "b",
        others: {
          a: "Read the second formula: it says when and to what value.",
          c: "Which symbol stands under the d/dt?",
        },
      }),
    hints: [
      "Look for each of the three in the two formulas.",
      "After the reset, what keeps the voltage from rising again at once?",
    ],
    because: "A refractory period needs a rule of its own: hold the voltage for t_ref.",
  }),
];
