import { persistentSodiumPotassiumM } from "../../../models/bursters/persistent-sodium-potassium-m.js";
import { simulate } from "../../../solve/simulate.js";
import { bursts } from "../../../spikes/bursts.js";
import { between, logBetween, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

type Counts = (times: number[], gap: number) => number[];

const counts: Counts = (times, gap) => {
  const list: number[] = [];
  times.forEach((t, k) => {
    if (k > 0 && t - times[k - 1] <= gap) list[list.length - 1]++;
    else list.push(1);
  });
  return list;
};

/** Spikes in bursts of one to six, of cells slow and fast, and a gap that lies between the two kinds of intervals. */
function train(random: () => number): [number[], number] {
  const pace = logBetween(0.2, 20)(random);
  const times = [between(0, 20)(random)];
  const sizes = Array.from({ length: whole(2, 6)(random) }, () => whole(1, 6)(random));
  sizes.forEach((size, k) => {
    if (k > 0) times.push(times[times.length - 1] + pace * between(30, 90)(random));
    for (let i = 1; i < size; i++) times.push(times[times.length - 1] + pace * between(1, 8)(random));
  });
  return [times, pace * between(10, 25)(random)];
}

const duration = 800; // ms

/** Period and duty cycle of the bursts of the lesson's neuron, as the lesson measures them. */
function measured(tauM: number): { readonly period: number; readonly duty: number; readonly burst: number } {
  const all = bursts(simulate(persistentSodiumPotassiumM.with({ tauM }), { duration }).spikes);
  const [{ start, end }, next] = all.slice(-3);
  return { period: next.start - start, duty: (end - start) / (next.start - start), burst: end - start };
}

/** What a burst is. */
export const burstExercises: readonly Exercise[] = [
  exercise({
    id: "22.1",
    title: "How many in each burst?",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "the spike times and the gap, in ms",
        gives: "a list of counts",
        at: [
          [[0, 2, 4, 50, 52, 100], 10],
          [[5, 6, 7, 60, 61, 62, 63], 20],
          [[3, 40, 80], 10],
          [[10, 14, 18, 22, 60, 64], 5],
          [[1, 3, 33, 35, 37, 39, 90, 92], 12],
          [[0, 5, 10, 16, 21], 5], // an interval of just the gap is not longer
        ] as [number[], number][],
        domain: train,
        tolerance: 1e-9,
        right: counts,
        misconceptions: [
          {
            name: "intervals instead of spikes",
            wrong: (times, gap) => counts(times, gap).map((n) => n - 1),
            feedback: "Three spikes have two intervals between them. Count the spikes.",
          },
          {
            name: "the last burst left out",
            wrong: (times, gap) => counts(times, gap).slice(0, -1),
            feedback: "After the last burst no gap comes that would end it. Is it in your list?",
          },
          {
            name: "the first burst left out",
            wrong: (times, gap) => counts(times, gap).slice(1),
            feedback: "Your list begins with the second burst.",
          },
          {
            name: "bursts of one spike left out",
            wrong: (times, gap) => counts(times, gap).filter((n) => n > 1),
            feedback: "A spike that stands alone counts as a burst of one here.",
          },
          {
            name: "gap and interval exchanged",
            wrong: (times, gap) => {
              const list = [1];
              for (let k = 1; k < times.length; k++)
                if (times[k] - times[k - 1] > gap) list[list.length - 1]++;
                else list.push(1);
              return list;
            },
            feedback: "In yours a new burst begins after a short interval. Which ones part two bursts?",
          },
        ] as { name: string; wrong: Counts; feedback: string }[],
      }),
    hints: [
      "Begin with `const list = [1]`: the first spike is a burst of one, so far.",
      "For each further spike: within the gap, the last entry grows by one; otherwise a new entry 1 begins.",
      "`if (times[k] - times[k - 1] <= gap) list[list.length - 1]++; else list.push(1);`",
    ],
    because: "A burst is no thing of its own: it is a group of spikes and the silence around it.",
  }),
  exercise({
    id: "22.2",
    title: "Your burster",
    points: 3,
    variant: (draw) => ({ tauM: draw.between(15, 45, 0.1) }),
    answer: ({ tauM }) => {
      const { period, duty, burst } = measured(tauM);
      return recordAnswer({
        units: { period: "ms", duty: "" },
        right: { period, duty },
        points: { period: 1.5, duty: 1.5 },
        tolerance: { period: 0.6, duty: 0.004 },
        misconceptions: [
          {
            name: "from the end of a burst to the next",
            wrong: { period: period - burst, duty },
            feedback: "So long is the cell silent. The period reaches from one burst's first spike to the next's.",
          },
          {
            name: "the part that is silent",
            wrong: { period, duty: 1 - duty },
            feedback: "That is the part of the period in which the cell is silent.",
          },
          {
            name: "burst over silence",
            wrong: { period, duty: burst / (period - burst) },
            feedback: "The duty cycle is a part of the whole period, not of the silence.",
          },
          {
            name: "in percent",
            wrong: { period, duty: 100 * duty },
            feedback: "Give a part of 1, not of a hundred.",
          },
          {
            name: "the length of a burst",
            wrong: { period, duty: burst },
            feedback: "That is the length of a burst in ms. Which part of the period is it?",
          },
        ],
      });
    },
    hints: [
      "Run `cell.with({ tauM: mine.tauM })` for 800 ms; `bursts` of its spikes lists `start` and `end` of each.",
      "Leave the first burst out: the cell has not yet settled. And the last: the run may have cut it.",
      "`period = b[3].start - b[2].start` and `duty = (b[2].end - b[2].start) / period`",
    ],
    because: "What is slow sets the beat: most of the period the cell only waits for its M-current.",
  }),
];
