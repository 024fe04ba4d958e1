import { cable } from "../../../cables/cable.js";
import { conductionVelocity, simulateCable } from "../../../cables/simulate-cable.js";
import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { writtenAnswer } from "../../answers/written-answer.js";
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
    variant: (draw) => ({ radius: draw.between(1.5, 7.8, 0.02) }),
    answer: ({ radius }) => {
      const right = speed(radius);
      return numberAnswer({
        unit: "m/s",
        right,
        tolerance: percent(2),
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
          {
            name: "distance forgotten",
            wrong: 1 / right,
            feedback: "That is how many ms the spike takes for one mm. How many mm does it run in one ms?",
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
    title: "Up and down, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "what brings the voltage of an axon up, and then down",
        mentions: [
          {
            name: "says what opens",
            words: "channel|permeab|conductance|gate|door|pore|conduct|open|gna|gk|leaky|switch",
            feedback: "Through what do ions cross the membrane, and what becomes of it during a spike?",
          },
          {
            name: "says what the ions do",
            words:
              "flow|inward|outward|enter|leave|leaving|rush|stream|pull|pour|diffus|move|drag|dominat|" +
              "towards|toward|goes to|approach|drop|battery|up|rise|down|fall|bring|take|near|depolari",
            feedback: "Once its way is open, which way does each ion go, and what does that do to the voltage?",
          },
          {
            name: "tells the way down",
            words:
              "close|shut|inactivat|in turn|next|finally|follow|back|out |later|afterwards|repolari|" +
              "delay|second|then|after|falls|instead|plug",
            feedback: "That is the way up. What ends it, and what takes its place?",
          },
        ],
        opposites: [
          {
            claim: "The concentration inside rises.",
            says: [
              "concentration of sodium ~ becomes larger|rises|larger|grows|increas",
              "concentration … rises|larger|grows|increas",
            ],
            feedback: "By how much does a spike change it? See Section 1.2.",
          },
          {
            claim: "Potassium brings the voltage up.",
            says: ["potassium|k channel … up|raise|rise|lift|depolari", "potassium … flows in|enters|into the cell"],
            feedback: "To whose Nernst potential does the voltage go first?",
          },
          {
            claim: "Sodium brings the voltage down.",
            says: ["sodium|na channel … down|lower|repolari", "sodium … out of the cell|leaves|outward"],
            feedback: "Which way does sodium go when its channels open?",
          },
        ],
        right:
          "What changes is how easily each ion crosses. Sodium channels open first: sodium flows in and pulls " +
          "the voltage towards its Nernst potential. Within a millisecond they inactivate, more potassium " +
          "channels open, and potassium flows out, which brings the voltage down again. So few ions are enough " +
          "for this that pumps can make up for them later.",
      }),
    hints: [
      "Which ion can cross the membrane most easily at rest, and which one at the peak?",
      "Look at the phases of a spike in Section 1.5: what is open in each of them?",
    ],
    because: "Does it name both ions, and say which way each of them goes?",
  }),
];
