import { leakyIntegrateAndFire } from "../../../models/leaky-integrate-and-fire.js";
import { simulate } from "../../../solve/simulate.js";
import { whiteNoise } from "../../../solve/stimuli/stimulus-noise.js";
import { coefficientOfVariation } from "../../../spikes/intervals.js";
import { exercise, type Exercise } from "../../exercise.js";
import { freeAnswer, isRecordWith } from "../../answers/free-answer.js";

/** Mean input in pA and noise in pA √ms of a leaky integrate-and-fire neuron. */
interface NoisyInput {
  readonly mean: number;
  readonly noise: number;
}

const fired = new Map<string, Float64Array>(); // each property asks for the same run

function firedBy({ mean: I, noise }: NoisyInput): Float64Array {
  const key = `${I} ${noise}`;
  const known = fired.get(key);
  if (known) return known;
  const { spikes } = simulate(leakyIntegrateAndFire.with({ I }), {
    duration: 10000,
    stimulus: whiteNoise(noise, 1),
    method: "eulerMaruyama",
    dt: 0.1,
  });
  fired.set(key, spikes);
  return spikes;
}

/** Hz, in the 10 s of the run. */
const rateOf = (input: NoisyInput): number => firedBy(input).length / 10;

/** How far from the rate that is asked for one may be, Hz. */
const within = 0.5;

/** The input between two, of which one is too slow and one too fast, that fires at a rate in Hz: by straight lines. */
function between(slow: NoisyInput, fast: NoisyInput, rate: number): NoisyInput {
  const [low, high] = [rateOf(slow), rateOf(fast)];
  const part = (rate - low) / (high - low);
  const mix = (a: number, b: number): number => a + (b - a) * part;
  const middle = { mean: mix(slow.mean, fast.mean), noise: mix(slow.noise, fast.noise) };
  const reached = rateOf(middle);
  if (Math.abs(reached - rate) < within / 2) return middle;
  return reached < rate ? between(middle, fast, rate) : between(slow, middle, rate);
}

/** Where the noise comes in. */
export const whereTheNoiseComesIn: readonly Exercise[] = [
  exercise({
    id: "2.9",
    title: "Make it irregular",
    points: 3,
    variant: (draw) => ({ rate: draw.between(6, 28, 0.1) }),
    answer: ({ rate }) =>
      freeAnswer({
        shape: "a record { mean, noise }, in pA and pA √ms",
        is: isRecordWith<NoisyInput>("mean", "noise"),
        right: between({ mean: -200, noise: 800 }, { mean: -200, noise: 1400 }, rate),
        untouched: ({ mean: I, noise }: NoisyInput) => I === 300 && noise === 0,
        properties: [
          {
            name: "numbers that can be run",
            holds: ({ mean: I, noise }: NoisyInput) =>
              [I, noise].every(Number.isFinite) && Math.abs(I) <= 2000 && noise >= 0 && noise <= 5000,
            wrong: { mean: 300, noise: -200 },
            feedback:
              "Both are numbers, without quotation marks: the mean within ±2000 pA, " +
              "the noise between 0 and 5000 pA √ms.",
          },
          {
            name: "fires often enough",
            holds: (input: NoisyInput) => rateOf(input) >= rate - within,
            wrong: { mean: 100, noise: 100 },
            feedback: "It fires less often than your rate. With this mean, what is missing?",
          },
          {
            name: "does not fire too often",
            holds: (input: NoisyInput) => rateOf(input) <= rate + within,
            wrong: { mean: 300, noise: 50 },
            feedback:
              "It fires more often than your rate. On which side of 200 pA is your mean, " +
              "and how large is the noise?",
          },
          {
            name: "CV of 0.8 or more",
            holds: (input: NoisyInput) => coefficientOfVariation(firedBy(input)) >= 0.8,
            wrong: between({ mean: 165, noise: 50 }, { mean: 210, noise: 50 }, rate),
            feedback: "It still fires much like a clock. What takes the voltage to threshold, the mean or the noise?",
          },
        ],
      }),
    hints: [
      "With a mean above 200 pA the neuron fires even without noise, and so regularly.",
      "Put the mean well below 200 pA and let the noise do the rest.",
      "Try a mean of 0 and raise the noise until the rate is right; halve the interval of the noise at the end.",
    ],
    because: "Driven by the mean a neuron is a clock; driven by fluctuations it is nearly Poisson.",
  }),
];
