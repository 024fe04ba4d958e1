import { tsodyksMarkram } from "../../../solve/population/short-term-plasticity.js";
import { between, either, listOf, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

type Released = (spikes: number[], U: number, tauRec: number) => number[];

const released: Released = (spikes, U, tauRec) => Array.from(tsodyksMarkram(spikes, { U, tauRec }));

/** The same with another order of things, or another rule for what is left. */
const loop =
  (after: (R: number, U: number) => number, recovers: (R: number, e: number) => number): Released =>
  (spikes, U, tauRec) => {
    let R = 1;
    return spikes.map((t, k) => {
      if (k > 0) R = recovers(R, Math.exp(-(t - spikes[k - 1]) / tauRec));
      const given = U * R;
      R = after(R, U);
      return given;
    });
  };

const right = (R: number, e: number): number => 1 - (1 - R) * e;

/** Synapses that tire. */
export const depression: readonly Exercise[] = [
  exercise({
    id: "20.5",
    title: "A store that runs low",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "spike times in ms, U, and tauRec in ms",
        gives: "a list of numbers",
        at: [
          [[0, 50, 100, 150], 0.5, 500],
          [[10], 0.3, 100],
          [[100, 150, 200, 250, 1000], 0.44, 480],
          [[0, 5, 300], 0.9, 200],
          [[0, 20, 40], 1, 80],
        ] as [number[], number, number][],
        domain: tuple(
          (random) => listOf(between(0, 2000), 1, 15)(random).sort((a, b) => a - b),
          either(between(0.02, 1), oneOf<number>(1)),
          logBetween(20, 2000),
        ),
        tolerance: percent(0.1),
        right: released,
        misconceptions: [
          {
            name: "no recovery",
            wrong: loop(
              (R, U) => R * (1 - U),
              (R) => R,
            ),
            feedback: "Your store never fills up again. What happens to R between two spikes?",
          },
          {
            name: "never emptied",
            wrong: loop((R) => R, right),
            feedback: "Every spike of yours releases the same. Take what is released out of R.",
          },
          {
            name: "times for intervals",
            wrong: (spikes, U, tauRec) => {
              let R = 1;
              return spikes.map((t, k) => {
                if (k > 0) R = right(R, Math.exp(-t / tauRec));
                const given = U * R;
                R -= given;
                return given;
              });
            },
            feedback: "Your store recovers since time 0. It should recover since the spike before.",
          },
          {
            name: "emptied before it gives",
            wrong: (spikes, U, tauRec) => released(spikes, U, tauRec).map((given) => given * (1 - U)),
            feedback: "Yours takes out first and gives of what is left. What does the first spike find in the store?",
          },
          {
            name: "U taken out whole",
            wrong: loop((R, U) => R - U, right),
            feedback: "A spike takes out U times what is there, not U.",
          },
          {
            name: "decays instead of recovering",
            wrong: loop(
              (R, U) => R * (1 - U),
              (R, e) => R * e,
            ),
            feedback: "Between spikes your R falls. It should come back to 1.",
          },
          {
            name: "R instead of U R",
            wrong: (spikes, U, tauRec) => released(spikes, U, tauRec).map((x) => x / U),
            feedback: "That is what is there. A spike releases the part U of it.",
          },
          {
            name: "time since the beginning",
            wrong: (spikes, U, tauRec) => {
              let R = 1;
              return spikes.map((t) => {
                R = 1 - (1 - R) * Math.exp(-(t - spikes[0]) / tauRec);
                const given = U * R;
                R -= given;
                return given;
              });
            },
            feedback: "The store recovers from the last spike on. Which time goes into the exponent?",
          },
        ],
      }),
    hints: [
      "Begin with R = 1. For each spike: first recover, then release.",
      "To recover over Δ ms: 1 − R shrinks by the factor e^(−Δ/τ). To release: note U·R, and take it out of R.",
      "`R = 1 - (1 - R) * Math.exp(-(spikes[k] - spikes[k - 1]) / tauRec)`, but not before the first spike.",
    ],
    because: "Two numbers, and the whole train follows.",
  }),
  exercise({
    id: "20.6",
    title: "Fit the recorded train",
    points: 3,
    answer: () =>
      recordAnswer({
        units: { U: "", tauRec: "ms" },
        right: { U: 0.44, tauRec: 480 },
        points: { U: 1.5, tauRec: 1.5 },
        tolerance: { U: 0.02, tauRec: 35 },
        misconceptions: [
          {
            name: "read off the first two",
            wrong: { U: 0.32, tauRec: 480 },
            feedback: "The first two potentials alone do not tell U: between them some has come back. Use all nine.",
          },
          {
            name: "in seconds",
            wrong: { U: 0.44, tauRec: 0.48 },
            feedback: "Give tauRec in ms.",
          },
          {
            name: "a percentage",
            wrong: { U: 44, tauRec: 480 },
            feedback: "U is a part of 1, not of 100.",
          },
        ],
      }),
    hints: [
      "Two loops, one over U from 0.2 to 0.8, one over tauRec from 200 to 900 ms; keep the pair with the least error.",
      "For each pair take `released(Array.from(train.presynaptic), U, tauRec)`, and the best scale: Σ x·y/Σ x².",
      "The error is the sum of the squares of scale·x − y, over all nine.",
    ],
    because: "44 % of what is there goes with each spike, and it takes half a second to come back.",
  }),
];
