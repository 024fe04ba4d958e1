import { excitationOverInhibition } from "./18-many-neurons/18.1-excitation.js";
import { balanceExercises } from "./18-many-neurons/18.5-18.6-balance.js";
import { crowdExercises } from "./18-many-neurons/18.7-18.8-crowds.js";
import { findMistakes } from "../find-mistakes.js";
import { exercise, type Exercise } from "../exercise.js";
import { between, listOf, logBetween, whole, type Domain } from "../answers/domain.js";
import { functionAnswer } from "../answers/function-answer.js";
import { percent } from "../answers/tolerance.js";

type Rate = (cell: readonly number[], duration: number, first: number, end: number) => number;

const spikesIn: Rate = (cell, _duration, first, end) => cell.filter((k) => k >= first && k < end).length;
const rate: Rate = (cell, duration, first, end) =>
  (1000 * spikesIn(cell, duration, first, end)) / (end - first) / duration;

const aboveMean = (list: readonly number[]): number[] => {
  const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
  return list.map((x) => x - mean);
};

/** How well two lists match after each shift of the second to the left: 0, 1, … most places. */
const match = (a: readonly number[], b: readonly number[], most: number): number[] =>
  Array.from({ length: most + 1 }, (_, shift) => a.reduce((sum, x, k) => sum + x * (b[k + shift] ?? 0), 0));

const place = (list: readonly number[]): number => list.indexOf(Math.max(...list));

/** Two lists, the second of which follows the first; one entry of it is higher than all, and means nothing. */
const delayed: Domain<[number[], number[], number]> = (random) => {
  const [size, most, shift] = [whole(30, 60)(random), whole(4, 10)(random), whole(0, 4)(random)];
  const [base, size2] = [between(-5, 20)(random), between(1, 5)(random)];
  const list = Array.from({ length: size }, () => base + size2 * random());
  const later = list.map((_, k) => 3 * (list[k - shift] ?? base + size2 / 2) + 7);
  later[whole(0, size - 1)(random)] = Math.max(...later) + size2;
  return [list, later, most];
};

