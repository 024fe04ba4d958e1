import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { landmarks } from "./membrane.js";

/** When rest vanishes. */
export const saddleNode: readonly Exercise[] = [
  exercise({
    id: "3.7",
    title: "The smallest kick over the threshold",
    points: 3,
    variant: (draw) => ({ I: draw.between(-61, -2, 0.25) }), // never 0, which has a misconception of its own
    answer: ({ I }) => {
      const { rest, threshold, excited } = landmarks(I);
      return numberAnswer({
        unit: "mV",
        right: threshold - rest,
        tolerance: 0.05,
        misconceptions: [
          {
            name: "the threshold voltage",
            wrong: threshold,
            feedback: "That is where the threshold is. The question asks how far above rest that is.",
          },
          {
            name: "distance to the excited state",
            wrong: excited - rest,
            feedback:
              "The kick need not carry the voltage all the way. From where on does the membrane climb by itself?",
          },
          {
            name: "the kick without input",
            wrong: landmarks(0).threshold - landmarks(0).rest,
            feedback: "That is the kick at I = 0. Rest and threshold both move with the input.",
          },
          {
            name: "rest without input",
            wrong: threshold - landmarks(0).rest,
            feedback: "At your input rest is not where it is at I = 0.",
          },
        ],
      });
    },
    hints: [
      "Which equilibrium lies between the states that return and those that climb?",
      "Subtract the voltage of rest from the voltage of the threshold, both at your input.",
    ],
    because: "It shrinks to nothing as the input approaches 15.776 µA/cm².",
  }),
];
