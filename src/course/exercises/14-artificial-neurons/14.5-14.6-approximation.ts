import { approximationError, interpolatingNetwork } from "../../../networks/network.js";
import { exercise, type Exercise } from "../../exercise.js";
import { writtenAnswer } from "../../answers/written-answer.js";
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
    id: "14.5",
    title: "Any function? In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why more units help for the sine and not for the jump",
        mentions: [
          {
            name: "says of what the network's curve is made",
            words:
              "corner|chord|bend|piece|straight|segment|line|kink|poly|vertices|vertex|linear|edge|" +
              "steep|slope|ramp|angle|zigzag|joint|hinge|broken|bit |bits|continu",
            feedback: "What does one more rectified unit add to the curve? Of what is the whole made?",
          },
          {
            name: "says what a sum of units cannot do",
            words:
              "continu|discontinu|gap|half|halfway|between|vertical|steep|connected|break|smooth|" +
              "middle|pass through|0.5|instant|leap|tear|abrupt|intermediate|at once|unbroken",
            evenDenied: true,
            feedback:
              "Just left of the jump it is 0, just right of it 1. How does a sum of such units get from the one " +
              "to the other?",
          },
        ],
        opposites: [
          {
            claim: "The jump is continuous.",
            says: ["jump is continuous", "sine is not continuous"],
            feedback: "Draw both functions without lifting the pencil.",
          },
          {
            claim: "The error at the jump goes away.",
            says: ["jump … falls like|becomes small|goes away"],
            feedback: "Where does the network stand on its way from 0 to 1?",
          },
        ],
        right:
          "Each rectified unit adds a corner, so the network is a curve of chords. With more units the chords " +
          "get shorter and lie closer to any continuous curve, such as the sine. But a sum of such units is " +
          "itself continuous. On its way from 0 to 1 it has to pass through one half, and there it is wrong by " +
          "one half or more, however steep it is.",
      }),
    hints: [
      "What does one rectified unit look like, and what do several of them, added up?",
      "Can such a sum get from 0 to 1 without passing through 0.5?",
    ],
    because:
      "The theorem is about continuous functions, on a closed and bounded set, with enough units, whose " +
      "activation is no polynomial.",
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
              "Nearly: is there a smaller number that also does it? Chords and their end points are not equally " +
              "many.",
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
