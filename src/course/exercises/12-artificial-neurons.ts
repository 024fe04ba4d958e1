import { approximationError, interpolatingNetwork } from "../../networks/network.js";
import { choiceAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (w: readonly number[], x: readonly number[]): number => w.reduce((sum, wi, i) => sum + wi * x[i], 0);
const wave = (x: number): number => Math.sin(2 * Math.PI * x);

/** A network's answer, if it has no jump there: sums of rectifiers have none anywhere. */
const withoutJump = (f: (a: number, b: number) => number, a: number, b: number): unknown => {
  const answer = f(a, b);
  return Math.abs(f(a + 1e-4, b - 1e-4) - answer) > 0.01 ? "a jump" : answer;
};

/** The fewest rectified units whose chords come nearer to one period of a sine than `error`. */
function fewestUnits(error: number): number {
  let width = 1;
  while (approximationError(interpolatingNetwork(wave, [0, 1], width), wave, [0, 1]) >= error) width++;
  return width;
}

export const artificialNeuronExercises: readonly Exercise[] = [
  exercise({
    id: "12.1",
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
            say: "That is the summed input. What turns it into a rate between 0 and 1?",
          },
          {
            name: "the bias left out",
            wrong: sigmoid(sum),
            say: "What would your unit give without any input? The bias says.",
          },
          {
            name: "the sign of the exponent",
            wrong: sigmoid(-sum - bias),
            say: "Yours falls as the input grows. It is exp(−x) that stands in the sigmoid.",
          },
          {
            name: "the non-linearity before the sum",
            wrong: sigmoid(w1 * x1) + sigmoid(w2 * x2) + bias,
            say: "First add up, then bend: the non-linearity is applied once.",
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
    id: "12.2",
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
        ] as [number[], number, number[]][],
        tolerance: percent(0.1),
        right: (w: readonly number[], b: number, x: readonly number[]) => Math.max(0, dot(w, x) + b),
        misconceptions: [
          { name: "not rectified", wrong: (w, b, x) => dot(w, x) + b, say: "Can a firing rate be negative?" },
          {
            name: "the bias left out",
            wrong: (w, _b, x) => Math.max(0, dot(w, x)),
            say: "What does your unit give when all inputs are zero? It should depend on the bias.",
          },
          {
            name: "the bias subtracted",
            wrong: (w, b, x) => Math.max(0, dot(w, x) - b),
            say: "The bias is added: it is minus the threshold already.",
          },
          {
            name: "a sigmoid",
            wrong: (w, b, x) => sigmoid(dot(w, x) + b),
            say: "That is a sigmoid unit. A rectifier gives the sum itself where it is positive.",
          },
          {
            name: "a step",
            wrong: (w, b, x) => (dot(w, x) + b > 0 ? 1 : 0),
            say: "That is a step: all or none. A rectifier gives the sum itself where it is positive.",
          },
          {
            name: "the size of the sum",
            wrong: (w, b, x) => Math.abs(dot(w, x) + b),
            say: "Below zero a rectifier gives zero, not the size of the sum.",
          },
          {
            name: "the bias after the bend",
            wrong: (w, b, x) => Math.max(0, dot(w, x)) + b,
            say: "Your rate can fall below zero: where does the bias belong?",
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
  exercise({
    id: "12.3",
    title: "Exclusive or, by hand",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "two inputs, each 0 or 1",
        gives: "1",
        at: [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ] as [number, number][],
        tolerance: 0.001,
        using: withoutJump,
        right: (a: number, b: number) => Math.max(0, a + b) - 2 * Math.max(0, a + b - 1),
        misconceptions: [
          {
            name: "or",
            wrong: (a, b) => Math.min(1, a + b),
            say: "Yours also answers 1 to two active inputs. They should cancel.",
          },
          {
            name: "the sum alone",
            wrong: (a, b) => a + b,
            say: "Your second unit is silent. It should take something away when both inputs are 1.",
          },
          {
            name: "asked whether they are equal",
            wrong: (a, b) => (a !== b ? 1 : 0),
            say: "Right at the corners, but it jumps beside them, and no sum of rectifiers does. Build it from `relu`, without asking whether a equals b.",
          },
          {
            name: "the exclusive or of the language",
            wrong: (a, b) => a ^ b,
            say: "TypeScript knows exclusive or already. Build it from `relu`, as a network would.",
          },
          {
            name: "one half of it",
            wrong: (a, b) => Math.max(0, a - b),
            say: "That is active when the first input is alone. What of the second?",
          },
          {
            name: "and",
            wrong: (a, b) => Math.max(0, a + b - 1),
            say: "That answers to two active inputs only. Which other unit is active for one?",
          },
          {
            name: "taken away once only",
            wrong: (a, b) => Math.max(0, a + b) - 0.5 * Math.max(0, a + b - 1),
            say: "At (1, 1) the first unit gives 2. How much must the second take away?",
          },
        ],
      }),
    hints: [
      "Let the first unit compute `relu(a + b)`. It is right at three corners.",
      "A second unit, `relu(a + b - 1)`, is active at (1, 1) only.",
      "Subtract the second twice.",
    ],
    because: "Two units bend the plane; one line cannot part these corners.",
  }),
  exercise({
    id: "12.4",
    title: "The slope of a sigmoid",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the summed input x",
        gives: "1",
        at: each([-3, -1, 0, 0.5, 2, 4]),
        tolerance: percent(0.1),
        right: (x: number) => sigmoid(x) * (1 - sigmoid(x)),
        misconceptions: [
          {
            name: "the rate itself",
            wrong: sigmoid,
            say: "That is the rate. How fast does it change with x? At large x it does not change at all.",
          },
          {
            name: "x(1 − x)",
            wrong: (x) => x * (1 - x),
            say: "The formula y (1 − y) wants the rate y, not the input x.",
          },
          {
            name: "the inner derivative forgotten",
            wrong: (x) => sigmoid(x) ** 2,
            say: "Yours keeps growing. By the chain rule the derivative of the exponential is a factor, too.",
          },
          {
            name: "half of the product",
            wrong: (x) => 1 - sigmoid(x),
            say: "That is 1 − y. The slope has y as a factor, too: it is small on both sides.",
          },
          {
            name: "upside down",
            wrong: (x) => -sigmoid(x) * (1 - sigmoid(x)),
            say: "The sigmoid rises everywhere. What sign has its slope?",
          },
        ],
      }),
    hints: ["Write y = 1/(1 + exp(−x)) and differentiate.", "The slope is y (1 − y)."],
    because: "At most 1/4, at x = 0; far from there the unit has almost nothing to learn from.",
  }),
  exercise({
    id: "12.5",
    title: "Find the mistake: any function",
    points: 2,
    answer: () =>
      choiceAnswer({
        right: "continuous",
        others: {
          layers:
            "One hidden layer is enough for the theorem. Is it the number of layers that fails at the jump above?",
          nothing: "Look at the errors for the jump: do they fall towards zero?",
        },
      }),
    hints: [
      "A sum of continuous units is continuous.",
      "Look at the row of the jump, and at the error outside the interval.",
    ],
    because: "Continuous functions, on a closed and bounded set, with enough units, whose activation is no polynomial.",
  }),
  exercise({
    id: "12.6",
    title: "How many units?",
    points: 3,
    variant: (draw) => ({ error: draw.oneOf([0.1, 0.05, 0.03, 0.02, 0.01, 0.005]) }),
    answer: ({ error }) => {
      const width = fewestUnits(error);
      return numberAnswer({
        unit: "",
        right: width,
        tolerance: 0,
        misconceptions: [
          {
            name: "one too few",
            wrong: width - 1,
            say: "Nearly: is the error with that many units really below yours?",
          },
          {
            name: "points instead of units",
            wrong: width + 1,
            say: "Nearly: is there a smaller number that also does it? Chords and their end points are not equally many.",
          },
        ],
      });
    },
    hints: [
      "Try widths and look at `approximationError`.",
      "The error falls about as 1/width²: half the error takes 1.4 times the units.",
      "`let width = 1; while (errorWith(width) >= goal.error) width++;`",
    ],
    because: "Ten times as exact costs about three times as many units, for a smooth curve of one input.",
  }),
];
