import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
import { between, tuple } from "../../answers/domain.js";
import { functionAnswer, grid } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

/** Equations and sentences with mistakes in them, as they stand in print. */
export const proofreading: readonly Exercise[] = [
  exercise({
    id: "9.4",
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
  findMistakes({
    id: "9.5",
    title: "Find the mistakes: the current balance",
    points: 2,
    statements: [
      {
        about: "the leak",
        holds: "The leak enters `C dV/dt` as `- gL*(V - EL)`.",
        fails: "The leak enters `C dV/dt` as `- gL*V`.",
        feedback: "At which V should the leak be zero?",
      },
      {
        about: "sodium's battery",
        holds: "The driving force of sodium is `V - ENa`: every ion has its own battery.",
        fails: "The driving force of sodium is `V - E`, with one and the same battery for all ions.",
        feedback: "Whose battery is it? Look at the equation typeset at the head of Section 9.3.",
      },
      {
        about: "sodium's gates",
        holds: "The gates of sodium enter as `m^3*h`.",
        fails: "The gates of sodium enter as `m*h^3`.",
        feedback: "How many gates has a sodium channel that open, and how many that shut? See Section 8.2.",
      },
      {
        about: "potassium's gates",
        holds: "The gates of potassium enter as `n^4`.",
        fails: "The gates of potassium enter as `n`.",
        feedback: "How many gates has a potassium channel here?",
      },
      {
        about: "the input",
        holds: "`C dV/dt` needs a term `+ I`, or no stimulus gets in.",
        fails: "`C dV/dt` needs no term for the input: a stimulus gets in through the gates.",
        feedback: "Does any gate of this model depend on I?",
      },
      {
        about: "the signs",
        holds: "The three ionic currents enter `C dV/dt` with a minus.",
        fails: "The three ionic currents enter `C dV/dt` with a plus.",
        feedback: "Outward ionic current is positive, and it discharges the membrane.",
      },
    ],
    hints: [
      "Lay the printed equation beside the one that the model typesets.",
      "A term that is not there counts as well.",
    ],
    because:
      "With n instead of n⁴ the resting axon leaks so much potassium that rest moves from 0 to −10.9 mV on " +
      "the scale of 1952.",
  }),
];
