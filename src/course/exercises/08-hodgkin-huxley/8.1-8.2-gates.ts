import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const { gK, EK } = hodgkinHuxley.parameters;

/** Rates, steady states and time constants. */
export const gates: readonly Exercise[] = [
  exercise({
    id: "8.1",
    title: "How slow is the potassium gate?",
    points: 1,
    variant: (draw) => ({ V: draw.between(-45, 10, 0.1) }),
    answer: ({ V }) => {
      const at = (name: string): number => hodgkinHuxley.quantity(name, [V, 0, 0, 0]);
      return numberAnswer({
        unit: "ms",
        right: at("tauN"),
        tolerance: percent(2),
        misconceptions: [
          {
            name: "the inactivation gate",
            wrong: at("tauH"),
            feedback: "That is the time constant of `h`. Which gate belongs to potassium?",
          },
          {
            name: "the sodium activation gate",
            wrong: at("tauM"),
            feedback: "That is the time constant of `m`, by far the fastest. Which gate belongs to potassium?",
          },
          {
            name: "at rest",
            wrong: hodgkinHuxley.quantity("tauN", [-65, 0, 0, 0]),
            feedback: "That is the time constant at rest. Go along the curve to your voltage.",
          },
          { name: "a rate", wrong: 1 / at("tauN"), feedback: "That is a rate, in 1/ms. How long does it take, in ms?" },
          {
            name: "steady state instead of time constant",
            wrong: at("nInf"),
            feedback: "You read the left panel, where a gate ends. How long it takes is in the right one.",
          },
        ],
      });
    },
    hints: [
      "Use the right panel: time constants.",
      "The curve for potassium is τ of n. Point at it to read its value.",
      '`hodgkinHuxley.quantity("tauN", [mine.V, 0, 0, 0])` evaluates the curve.',
    ],
    because: "After this time 63 % of the way to the new steady state is done, and after three times as long, 95 %.",
  }),
  exercise({
    id: "8.2",
    title: "The potassium current",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV and n",
        gives: "uA/cm^2",
        at: [
          [-65, 0.32],
          [-40, 0.5],
          [20, 0.7],
          [EK, 0.4],
          [-90, 0.9],
        ],
        domain: tuple(between(-120, 80), between(0, 1)),
        tolerance: percent(0.1),
        right: (V: number, n: number) => gK * n ** 4 * (V - EK),
        misconceptions: [
          {
            name: "n without its fourth power",
            wrong: (V, n) => gK * n * (V - EK),
            feedback: "You let the channel conduct as soon as one gate is open. How many must be open at once?",
          },
          {
            name: "V instead of V - E_K",
            wrong: (V, n) => gK * n ** 4 * V,
            feedback: "At which potential is your current zero? Potassium is in balance at E_K.",
          },
          {
            name: "times four",
            wrong: (V, n) => gK * n * 4 * (V - EK),
            feedback: "Four gates that must all be open: are their fractions added or multiplied?",
          },
          {
            name: "the third power",
            wrong: (V, n) => gK * n ** 3 * (V - EK),
            feedback: "Three is the number of activation gates of a sodium channel. And of a potassium channel?",
          },
          {
            name: "V plus E_K",
            wrong: (V, n) => gK * n ** 4 * (V + EK),
            feedback: "Your current is zero at +77 mV. E_K is negative: subtract it.",
          },
          {
            name: "^ for a power",
            wrong: (V, n) => (gK * n) ^ (4 * (V - EK)),
            feedback: "In TypeScript `^` is no power (it works on bits). Write `n ** 4`.",
          },
          {
            name: "sign reversed",
            wrong: (V, n) => gK * n ** 4 * (EK - V),
            feedback: "Outward current counts positive, and above E_K potassium flows out.",
          },
          {
            name: "conductance only",
            wrong: (_V, n) => gK * n ** 4,
            feedback: "That is a conductance. What turns it into a current?",
          },
        ],
      }),
    hints: [
      "A current is a conductance times a driving force.",
      "The conductance is g_K times the fraction of channels with all four gates open.",
      "`36 * n ** 4 * (V + 77)`",
    ],
    because: "At V = E_K it is zero for every n: that is what a reversal potential is.",
  }),
];
