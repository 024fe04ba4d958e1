import { exercise, type Exercise } from "../../exercise.js";
import { between, tuple } from "../../answers/domain.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** Downhill in error. */
export const gradientDescent: readonly Exercise[] = [
  exercise({
    id: "14.4",
    title: "The slope of a sigmoid",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the summed input x",
        gives: "1",
        at: each([-3, -1, 0, 0.5, 2, 4]),
        domain: tuple(between(-25, 25)),
        tolerance: percent(0.1),
        right: (x: number) => sigmoid(x) * (1 - sigmoid(x)),
        misconceptions: [
          {
            name: "the rate itself",
            wrong: sigmoid,
            feedback: "That is the rate. How fast does it change with x? At large x it does not change at all.",
          },
          {
            name: "x(1 − x)",
            wrong: (x) => x * (1 - x),
            feedback: "The formula y (1 − y) wants the rate y, not the input x.",
          },
          {
            name: "the inner derivative forgotten",
            wrong: (x) => sigmoid(x) ** 2,
            feedback: "Yours keeps growing. By the chain rule the derivative of the exponential is a factor, too.",
          },
          {
            name: "half of the product",
            wrong: (x) => 1 - sigmoid(x),
            feedback: "That is 1 − y. The slope has y as a factor, too: it is small on both sides.",
          },
          {
            name: "upside down",
            wrong: (x) => -sigmoid(x) * (1 - sigmoid(x)),
            feedback: "The sigmoid rises everywhere. What sign has its slope?",
          },
        ],
      }),
    hints: ["Write y = 1/(1 + exp(−x)) and differentiate.", "The slope is y (1 − y)."],
    because: "At most 1/4, at x = 0; far from there the unit has almost nothing to learn from.",
  }),
];
