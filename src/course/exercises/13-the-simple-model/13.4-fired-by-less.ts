import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { izhikevich } from "../../../models/izhikevich.js";
import { bisect } from "../../../numerics/root.js";
import { simulate } from "../../../solve/simulate.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

const cell = izhikevich.preset("low-threshold spiking");

/** The least step of the current, up (1) or down (−1), after which the cell fires: at rest, or begun elsewhere. */
function least(sign: 1 | -1, width: number, state = equilibria(cell)[0].state): number {
  const fires = (size: number): boolean => {
    const stimulus = step(sign * size, 20, 20 + width);
    return simulate(cell, { duration: 120 + width, initial: state, stimulus }).spikes.length > 0;
  };
  return bisect(fires, 0, 60, { relative: 1e-5 });
}

/** How far down a current has to go for a rebound spike. */
export const firedByLess: Exercise = exercise({
  id: "13.4",
  title: "Fired by less",
  points: 2,
  variant: (draw) => ({ width: draw.between(8, 40, 0.1) }),
  answer: ({ width }) => {
    const right = least(-1, width);
    return numberAnswer({
      unit: "",
      tolerance: percent(1),
      right,
      misconceptions: [
        {
          name: "a step up",
          wrong: least(1, width),
          feedback: "That much fires the cell when it is added. How much must be taken away?",
        },
        {
          name: "on its way to rest",
          wrong: least(-1, width, cell.states),
          feedback:
            "That is for a cell on its way to rest: a run begins at −65 mV unless you say otherwise. " +
            "Where does this cell rest?",
        },
        {
          name: "half the width",
          wrong: least(-1, width / 2),
          feedback: "Your step is too short: from 20 ms on it lasts the whole width that is yours.",
        },
        {
          name: "size times width",
          wrong: right * width,
          feedback: "That is the size times the width. The size alone is asked for.",
        },
      ],
    });
  },
  hints: [
    "Begin at `equilibria(lowThreshold)[0].state`, with a step of −A from 20 ms to 20 ms + width, and count the " +
      "spikes of a run that goes on for 100 ms after it.",
    "A = 0 is too little, A = 40 enough. Halve the interval, as in Exercise 4.6.",
  ],
  because: "The longer the step, the further u has gone down with v when the current comes back, and the less will do.",
});
