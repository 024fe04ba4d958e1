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
            name: "tells it by h",
            words: "h ",
            evenDenied: true,
            feedback: "What has become of the sodium channels during the spike? Tell it by their gate.",
          },
          {
            name: "tells it by n",
            words: "n ",
            evenDenied: true,
            feedback: "There is a second gate that is late to come back. Which?",
          },
          {
            name: "says whose gates they are",
            words: "sodium|na |na-|na+|inactivat",
            evenDenied: true,
            feedback: "h and n are gates of two kinds of channels. Of which?",
          },
          {
            name: "names potassium",
            words: "potassium|k |k-|k+|rectifier",
            evenDenied: true,
            feedback: "And to which channels does n belong?",
          },
        ],
        opposites: [
          {
            claim: "h belongs to potassium.",
            says: [
              "h belongs to potassium|h belongs to the potassium|h of potassium|h of the potassium|potassium's h |" +
                "potassium h |h gate of potassium|h gate of the potassium|h is the potassium|" +
                "h is potassium|h is the gate of the potassium|h is the gate of potassium",
              "n belongs to sodium|n belongs to the sodium|n of sodium|n of the sodium|sodium's n |sodium n |" +
                "n gate of sodium|n gate of the sodium|n is the sodium|n is sodium|" +
                "n is the gate of the sodium|n the gate of the sodium",
            ],
            feedback: "Which of the two gates belongs to a channel that inactivates?",
          },
          {
            claim: "At 8 ms h is high.",
            says: [
              "8 ms h is high|8 ms h is large|8 ms n is low|8 ms n is small|eight ms h is high",
              "19 ms h is low|19 ms n is high|19 ms n is above",
            ],
            feedback: "In the figure, where are h and n at that time, seen from their values at rest?",
          },
          {
            claim: "The gates have nothing to do with it.",
            says: ["channels have nothing to do|gates have nothing to do|h is not low|n is not high"],
            feedback: "Look at both gates in the figure, 8 ms after the spike.",
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
    because: "Read yours again: does it tell both times apart, by both gates?",
  }),
];
