import { exercise, type Exercise } from "../../exercise.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";

type Classify = (rate: readonly number[], onset: readonly number[]) => number;

/** Hz. */
const slow = 30;

const classify: Classify = (rate, onset) => {
  const positive = rate.filter((f) => f > 0);
  if (positive.length > 0) return Math.min(...positive) < slow ? 1 : 2;
  return onset.some((count) => count > 0) ? 3 : 0;
};

/** Three answers to a current, and a rule that tells them apart. */
export const classesOfRates: readonly Exercise[] = [
  exercise({
    id: "13.1",
    title: "Who can fire slowly?",
    points: 1,
    answer: () =>
      numberAnswer({
        unit: "",
        right: 1,
        tolerance: 0,
        misconceptions: [
          {
            name: "class 2",
            wrong: 2,
            feedback: "Which rate is the lowest that its curve ever takes, apart from zero?",
          },
          {
            name: "the rate",
            wrong: 20,
            feedback: "That is the rate in question. Which of the three curves takes it?",
          },
          { name: "class 3", wrong: 3, feedback: "It does not fire steadily at any of these currents." },
        ],
      }),
    hints: [
      "Draw a horizontal line at 20 Hz. Which curve crosses it?",
      "The curve must rise from zero without a jump.",
    ],
    because: "Class 1 turns a weak current into a low rate.",
  }),
  exercise({
    id: "13.2",
    title: "The class from the curve",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "rate in Hz and onset, two lists",
        gives: "the class as a number",
        at: [
          [
            [0, 0, 12, 30, 60],
            [0, 0, 3, 8, 16],
          ],
          [
            [0, 0, 0, 67, 80],
            [0, 0, 1, 33, 38],
          ],
          [
            [0, 0, 0, 0],
            [0, 0, 1, 1],
          ],
          [
            [0, 0, 0],
            [0, 0, 0],
          ],
          [
            [0, 55, 0],
            [0, 4, 1],
          ],
          [
            [0, 0, 29, 90],
            [0, 1, 3, 9],
          ],
          [
            [0, 100, 9],
            [0, 12, 1],
          ],
          [
            [0, 30, 50],
            [0, 3, 6],
          ],
        ],
        tolerance: 0,
        right: classify,
        misconceptions: [
          {
            name: "zero counted as slow",
            wrong: (rate, onset) =>
              Math.max(...rate) > 0 ? (Math.min(...rate) < slow ? 1 : 2) : onset.some((c) => c > 0) ? 3 : 0,
            feedback:
              "The smallest of all rates is zero whenever the neuron was silent at some current. " +
              "Look at the positive ones only.",
          },
          {
            name: "silent taken for class 3",
            wrong: (rate) => {
              const positive = rate.filter((f) => f > 0);
              return positive.length > 0 ? (Math.min(...positive) < slow ? 1 : 2) : 3;
            },
            feedback: "A neuron that never spiked at all has no class: ask for its onset spikes.",
          },
          {
            name: "class 1 and 2 swapped",
            wrong: (rate, onset) => [0, 2, 1, 3][classify(rate, onset)],
            feedback: "A low smallest rate is the mark of class 1.",
          },
          {
            name: "the first instead of the smallest",
            wrong: (rate, onset) => {
              const first = rate.find((f) => f > 0);
              return first === undefined ? classify(rate, onset) : first < slow ? 1 : 2;
            },
            feedback:
              "The currents need not come in rising order: take the smallest positive rate, not the first. " +
              "(`sort()` alone sorts numbers as if they were texts.)",
          },
          {
            name: "the largest rate",
            wrong: (rate, onset) =>
              Math.max(...rate) > 0 ? (Math.max(...rate) < slow ? 1 : 2) : classify(rate, onset),
            feedback:
              "Every class 1 neuron fires fast as well, if the current is large. Look at its smallest positive rate.",
          },
          {
            name: "30 Hz counted as slow",
            wrong: (rate, onset) => {
              const positive = rate.filter((f) => f > 0);
              return positive.length > 0 ? (Math.min(...positive) <= slow ? 1 : 2) : classify(rate, onset);
            },
            feedback: "Nearly: what does your function say to a smallest rate of exactly 30 Hz?",
          },
          {
            name: "any onset spike is class 3",
            wrong: (_rate, onset) => (onset.some((c) => c > 0) ? 3 : 0),
            feedback: "Neurons of class 1 and 2 spike at the onset as well. Ask for steady firing first.",
          },
        ],
      }),
    hints: [
      "First collect the rates above zero: `Array.from(rate).filter((f) => f > 0)`.",
      "If there are any, compare the smallest with 30.",
      "If there are none, look at `onset`.",
    ],
    because: "A rule for machines; the reason is in the bifurcation.",
  }),
];
