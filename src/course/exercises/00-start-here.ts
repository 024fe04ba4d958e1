import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../exercise.js";
import { findMistakes } from "../find-mistakes.js";
import { numberAnswer } from "../answers/number-answer.js";
import { tenLines } from "./00-start-here/0.1-0.4-ten-lines.js";

const spikes = (I: number, from: number, until: number): Float64Array =>
  simulate(hodgkinHuxley, { duration: until + 10, stimulus: step(I, from, until) }).spikes;
import { channelsInWords } from "./00-start-here/0.8-own-words.js";

/** The exercises of notebook 0, in the order of its text. */
export const startHereExercises: readonly Exercise[] = [
  ...tenLines,
  exercise({
    id: "0.5",
    title: "Count the spikes",
    points: 1,
    variant: (draw) => ({ I: draw.between(10, 30, 0.5), ms: draw.between(100, 500, 5) }),
    answer: ({ I, ms }) =>
      numberAnswer({
        unit: "",
        right: spikes(I, 10, 10 + ms).length,
        tolerance: 0,
        misconceptions: [
          {
            name: "the weak current",
            wrong: 1,
            feedback: "That is for the weak current. Look at the run `strong`.",
          },
          {
            name: "in proportion to the current",
            wrong: Math.round(I / 5),
            feedback: "Spikes do not come in proportion to the current. Count the ticks above the trace.",
          },
          {
            name: "a length in ms",
            wrong: ms,
            feedback: "That is how long the current lasts, in ms. How many spikes are there?",
          },
        ],
      }),
    hints: ["Spikes are the tall, narrow peaks; each has a tick above it.", "`strong.spikes.length`"],
    because: "A weak current makes one spike at its onset, this one a whole train.",
  }),
  exercise({
    id: "0.6",
    title: "The third of your spikes",
    points: 2,
    variant: (draw) => ({ I: draw.between(10, 30, 0.1), from: draw.between(5, 35, 0.5) }),
    answer: ({ I, from }) => {
      const times = spikes(I, from, 90);
      return numberAnswer({
        unit: "ms",
        right: times[2],
        tolerance: 0.3,
        misconceptions: [
          {
            name: "the first spike",
            wrong: times[0],
            feedback: "That is the first. Which number has the third entry?",
          },
          { name: "the second spike", wrong: times[1], feedback: "That is the second: lists are counted from 0." },
          { name: "the fourth spike", wrong: times[3], feedback: "That is the fourth: lists are counted from 0." },
          {
            name: "how many there are",
            wrong: times.length,
            feedback: "That is the number of spikes. When does the third of them come?",
          },
          {
            name: "counted from the onset",
            wrong: times[2] - from,
            feedback: "You counted from the onset of the current. The run begins before it.",
          },
        ],
      });
    },
    hints: ["`yours.spikes` is a list of times.", "Its third entry is `yours.spikes[2]`."],
    because: "You can read it off the figure, too.",
  }),
  findMistakes({
    id: "0.7",
    title: "Where to begin",
    points: 2,
    statements: [
      {
        about: "inside and outside",
        holds: "The membrane potential is the voltage inside minus the voltage outside.",
        fails: "The membrane potential is the voltage outside minus the voltage inside.",
        feedback:
          "The inside of a resting cell is negative, and its membrane potential is −65 mV. Which is taken from which?",
      },
      {
        about: "rest and currents",
        holds: "At rest ions cross the membrane, and their currents cancel.",
        fails: "At rest no ion crosses the membrane.",
        feedback: 'Does "no net current" mean that nothing crosses?',
      },
      {
        about: "slope and value",
        holds: "If dV/dt is negative, V falls.",
        fails: "If dV/dt is negative, V is negative.",
        feedback: "A bank account can fall and still be in credit.",
      },
      {
        about: "the top of a hill",
        holds: "At the top of a smooth hill the slope is zero.",
        fails: "At the top of a smooth hill the slope is steepest.",
        feedback: "Put a ball on the very top. Which way does it roll?",
      },
      {
        about: "variance and standard deviation",
        holds: "The coefficient of variation is a standard deviation divided by a mean.",
        fails: "The coefficient of variation is a variance divided by a mean.",
        feedback: "A coefficient of variation has no unit, whatever is measured. Which of the two quotients has none?",
      },
      {
        about: "eigenvalues",
        holds: "If both eigenvalues of A are negative, all solutions of dx/dt = Ax die away.",
        fails: "If both eigenvalues of A are negative, all solutions of dx/dt = Ax grow without limit.",
        feedback:
          "Try it in one dimension: dx/dt = −x. If you have not met eigenvalues yet, that is fine: " +
          "notebook 4 explains them.",
      },
    ],
    hints: [
      "At least two of the six are wrong.",
      "One is about a sign convention, two are about slopes, one is about a matrix.",
    ],
    because: "The table below tells where to begin.",
  }),
  channelsInWords,
];
