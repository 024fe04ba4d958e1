import { limitCycles } from "../../../dynamics/cycles/limit-cycles.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { between, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

const { gL, EL, gNa, ENa, gK, EK, C, tau } = neuron.parameters;

const nInf = (V: number): number => neuron.quantity("nInf", { V, n: 0 });

/** dV/dt and dn/dt, with a share of open potassium channels that may be a wrong one. */
const velocity = (V: number, n: number, I: number, open: number = n): readonly number[] => [
  (I - gL * (V - EL) - gNa * neuron.quantity("mInf", { V, n }) * (V - ENa) - gK * open * (V - EK)) / C,
  (nInf(V) - n) / tau,
];

type Step = (V: number, n: number, I: number, dt: number) => readonly number[];

const stepBy =
  (rates: (V: number, n: number, I: number) => readonly number[]): Step =>
  (V, n, I, dt) => {
    const [dV, dn] = rates(V, n, I);
    return [V + dt * dV, n + dt * dn];
  };

/** A race of two currents, and the loop it makes. */
export const spike: readonly Exercise[] = [
  exercise({
    id: "11.1",
    title: "One step in the plane",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "V in mV, n, I in uA/cm^2 and dt in ms",
        gives: "the list [V, n]",
        at: [
          [-65, 0.01, 10, 0.02],
          [-40, 0.05, 0, 0.1],
          [0, 0.3, 10, 0.05],
          [-20, 0.6, 5, 0.1],
          [-70, 0.4, -5, 0.2],
        ],
        domain: tuple(between(-100, 50), between(0, 1), between(-20, 80), between(0, 0.2)),
        tolerance: 1e-4,
        right: stepBy((V, n, I) => velocity(V, n, I)),
        parts: [
          { name: "V", points: 2, of: (given: readonly number[]) => given[0] },
          { name: "n", points: 1, of: (given: readonly number[]) => given[1] },
        ],
        misconceptions: [
          {
            name: "the changes alone",
            wrong: (V, n, I, dt) => velocity(V, n, I).map((rate) => dt * rate),
            feedback: "Those are the changes. Where does the state start from?",
          },
          {
            name: "the input left out",
            wrong: stepBy((V, n) => velocity(V, n, 0)),
            feedback: "Right without input. Where is `I` in your balance?",
          },
          {
            name: "potassium at its end",
            wrong: stepBy((V, n, I) => [velocity(V, nInf(V), I)[0], velocity(V, n, I)[1]]),
            feedback: "How many potassium channels are open now: n∞, or the `n` that your function is given?",
          },
          {
            name: "the new voltage for the gate",
            wrong: (V, n, I, dt) => {
              const next = V + dt * velocity(V, n, I)[0];
              return [next, n + dt * velocity(next, n, I)[1]];
            },
            feedback:
              "Your gate already sees the new voltage. In Euler's step both velocities belong to the old point.",
          },
          {
            name: "the gate jumps",
            wrong: (V, n, I, dt) => [V + dt * velocity(V, n, I)[0], nInf(V)],
            feedback: "Your gate is at its end at once. It moves there with the time constant τ.",
          },
          {
            name: "potassium with the wrong sign",
            wrong: stepBy((V, n, I) => [velocity(V, n, I)[0] + 2 * gK * n * (V - EK), velocity(V, n, I)[1]]),
            feedback: "Open potassium channels should pull the voltage down.",
          },
          {
            name: "the fourth power",
            wrong: stepBy((V, n, I) => velocity(V, n, I, n ** 4)),
            feedback: "That is the axon of Hodgkin and Huxley. How does n enter here?",
          },
        ],
      }),
    hints: [
      "New V = old V + dt · (I − I_L − I_Na − I_K)/C.",
      "New n = old n + dt · (n∞ − n)/τ.",
      "`[V + (dt * inward) / C, n + (dt * (nInf - n)) / tau]`, with `inward` for the sum of currents.",
    ],
    because: "The arrow of the phase plane, times dt: that is all a simulation ever adds.",
  }),
  exercise({
    id: "11.2",
    title: "The largest share of open potassium channels",
    points: 2,
    variant: (draw) => ({ I: draw.between(8, 60, 0.2) }),
    answer: ({ I }) => {
      const [cycle] = limitCycles(neuron.with({ I }));
      const atPeak = cycle.states.n[cycle.states.V.indexOf(Math.max(...cycle.states.V))];
      return numberAnswer({
        unit: "",
        right: cycle.maximum.n,
        tolerance: percent(0.2),
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
