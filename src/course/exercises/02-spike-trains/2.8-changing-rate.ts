import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

/** A rate that moves. */
export const changingRate: readonly Exercise[] = [
  exercise({
    id: "2.8",
    title: "How many trials?",
    points: 2,
    variant: (draw) => ({ r: draw.between(20, 60, 1), bin: draw.oneOf([2, 4, 5, 10]), error: draw.between(3, 6, 1) }),
    answer: ({ r, bin, error }) =>
      numberAnswer({
        unit: "",
        right: (1000 * r) / (bin * error ** 2),
        tolerance: percent(1),
        misconceptions: [
          {
            name: "the error not squared",
            wrong: (1000 * r) / (bin * error),
            feedback: "Half the error takes four times the trials. Does your formula say so?",
          },
          {
            name: "the root of the number",
            wrong: Math.sqrt((1000 * r) / (bin * error ** 2)),
            feedback: "Undo the square root: square both sides before you solve for N.",
          },
          {
            name: "the bin left out",
            wrong: r / error ** 2,
            feedback: "A narrower bin holds fewer spikes. Where is the bin in your formula?",
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
];
