import { exercise, type Exercise } from "../../exercise.js";
import { between, either, listOf, logBetween, tuple } from "../../answers/domain.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

const mean = (x: readonly number[]): number => x.reduce((sum, v) => sum + v, 0) / x.length;

const squares = (x: readonly number[]): number => x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0);

/** The time between spikes. */
export const intervals: readonly Exercise[] = [
  exercise({
    id: "2.7",
    title: "The coefficient of variation",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "a list of intervals in ms",
        gives: "1",
        at: each([
          [20, 30, 40],
          [5, 5, 5, 5],
          [1, 9, 2, 30],
          [50, 10],
        ]),
        domain: tuple(listOf(either(between(1, 100), logBetween(0.5, 500)), 2, 20)),
        tolerance: percent(0.1),
        right: (x: readonly number[]) => Math.sqrt(squares(x) / (x.length - 1)) / mean(x),
        misconceptions: [
          {
            name: "divided by n",
            wrong: (x) => Math.sqrt(squares(x) / x.length) / mean(x),
            feedback:
              "Nearly. The mean was taken from the same intervals, and that used up one of the n differences. " +
              "By what do you divide then?",
          },
          {
            name: "the variance over the mean",
            wrong: (x) => squares(x) / (x.length - 1) / mean(x),
            feedback: "That is in ms: a variance in ms² over a mean in ms. The CV has no unit.",
          },
          {
            name: "squared",
            wrong: (x) => squares(x) / (x.length - 1) / mean(x) ** 2,
            feedback: "That is the square of the CV: the root is missing.",
          },
          {
            name: "the sum, not the mean, of the squares",
            wrong: (x) => Math.sqrt(squares(x)) / mean(x),
            feedback: "It grows with the number of intervals. By what is the sum of squares divided?",
          },
          {
            name: "mean distance from the mean",
            wrong: (x) => mean(x.map((v) => Math.abs(v - mean(x)))) / mean(x),
            feedback: "You took the mean distance from the mean. A standard deviation squares the distances first.",
          },
          {
            name: "the standard deviation alone",
            wrong: (x) => Math.sqrt(squares(x) / (x.length - 1)),
            feedback: "That is in ms, and it doubles when all intervals double. Compare it with the mean.",
          },
          {
            name: "upside down",
            wrong: (x) => mean(x) / Math.sqrt(squares(x) / (x.length - 1)),
            feedback: "What should the CV of a clock be, and what is yours?",
          },
        ],
      }),
    hints: [
      "Take the mean, then the sum of the squared differences from it.",
      "Divide that sum by n − 1, take the root, divide by the mean.",
      "`const squares = intervals.reduce((sum, T) => sum + (T - mean) ** 2, 0)`",
    ],
    because: "0 for a clock, 1 for a Poisson process, and the same in ms and in seconds.",
  }),
];
