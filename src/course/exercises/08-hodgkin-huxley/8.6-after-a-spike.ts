import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

/** Why an axon is refractory, then excitable, in words. */
export const afterASpike: readonly Exercise[] = [
  exercise({
    id: "8.6",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why an axon is hard to fire 8 ms after a spike, and easier than at rest after 19 ms",
        mentions: [
          {
            name: "speaks of sodium's inactivation",
            words: ["inactivat", "sodium"],
            feedback: "What has become of the sodium channels during the spike?",
          },
          {
            name: "speaks of potassium",
            words: ["potassium"],
            feedback: "There is a second gate that is late to come back. Which current does it belong to?",
          },
        ],
        right:
          "At 8 ms many sodium channels are still inactivated, h is low, and potassium channels are still " +
          "open, n is high: more must be pushed, and against more. At 19 ms both have overshot. The " +
          "voltage has been below rest, so h is above its resting value and n below: less push will do.",
      }),
    hints: [
      "Which gates are slow? Compare h and n at both times with their values at rest.",
      "What did the undershoot do to them?",
    ],
    because: "Your text is kept for your teacher. Read yours again: does it tell both times apart, by both gates?",
  }),
];
