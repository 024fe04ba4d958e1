import { approximationError, interpolatingNetwork } from "../../../networks/network.js";
import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
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
  findMistakes({
    id: "14.5",
    title: "Find the mistakes: any function",
    points: 2,
    statements: [
      {
        about: "which functions",
        holds: "With enough units, one hidden layer comes as near as you like to any continuous function on [0, 1].",
        fails:
          "With enough units, one hidden layer comes as near as you like to any function on [0, 1], jumps included.",
        feedback: "Look at the errors for the jump: do they fall towards zero?",
      },
      {
        about: "where it holds",
        holds: "Outside the interval in which its units lie, the network may be wrong however many there are.",
        fails: "Outside the interval in which its units lie, the network gets right as well, once there are enough.",
        feedback: "Look at the error of the sine on [0, 2]. Do more units help?",
      },
      {
        about: "how many layers",
        holds: "For continuous functions one hidden layer is enough.",
        fails: "For continuous functions two hidden layers are needed.",
        feedback: "Is it the number of layers that fails at the jump above?",
      },
      {
        about: "which activation",
        holds: "With straight lines for an activation the theorem fails.",
        fails: "The theorem holds with any activation, straight lines included.",
        feedback: "What is a sum of straight lines?",
      },
      {
        about: "existence and training",
        holds: "The theorem says that good weights exist, not that training finds them.",
        fails: "The theorem says that training finds good weights.",
        feedback: "Does the theorem say a word about how the weights are to be found?",
      },
      {
        about: "how fast the error falls",
        holds: "Twice as many rectified units bring the error of the sine down to about a quarter.",
        fails: "Twice as many rectified units bring the error of the sine down to about a half.",
        feedback: "Compare 8, 16 and 32 units in the lines that the cell printed.",
      },
    ],
    hints: [
      "A sum of continuous units is continuous.",
      "Look at the row of the jump, and at the error outside the interval.",
    ],
    because: "Continuous functions, on a closed and bounded set, with enough units, whose activation is no polynomial.",
  }),
  exercise({
    id: "14.6",
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
