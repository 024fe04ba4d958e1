import { exercise, type Exercise } from "../../exercise.js";
import { between, listOf, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (w: readonly number[], x: readonly number[]): number => w.reduce((sum, wi, i) => sum + wi * x[i], 0);

/** Add up and bend. */
export const oneUnit: readonly Exercise[] = [
  exercise({
    id: "14.1",
    title: "Your unit's answer",
    points: 1,
    variant: (draw) => ({
      w1: draw.between(0.3, 0.7, 0.1),
      w2: draw.between(-0.5, -0.2, 0.1),
      bias: draw.between(-2.5, -2, 0.1),
      x1: draw.between(0.5, 1.5, 0.5),
      x2: draw.between(1, 2, 0.5),
    }),
    answer: ({ w1, w2, bias, x1, x2 }) => {
      const sum = w1 * x1 + w2 * x2;
      return numberAnswer({
        unit: "",
        right: sigmoid(sum + bias),
        tolerance: 0.002,
        misconceptions: [
          {
            name: "the sum alone",
            wrong: sum + bias,
            feedback: "That is the summed input. What turns it into a rate between 0 and 1?",
          },
          {
            name: "the bias left out",
            wrong: sigmoid(sum),
            feedback: "What would your unit give without any input? The bias says.",
          },
          {
            name: "the sign of the exponent",
            wrong: sigmoid(-sum - bias),
            feedback: "Yours falls as the input grows. It is exp(−x) that stands in the sigmoid.",
          },
          {
            name: "the non-linearity before the sum",
            wrong: sigmoid(w1 * x1) + sigmoid(w2 * x2) + bias,
            feedback: "First add up, then bend: the non-linearity is applied once.",
          },
        ],
      });
    },
    hints: [
      "Multiply each input by its weight, add them and the bias.",
      "Put the sum x into 1/(1 + exp(−x)).",
      '`rateUnit("sigmoid", [mine.w1, mine.w2], mine.bias).respond([mine.x1, mine.x2])`',
    ],
    because: "A sum, then a curve: that is the whole unit.",
  }),
  exercise({
    id: "14.2",
    title: "A rectified unit",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "a list of weights, a bias and a list of inputs",
        gives: "1",
        at: [
          [[1, -2], 0.5, [3, 1]],
          [[1, -2], -4, [3, 1]],
          [[0.5, 0.25, 2], 1, [2, 4, 1]],
          [[-1], 0, [2]],
          [[10, 5], 20, [12, 16]], // no upper limit
        ] as [number[], number, number[]][],
        domain: (random) => {
          const [size, part] = [whole(1, 8)(random), between(-3, 3)];
          return [listOf(part, size, size)(random), part(random), listOf(part, size, size)(random)];
        },
        tolerance: percent(0.1),
        right: (w: readonly number[], b: number, x: readonly number[]) => Math.max(0, dot(w, x) + b),
        parts: [{ name: "where it answers", points: 1, where: ([w, b, x]) => dot(w, x) + b > 0 }],
        misconceptions: [
          { name: "not rectified", wrong: (w, b, x) => dot(w, x) + b, feedback: "Can a firing rate be negative?" },
          {
            name: "the bias left out",
            wrong: (w, _b, x) => Math.max(0, dot(w, x)),
            feedback: "What does your unit give when all inputs are zero? It should depend on the bias.",
          },
          {
            name: "the bias subtracted",
            wrong: (w, b, x) => Math.max(0, dot(w, x) - b),
            feedback: "The bias is added: it is minus the threshold already.",
          },
          {
            name: "a sigmoid",
            wrong: (w, b, x) => sigmoid(dot(w, x) + b),
            feedback: "That is a sigmoid unit. A rectifier gives the sum itself where it is positive.",
          },
          {
            name: "a step",
            wrong: (w, b, x) => (dot(w, x) + b > 0 ? 1 : 0),
            feedback: "That is a step: all or none. A rectifier gives the sum itself where it is positive.",
          },
          {
            name: "the size of the sum",
            wrong: (w, b, x) => Math.abs(dot(w, x) + b),
            feedback: "Below zero a rectifier gives zero, not the size of the sum.",
          },
          {
            name: "the bias after the bend",
            wrong: (w, b, x) => Math.max(0, dot(w, x)) + b,
            feedback: "Your rate can fall below zero: where does the bias belong?",
          },
        ],
      }),
    hints: [
      "Begin the sum with the bias and add each weight times its input.",
      "The rectifier is `Math.max(0, x)`.",
      "`Math.max(0, weights.reduce((sum, w, i) => sum + w * inputs[i], bias))`",
    ],
    because: "Zero below threshold, a straight line above: the bias is minus the threshold.",
  }),
];
