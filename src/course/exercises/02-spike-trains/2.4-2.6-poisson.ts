import { bernoulliBinError } from "../../../spikes/poisson.js";
import { exercise, type Exercise } from "../../exercise.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { between, either, tuple, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

function poissonProbability(n: number, expected: number): number {
  let p = Math.exp(-expected);
  for (let k = 1; k <= n; k++) p *= expected / k;
  return p;
}

/** Spikes that know nothing of each other. */
export const poissonSpikes: readonly Exercise[] = [
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
        domain: either(
          tuple(whole(0, 6), between(1, 60), between(1, 100)),
          tuple(whole(0, 25), between(1, 120), between(1, 500)),
        ),
        tolerance: percent(0.1),
        right: (n: number, r: number, T: number) => poissonProbability(n, (r * T) / 1000),
        misconceptions: [
          {
            name: "Hz times ms",
            wrong: (n, r, T) => poissonProbability(n, r * T),
            feedback: "What is the expected count at 20 Hz in 100 ms? A rate in Hz wants a time in seconds.",
          },
          {
            name: "no factorial",
            wrong: (n, r, T) => Math.exp((-r * T) / 1000) * ((r * T) / 1000) ** n,
            feedback:
              "Add your values for all n: is the sum 1? Spikes have no names, " +
              "so their orders must not be counted apart.",
          },
          {
            name: "no exponential",
            wrong: (n, r, T) => poissonProbability(n, (r * T) / 1000) * Math.exp((r * T) / 1000),
            feedback: "Put n = 0 into your formula. Is silence really certain?",
          },
          {
            name: "exponent without its minus",
            wrong: (n, r, T) => poissonProbability(n, (r * T) / 1000) * Math.exp((r * T) / 500),
            feedback: "Your probabilities are larger than 1. Which sign stands in the exponent?",
          },
          {
            name: "factorial of n − 1",
            wrong: (n, r, T) => poissonProbability(n, (r * T) / 1000) * Math.max(n, 1),
            feedback: "Right for n = 0 and 1. How far does the product in n! go?",
          },
          {
            name: "the window left out",
            wrong: (n, r) => poissonProbability(n, r / 1000),
            feedback: "Does your probability change when the window gets longer? It should.",
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
    variant: (draw) => ({ r: draw.between(40, 80, 1), dt: draw.between(4, 8, 0.5) }),
    answer: ({ r, dt }) => {
      const p = (r * dt) / 1000;
      const q = 1 - Math.exp(-p);
      return numberAnswer({
        unit: "%",
        right: 100 * bernoulliBinError(r, { dt }),
        tolerance: percent(1),
        misconceptions: [
          {
            name: "r·dt itself",
            wrong: 100 * p,
            feedback: "That is r·dt, in percent. By how much is it larger than 1 − exp(−r·dt)?",
          },
          {
            name: "the difference, not its share",
            wrong: 100 * (p - q),
            feedback:
              "That is by how many percentage points they differ. How large is that beside the right probability?",
          },
          {
            name: "relative to r·dt",
            wrong: (100 * (p - q)) / p,
            feedback: "You divided by the approximation. Which of the two is the truth to compare with?",
          },
          {
            name: "exactly one spike",
            wrong: 100 * (p / (p * Math.exp(-p)) - 1),
            feedback: "You compared with exactly one spike. A bin with two spikes also holds at least one.",
          },
          {
            name: "a fraction, not percent",
            wrong: p / q - 1,
            feedback: "That is a fraction. The answer is wanted in percent.",
          },
          {
            name: "the quotient",
            wrong: (100 * p) / q,
            feedback: "That is how many percent one is of the other. By how many percent does it exceed it?",
          },
          {
            name: "only the first term",
            wrong: 50 * p,
            feedback: "Half of r·dt is the error for small r·dt. Yours is not that small.",
          },
        ],
      });
    },
    hints: [
      "At least one spike is the opposite of none: 1 − P(0).",
      "Divide r·dt by that probability, take away 1, and multiply by 100.",
      "`100 * bernoulliBinError(coin.r, { dt: coin.dt })`",
    ],
    because: "The recipe puts a spike into too many bins, to make up for the bins that should hold two.",
  }),
  exercise({
    id: "2.6",
    title: "Below one is not small, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why the recipe makes no Poisson train where r dt is large",
        mentions: [
          {
            name: "says what fits into a bin",
            words:
              "two|at most one|one at most|one spike|single|more than one|second|several|never more|crowd|" +
              "exactly one|just one|only one|or 1 |zero or one|or 3 |or three|or more|multiple|double|" +
              "close together|per bin|bernoulli|binomial|simultan|either a spike|another spike|each bin|every bin",
            evenDenied: true,
            feedback: "How many spikes can a bin of the recipe hold at most? And a bin of a Poisson train?",
          },
          {
            name: "says what the train is like",
            words:
              "regular|clock|evenly|vary|varies|variance|fano|spread|metronome|beat|equal|variability|" +
              "less variable|variable than|like a grid|always the same|rhythm|monoton|predict|constant|" +
              "dispers|not random|no randomness|more variable|cv |intervals|periodic|ticks|even ",
            feedback:
              "So what is the first row like, beside the other rows? How much do the counts in its bins differ?",
          },
        ],
        opposites: [
          {
            claim: "It is too irregular.",
            says: [
              "too irregular|it is more irregular|more irregular than a poisson|more irregular than poisson",
              "is a poisson train ~ ",
              "nothing … wrong",
            ],
            feedback: "Look at the first row beside the others once more.",
          },
        ],
        right:
          "A bin of the recipe holds one spike at most. At r dt = 0.9 nine bins of ten have one, so the counts " +
          "hardly vary, and nearly all intervals are one bin long: a clock that now and then misses a beat. In " +
          "a Poisson train of this rate nearly a quarter of such bins hold two spikes or more, and many hold " +
          "none.",
      }),
    hints: [
      "Nearly each bin of the first row holds a spike. What train has one in each bin?",
      "Put n = 2, at 90 Hz and 10 ms, into your formula of Exercise 2.4: can the recipe do that?",
    ],
    because: "Its Fano factor is 1 − r·dt = 0.1: nearly a clock.",
  }),
];
