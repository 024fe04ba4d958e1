import { limitCycles } from "../../../dynamics/cycles/limit-cycles.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { selectionAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

/** A race of two currents, and the loop it makes. */
export const spike: readonly Exercise[] = [
  exercise({
    id: "9.1",
    title: "Find the mistakes: the printed model",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: [
          "input current",
          "capacitance",
          "sodium's own reversal potential",
          "definition of n_inf",
          "leak current",
        ],
        right: ["input current", "sodium's own reversal potential", "definition of n_inf"],
        misconceptions: [
          {
            name: "definition not missed",
            wrong: ["input current", "sodium's own reversal potential"],
            feedback: "Two are found. Could you simulate it, or would you have to ask what a symbol means?",
          },
          {
            name: "input not missed",
            wrong: ["sodium's own reversal potential", "definition of n_inf"],
            feedback: "Where would you plug in your electrode?",
          },
          {
            name: "capacitance",
            wrong: ["input current", "capacitance", "sodium's own reversal potential", "definition of n_inf"],
            feedback: "One too many: look at the left-hand side.",
          },
        ],
      }),
    hints: [
      "Compare it line by line with the equations above.",
      "Which symbols are used and never defined? Which quantity of the lesson does not occur at all?",
    ],
    because: "An equation is complete when somebody else could simulate it.",
  }),
  exercise({
    id: "9.2",
    title: "The largest share of open potassium channels",
    points: 2,
    variant: (draw) => ({ I: draw.between(8, 40, 2) }),
    answer: ({ I }) => {
      const [cycle] = limitCycles(neuron.with({ I }));
      const atPeak = cycle.states.n[cycle.states.V.indexOf(Math.max(...cycle.states.V))];
      return numberAnswer({
        unit: "",
        right: cycle.maximum.n,
        tolerance: percent(1),
        misconceptions: [
          {
            name: "at the peak of the voltage",
            wrong: atPeak,
            feedback: "That is n when the voltage peaks. Potassium comes later: go on around the loop.",
          },
          {
            name: "the smallest",
            wrong: cycle.minimum.n,
            feedback: "That is the smallest share. Where on the loop is it largest?",
          },
          { name: "per cent", wrong: 100 * cycle.maximum.n, feedback: "A share lies between 0 and 1." },
          {
            name: "the largest voltage",
            wrong: cycle.maximum.V,
            feedback: "That is the highest voltage, in mV. The same record holds `n`.",
          },
          {
            name: "all of them",
            wrong: 1,
            feedback: "The gate would need longer than the spike lasts. Look at the trace of n.",
          },
        ],
      });
    },
    hints: [
      "`limitCycles(model)` gives a list of cycles; each has a `maximum` with `V` and `n`.",
      "`limitCycles(neuron.with({ I: mine.I }))[0].maximum.n`",
    ],
    because: "The voltage turns round before the gate has followed.",
  }),
];
