import { prescott } from "../../../models/prescott.js";
import { bisect } from "../../../numerics/root.js";
import { simulate } from "../../../solve/simulate.js";
import { ramp } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";

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

/** A slow climb against a step. */
export const rampOrStep: readonly Exercise[] = [
  exercise({
    id: "15.5",
    title: "How slow may a ramp be?",
    points: 3,
    variant: (draw) => ({ I: draw.between(60, 86, 0.1) }),
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
