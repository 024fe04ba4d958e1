import { between, either, listOf, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";
import { realNeuron } from "../../rigs/neuron-recordings.js";

type Resistance = (time: number[], V: number[], current: number, from: number, to: number) => number;
type Slope = (x: number[], y: number[]) => number;

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Mean of V where the time passes a test. */
const over = (time: readonly number[], V: readonly number[], test: (t: number) => boolean): number =>
  mean(V.filter((_, i) => test(time[i])));

const resistance: Resistance = (time, V, current, from, to) =>
  (1000 * (over(time, V, (t) => t >= from && t < to) - over(time, V, (t) => t < 0))) / current;

const slope: Slope = (x, y) => {
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i] - my), 0) / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
};

const steps: [number[], number[], number, number, number][] = [
  [[-2, -1, 0, 1, 2, 3], [-60, -62, -63, -66, -69, -70], -50, 1, 3],
  [[-3, -2, -1, 1, 4, 9, 12], [-71, -70, -72, -68, -64, -63, -66], 80, 4, 12],
  [[-5, 0, 5, 10, 15], [-61.5, -62, -70, -76, -73], -100, 10, 16],
];

/** What a small step tells, and how steep an f-I curve is. */
export const passiveAndRate: readonly Exercise[] = [
  exercise({
    id: "19.1",
    title: "Ohm's law for a cell",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "times in ms, potentials in mV, the current in pA, and the window from and to in ms",
        gives: "MOhm",
        at: steps,
        domain: (random) => {
          const time = listOf(
            between(-5, 20),
            6,
            30,
          )(random)
            .concat(-5, 12)
            .sort((a, b) => a - b);
          const V = time.map(() => between(-90, -40)(random));
          return [
            time,
            V,
            either(between(-200, -5), between(5, 200))(random),
            whole(0, 11)(random),
            between(12.5, 25)(random),
          ];
        },
        tolerance: percent(0.1),
        right: resistance,
        misconceptions: [
          {
            name: "mV per pA",
            wrong: (time, V, current, from, to) => resistance(time, V, current, from, to) / 1000,
            feedback: "1 mV for 1 pA is 1000 MΩ: mV per pA are thousands of MΩ.",
          },
          {
            name: "the potential, not its change",
            wrong: (time, V, current, from, to) => (1000 * over(time, V, (t) => t >= from && t < to)) / current,
            feedback: "Your potential is measured from 0 mV. The current has only moved it away from rest.",
          },
          {
            name: "over all that comes after the beginning",
            wrong: (time, V, current) =>
              (1000 * (over(time, V, (t) => t >= 0) - over(time, V, (t) => t < 0))) / current,
            feedback: "Average over the window alone, from `from` up to `to`.",
          },
          {
            name: "upside down",
            wrong: (time, V, current, from, to) => 1e6 / resistance(time, V, current, from, to),
            feedback: "That is a conductance. A resistance is a change of the potential for a current.",
          },
          {
            name: "size only",
            wrong: (time, V, current, from, to) =>
              Math.abs(resistance(time, V, current, from, to)) * Math.sign(current),
            feedback: "A negative current lowers the potential: the quotient of the two is positive.",
          },
        ],
      }),
    hints: [
      "Two means: one over the times below 0, one over those of the window.",
      "`V.filter((_, i) => time[i] < 0)` keeps the potentials before the step.",
      "Their difference in mV, over the current in pA, times 1000 is in MΩ.",
    ],
    because: "One number for the whole cell, all its branches included, as the electrode meets it.",
  }),
  exercise({
    id: "19.2",
    title: "Your window",
    points: 1,
    variant: (draw) => ({ current: draw.between(-100, -50, 25), from: draw.between(60, 440, 1) }),
    answer: ({ current, from }) => {
      const { small } = realNeuron();
      const read = (I: number, begin: number): number => {
        const V = small.V[small.current.indexOf(I)];
        return resistance(Array.from(small.time), Array.from(V), I, begin, begin + 50);
      };
      const restOf = (I: number): number =>
        over(Array.from(small.time), Array.from(small.V[small.current.indexOf(I)]), (t) => t < 0);
      const other = current === -50 ? -100 : -50;
      const right = read(current, from);
      return numberAnswer({
        unit: "MOhm",
        tolerance: percent(0.2),
        right,
        misconceptions: [
          { name: "mV per pA", wrong: right / 1000, feedback: "That is in GΩ. Does your function give MΩ?" },
          {
            name: "another step",
            wrong: read(other, from),
            feedback: "You looked at another step. Which of the records belongs to your current?",
          },
          {
            name: "rest not taken off",
            wrong: right + (1000 * restOf(current)) / current,
            feedback: "That is the whole potential. The current has made only what differs from before the step.",
          },
        ].filter(({ wrong }) => Math.abs(wrong / right - 1) > 0.01),
      });
    },
    hints: [
      "The record of your current is `cell.small.V[k]`, with `k = cell.small.current.indexOf(yours.current)`.",
      "Hand your function lists: `Array.from(cell.small.time)` and `Array.from(cell.small.V[k])`.",
    ],
    because: "It depends on the window: as the cell pushes back, the resistance falls.",
  }),
  exercise({
    id: "19.3",
    title: "A slope through points",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "a list of x and a list of y",
        gives: "a slope",
        at: [
          [
            [1, 2, 4, 5],
            [2, 3, 8, 9],
          ],
          [
            [100, 150, 200, 250, 300],
            [6, 10, 12, 16, 18],
          ],
          [
            [-3, 0, 1, 7],
            [5, 4, 4.5, 0],
          ],
          [
            [0, 10, 20],
            [3, 50, 4],
          ],
        ] as [number[], number[]][],
        domain: (random) => {
          const size = whole(2, 12)(random);
          return [listOf(between(-50, 300), size, size)(random), listOf(between(-40, 60), size, size)(random)];
        },
        tolerance: percent(0.1),
        right: slope,
        misconceptions: [
          {
            name: "from the first to the last",
            wrong: (x, y) => (y[y.length - 1] - y[0]) / (x[x.length - 1] - x[0]),
            feedback: "Two points make that slope, and those between them count for nothing.",
          },
          {
            name: "through the origin",
            wrong: (x, y) => x.reduce((sum, xi, i) => sum + xi * y[i], 0) / x.reduce((sum, xi) => sum + xi * xi, 0),
            feedback: "Your line goes through the origin. Measure x and y from their means.",
          },
          {
            name: "x on y",
            wrong: (x, y) => slope(y, x),
            feedback: "That is how much x changes with y. Divide by the squares of x.",
          },
          {
            name: "mean over mean",
            wrong: (x, y) => mean(y) / mean(x),
            feedback: "That is one point's height over its distance. How much does y grow when x does?",
          },
        ],
      }),
    hints: [
      "First the means of x and of y.",
      "Then two sums over all points: (x − mean)(y − mean), and (x − mean)².",
      "The slope is the first sum over the second.",
    ],
    because: "The line with this slope through the mean point misses the points by the smallest sum of squares.",
  }),
];
