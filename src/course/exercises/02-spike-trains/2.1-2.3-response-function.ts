import { poissonTrain } from "../../../spikes/poisson.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, listOf, logBetween, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

/** ρ on a grid: `height(n, dt)` in a bin that holds n spikes, `bin(t, dt)` being the bin of a spike. */
function response(
  spikes: readonly number[],
  dt: number,
  bins: number,
  height: (n: number, dt: number) => number,
  bin = (t: number) => Math.floor(t / dt),
): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const t of spikes) counts[Math.min(bin(t), bins - 1)]++;
  return counts.map((n) => (n === 0 ? 0 : height(n, dt)));
}

/** A train as a list of times and as a sum of impulses. */
export const responseFunction: readonly Exercise[] = [
  exercise({
    id: "2.1",
    title: "Your train's firing rate",
    points: 1,
    variant: (draw) => ({ seed: draw.between(1, 400, 1) }),
    answer: ({ seed }) => {
      const n = poissonTrain(60, { duration: 1500, seed }).length;
      return numberAnswer({
        unit: "Hz",
        right: (1000 * n) / 1500,
        tolerance: percent(0.5),
        misconceptions: [
          { name: "the count", wrong: n, feedback: "That many spikes there are. In how many seconds?" },
          {
            name: "intervals instead of spikes",
            wrong: (1000 * (n - 1)) / 1500,
            feedback: "You counted the gaps. There is one more spike than gaps.",
          },
          {
            name: "the mean interval",
            wrong: 1500 / n,
            feedback: "That is the time per spike, in ms. A rate is spikes per time.",
          },
        ],
      });
    },
    hints: [
      "A train is a list of times; how many entries has it?",
      "The train lasts 1500 ms, which is 1.5 s.",
      "`mySpikes.length / 1.5`",
    ],
    because: "Spikes over seconds: the count rate. It says nothing about when they came.",
  }),
  exercise({
    id: "2.2",
    title: "A delta that counts nothing",
    points: 2,
    variant: (draw) => ({ n: draw.between(20, 60, 1), dt: draw.between(0.2, 4, 0.02) }),
    answer: ({ n, dt }) =>
      recordAnswer({
        units: { area: "ms", height: "1/ms" },
        right: { area: n * dt, height: 1 / dt },
        tolerance: percent(0.5),
        points: { area: 1, height: 1 },
        misconceptions: [
          {
            name: "the number of spikes",
            wrong: { area: n, height: 1 / dt },
            feedback:
              "The height is right. So many spikes there are; but which area has a bar of height 1 and width dt?",
          },
          {
            name: "one bar",
            wrong: { area: dt, height: 1 / dt },
            feedback: "The height is right, and that is the area of one bar. How many of them are there?",
          },
          {
            name: "height of the text",
            wrong: { area: n * dt, height: 1 },
            feedback:
              "The area is right. With the height 1 it is no number of spikes: which height gives one bar the area 1?",
          },
          {
            name: "height dt",
            wrong: { area: n * dt, height: dt },
            feedback: "The area is right. Is height times width 1 with your height?",
          },
          {
            name: "the height of all",
            wrong: { area: n * dt, height: n / dt },
            feedback: "The area is right. Each spike has a bar of its own: how high is one of them?",
          },
        ],
      }),
    hints: [
      "An integral is an area: for each bar, height times width.",
      "With the height 1 each bar has the area dt. There are as many bars as spikes.",
      "A bar of width dt has the area 1 if its height is 1/dt.",
    ],
    because:
      "With height 1 the area shrinks with the bins, and in the limit it is zero. Dirac's delta keeps it at one.",
  }),
  exercise({
    id: "2.3",
    title: "The neural response on a grid",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "spike times in ms, dt in ms and the number of bins",
        gives: "a list of values in 1/ms",
        at: [
          [[12, 31, 43], 4, 15],
          [[0.5, 1.6, 5.3, 5.9, 5.95], 2, 4],
          [[3.9], 0.5, 8],
          [[], 1, 3],
        ] as [number[], number, number][],
        domain: (random) => {
          const [dt, bins] = [logBetween(0.2, 12)(random), whole(1, 40)(random)];
          return [listOf(between(0, dt * bins * (1 - 1e-9)), 0, 30)(random).sort((a, b) => a - b), dt, bins];
        },
        tolerance: percent(0.1),
        right: (spikes: readonly number[], dt: number, bins: number) => response(spikes, dt, bins, (n) => n / dt),
        misconceptions: [
          {
            name: "height 1 whatever the bin",
            wrong: (spikes, dt, bins) => response(spikes, dt, bins, (n) => n),
            feedback: "Sum your values and multiply by dt. That should be the number of spikes.",
          },
          {
            name: "a bin holds one spike at most",
            wrong: (spikes, dt, bins) => response(spikes, dt, bins, () => 1 / dt),
            feedback: "What does your function say of a bin with two spikes in it?",
          },
          {
            name: "height dt",
            wrong: (spikes, dt, bins) => response(spikes, dt, bins, (n) => n * dt),
            feedback: "A narrower bin needs a higher value, so that the area stays 1.",
          },
          {
            name: "nearest edge",
            wrong: (spikes, dt, bins) =>
              response(
                spikes,
                dt,
                bins,
                (n) => n / dt,
                (t) => Math.round(t / dt),
              ),
            feedback: "A spike at 3.9 ms lies in the bin from 0 to 4 ms. Round down, not to the nearest.",
          },
        ],
      }),
    hints: [
      "Begin with a list of zeros: `new Array(bins).fill(0)`.",
      "The spike at time t belongs to bin `Math.floor(t / dt)`.",
      "Add `1 / dt` to that entry for each spike, with `+=`.",
    ],
    because: "Sum times dt is the number of spikes, whatever dt: area one for each.",
  }),
];
