import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { delayAtRatio } from "./runs.js";

/** A measurement of one's own. */
export const ownMeasurement: readonly Exercise[] = [
  exercise({
    id: "8.5",
    title: "The refractory period at your temperature",
    points: 3,
    variant: (draw) => ({ T: draw.between(8, 16, 0.04) }),
    answer: ({ T }) => {
      const { delay, spike } = delayAtRatio(T, 2, 12.3);
      return numberAnswer({
        unit: "ms",
        right: delay,
        tolerance: percent(2.5),
        misconceptions: [
          {
            name: "the axon at 6.3 °C",
            wrong: delayAtRatio(6.3, 2, 12.3).delay,
            feedback: "That is the refractory period at 6.3 °C. Is your model as warm as `warmth.T`?",
          },
          {
            name: "threshold back at rest",
            wrong: delayAtRatio(T, 1, 15.9).delay,
            feedback: "There the second pulse needs no more than the first. Where does it need twice as much?",
          },
          {
            name: "counted from the spike",
            wrong: delay - spike,
            feedback: "Count from pulse to pulse, onset to onset.",
          },
        ],
      });
    },
    hints: [
      "`twoPulse(hodgkinHuxley.with({ T: warmth.T }), delays, { width: 0.5 })` measures; try delays from 3 to 12 ms.",
      "Divide its `threshold` by its `resting` and look where the quotient passes 2.",
      "Narrow the delays down to steps of 0.1 ms around that place.",
    ],
    because: "All gates speed up threefold per 10 °C, and the refractory period shrinks with them.",
  }),
];
