import { izhikevich } from "../../models/izhikevich.js";
import { corticalNetwork, rhythm } from "../../networks/cortical-network.js";
import { selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

type Rate = (cell: readonly number[], duration: number, first: number, end: number) => number;

const spikesIn: Rate = (cell, _duration, first, end) => cell.filter((k) => k >= first && k < end).length;
const rate: Rate = (cell, duration, first, end) =>
  (1000 * spikesIn(cell, duration, first, end)) / (end - first) / duration;

const frequencies = Array.from({ length: 60 }, (_, k) => k + 3);

/** Power at each of `frequencies` with a given factor on the inhibition, the first second left out. */
const power = (seed: number, inhibition: number): Float64Array =>
  rhythm(corticalNetwork(izhikevich, { inhibition, seed, duration: 4000 }), frequencies, { from: 1000, window: 1000 });

/** The exercises of notebook 16, in the order of its text. */
export const manyNeuronsExercises: readonly Exercise[] = [
  exercise({
    id: "16.1",
    title: "Excitation over inhibition",
    points: 1,
    answer: () =>
      numberAnswer({
        unit: "",
        right: 2,
        tolerance: percent(1),
        misconceptions: [
          {
            name: "numbers of cells only",
            wrong: 4,
            feedback: "Four times as many cells; but an inhibitory weight counts for more.",
          },
          {
            name: "weights only",
            wrong: 0.5,
            feedback: "That compares the weights. How many inputs are there of each kind?",
          },
          {
            name: "what is left",
            wrong: 100,
            feedback: "That is excitation minus inhibition, if every cell fires once. Divide instead.",
          },
        ],
      }),
    hints: ["Total excitation: number of inputs times mean weight.", "800 · 0.25 against 200 · 0.5."],
    because: "Few strong inhibitory synapses stand against many weak excitatory ones.",
  }),
  exercise({
    id: "16.2",
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
    id: "16.3",
    title: "Twice the inhibition",
    points: 3,
    variant: (draw) => ({ seed: draw.between(2, 9, 1) }),
    answer: ({ seed }) => {
      const doubled = power(seed, 2);
      const at = doubled.indexOf(Math.max(...doubled));
      return numberAnswer({
        unit: "Hz",
        right: frequencies[at],
        tolerance: 0.1,
        misconceptions: [
          {
            name: "its place in the list",
            wrong: at,
            feedback: "That is its place in the list, counted from 0. The list begins at 3 Hz.",
          },
          { name: "the power", wrong: Math.max(...doubled), feedback: "That is how strong it is. At which frequency?" },
          {
            name: "the rhythm of the text",
            wrong: 8,
            feedback: "That was the rhythm with the inhibition as published.",
          },
        ],
      });
    },
    hints: [
      "`Math.max(...list)` is the largest entry, `list.indexOf(x)` its place.",
      "`frequencies[place]` is the frequency.",
      "The list is `doubledPower`.",
    ],
    because: "Between 38 and 50 Hz, whatever the draw: inhibition sets the pace.",
  }),
  exercise({
    id: "16.4",
    title: "Find the mistakes: networks",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["a", "b", "e"],
        misconceptions: [
          {
            name: "runaway doubted",
            wrong: ["a", "b", "c", "e"],
            feedback: "One too many. Look at the rate per cell without inhibition.",
          },
          {
            name: "crowd taken for cell",
            wrong: ["a", "e"],
            feedback: "One more: compare the rhythm of the last exercise with its rate per cell.",
          },
          {
            name: "independence believed",
            wrong: ["b", "e"],
            feedback: "One more: what joins cells whose noise is independent?",
          },
          {
            name: "one second believed",
            wrong: ["a", "b"],
            feedback: "One more: how high did the power rise in the network without any coupling?",
          },
        ],
      }),
    hints: [
      "Compare the network with the uncoupled one.",
      "How many bands does a single cell take part in?",
      "Why was the power averaged over five seconds?",
    ],
    because: "Rhythm is a property of the crowd, and has to be told from chance.",
  }),
];
