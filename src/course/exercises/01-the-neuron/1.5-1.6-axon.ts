import { cable } from "../../../cables/cable.js";
import { conductionVelocity, simulateCable } from "../../../cables/simulate-cable.js";
import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { selectionAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

/** m/s, in the bare fibre of the lesson. */
function speed(radius: number): number {
  const fibre = cable({
    length: 8000,
    radius,
    compartments: 160,
    membrane: hodgkinHuxley.preset("18.5 °C"),
    axialResistivity: 110,
  });
  return conductionVelocity(
    simulateCable(fibre, { duration: 8, inject: [{ at: 0, current: step(10 * radius ** 1.5, 0, 0.2) }] }),
    { from: 2000, to: 6000 },
  );
}

/** The spike on its way down the axon. */
export const downTheAxon: readonly Exercise[] = [
  exercise({
    id: "1.5",
    title: "How fast is your fibre?",
    points: 2,
    variant: (draw) => ({ radius: draw.between(2, 8, 0.02) }),
    answer: ({ radius }) => {
      const right = speed(radius);
      return numberAnswer({
        unit: "m/s",
        right,
        tolerance: percent(3),
        misconceptions: [
          {
            name: "time instead of speed",
            wrong: 4 / right,
            feedback: "That is the time between the two places, in ms.",
          },
          {
            name: "distance from the beginning",
            wrong: 1.5 * right,
            feedback: "The spike was seen 2 mm and 6 mm from the beginning. How far apart is that?",
          },
          { name: "upside down", wrong: right / 4, feedback: "Speed is distance over time: how many mm in one ms?" },
        ],
      });
    },
    hints: [
      "Point at the two peaks in the figure and read their times.",
      "1 mm/ms is 1 m/s.",
      "4 divided by the time between them in ms. Or `conductionVelocity(run, { from: 2000, to: 6000 })`.",
    ],
    because: "In a bare fibre speed grows with the root of the radius: four times as thick is twice as fast.",
  }),
  exercise({
    id: "1.6",
    title: "Find the mistakes: the action potential in print",
    points: 3,
    answer: () =>
      selectionAnswer({
        from: ["A", "B", "C", "D", "E", "F"],
        right: ["A", "C", "D", "F"],
        misconceptions: [
          {
            name: "all of them",
            wrong: ["A", "B", "C", "D", "E", "F"],
            feedback: "Two of the six are right. One of them is about a sum, one about a pump.",
          },
          {
            name: "the peak not missed",
            wrong: ["A", "C", "F"],
            feedback: "Three are found. How close to E_Na does the spike in Section 1.5 get, and what stops it?",
          },
          {
            name: "rest not missed",
            wrong: ["A", "D", "F"],
            feedback: "Three are found. How far is rest from E_K, and can a membrane that leaks sodium rest at E_K?",
          },
          { name: "the axon not missed", wrong: ["C", "D", "F"], feedback: "Three are found. Is every axon wrapped?" },
          {
            name: "the word not missed",
            wrong: ["A", "C", "D"],
            feedback: "Three are found. What does a membrane do that goes back towards rest?",
          },
        ],
      }),
    hints: [
      "Test each sentence on the figures and tables of this notebook.",
      "Squid axons are bare. The spike above peaks at 39 mV; its sodium battery is at 50 mV.",
      "Four of the six need correction.",
    ],
    because: "Such sentences are copied from book to book. A model lets you test them.",
  }),
];
