import { fiCurve } from "../../../experiments/fi-curve.js";
import { prescott } from "../../../models/prescott.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, either, logBetween, oneOf, tuple, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";

type Classify = (rate: number, closer: number, onset: number) => number;

const classify: Classify = (rate, closer, onset) => (rate > 0 ? (closer < 0.75 * rate ? 1 : 2) : onset > 0 ? 3 : 0);

/** Steady rate of one of Prescott's neurons, Hz. */
const rateOf = (preset: "class 1" | "class 2", I: number): number =>
  fiCurve(prescott.preset(preset), [I], { duration: 600 }).rate[0];

/** Three answers to a current, and a rule that tells them apart. */
export const classesOfRates: readonly Exercise[] = [
  exercise({
    id: "15.1",
    title: "The one that can be slow",
    points: 1,
    variant: (draw) => ({ I: draw.between(45, 70, 0.1) }),
    answer: ({ I }) =>
      numberAnswer({
        unit: "Hz",
        right: rateOf("class 1", I),
        tolerance: 1.5,
        misconceptions: [
          {
            name: "class 2",
            wrong: rateOf("class 2", I),
            feedback:
              "That curve jumps. Which of the two that fire at your current takes the value of 20 Hz somewhere?",
          },
          {
            name: "the slow rate",
            wrong: 20,
            feedback: "That is the slow rate. How fast does the same neuron fire at your current?",
          },
          {
            name: "the current",
            wrong: I,
            feedback: "That is your current. Go up from it to the curve, and read the rate in Hz.",
          },
          {
            name: "class 3",
            wrong: 0,
            feedback: "It does not fire steadily at any of these currents.",
          },
        ],
      }),
    hints: [
      "Draw a horizontal line at 20 Hz. Which curve crosses it?",
      "That curve rises from zero without a jump. Read it at your current, between two points if need be.",
      "`fiCurve(one, [given.I], { duration: 600 }).rate` is a list of one.",
    ],
    because: "Class 1 turns a weak current into a low rate, and takes every rate above.",
  }),
  exercise({
    id: "15.2",
    title: "The class from two rates",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "two rates in Hz and the number of onset spikes",
        gives: "the class as a number",
        at: [
          [15.4, 1.6, 8],
          [65.8, 64.6, 33],
          [0, 0, 1],
          [0, 0, 0],
          [6.5, 5.7, 0],
          [12.8, 8, 2],
          [40, 31, 9],
          [40, 29, 9],
          [20, 0, 0],
        ] as [number, number, number][],
        domain: either<[number, number, number]>(
          (random) => {
            const rate = logBetween(0.5, 300)(random);
            const share = either(between(0, 1.1), between(0.7, 0.8), oneOf<number>(0))(random);
            return [rate, share * rate, whole(0, 40)(random)];
          },
          tuple(oneOf<number>(0), oneOf<number>(0), either(oneOf<number>(0), whole(0, 40))),
        ),
        tolerance: 0,
        right: classify,
        parts: [{ name: "neurons that go on firing", points: 2, where: ([rate]) => rate > 0 }],
        misconceptions: [
          {
            name: "slow is class 1",
            wrong: (rate, _closer, onset) => (rate > 0 ? (rate < 30 ? 1 : 2) : onset > 0 ? 3 : 0),
            feedback: "A low rate may be the lowest there is. Does it fall further when you come closer?",
          },
          {
            name: "silent taken for class 3",
            wrong: (rate, closer) => (rate > 0 ? classify(rate, closer, 0) : 3),
            feedback: "A neuron that never spiked at all has no class: ask for its onset spikes.",
          },
          {
            name: "class 1 and 2 swapped",
            wrong: (rate, closer, onset) => [0, 2, 1, 3][classify(rate, closer, onset)],
            feedback: "A rate that falls towards zero is the mark of class 1.",
          },
          {
            name: "any fall counts",
            wrong: (rate, closer, onset) => (rate > 0 ? (closer < rate ? 1 : 2) : onset > 0 ? 3 : 0),
            feedback: "Every rate falls a little towards the onset. How far must it fall for class 1?",
          },
          {
            name: "one half",
            wrong: (rate, closer, onset) => (rate > 0 ? (closer < rate / 2 ? 1 : 2) : onset > 0 ? 3 : 0),
            feedback: "The line is drawn at three quarters, not at one half.",
          },
          {
            name: "zero at the onset taken for silence",
            wrong: (rate, closer, onset) => (closer > 0 ? classify(rate, closer, onset) : onset > 0 ? 3 : 0),
            feedback: "A rate of zero closer by, and some further away: is it not on its way to zero?",
          },
          {
            name: "any onset spike is class 3",
            wrong: (_rate, _closer, onset) => (onset > 0 ? 3 : 0),
            feedback: "Neurons of class 1 and 2 spike at the onset as well. Ask for steady firing first.",
          },
        ],
      }),
    hints: [
      "First ask whether `rate` is above zero.",
      "If it is, compare `closer` with `0.75 * rate`.",
      "If it is not, look at `onset`.",
    ],
    because: "Not the rate counts, but where it goes. The reason is in the bifurcation.",
  }),
];