/** The exercises of notebook 18, in the order of its text. */
export const manyNeuronsExercises: readonly Exercise[] = [
  excitationOverInhibition,
  exercise({
    id: "18.2",
    title: "The rate of some of the cells",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "a list of the cells that fired, the duration in ms, and the numbers first and end",
        gives: "Hz",
        at: [
          [[0, 1, 1, 2, 3, 3, 3, 4], 1000, 0, 3],
          [[0, 1, 1, 2, 3, 3, 3, 4], 500, 3, 5],
          [[7, 2, 9, 2, 5, 2, 8], 6000, 2, 8],
          [[0, 0, 0], 100, 0, 1],
          [[5, 6, 7], 1000, 0, 5],
          [[1, 2, 2, 3], 2000, 0, 4],
        ],
        domain: (random) => {
          const first = whole(0, 20)(random);
          const end = first + whole(1, 20)(random);
          return [listOf(whole(0, 40), 0, 60)(random), logBetween(50, 10000)(random), first, end];
        },
        tolerance: percent(0.1),
        right: rate,
        misconceptions: [
          {
            name: "all spikes counted",
            wrong: (cell, duration, first, end) => (1000 * cell.length) / (end - first) / duration,
            feedback: "Count only the spikes of the cells that were asked for.",
          },
          {
            name: "of the whole population",
            wrong: (cell, duration, first, end) => (1000 * spikesIn(cell, duration, first, end)) / duration,
            feedback: "That is the rate of all these cells together. What is it for one of them?",
          },
          {
            name: "per ms",
            wrong: (cell, duration, first, end) => rate(cell, duration, first, end) / 1000,
            feedback: "The duration is in ms, so yours is in spikes per ms.",
          },
          {
            name: "the number of spikes",
            wrong: spikesIn,
            feedback: "That is how many spikes there were. How many per cell and second?",
          },
          {
            name: "the last one counted",
            wrong: (cell, duration, first, end) =>
              (1000 * cell.filter((k) => k >= first && k <= end).length) / (end - first) / duration,
            feedback: "The cell with the number `end` does not belong to them any more.",
          },
          {
            name: "one cell too many",
            wrong: (cell, duration, first, end) =>
              (1000 * spikesIn(cell, duration, first, end)) / (end - first + 1) / duration,
            feedback: "How many cells are there from 0 up to, but not including, 3?",
          },
          {
            name: "cells above the first",
            wrong: (cell, duration, first, end) =>
              (1000 * cell.filter((k) => k > first && k < end).length) / (end - first) / duration,
            feedback: "The cell with the number `first` belongs to them.",
          },
        ],
      }),
    hints: [
      "`Array.from(cell).filter((k) => …).length` counts the spikes that you want.",
      "Divide by the number of cells, end − first, and by the seconds.",
      "`1000 * spikes / (end - first) / duration`",
    ],
    because: "Spikes per cell and second.",
  }),
  exercise({
    id: "18.3",
    title: "Who follows whom",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "two lists and the largest shift to try",
        gives: "the shift, a whole number",
        at: [
          [[0, 0, 9, 1, 0, 0, 0, 8, 0, 0, 0, 0], [0, 0, 0, 0, 9, 1, 0, 0, 0, 8, 0, 0], 5],
          [[10, 10, 12, 10, 10, 10], [10, 10, 10, 10, 12, 10], 3],
          [[3, 9, 3, 3, 3, 3, 3, 3], [1, 1, 1, 1, 1, 8, 1, 1], 6],
          [[0, 4, 0, 0, 4, 0, 0, 0, 0], [0, 4, 0, 0, 4, 0, 0, 0, 0], 2],
          [[4, 5, 9, 8, 4, 4, 4, 4, 4, 4], [2, 2, 2, 2, 3, 9, 8, 2, 2, 30], 4],
          [[10, 12, 10, 10, 10, 10, 10, 10], [0, 0, 0, 0, 2, 0, 0, 0], 4],
          [[0, 9, 0, 0, 0, 0, 0, 0], [0, 0, 2, 0, 0, 9, 0, 0], 3], // a better match lies beyond `most`
        ] as [number[], number[], number][],
        domain: delayed,
        tolerance: 0,
        right: (earlier, later, most) => place(match(aboveMean(earlier), aboveMean(later), most)),
        misconceptions: [
          {
            name: "without the means",
            wrong: (earlier, later, most) => place(match(earlier, later, most)),
            feedback:
              "Nearly. Where both lists are large throughout, few shifts keep all partners: subtract the means.",
          },
          {
            name: "moved the other way",
            wrong: (earlier, later, most) => place(match(aboveMean(later), aboveMean(earlier), most)),
            feedback: "You moved the other list. What comes later must be compared with what came earlier.",
          },
          {
            name: "between the highest entries",
            wrong: (earlier, later) => place(later) - place(earlier),
            feedback: "That is the distance between the two tallest entries. Let all of them count.",
          },
          {
            name: "the match instead of the shift",
            wrong: (earlier, later, most) => Math.max(...match(aboveMean(earlier), aboveMean(later), most)),
            feedback: "That is how well they match. By how many places were they shifted?",
          },
          {
            name: "the worst match",
            wrong: (earlier, later, most) => place(match(aboveMean(earlier), aboveMean(later), most).map((x) => -x)),
            feedback: "At your shift the lists match worst. Look for the largest sum.",
          },
        ],
      }),
    hints: [
      "For one shift: add up `a[k] * b[k + shift]` over all k for which there is a partner.",
      "Do this for the shifts 0, 1, … most, and keep the sums in a list, `matches`.",
      "`matches.indexOf(Math.max(...matches))` is the place of the largest sum, and that is the shift.",
    ],
    because: "Inhibitory cells follow excitatory ones by one to three milliseconds: they are fired by them.",
  }),
  findMistakes({
    id: "18.4",
    title: "Find the mistakes: networks",
    points: 2,
    statements: [
      {
        about: "independence",
        holds: "Although each cell's noise is independent, the spikes of the network are not.",
        fails: "Since each cell's noise is independent, the spikes of the network are independent.",
        feedback: "What joins cells whose noise is independent?",
      },
      {
        about: "crowd and cell",
        holds: "In a rhythm of the population at 40 Hz a cell may fire six times a second.",
        fails: "A rhythm of the population at 40 Hz means that each cell fires forty times a second.",
        feedback: "Compare the rhythm of 40 Hz with the rate of one cell.",
      },
      {
        about: "rhythm without inhibition",
        holds: "Without inhibition this network has a stronger rhythm than with it.",
        fails: "Without inhibition this network has no rhythm.",
        feedback: "Compare the heights of the three spectra in Section 18.3.",
      },
      {
        about: "what a synapse is here",
        holds: "In this model a synapse has no delay and no time course of its own.",
        fails: "In this model a synapse has a delay of its own, as an axon gives it.",
        feedback: "What does a spike do to its target in Section 18.1, and for how long?",
      },
      {
        about: "one second",
        holds: "A peak in the spectrum of one second of activity may be chance.",
        fails: "A peak in the spectrum of one second of activity proves a rhythm.",
        feedback: "How high did the power rise in the network without any coupling?",
      },
    ],
    hints: [
      "Compare the network with the uncoupled one.",
      "How many bands does a single cell take part in?",
      "Why was the power averaged over five seconds?",
    ],
    because: "Rhythm is a property of the crowd, and has to be told from chance.",
  }),
  ...balanceExercises,
  ...crowdExercises,
];
