import { leakyIntegrateAndFire } from "../../models/leaky-integrate-and-fire.js";
import { simulate } from "../../solve/simulate.js";
import { whiteNoise } from "../../solve/stimuli/stimulus-noise.js";
import { coefficientOfVariation } from "../../spikes/intervals.js";
import { bernoulliBinError, poissonTrain } from "../../spikes/poisson.js";
import { choiceAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { freeAnswer, isRecordWith } from "../answers/free-answer.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

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

function poissonProbability(n: number, expected: number): number {
  let p = Math.exp(-expected);
  for (let k = 1; k <= n; k++) p *= expected / k;
  return p;
}

const mean = (x: readonly number[]): number => x.reduce((sum, v) => sum + v, 0) / x.length;
const squares = (x: readonly number[]): number => x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0);

/** Mean input in pA and noise in pA √ms of a leaky integrate-and-fire neuron. */
interface NoisyInput {
  readonly mean: number;
  readonly noise: number;
}

function firedBy({ mean: I, noise }: NoisyInput): Float64Array {
  return simulate(leakyIntegrateAndFire.with({ I }), {
    duration: 10000,
    stimulus: whiteNoise(noise, 1),
    method: "eulerMaruyama",
    dt: 0.1,
  }).spikes;
}

export const spikeTrainExercises: readonly Exercise[] = [
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
          { name: "the count", wrong: n, say: "That many spikes there are. In how many seconds?" },
          {
            name: "intervals instead of spikes",
            wrong: (1000 * (n - 1)) / 1500,
            say: "You counted the gaps. There is one more spike than gaps.",
          },
          {
            name: "the mean interval",
            wrong: 1500 / n,
            say: "That is the time per spike, in ms. A rate is spikes per time.",
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
    title: "Find the mistake: a delta that counts nothing",
    points: 2,
    answer: () =>
      choiceAnswer({
        right: "zero",
        others: {
          seven: "That is what it should be. What area has a line of height 1 and no width?",
          one: "Heights do not add up to an area. How wide is each impulse?",
        },
      }),
    hints: [
      "An integral is an area: height times width.",
      "Each of the seven impulses has height 1. What is its width?",
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
        tolerance: percent(0.1),
        right: (spikes: readonly number[], dt: number, bins: number) => response(spikes, dt, bins, (n) => n / dt),
        misconceptions: [
          {
            name: "height 1 whatever the bin",
            wrong: (spikes, dt, bins) => response(spikes, dt, bins, (n) => n),
            say: "Sum your values and multiply by dt. That should be the number of spikes.",
          },
          {
            name: "a bin holds one spike at most",
            wrong: (spikes, dt, bins) => response(spikes, dt, bins, () => 1 / dt),
            say: "What does your function say of a bin with two spikes in it?",
          },
          {
            name: "height dt",
            wrong: (spikes, dt, bins) => response(spikes, dt, bins, (n) => n * dt),
            say: "A narrower bin needs a higher value, so that the area stays 1.",
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
            say: "A spike at 3.9 ms lies in the bin from 0 to 4 ms. Round down, not to the nearest.",
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
  exercise({
    id: "2.4",
    title: "The probability of n spikes",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "a count n, a rate r in Hz and the length T of a window in ms",
        gives: "1",
        at: [
          [0, 20, 100],
          [1, 20, 100],
          [2, 20, 100],
          [5, 20, 100],
          [3, 50, 40],
          [1, 5, 20],
          [0, 0, 50],
        ],
        tolerance: percent(0.1),
        right: (n: number, r: number, T: number) => poissonProbability(n, (r * T) / 1000),
        misconceptions: [
          {
            name: "Hz times ms",
            wrong: (n, r, T) => poissonProbability(n, r * T),
            say: "What is the expected count at 20 Hz in 100 ms? A rate in Hz wants a time in seconds.",
          },
          {
            name: "no factorial",
            wrong: (n, r, T) => Math.exp((-r * T) / 1000) * ((r * T) / 1000) ** n,
            say: "Add your values for all n: is the sum 1? Spikes have no names, so their orders must not be counted apart.",
          },
          {
            name: "no exponential",
            wrong: (n, r, T) => poissonProbability(n, (r * T) / 1000) * Math.exp((r * T) / 1000),
            say: "Put n = 0 into your formula. Is silence really certain?",
          },
          {
            name: "exponent without its minus",
            wrong: (n, r, T) => poissonProbability(n, (r * T) / 1000) * Math.exp((r * T) / 500),
            say: "Your probabilities are larger than 1. Which sign stands in the exponent?",
          },
          {
            name: "factorial of n − 1",
            wrong: (n, r, T) => poissonProbability(n, (r * T) / 1000) * Math.max(n, 1),
            say: "Right for n = 0 and 1. How far does the product in n! go?",
          },
          {
            name: "the window left out",
            wrong: (n, r) => poissonProbability(n, r / 1000),
            say: "Does your probability change when the window gets longer? It should.",
          },
        ],
      }),
    hints: [
      "The expected count is m = r T, with T in seconds: `r * T / 1000`.",
      "P(0) is `Math.exp(-m)`. To get from P(k − 1) to P(k), multiply by m/k.",
      "`let p = Math.exp(-m); for (let k = 1; k <= n; k++) p *= m / k; return p;`",
    ],
    because: "Rate and window enter only as their product, the expected count.",
  }),
  exercise({
    id: "2.5",
    title: "Your error of the r·dt recipe",
    points: 2,
    variant: (draw) => ({ r: draw.between(40, 80, 10), dt: draw.between(4, 8, 1) }),
    answer: ({ r, dt }) => {
      const p = (r * dt) / 1000;
      const q = 1 - Math.exp(-p);
      return numberAnswer({
        unit: "%",
        right: 100 * bernoulliBinError(r, dt),
        tolerance: percent(1),
        misconceptions: [
          {
            name: "the difference, not its share",
            wrong: 100 * (p - q),
            say: "That is by how many percentage points they differ. How large is that beside the right probability?",
          },
          {
            name: "relative to r·dt",
            wrong: (100 * (p - q)) / p,
            say: "You divided by the approximation. Which of the two is the truth to compare with?",
          },
          {
            name: "exactly one spike",
            wrong: 100 * (p / (p * Math.exp(-p)) - 1),
            say: "You compared with exactly one spike. A bin with two spikes also holds at least one.",
          },
          {
            name: "a fraction, not percent",
            wrong: p / q - 1,
            say: "That is a fraction. The answer is wanted in percent.",
          },
          {
            name: "only the first term",
            wrong: 50 * p,
            say: "Half of r·dt is the error for small r·dt. Yours is not that small.",
          },
        ],
      });
    },
    hints: [
      "At least one spike is the opposite of none: 1 − P(0).",
      "Divide r·dt by that probability, take away 1, and multiply by 100.",
      "`100 * bernoulliBinError(coin.r, coin.dt)`",
    ],
    because: "The recipe puts a spike into too many bins, to make up for the bins that should hold two.",
  }),
  exercise({
    id: "2.6",
    title: "Find the mistake: smaller than one is not small",
    points: 2,
    answer: () =>
      choiceAnswer({
        right: "regular",
        others: {
          slow: "The expected count per bin is 0.9, so what is the mean rate?",
          nothing:
            "In a bin of 10 ms a Poisson train of 90 Hz has two spikes or more with probability 23 %. How often has this one?",
        },
      }),
    hints: [
      "Look at the row of r·dt = 0.9 in the raster.",
      "Nearly every bin holds one spike. What train has one spike in each bin?",
    ],
    because: "Its Fano factor is 1 − r·dt = 0.1: nearly a clock.",
  }),
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
        tolerance: percent(0.1),
        right: (intervals: readonly number[]) =>
          Math.sqrt(squares(intervals) / (intervals.length - 1)) / mean(intervals),
        misconceptions: [
          {
            name: "divided by n",
            wrong: (x) => Math.sqrt(squares(x) / x.length) / mean(x),
            say: "Nearly. The mean was taken from the same intervals, and that used up one of the n differences. By what do you divide then?",
          },
          {
            name: "the variance over the mean",
            wrong: (x) => squares(x) / (x.length - 1) / mean(x),
            say: "That is in ms: a variance in ms² over a mean in ms. The CV has no unit.",
          },
          {
            name: "squared",
            wrong: (x) => squares(x) / (x.length - 1) / mean(x) ** 2,
            say: "That is the square of the CV: the root is missing.",
          },
          {
            name: "the sum, not the mean, of the squares",
            wrong: (x) => Math.sqrt(squares(x)) / mean(x),
            say: "It grows with the number of intervals. By what is the sum of squares divided?",
          },
          {
            name: "mean distance from the mean",
            wrong: (x) => mean(x.map((v) => Math.abs(v - mean(x)))) / mean(x),
            say: "You took the mean distance from the mean. A standard deviation squares the distances first.",
          },
          {
            name: "the standard deviation alone",
            wrong: (x) => Math.sqrt(squares(x) / (x.length - 1)),
            say: "That is in ms, and it doubles when all intervals double. Compare it with the mean.",
          },
          {
            name: "upside down",
            wrong: (x) => mean(x) / Math.sqrt(squares(x) / (x.length - 1)),
            say: "What should the CV of a clock be, and what is yours?",
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
  exercise({
    id: "2.8",
    title: "How many trials?",
    points: 2,
    variant: (draw) => ({ r: draw.between(20, 60, 10), bin: draw.oneOf([2, 4, 5, 10]), error: draw.between(3, 6, 1) }),
    answer: ({ r, bin, error }) =>
      numberAnswer({
        unit: "",
        right: (1000 * r) / (bin * error ** 2),
        tolerance: percent(1),
        misconceptions: [
          {
            name: "the error not squared",
            wrong: (1000 * r) / (bin * error),
            say: "Half the error takes four times the trials. Does your formula say so?",
          },
          {
            name: "the root of the number",
            wrong: Math.sqrt((1000 * r) / (bin * error ** 2)),
            say: "Undo the square root: square both sides before you solve for N.",
          },
          {
            name: "the bin left out",
            wrong: r / error ** 2,
            say: "A narrower bin holds fewer spikes. Where is the bin in your formula?",
          },
        ],
      }),
    hints: [
      "Solve error = √(r/(N b)) for N.",
      "The bin b must be in seconds: divide it by 1000.",
      "`trials.r / ((trials.bin / 1000) * trials.error ** 2)`",
    ],
    because: "Half the error costs four times the trials; half the bin costs twice as many.",
  }),
  exercise({
    id: "2.9",
    title: "Make it irregular",
    points: 3,
    answer: () =>
      freeAnswer({
        shape: "a record { mean, noise }, in pA and pA √ms",
        is: isRecordWith<NoisyInput>("mean", "noise"),
        right: { mean: 100, noise: 400 },
        properties: [
          {
            name: "numbers that can be run",
            holds: ({ mean: I, noise }: NoisyInput) =>
              [I, noise].every(Number.isFinite) && Math.abs(I) <= 2000 && noise >= 0 && noise <= 5000,
            wrong: { mean: 300, noise: -200 },
            say: "Both are numbers, without quotation marks: the mean within ±2000 pA, the noise between 0 and 5000 pA √ms.",
          },
          {
            name: "fires at 5 Hz or more",
            holds: (input: NoisyInput) => firedBy(input).length >= 50,
            wrong: { mean: 100, noise: 100 },
            say: "It fires less often than 5 times a second. With this mean, what is missing?",
          },
          {
            name: "fires at 30 Hz or less",
            holds: (input: NoisyInput) => firedBy(input).length <= 300,
            wrong: { mean: 300, noise: 0 },
            say: "It fires more often than 30 times a second. On which side of 200 pA is your mean, and how large is the noise?",
          },
          {
            name: "CV of 0.8 or more",
            holds: (input: NoisyInput) => coefficientOfVariation(firedBy(input)) >= 0.8,
            wrong: { mean: 205, noise: 30 },
            say: "It still fires much like a clock. Who brings the voltage to threshold, the mean or the noise?",
          },
        ],
      }),
    hints: [
      "With a mean above 200 pA the neuron fires even without noise, and so regularly.",
      "Put the mean well below 200 pA and let the noise do the rest.",
      "Try a mean near 100 pA and raise the noise until the rate is right.",
    ],
    because: "Driven by the mean a neuron is a clock; driven by fluctuations it is nearly Poisson.",
  }),
];
