import { poissonTrain } from "../../../spikes/poisson.js";
import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
import { between, listOf, logBetween, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
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
  findMistakes({
    id: "2.2",
    title: "Find the mistakes: a delta that counts nothing",
    points: 2,
    statements: [
      {
        about: "the printed δ",
        holds: "With the δ of that text the integral of ρ over a train of seven spikes is 0.",
        fails: "With the δ of that text the integral of ρ over a train of seven spikes is 7.",
        feedback: "An integral is an area. What area has a line of height 1 and no width?",
      },
      {
        about: "how high Dirac's δ is",
        holds: "Dirac's δ is infinitely high and has no width, and its area is 1.",
        fails: "Dirac's δ has the height 1, and its area is 1 as well.",
        feedback: "Half the width, the same area: what becomes of the height, again and again?",
      },
      {
        about: "what ρ counts",
        holds: "With Dirac's δ the integral of ρ over a train of seven spikes is 7.",
        fails: "With Dirac's δ the integral of ρ over a train of seven spikes is 1.",
        feedback: "Each impulse has the area 1. How many are there?",
      },
      {
        about: "Kronecker and Dirac",
        holds: "Kronecker's delta belongs in sums over whole numbers, Dirac's in integrals.",
        fails: "Kronecker's delta belongs in integrals, Dirac's in sums over whole numbers.",
        feedback: "Which of the two would be worth nothing in an integral?",
      },
      {
        about: "on a grid",
        holds: "On a grid of bins of width dt, a spike becomes a bin of height 1/dt.",
        fails: "On a grid of bins of width dt, a spike becomes a bin of height 1.",
        feedback: "The area of the bin is to be 1, whatever its width.",
      },
      {
        about: "the unit of ρ",
        holds: "ρ has the unit 1/ms: times a time in ms, it gives a number of spikes.",
        fails: "ρ has no unit: it is a number of spikes.",
        feedback: "The integral of ρ is a number of spikes, and an integral multiplies by a time.",
      },
    ],
    hints: [
      "An integral is an area: height times width.",
      "Each of the seven impulses of the text has height 1. What is its width?",
    ],
    because:
      "A function that differs from zero at seven points only has integral zero. Dirac's delta is no such function.",
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
