import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimulus-shapes.js";
import { selectionAnswer } from "../choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { numberAnswer } from "../number-answer.js";

const spikes = (I: number): Float64Array => simulate(hodgkinHuxley, { duration: 100, stimulus: step(I, 10, 90) }).spikes;

export const startHereExercises: readonly Exercise[] = [
  exercise({
    id: "0.1",
    title: "Count the spikes",
    points: 1,
    answer: () =>
      numberAnswer({
        unit: "",
        right: spikes(5).length,
        tolerance: 0,
        misconceptions: [
          { name: "the dip counted", wrong: 2, say: "A spike passes 0 mV on its way up. What comes after it is only a ripple." },
          { name: "none", wrong: 0, say: "Look at the beginning of the trace, just after the current is switched on." },
        ],
      }),
    hints: ["Spikes are the tall, narrow peaks; each has a tick above it.", "`weak.spikes.length`"],
    because: "One spike at the onset, then rest at a new level.",
  }),
  exercise({
    id: "0.2",
    title: "The last of your spikes",
    points: 2,
    variant: (draw) => ({ I: draw.between(12, 40, 2) }),
    answer: ({ I }) => {
      const times = spikes(I);
      return numberAnswer({
        unit: "ms",
        right: times[times.length - 1],
        tolerance: 0.5,
        misconceptions: [
          { name: "the first spike", wrong: times[0], say: "That is the first. The last entry of a list `x` is `x[x.length - 1]`." },
          { name: "how many there are", wrong: times.length, say: "That is the number of spikes. When does the last of them come?" },
          { name: "the last but one", wrong: times[times.length - 2], say: "That is the last but one: lists are counted from 0." },
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
          { name: "rest without currents", wrong: ["a", "b", "d"], say: "One too many. Does \"no net current\" mean that nothing crosses?" },
          { name: "slope taken for value", wrong: ["a", "c", "d"], say: "One too many. A bank account can fall and still be in credit." },
          { name: "CV taken for Fano factor", wrong: ["a", "d", "e"], say: "One too many. Which of the two has no unit, whatever is measured?" },
        ],
      }),
    hints: ["Two of the five are true.", "One is about a sign convention, one about a slope."],
    because: "The table below tells where to begin.",
  }),
];
