import type { Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";

/** What each of the four knobs does. */
export const knobs: Exercise = findMistakes({
  id: "13.2",
  title: "Find the mistakes: four knobs",
  points: 2,
  statements: [
    {
      about: "the knob of adaptation",
      holds: "With d = 0 the regular spiking cell loses the adaptation that its spikes cause.",
      fails: "With a = 0 the regular spiking cell loses the adaptation that its spikes cause.",
      feedback: "Which knob puts into u what each spike leaves?",
    },
    {
      about: "the knob of forgetting",
      holds: "With a = 0 nothing that a spike has put into u is ever forgotten.",
      fails: "With a = 0 all that a spike has put into u is forgotten at once.",
      feedback: "1/a is the time constant of u. How long is it when a is 0?",
    },
    {
      about: "the knob of the landing",
      holds: "c is the voltage at which a spike lands.",
      fails: "c is the voltage at which a spike ends: how high it gets.",
      feedback: "To which value is v set once it has reached 30 mV?",
    },
    {
      about: "the knob between spikes",
      holds: "b says how strongly u answers the voltage between spikes.",
      fails: "b says how much each spike adds to u.",
      feedback: "Where does b stand, in the equation for u or in the reset?",
    },
    {
      about: "which way u pulls",
      holds: "The larger u is, the more input it takes to fire.",
      fails: "The larger u is, the less input it takes to fire.",
      feedback: "With which sign does u stand in the equation for v?",
    },
    {
      about: "a time constant",
      holds: "With a = 0.1 per ms u has a time constant of 10 ms.",
      fails: "With a = 0.1 per ms u has a time constant of 100 ms.",
      feedback: "A time constant is one over a rate.",
    },
  ],
  hints: [
    "Adaptation means that each spike makes the next one harder. Which number is added at each spike?",
    "Try `regular.with({ d: 0 })` in a cell of your own.",
  ],
  because: "d is the after-effect of a spike.",
});
