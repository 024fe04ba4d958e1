import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { limitCycles } from "../../dynamics/cycles/limit-cycles.js";
import type { Model } from "../../model/model.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { freeAnswer, isModel } from "../answers/free-answer.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { lastThatHolds } from "../last-that-holds.js";
import { listAnswer } from "../answers/list-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const { gL, EL, gNa, ENa, gK, EK } = neuron.parameters;
const m = (V: number): number => neuron.quantity("mInf", { V, n: 0 });
const n = (V: number): number => neuron.quantity("nInf", { V, n: 0 });

/** Smallest reduction of the current for 20 ms, uA/cm², after which the neuron spikes. */
function smallestReduction(model: Model): number {
  const rest = equilibria(model)[0].state;
  return lastThatHolds(
    (by) => simulate(model, { duration: 60, initial: rest, stimulus: step(-by, 5, 25) }).spikes.length > 0,
    35,
    0,
    0.01,
  );
}

export const persistentSodiumPotassiumExercises: readonly Exercise[] = [
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
            say: "Two are found. Could you simulate it, or would you have to ask what a symbol means?",
          },
          {
            name: "input not missed",
            wrong: ["sodium's own reversal potential", "definition of n_inf"],
            say: "Where would you plug in your electrode?",
          },
          {
            name: "capacitance",
            wrong: ["input current", "capacitance", "sodium's own reversal potential", "definition of n_inf"],
            say: "One too many: look at the left-hand side.",
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
            say: "That is n when the voltage peaks. Potassium comes later: go on around the loop.",
          },
          {
            name: "the smallest",
            wrong: cycle.minimum.n,
            say: "That is the smallest share. Where on the loop is it largest?",
          },
          { name: "per cent", wrong: 100 * cycle.maximum.n, say: "A share lies between 0 and 1." },
          {
            name: "the largest voltage",
            wrong: cycle.maximum.V,
            say: "That is the highest voltage, in mV. The same record holds `n`.",
          },
          {
            name: "all of them",
            wrong: 1,
            say: "The gate would need longer than the spike lasts. Look at the trace of n.",
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
  exercise({
    id: "9.3",
    title: "The steady-state current",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "V in mV",
        gives: "uA/cm^2",
        at: each([-90, -80, -65, -60, -50, -40, -25, -10, 10]),
        tolerance: percent(0.1),
        right: (V: number) => gL * (V - EL) + gNa * m(V) * (V - ENa) + gK * n(V) * (V - EK),
        misconceptions: [
          {
            name: "leak left out",
            wrong: (V) => gNa * m(V) * (V - ENa) + gK * n(V) * (V - EK),
            say: "Three currents, please: one of them needs no gate.",
          },
          {
            name: "one reversal potential for all",
            wrong: (V) => (gL + gNa * m(V) + gK * n(V)) * (V - EL),
            say: "Each current is zero at its own reversal potential.",
          },
          {
            name: "all gates open",
            wrong: (V) => gL * (V - EL) + gNa * (V - ENa) + gK * (V - EK),
            say: "At each voltage only a share of the channels is open.",
          },
          {
            name: "the opposite sign",
            wrong: (V) => -(gL * (V - EL) + gNa * m(V) * (V - ENa) + gK * n(V) * (V - EK)),
            say: "I∞ is the input that balances the ionic currents: outward counts as positive.",
          },
          {
            name: "potassium left out",
            wrong: (V) => gL * (V - EL) + gNa * m(V) * (V - ENa),
            say: "Three currents, please: which one is outward and grows above −40 mV?",
          },
          {
            name: "V instead of V - E",
            wrong: (V) => (gL + gNa * m(V) + gK * n(V)) * V,
            say: "Your current is zero at 0 mV, whatever the channels do. Each current is zero at its own reversal potential.",
          },
          {
            name: "n to the fourth power",
            wrong: (V) => gL * (V - EL) + gNa * m(V) * (V - ENa) + gK * n(V) ** 4 * (V - EK),
            say: "That is the axon of Hodgkin and Huxley. How does n enter here?",
          },
        ],
      }),
    hints: [
      "Put dV/dt = 0 and n = n∞ into the voltage equation and solve for I.",
      '`neuron.quantity("mInf", { V: V, n: 0 })` gives m∞.',
      "Leak plus sodium plus potassium, each with (V − E).",
    ],
    because: "It is what a voltage clamp measures when everything has settled.",
  }),
  exercise({
    id: "9.4",
    title: "All equilibria at your input",
    points: 2,
    variant: (draw) => ({ I: draw.oneOf([-8, -6, -4, -2, 1, 2, 3, 4]) }),
    answer: ({ I }) => {
      const V = equilibria(neuron.with({ I })).map(({ state }) => state.V);
      return listAnswer({
        of: "equilibria",
        unit: "mV",
        right: V,
        tolerance: 0.05,
        misconceptions: [
          {
            name: "the gate",
            wrong: equilibria(neuron.with({ I })).map(({ state }) => state.n),
            say: "These are the values of n. The question asks for the voltages.",
          },
          {
            name: "without input",
            wrong: equilibria(neuron).map(({ state }) => state.V),
            say: "These belong to I = 0.",
          },
          { name: "only rest", wrong: [V[0]], say: "That is rest. How often does the horizontal line cross the N?" },
          {
            name: "the right one missed",
            wrong: V.slice(0, 2),
            say: "Follow the curve further to the right: it rises again.",
          },
        ],
      });
    },
    hints: ["`equilibria(neuron.with({ I: held.I }))` gives them all.", "Take `e.state.V` of each."],
    because: "Rising parts of the curve carry nodes or foci, the falling part a saddle.",
  }),
  exercise({
    id: "9.5",
    title: "Rest and firing side by side",
    points: 3,
    answer: () => {
      const { tau: _tau, I: _I, ...kept } = neuron.parameters;
      return freeAnswer({
        shape: "a Model",
        is: isModel,
        right: neuron.with({ I: 3, tau: 0.152 }),
        properties: [
          {
            name: "only tau changed",
            holds: (model: Model) =>
              Object.entries(kept).every(
                ([name, value]) => (model.parameters as Record<string, number>)[name] === value,
              ),
            wrong: neuron.with({ I: 3, tau: 0.152, gK: 12 }),
            say: "Another parameter differs. Start from `neuron` and change only tau (and the input).",
          },
          {
            name: "input of 3",
            holds: (model: Model) => (model.parameters as Record<string, number>).I === 3,
            wrong: neuron.with({ I: 10, tau: 0.152 }),
            say: "The input should be 3 µA/cm².",
          },
          {
            name: "the upper equilibrium is unstable",
            holds: (model: Model) => !equilibria(model).at(-1)!.stable,
            wrong: neuron.with({ I: 3, tau: 0.1 }),
            say: "Now the upper equilibrium is stable: the voltage goes up and stays there. Your potassium is too fast to overshoot.",
          },
          {
            name: "fires",
            holds: (model: Model) => limitCycles(model).some(({ stable }) => stable),
            wrong: neuron.with({ I: 3, tau: 1 }),
            say: "There is rest, but no stable limit cycle: every loop falls back. Should potassium be faster or slower?",
          },
        ],
      });
    },
    hints: [
      "Nullclines do not depend on tau. What does?",
      "Make potassium faster, step by step: the loop then turns earlier, further from rest.",
      "The window is narrow: try values between 0.1 and 0.2 ms. The book uses 0.152 ms.",
    ],
    because: "Below 4.513 µA/cm² rest is always there; tau decides whether a cycle is, too.",
  }),
  exercise({
    id: "9.6",
    title: "The smallest reduction that rebounds",
    points: 3,
    variant: (draw) => ({ I: draw.between(38, 45, 0.5) }),
    answer: ({ I }) => {
      const model = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I });
      const right = smallestReduction(model);
      return numberAnswer({
        unit: "uA/cm^2",
        right,
        tolerance: 0.2,
        misconceptions: [
          {
            name: "the current that is left",
            wrong: I - right,
            say: "That is the current during the hyperpolarisation. By how much is it smaller than before?",
          },
          {
            name: "that of the figure",
            wrong: 25,
            say: "Yes, 25 µA/cm² less is enough, and so is less than that. Look for the smallest.",
          },
          { name: "the whole input", wrong: I, say: "Switching it off altogether works, but less is enough." },
        ],
      });
    },
    hints: [
      "Try reductions of 5 and 30: one of them fires.",
      "Halve the interval between one that fails and one that works.",
      "`simulate(held9, { duration: 60, initial: home, stimulus: step(-d, 5, 25) }).spikes.length`",
    ],
    because: "Released from there, the state goes around the loop before it comes home.",
  }),
];
