import { present } from "../../checks/present.js";
import { bifurcations } from "../../dynamics/bifurcations.js";
import { prescott } from "../../models/prescott.js";
import { bisect } from "../../numerics/root.js";
import { simulate } from "../../solve/simulate.js";
import { ramp } from "../../solve/stimuli/stimulus-shapes.js";
import { selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";

type Classify = (rate: readonly number[], onset: readonly number[]) => number;
const slow = 30; // Hz
const classify: Classify = (rate, onset) => {
  const positive = rate.filter((f) => f > 0);
  if (positive.length > 0) return Math.min(...positive) < slow ? 1 : 2;
  return onset.some((count) => count > 0) ? 3 : 0;
};

/** Longest climb to `I` uA/cm^2, ms, that makes the neuron of class 3 spike. */
function longestClimb(I: number): number {
  const model = prescott.preset("class 3");
  return bisect(
    (D) => simulate(model, { duration: 100, stimulus: ramp(I / D, 10, 10 + D) }).spikes.length > 0,
    60,
    0.5,
    { absolute: 1e-3 },
  );
}

/** The exercises of notebook 13, in the order of its text. */
export const classesOfExcitabilityExercises: readonly Exercise[] = [
  exercise({
    id: "13.1",
    title: "Who can fire slowly?",
    points: 1,
    answer: () =>
      numberAnswer({
        unit: "",
        right: 1,
        tolerance: 0,
        misconceptions: [
          {
            name: "class 2",
            wrong: 2,
            feedback: "Which rate is the lowest that its curve ever takes, apart from zero?",
          },
          {
            name: "the rate",
            wrong: 20,
            feedback: "That is the rate in question. Which of the three curves takes it?",
          },
          { name: "class 3", wrong: 3, feedback: "It does not fire steadily at any of these currents." },
        ],
      }),
    hints: [
      "Draw a horizontal line at 20 Hz. Which curve crosses it?",
      "The curve must rise from zero without a jump.",
    ],
    because: "Class 1 turns a weak current into a low rate.",
  }),
  exercise({
    id: "13.2",
    title: "The class from the curve",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "rate in Hz and onset, two lists",
        gives: "the class as a number",
        at: [
          [
            [0, 0, 12, 30, 60],
            [0, 0, 3, 8, 16],
          ],
          [
            [0, 0, 0, 67, 80],
            [0, 0, 1, 33, 38],
          ],
          [
            [0, 0, 0, 0],
            [0, 0, 1, 1],
          ],
          [
            [0, 0, 0],
            [0, 0, 0],
          ],
          [
            [0, 55, 0],
            [0, 4, 1],
          ],
          [
            [0, 0, 29, 90],
            [0, 1, 3, 9],
          ],
          [
            [0, 100, 9],
            [0, 12, 1],
          ],
          [
            [0, 30, 50],
            [0, 3, 6],
          ],
        ],
        tolerance: 0,
        right: classify,
        misconceptions: [
          {
            name: "zero counted as slow",
            wrong: (rate, onset) =>
              Math.max(...rate) > 0 ? (Math.min(...rate) < slow ? 1 : 2) : onset.some((c) => c > 0) ? 3 : 0,
            feedback:
              "The smallest of all rates is zero whenever the neuron was silent at some current. Look at the positive ones only.",
          },
          {
            name: "silent taken for class 3",
            wrong: (rate) => {
              const positive = rate.filter((f) => f > 0);
              return positive.length > 0 ? (Math.min(...positive) < slow ? 1 : 2) : 3;
            },
            feedback: "A neuron that never spiked at all has no class: ask for its onset spikes.",
          },
          {
            name: "class 1 and 2 swapped",
            wrong: (rate, onset) => [0, 2, 1, 3][classify(rate, onset)],
            feedback: "A low smallest rate is the mark of class 1.",
          },
          {
            name: "the first instead of the smallest",
            wrong: (rate, onset) => {
              const first = rate.find((f) => f > 0);
              return first === undefined ? classify(rate, onset) : first < slow ? 1 : 2;
            },
            feedback:
              "The currents need not come in rising order: take the smallest positive rate, not the first. (`sort()` alone sorts numbers as if they were texts.)",
          },
          {
            name: "the largest rate",
            wrong: (rate, onset) =>
              Math.max(...rate) > 0 ? (Math.max(...rate) < slow ? 1 : 2) : classify(rate, onset),
            feedback:
              "Every class 1 neuron fires fast as well, if the current is large. Look at its smallest positive rate.",
          },
          {
            name: "30 Hz counted as slow",
            wrong: (rate, onset) => {
              const positive = rate.filter((f) => f > 0);
              return positive.length > 0 ? (Math.min(...positive) <= slow ? 1 : 2) : classify(rate, onset);
            },
            feedback: "Nearly: what does your function say to a smallest rate of exactly 30 Hz?",
          },
          {
            name: "any onset spike is class 3",
            wrong: (_rate, onset) => (onset.some((c) => c > 0) ? 3 : 0),
            feedback: "Neurons of class 1 and 2 spike at the onset as well. Ask for steady firing first.",
          },
        ],
      }),
    hints: [
      "First collect the rates above zero: `Array.from(rate).filter((f) => f > 0)`.",
      "If there are any, compare the smallest with 30.",
      "If there are none, look at `onset`.",
    ],
    because: "A rule for machines; the reason is in the bifurcation.",
  }),
  exercise({
    id: "13.3",
    title: "Where your neuron loses its rest",
    points: 3,
    variant: (draw) => ({ betaW: draw.oneOf([-16, -15, -14, -12, -11, -3, -2, -1]) }),
    answer: ({ betaW }) => {
      const { points } = bifurcations(prescott.with({ betaW }), "I", [0, 80]);
      const cycles = points.find(({ kind }) => kind === "fold of cycles")?.parameter;
      return numberAnswer({
        unit: "uA/cm^2",
        right: present(
          points.find(({ kind }) => kind !== "fold of cycles"),
          "a bifurcation of rest",
        ).parameter,
        tolerance: 0.01,
        misconceptions: [
          {
            name: "the preset of class 1",
            wrong: 36.74,
            feedback: "That belongs to β_w = 0 mV. Use your own neuron, `between`.",
          },
          {
            name: "the preset of class 2",
            wrong: 42.802,
            feedback: "That belongs to β_w = −13 mV. Use your own neuron, `between`.",
          },
          ...(cycles === undefined
            ? []
            : [
                {
                  name: "the fold of cycles",
                  wrong: cycles,
                  feedback: "There firing becomes possible, but rest is still stable. Where does the solid line end?",
                },
              ]),
        ],
      });
    },
    hints: [
      "In the diagram below, the solid blue line is rest. Where does it end?",
      "`excitability(between).evidence.lost` is that bifurcation.",
      "It has a `kind` and a `parameter`; you want the `parameter`.",
    ],
    because: "The end of the stable branch: everything else concerns the cycle.",
  }),
  exercise({
    id: "13.4",
    title: "Find the mistakes: classes",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["b", "c", "d"],
        misconceptions: [
          {
            name: "resonators only class 2",
            wrong: ["c", "d"],
            feedback: "Two are found. Could a neuron that rings be class 3?",
          },
          {
            name: "off the circle forgotten",
            wrong: ["b", "d"],
            feedback: "Two are found. Look at the table: which other way leads to a jump?",
          },
          { name: "protocol ignored", wrong: ["b", "c"], feedback: "Two are found. Does class 3 fire on a slow ramp?" },
        ],
      }),
    hints: ["The table of this section answers (a) and (c).", "Class 3 has a stable rest that may well be a focus."],
    because: "Class 1 implies an integrator; the reverse does not hold.",
  }),
  exercise({
    id: "13.5",
    title: "How slow may a ramp be?",
    points: 3,
    variant: (draw) => ({ I: draw.oneOf([60, 65, 70, 80]) }),
    answer: ({ I }) => {
      const right = longestClimb(I);
      return numberAnswer({
        unit: "ms",
        right,
        tolerance: 0.1,
        misconceptions: [
          {
            name: "the slope",
            wrong: I / right,
            feedback: "That is the steepness in µA/cm² per ms. How long does the climb take?",
          },
          {
            name: "the end of the ramp",
            wrong: 10 + right,
            feedback: "Your ramp starts at t = 10 ms: count from there.",
          },
        ],
      });
    },
    hints: [
      "`ramp(top / D, 10, 10 + D)` climbs for D ms from t = 10 ms. A step is a ramp with a very small D.",
      "Find one D that fires and one that does not, and halve the interval.",
      "`simulate(three, { duration: 100, stimulus: ramp(top / D, 10, 10 + D) }).spikes.length`",
    ],
    because: "A ramp slower than the outward current is followed, not outrun.",
  }),
];
