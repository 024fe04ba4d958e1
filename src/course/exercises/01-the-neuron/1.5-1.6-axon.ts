import { cable } from "../../../cables/cable.js";
import { conductionVelocity, simulateCable } from "../../../cables/simulate-cable.js";
import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
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
  findMistakes({
    id: "1.6",
    title: "Find the mistakes: the action potential in print",
    points: 3,
    statements: [
      {
        about: "which axons are wrapped",
        holds: "Many axons of vertebrates are wrapped in myelin; most axons of other animals are bare.",
        fails: "To let signals travel fast, every axon is wrapped in myelin.",
        feedback: "Has the axon of the squid any myelin?",
      },
      {
        about: "a sum that is zero",
        holds: "At rest the net current is zero.",
        fails: "At rest the current of each ion is zero.",
        feedback: "Add up the three currents at rest in Section 1.4. Is it the sum that is zero, or each of them?",
      },
      {
        about: "where rest is",
        holds: "The membrane rests near potassium's Nernst potential, and above it.",
        fails: "At rest potassium is in equilibrium: the membrane rests at its Nernst potential.",
        feedback: "How far is rest from E_K in Section 1.4, and can a membrane that leaks sodium rest at E_K?",
      },
      {
        about: "how high a spike gets",
        holds: "At the peak of a spike the voltage is still below the Nernst potential of sodium.",
        fails: "At the peak of a spike the voltage has reached the Nernst potential of sodium.",
        feedback: "How close to E_Na does the spike in Section 1.5 get, and what stops it?",
      },
      {
        about: "what pumps do",
        holds: "Pumps keep the concentration of sodium higher outside than inside.",
        fails: "Pumps keep the concentration of sodium higher inside than outside.",
        feedback: "On which side of the membrane is the salt of the sea?",
      },
      {
        about: "what brings the voltage back",
        holds: "After the peak open potassium channels bring the voltage down.",
        fails: "After the peak pumps bring the voltage down: they carry the sodium out again.",
        feedback: "A spike is over in a few milliseconds. Is any pump as quick as that?",
      },
      {
        about: "the word for the way back",
        holds: "In an action potential the membrane depolarises, that is, rises, and then repolarises, that is, falls.",
        fails: "In an action potential the membrane depolarises, that is, rises, and then polarises, that is, falls.",
        feedback: "At rest a membrane is polarised already. What is it called when it goes back there?",
      },
    ],
    hints: [
      "Test each sentence on the figures and tables of this notebook.",
      "Squid axons are bare. The spike above peaks at 39 mV; its sodium battery is at 50 mV.",
    ],
    because: "Such sentences are copied from book to book. A model lets you test them.",
  }),
];
