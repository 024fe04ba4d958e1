import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { numberAnswer } from "../answers/number-answer.js";

const spikes = (I: number): Float64Array =>
  simulate(hodgkinHuxley, { duration: 100, stimulus: step(I, 10, 90) }).spikes;

/** The exercises of notebook 0, in the order of its text. */
export const startHereExercises: readonly Exercise[] = [
  exercise({
    id: "0.1",
    title: "Count the spikes",
    points: 1,
    answer: () =>
      numberAnswer({
        unit: "",
        right: spikes(12).length,
        tolerance: 0,
        misconceptions: [
          {
            name: "the weak current",
            wrong: spikes(5).length,
            feedback: "That is for the weak current. Look at the run `strong`.",
          },
          {
            name: "in proportion to the current",
            wrong: Math.round(12 / 5),
            feedback: "Spikes do not come in proportion to the current. Count the ticks above the trace.",
          },
          {
            name: "a length in ms",
            wrong: 80,
            feedback: "That is how long the current lasts, in ms. How many spikes are there?",
          },
        ],
      }),
    hints: ["Spikes are the tall, narrow peaks; each has a tick above it.", "`strong.spikes.length`"],
    because: "A weak current makes one spike at its onset, this one a whole train.",
  }),
  exercise({
    id: "0.2",
    title: "The last of your spikes",
    points: 2,
    // at 14 and 22 the last comes as the current ends
    variant: (draw) => ({ I: draw.oneOf([16, 18, 20, 24, 26, 28, 30, 32, 34, 36, 38, 40]) }),
    answer: ({ I }) => {
      const times = spikes(I);
      return numberAnswer({
        unit: "ms",
        right: times[times.length - 1],
        tolerance: 0.5,
        misconceptions: [
          {
            name: "the first spike",
            wrong: times[0],
            feedback: "That is the first. The last entry of a list `x` is `x[x.length - 1]`.",
          },
          {
            name: "how many there are",
            wrong: times.length,
            feedback: "That is the number of spikes. When does the last of them come?",
          },
          {
            name: "the end of the current",
            wrong: 90,
            feedback: "That is when the current ends. When does the last spike come?",
          },
          {
            name: "the last but one",
            wrong: times[times.length - 2],
            feedback: "That is the last but one: lists are counted from 0.",
          },
        ],
      });
    },
    hints: ["`yours.spikes` is a list of times.", "Its last entry has the number `yours.spikes.length - 1`."],
    because: "You can read it off the figure, too.",
  }),
  exercise({
    id: "0.3",
    title: "Where to begin",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["a", "d"],
        misconceptions: [
          {
            name: "the false ones",
            wrong: ["b", "c", "e"],
            feedback: "Those are the false ones. The exercise asks for the true ones.",
          },
          {
            name: "rest without currents",
            wrong: ["a", "b", "d"],
            feedback: 'One too many. Does "no net current" mean that nothing crosses?',
          },
          {
            name: "slope taken for value",
            wrong: ["a", "c", "d"],
            feedback: "One too many. A bank account can fall and still be in credit.",
          },
          {
            name: "CV taken for Fano factor",
            wrong: ["a", "d", "e"],
            feedback: "One too many. Which of the two has no unit, whatever is measured?",
          },
        ],
      }),
    hints: ["Two of the five are true.", "One is about a sign convention, one about a slope."],
    because: "The table below tells where to begin.",
  }),
];
