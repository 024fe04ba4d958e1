import { selectionAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, tuple } from "../../answers/domain.js";
import { functionAnswer, grid } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

/** Equations and sentences with mistakes in them, as they stand in print. */
export const proofreading: readonly Exercise[] = [
  exercise({
    id: "7.9",
    title: "Find the mistake: β of h",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV above rest",
        gives: "1/ms",
        at: grid(-20, 100, 13),
        domain: tuple(between(-100, 200)),
        tolerance: percent(0.5),
        right: (V: number) => 1 / (Math.exp((30 - V) / 10) + 1),
        misconceptions: [
          {
            name: "as printed",
            wrong: (V) => -V / (Math.exp((30 - V) / 10) + 1),
            feedback: "That is what the page prints. Can a rate be zero at rest and negative above it?",
          },
          {
            name: "minus one instead of plus one",
            wrong: (V) => 1 / (Math.exp((30 - V) / 10) - 1),
            feedback: "With −1 your rate blows up at 30 mV. Compare the sign in the denominator with the printed one.",
          },
          {
            name: "denominator without brackets",
            wrong: (V) => 1 / Math.exp((30 - V) / 10) + 1,
            feedback: "Your division ends before the + 1. Put the whole denominator into brackets.",
          },
          {
            name: "exponent without brackets",
            wrong: (V) => 1 / (Math.exp(30 - V / 10) + 1),
            feedback: "Only V is divided by 10 in your exponent. Where do the brackets belong?",
          },
          {
            name: "V not counted from rest",
            wrong: (V) => 1 / (Math.exp((-35 - V) / 10) + 1),
            feedback: "That is right where rest is at −65 mV. The page counts V from rest.",
          },
          {
            name: "exponent the wrong way round",
            wrong: (V) => 1 / (Math.exp((V - 30) / 10) + 1),
            feedback: "Depolarisation must shut this gate faster, and yours slows it down.",
          },
          {
            name: "V instead of −V",
            wrong: (V) => V / (Math.exp((30 - V) / 10) + 1),
            feedback:
              "Now it is positive, but it grows without limit. What should it tend to at strong depolarisation?",
          },
        ],
      }),
    hints: [
      "A rate is never negative. Evaluate the printed formula at V = 20.",
      "The curve should rise smoothly from 0 to 1 per ms, and be 1/2 at V = 30.",
      "Only the numerator is wrong.",
    ],
    because:
      "A sigmoid: 0.047 per ms at rest, 1/2 at 30 mV, 1 at strong depolarisation. " +
      "As printed, it is zero at rest and negative above it: the gate would never shut.",
  }),
  exercise({
    id: "7.10",
    title: "Find the mistakes: the current balance",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: [
          "the input I is missing",
          "V - E should be V - E_Na",
          "n should be n^4",
          "m^3 h should be m h^3",
          "the leak should be g_L V",
          "all signs should be +",
        ],
        right: ["the input I is missing", "V - E should be V - E_Na", "n should be n^4"],
        misconceptions: [
          {
            name: "the input overlooked",
            wrong: ["V - E should be V - E_Na", "n should be n^4"],
            feedback: "Both of these are mistakes. How would a stimulus get into this neuron?",
          },
          {
            name: "the fourth power overlooked",
            wrong: ["the input I is missing", "V - E should be V - E_Na"],
            feedback: "Both of these are mistakes. How many gates has a potassium channel here?",
          },
          {
            name: "the battery overlooked",
            wrong: ["the input I is missing", "n should be n^4"],
            feedback: "Both of these are mistakes. Whose battery is E?",
          },
          {
            name: "signs changed",
            wrong: ["the input I is missing", "V - E should be V - E_Na", "n should be n^4", "all signs should be +"],
            feedback: "Outward ionic current is positive and discharges the membrane. Should it enter with a plus?",
          },
        ],
      }),
    hints: [
      "Lay the printed equation beside the one that the model typesets.",
      "There are three mistakes, one in each of three terms; a term that is not there counts.",
    ],
    because:
      "With n instead of n⁴ the resting axon leaks so much potassium that rest moves from 0 " +
      "to −10.9 mV on the scale of 1952.",
  }),
];
