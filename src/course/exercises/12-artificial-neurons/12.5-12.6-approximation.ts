import { approximationError, interpolatingNetwork } from "../../../networks/network.js";
import { choiceAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";

const wave = (x: number): number => Math.sin(2 * Math.PI * x);

/** The fewest rectified units whose chords come nearer to one period of a sine than `error`. */
function fewestUnits(error: number): number {
  const interval = [0, 1] as const;
  let units = 1;
  while (approximationError(interpolatingNetwork(wave, { interval, units }), wave, { interval }) >= error) units++;
  return units;
}

/** Enough bends. */
export const approximation: readonly Exercise[] = [
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
    variant: (draw) => ({ error: draw.between(0.001, 0.021, 0.0001) }),
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
            feedback: "Nearly: is the error with that many units really below yours?",
          },
          {
            name: "points instead of units",
            wrong: width + 1,
            feedback:
              "Nearly: is there a smaller number that also does it? Chords and their end points are not equally many.",
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
