import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, tuple } from "../../answers/domain.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { listAnswer } from "../../answers/list-answer.js";
import { percent } from "../../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const { gL, EL, gNa, ENa, gK, EK } = neuron.parameters;

const m = (V: number): number => neuron.quantity("mInf", { V, n: 0 });

const n = (V: number): number => neuron.quantity("nInf", { V, n: 0 });

/** The curve that decides between rest and spike. */
export const thresholdCurve: readonly Exercise[] = [
  exercise({
    id: "11.3",
    title: "The steady-state current",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "V in mV",
        gives: "uA/cm^2",
        at: each([-90, -80, -65, -60, -50, -40, -25, -10, 10]),
        domain: tuple(between(-110, 60)),
        tolerance: percent(0.1),
        right: (V: number) => gL * (V - EL) + gNa * m(V) * (V - ENa) + gK * n(V) * (V - EK),
        misconceptions: [
          {
            name: "leak left out",
            wrong: (V) => gNa * m(V) * (V - ENa) + gK * n(V) * (V - EK),
            feedback: "Three currents, please: one of them needs no gate.",
          },
          {
            name: "one reversal potential for all",
            wrong: (V) => (gL + gNa * m(V) + gK * n(V)) * (V - EL),
            feedback: "Each current is zero at its own reversal potential.",
          },
          {
            name: "all gates open",
            wrong: (V) => gL * (V - EL) + gNa * (V - ENa) + gK * (V - EK),
            feedback: "At each voltage only a share of the channels is open.",
          },
          {
            name: "the opposite sign",
            wrong: (V) => -(gL * (V - EL) + gNa * m(V) * (V - ENa) + gK * n(V) * (V - EK)),
            feedback: "I∞ is the input that balances the ionic currents: outward counts as positive.",
          },
          {
            name: "potassium left out",
            wrong: (V) => gL * (V - EL) + gNa * m(V) * (V - ENa),
            feedback: "Three currents, please: which one is outward and grows above −40 mV?",
          },
          {
            name: "V instead of V - E",
            wrong: (V) => (gL + gNa * m(V) + gK * n(V)) * V,
            feedback:
              "Your current is zero at 0 mV, whatever the channels do. " +
              "Each current is zero at its own reversal potential.",
          },
          {
            name: "n to the fourth power",
            wrong: (V) => gL * (V - EL) + gNa * m(V) * (V - ENa) + gK * n(V) ** 4 * (V - EK),
            feedback: "That is the axon of Hodgkin and Huxley. How does n enter here?",
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
    id: "11.4",
    title: "All equilibria at your input",
    points: 2,
    variant: (draw) => ({ I: draw.between(-9, -1, 0.04) }),
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
            feedback: "These are the values of n. The question asks for the voltages.",
          },
          {
            name: "without input",
            wrong: equilibria(neuron).map(({ state }) => state.V),
            feedback: "These belong to I = 0.",
          },
          {
            name: "only rest",
            wrong: [V[0]],
            feedback: "That is rest. How often does the horizontal line cross the N?",
          },
          {
            name: "the right one missed",
            wrong: V.slice(0, 2),
            feedback: "Follow the curve further to the right: it rises again.",
          },
        ],
      });
    },
    hints: ["`equilibria(neuron.with({ I: held.I }))` gives them all.", "Take `e.state.V` of each."],
    because: "Rising parts of the curve carry nodes or foci, the falling part a saddle.",
  }),
];
