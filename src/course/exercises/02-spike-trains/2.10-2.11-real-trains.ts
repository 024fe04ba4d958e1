import { between, listOf, where, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

type Spread = (spikes: readonly number[], window: number, duration: number) => number;

const counts = (spikes: readonly number[], window: number, duration: number): number[] => {
  const n = new Array<number>(Math.floor(duration / window)).fill(0);
  for (const t of spikes) if (t < n.length * window) n[Math.floor(t / window)]++;
  return n;
};

const mean = (x: readonly number[]): number => x.reduce((sum, v) => sum + v, 0) / x.length;

const variance = (x: readonly number[], less = 1): number =>
  x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0) / (x.length - less);

/** A statistic of the counts. */
const of =
  (statistic: (n: readonly number[]) => number): Spread =>
  (spikes, window, duration) =>
    statistic(counts(spikes, window, duration));

type Average = (level: readonly number[], spikes: readonly number[], lag: number) => number;

/** The values that belong to the spikes: `lag` entries before each, where there is one. */
const heard = (level: readonly number[], spikes: readonly number[], lag: number): number[] =>
  spikes.map((t) => level[Math.round(t) - lag]).filter((x) => x !== undefined);

const average: Average = (level, spikes, lag) => mean(heard(level, spikes, lag));

/** Trains that were recorded. */
export const realTrains: readonly Exercise[] = [
  exercise({
    id: "2.10",
    title: "The Fano factor",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "spike times, the window and the duration, all in ms",
        gives: "1",
        at: [
          [[5, 12, 18, 33, 34, 36, 38], 10, 40],
          [[1, 2, 3, 21, 39, 41, 55, 58], 20, 60],
          [[10, 11, 12, 60, 95, 99], 25, 100],
          [[3, 8, 14, 22, 29, 31, 33, 47], 15, 50],
        ] as [number[], number, number][],
        domain: where(
          (random) => {
            const [window, windows] = [between(2, 40)(random), between(2, 20)(random)];
            const spikes = listOf(between(0, window * windows), 3, 60)(random).sort((a, b) => a - b);
            return [spikes, window, window * windows];
          },
          ([spikes, window, duration]) => mean(counts(spikes, window, duration)) > 0,
        ),
        tolerance: percent(0.1),
        right: of((n) => variance(n) / mean(n)),
        misconceptions: [
          {
            name: "divided by n",
            wrong: of((n) => variance(n, 0) / mean(n)),
            feedback: "Nearly. The mean was taken from the same counts: by what is the sum of squares divided then?",
          },
          {
            name: "a coefficient of variation",
            wrong: of((n) => Math.sqrt(variance(n)) / mean(n)),
            feedback: "That is a standard deviation over a mean. The Fano factor takes the variance.",
          },
          { name: "the variance alone", wrong: of((n) => variance(n)), feedback: "Now divide by the mean count." },
          {
            name: "upside down",
            wrong: of((n) => mean(n) / variance(n)),
            feedback: "For a clock, whose counts are all alike, it should be 0. What is yours?",
          },
          {
            name: "the mean count",
            wrong: of(mean),
            feedback: "That is the mean count. How much do the counts scatter about it?",
          },
          {
            name: "the rest counted as a window",
            wrong: (spikes, window, duration) => {
              const n = counts(spikes, window, Math.ceil(duration / window) * window);
              return variance(n) / mean(n);
            },
            feedback: "Where the windows do not fill the duration, leave out the piece at the end.",
          },
          {
            name: "empty windows left out",
            wrong: of((n) => {
              const full = n.filter((count) => count > 0);
              return variance(full) / mean(full);
            }),
            feedback: "A window without spikes counts too: its count is 0.",
          },
        ],
      }),
    hints: [
      "Begin with a list of zeros, one for each whole window: `new Array(Math.floor(duration / window)).fill(0)`.",
      "For each spike add 1 to the count with the number `Math.floor(t / window)`, if there is such a window.",
      "Then the variance of the counts, with n − 1, over their mean.",
    ],
    because: "0 for a clock, 1 for a Poisson process, and above 1 where the rate itself moves.",
  }),
  exercise({
    id: "2.11",
    title: "What was heard before a spike",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "levels, one for each ms, spike times in ms, and a lag in ms",
        gives: "dB",
        at: [
          [[1, 5, -2, 7, 3, 0, 4, 9], [3, 5, 7], 0],
          [[1, 5, -2, 7, 3, 0, 4, 9], [3, 5, 7], 2],
          [[1, 5, -2, 7, 3, 0, 4, 9], [1.2, 3.4, 5.8, 6.9], 1],
          [[1, 5, -2, 7, 3, 0, 4, 9], [1, 2, 4, 6], 3],
        ] as [number[], number[], number][],
        domain: where(
          (random) => {
            const level = listOf(between(-20, 80), 8, 60)(random);
            const spikes = listOf(between(0, level.length - 1), 1, 12)(random).sort((a, b) => a - b);
            return [level, spikes, whole(0, 6)(random)];
          },
          ([level, spikes, lag]) => heard(level, spikes, lag).length > 0,
        ),
        tolerance: percent(0.1),
        right: average,
        misconceptions: [
          {
            name: "after the spike",
            wrong: (level, spikes, lag) => average(level, spikes, -lag),
            feedback: "You look at what came after the spike. It cannot have been its cause.",
          },
          {
            name: "the lag left out",
            wrong: (level, spikes) => average(level, spikes, 0),
            feedback: "Right for a lag of 0. Where is `lag` in your sum?",
          },
          {
            name: "the sum",
            wrong: (level, spikes, lag) => heard(level, spikes, lag).reduce((sum, x) => sum + x, 0),
            feedback: "That is the sum. How many spikes have gone into it?",
          },
          {
            name: "divided by all levels",
            wrong: (level, spikes, lag) => heard(level, spikes, lag).reduce((sum, x) => sum + x, 0) / level.length,
            feedback: "Divide by the number of spikes that counted, not by the number of levels.",
          },
          {
            name: "the level throughout",
            wrong: (level) => mean(level),
            feedback: "That is the mean of all levels. Take those before a spike only.",
          },
          {
            name: "rounded down",
            wrong: (level, spikes, lag) => average(level, spikes.map(Math.floor), lag),
            feedback: "Take the level nearest to the spike: `Math.round(t) - lag`, not rounded down.",
          },
        ],
      }),
    hints: [
      "The entry that belongs to the spike at t is `level[Math.round(t) - lag]`.",
      "Leave out spikes for which there is no such entry: it is `undefined` there.",
      "Add up what is left, and divide by how many there are.",
    ],
    because: "It shows what a neuron waits for, with no model at all.",
  }),
];
