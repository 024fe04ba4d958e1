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

function firedBy({ mean: I, noise }: NoisyInput): Float64Array {
  return simulate(leakyIntegrateAndFire.with({ I }), {
    duration: 10000,
    stimulus: whiteNoise(noise, 1),
    method: "eulerMaruyama",
    dt: 0.1,
  }).spikes;
}

/** Where the noise comes in. */
export const whereTheNoiseComesIn: readonly Exercise[] = [
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
            feedback:
              "Both are numbers, without quotation marks: the mean within ±2000 pA, " +
              "the noise between 0 and 5000 pA √ms.",
          },
          {
            name: "fires at 5 Hz or more",
            holds: (input: NoisyInput) => firedBy(input).length >= 50,
            wrong: { mean: 100, noise: 100 },
            feedback: "It fires less often than 5 times a second. With this mean, what is missing?",
          },
          {
            name: "fires at 30 Hz or less",
            holds: (input: NoisyInput) => firedBy(input).length <= 300,
            wrong: { mean: 300, noise: 0 },
            feedback:
              "It fires more often than 30 times a second. On which side of 200 pA is your mean, " +
              "and how large is the noise?",
          },
          {
            name: "CV of 0.8 or more",
            holds: (input: NoisyInput) => coefficientOfVariation(firedBy(input)) >= 0.8,
            wrong: { mean: 205, noise: 30 },
            feedback: "It still fires much like a clock. What takes the voltage to threshold, the mean or the noise?",
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
