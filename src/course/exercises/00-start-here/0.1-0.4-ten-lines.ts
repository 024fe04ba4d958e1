import { between, listOf, logBetween, tuple } from "../../answers/domain.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

/** What a reader gets of a run. */
interface Run {
  readonly spikes: readonly number[];
  /** ms. */
  readonly duration: number;
}

/** The language, in four small steps. */
export const tenLines: readonly Exercise[] = [
  exercise({
    id: "0.1",
    title: "A power",
    points: 1,
    variant: (draw) => ({ r: draw.between(5, 15, 0.05) }),
    answer: ({ r }) =>
      numberAnswer({
        unit: "um^3",
        right: (4 / 3) * Math.PI * r ** 3,
        tolerance: percent(0.1),
        misconceptions: [
          {
            name: "times three",
            wrong: (4 / 3) * Math.PI * r * 3,
            feedback: "That is three times the radius. The third power is `r ** 3`.",
          },
          {
            name: "the square",
            wrong: (4 / 3) * Math.PI * r ** 2,
            feedback: "You raised the radius to the second power. A volume has three dimensions.",
          },
          {
            name: "^ for a power",
            wrong: ((4 / 3) * Math.PI * r) ^ 3,
            feedback: "In TypeScript `^` is no power (it works on bits). Write `**`.",
          },
          {
            name: "all of it to the third",
            wrong: ((4 / 3) * Math.PI * r) ** 3,
            feedback: "Only the radius is raised to the third power.",
          },
          { name: "the surface", wrong: 4 * Math.PI * r ** 2, feedback: "That is the surface of the ball, in µm²." },
          {
            name: "three quarters",
            wrong: (3 / 4) * Math.PI * r ** 3,
            feedback: "Four thirds, not three quarters.",
          },
          { name: "without π", wrong: (4 / 3) * r ** 3, feedback: "Where is π? It is called `Math.PI`." },
        ],
      }),
    hints: ["A power is written with two stars: `2 ** 3` is 8.", "`(4 / 3) * Math.PI * ball.r ** 3`"],
    because: "About a millionth of a raindrop.",
  }),
  exercise({
    id: "0.2",
    title: "A function",
    points: 1,
    answer: () =>
      functionAnswer({
        of: "the interval in ms",
        gives: "Hz",
        at: each([20, 100, 5, 12.5]),
        domain: tuple(logBetween(0.5, 2000)),
        tolerance: percent(0.1),
        right: (interval: number) => 1000 / interval,
        misconceptions: [
          {
            name: "per ms",
            wrong: (interval) => 1 / interval,
            feedback: "That is spikes per millisecond. How many milliseconds has a second?",
          },
          {
            name: "upside down",
            wrong: (interval) => interval / 1000,
            feedback: "That is the interval in seconds. The rate is large where the interval is short.",
          },
          {
            name: "always 50",
            wrong: () => 50,
            feedback: "Right for 20 ms. Your function should use its `interval`.",
          },
          {
            name: "multiplied",
            wrong: (interval) => 1000 * interval,
            feedback: "A longer interval should give a lower rate.",
          },
        ],
      }),
    hints: ["A second has 1000 ms: how many intervals fit into it?", "`return 1000 / interval;`"],
    because: "An interval and a rate say the same thing, one in ms and the other in Hz.",
  }),
  exercise({
    id: "0.3",
    title: "A loop",
    points: 1,
    answer: () =>
      functionAnswer({
        of: "a list of numbers",
        gives: "1",
        at: each([[12, 31, 43, 60], [5], [2, 4], [-70, -50, -65, -60, -55]]),
        domain: tuple(listOf(between(-100, 100), 1, 15)),
        tolerance: percent(0.1),
        right: (list: readonly number[]) => total(list) / list.length,
        misconceptions: [
          {
            name: "the sum",
            wrong: (list) => total(list),
            feedback: "That is the sum. Divide it by how many entries there are.",
          },
          {
            name: "the last entry only",
            wrong: (list) => list[list.length - 1] / list.length,
            feedback: "Only the last entry was counted. Is it `+=` in your loop, or `=`?",
          },
          {
            name: "returned too early",
            wrong: (list) => list[0] / list.length,
            feedback: "Only the first entry was counted. `return` belongs after the loop, not into it.",
          },
          {
            name: "one entry too few",
            wrong: (list) => (list.length > 1 ? total(list) / (list.length - 1) : total(list)),
            feedback: "You divided by one entry too few.",
          },
          {
            name: "between the ends",
            wrong: (list) => (list[0] + list[list.length - 1]) / 2,
            feedback: "That is the middle between the first and the last entry. Let all of them count.",
          },
        ],
      }),
    hints: [
      "Before the loop: `let total = 0;`. In the loop: `total += x;`.",
      "`for (const x of list) total += x;` and then `return total / list.length;`",
    ],
    because: "The loop that you will write most often in this course.",
  }),
  exercise({
    id: "0.4",
    title: "A record",
    points: 1,
    answer: () =>
      functionAnswer({
        of: "a record with `spikes`, a list of times, and `duration` in ms",
        gives: "Hz",
        at: each<Run>([
          { spikes: [12, 31, 43, 60], duration: 100 },
          { spikes: [5, 700], duration: 1000 },
          { spikes: [], duration: 500 },
          { spikes: [1, 2, 3, 4, 5, 6, 7, 8], duration: 250 },
        ]),
        domain: tuple((random): Run => {
          const duration = logBetween(5, 5000)(random);
          return { spikes: listOf(between(0, duration), 0, 30)(random).sort((a, b) => a - b), duration };
        }),
        tolerance: percent(0.1),
        right: (run) => (1000 * run.spikes.length) / run.duration,
        misconceptions: [
          {
            name: "per ms",
            wrong: (run) => run.spikes.length / run.duration,
            feedback: "That is spikes per millisecond. The rate is wanted per second.",
          },
          {
            name: "the number of spikes",
            wrong: (run) => run.spikes.length,
            feedback: "That is how many spikes there are. How many would there be in a second?",
          },
          {
            name: "the sum of the times",
            wrong: (run) => (1000 * total(run.spikes)) / run.duration,
            feedback: "You added up the times. Count them: a list has a `length`.",
          },
          {
            name: "upside down",
            wrong: (run) => (run.spikes.length === 0 ? 0 : run.duration / run.spikes.length),
            feedback: "That is the time per spike, in ms.",
          },
          {
            name: "intervals",
            wrong: (run) => (1000 * (run.spikes.length - 1)) / run.duration,
            feedback: "You counted the gaps between the spikes. Count the spikes.",
          },
        ],
      }),
    hints: [
      "`run.spikes.length` is the number of spikes, `run.duration` the time in ms.",
      "`return (1000 * run.spikes.length) / run.duration;`",
    ],
    because: "This very function is what a firing rate is.",
  }),
];
