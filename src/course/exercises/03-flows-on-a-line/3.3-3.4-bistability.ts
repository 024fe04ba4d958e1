import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
import { listAnswer } from "../../answers/list-answer.js";
import { gL, EL, landmarks } from "./membrane.js";

/** A membrane with two stable voltages. */
export const bistability: readonly Exercise[] = [
  exercise({
    id: "3.3",
    title: "All equilibria at your input",
    points: 2,
    variant: (draw) => ({ I: draw.between(-203, -2, 1) }), // never 0, which has misconceptions of its own
    answer: ({ I }) => {
      const { rest, threshold, excited } = landmarks(I);
      return listAnswer({
        of: "equilibria",
        unit: "mV",
        right: [rest, threshold, excited],
        tolerance: 0.05,
        misconceptions: [
          {
            name: "only the stable ones",
            wrong: [rest, excited],
            feedback: "Those two are stable. What lies between their basins?",
          },
          {
            name: "only the lower two",
            wrong: [rest, threshold],
            feedback: "Look further to the right in the figure: sodium wants the voltage high.",
          },
          {
            name: "equilibria without input",
            wrong: Object.values(landmarks(0)).slice(0, 3),
            feedback:
              "These are the equilibria at I = 0. Put your input into the model: `membrane.with({ I: mine.I })`.",
          },
          {
            name: "only the unstable one",
            wrong: [threshold],
            feedback: "That is the threshold. The exercise asks for all equilibria.",
          },
          {
            name: "equilibria of the leak alone",
            wrong: [EL + I / gL],
            feedback: "Your list is right for a membrane without sodium.",
          },
        ],
      });
    },
    hints: [
      "`equilibria(model)` gives a list; each entry has a `state`, and that has a `V`.",
      "The model at your input is `membrane.with({ I: mine.I })`.",
      "`equilibria(membrane.with({ I: mine.I })).map((e) => e.state.V)`",
    ],
    because: "Rest, threshold, excited state: two homes and the border between them.",
  }),
  findMistakes({
    id: "3.4",
    title: "Find the mistakes: how many equilibria?",
    points: 2,
    statements: [
      {
        about: "how many there are",
        holds: "Without input this membrane has three equilibria.",
        fails: "Without input this membrane has two equilibria.",
        feedback: "Count the circles in the figure of Section 3.3.",
      },
      {
        about: "what lies between two stable ones",
        holds: "On a line an unstable equilibrium lies between two neighbouring stable ones.",
        fails: "On a line two stable equilibria can be neighbours with nothing between them.",
        feedback: "A curve that falls through zero twice: how does it get up again in between?",
      },
      {
        about: "the excited state",
        holds: "A run that begins above the threshold ends in the excited state and stays there.",
        fails: "A run that begins above the threshold passes the excited state and comes back to rest.",
        feedback: "Of the six membranes in Section 3.3, three do not end at rest. Do they stay where they stop?",
      },
      {
        about: "far too much input",
        holds: "At 25 µA/cm² this membrane has one equilibrium.",
        fails: "At 25 µA/cm² this membrane has more equilibria than without input.",
        feedback: "Raise I to 25 µA/cm² in the live figure of Section 3.3. How often does the curve cross the axis?",
      },
      {
        about: "what the threshold is",
        holds: "The threshold is an equilibrium, an unstable one.",
        fails: "The threshold is no equilibrium: the velocity there is at its largest.",
        feedback: "What is the velocity at the open circle?",
      },
      {
        about: "fewer sodium channels",
        holds: "With fewer and fewer sodium channels, threshold and excited state meet and vanish.",
        fails: "With fewer and fewer sodium channels, rest and threshold meet and vanish.",
        feedback: "Lower g_Na in the live figure from 74 to 40 mS/cm². Which circles approach each other?",
      },
    ],
    hints: [
      "Count the circles in the figure of Section 3.3.",
      "A curve that falls through zero twice must rise through it once.",
    ],
    because: "Below 15.78 µA/cm² there are three; the unstable one is the threshold.",
  }),
];
