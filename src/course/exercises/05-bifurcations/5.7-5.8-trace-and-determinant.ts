import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { percent } from "../../answers/tolerance.js";
import { bracketedRoot } from "../../../numerics/root.js";

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");

type AlongRest = (gNa: number, Vn: number, V: number) => [I: number, T: number, D: number];

/** What holds the membrane at V, and the Jacobian there, with the gate at rest unless `n` is given. */
function held(gNa: number, Vn: number, V: number, n?: number): { I: number; J: number[][] } {
  const model = snic.with({ gNa, Vn });
  const state = { V, n: n ?? model.quantity("nInf", { V, n: 0 }) };
  return { I: -model.field(state)[0], J: model.jacobian(state) };
}

const invariants = ({ I, J: [[a, b], [c, d]] }: ReturnType<typeof held>): [number, number, number] => [
  I,
  a + d,
  a * d - b * c,
];

const alongRest: AlongRest = (gNa, Vn, V) => invariants(held(gNa, Vn, V));

/** The place on the curve of equilibria where T or D, by its number in the list, is zero. */
function zeroOf(which: 1 | 2, gNa: number, Vn: number, from: number, to: number): { V: number; I: number; D: number } {
  const f = (voltage: number): number => alongRest(gNa, Vn, voltage)[which];
  const V = bracketedRoot(f, from, to, f(from), f(to), 1e-10);
  const [I, , D] = alongRest(gNa, Vn, V);
  return { V, I, D };
}

const low = -45;
const high = -25;

/** Where rest is lost in either way, and what is asked for of it. */
function lossesOf(gNa: number) {
  const [atHopf, atFold] = [zeroOf(1, gNa, low, -65, -50), zeroOf(2, gNa, high, -70, -56)];
  const rate = (1000 * Math.sqrt(atHopf.D)) / (2 * Math.PI);
  return { atHopf, atFold, asked: { hopf: atHopf.I, fold: atFold.I, rate } };
}

/** Both ways of losing rest, found by hand. */
export const traceAndDeterminant: readonly Exercise[] = [
  exercise({
    id: "5.7",
    title: "Trace and determinant along rest",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "gNa in mS/cm^2, Vn and V in mV",
        gives: "the list [I, T, D] in µA/cm², 1/ms and 1/ms²",
        at: [
          [20, -25, -65],
          [20, -25, -58],
          [20, -45, -56],
          [18, -45, -50],
          [22, -35, -40],
          [20, -25, -28],
        ] as [number, number, number][],
        domain: tuple(between(15, 25), between(-50, -20), between(-75, -20)),
        tolerance: percent(0.1),
        right: alongRest,
        parts: [
          { name: "the input", points: 1, of: (given: number[]) => given[0] },
          { name: "the trace", points: 1, of: (given: number[]) => given[1] },
          { name: "the determinant", points: 1, of: (given: number[]) => given[2] },
        ],
        misconceptions: [
          {
            name: "the input with the wrong sign",
            wrong: (gNa, Vn, V) => {
              const [I, T, D] = alongRest(gNa, Vn, V);
              return [-I, T, D];
            },
            feedback: "Trace and determinant are right. Does your input add to what the channels do, or undo it?",
          },
          {
            name: "the gate shut",
            wrong: (gNa, Vn, V) => invariants(held(gNa, Vn, V, 0)),
            feedback: "At an equilibrium the gate pauses too. Which value has n then?",
          },
          {
            name: "a plus in the determinant",
            wrong: (gNa, Vn, V) => {
              const { I, J } = held(gNa, Vn, V);
              return [I, J[0][0] + J[1][1], J[0][0] * J[1][1] + J[0][1] * J[1][0]];
            },
            feedback: "Input and trace are right. In the determinant one of the two products is taken off.",
          },
          {
            name: "the product of the diagonal",
            wrong: (gNa, Vn, V) => {
              const { I, J } = held(gNa, Vn, V);
              return [I, J[0][0] + J[1][1], J[0][0] * J[1][1]];
            },
            feedback: "Input and trace are right. The determinant needs all four entries of the matrix.",
          },
          {
            name: "trace and determinant swapped",
            wrong: (gNa, Vn, V) => {
              const [I, T, D] = alongRest(gNa, Vn, V);
              return [I, D, T];
            },
            feedback: "Right numbers, but the order is [I, T, D]: first the trace, then the determinant.",
          },
          {
            name: "the sodium of the text",
            wrong: (_, Vn, V) => alongRest(20, Vn, V),
            feedback: "Right for 20 mS/cm² of sodium. Hand `gNa` on to your model.",
          },
          {
            name: "the potassium of the text",
            wrong: (gNa, _, V) => alongRest(gNa, high, V),
            feedback: "Right for potassium channels with V_n = −25 mV. Hand `Vn` on to your model.",
          },
        ],
      }),
    hints: [
      "Begin with `snic.with({ gNa: gNa, Vn: Vn })`, and put the gate where it pauses at this voltage.",
      "That model has no input, so its dV/dt is what all ionic currents do to the voltage, in mV/ms. " +
        "C is 1 µF/cm²: which input makes it zero?",
      "The Jacobian does not depend on the input. Trace and determinant as in Exercise 4.5.",
    ],
    because: "On the curve of equilibria each voltage has one input. The reverse does not hold.",
  }),
  exercise({
    id: "5.8",
    title: "Hopf and fold by hand",
    points: 3,
    variant: (draw) => ({ gNa: draw.between(19.3, 19.9, 0.001) }), // never the 20 of the text
    answer: ({ gNa }) => {
      const { atHopf, atFold, asked: right } = lossesOf(gNa);
      const { hopf, fold, rate } = right;
      return recordAnswer({
        units: { hopf: "uA/cm^2", fold: "uA/cm^2", rate: "Hz" },
        tolerance: { hopf: 0.01, fold: 0.01, rate: 0.2 },
        right,
        points: { hopf: 1, fold: 1, rate: 1 },
        misconceptions: [
          {
            name: "the neuron of the text",
            wrong: lossesOf(20).asked,
            feedback: "These belong to 20 mS/cm² of sodium. Your neuron has another amount.",
          },
          {
            name: "swapped",
            wrong: { hopf: fold, fold: hopf, rate },
            feedback: "Right numbers, swapped. Which of T and Δ is zero at which bifurcation?",
          },
          {
            name: "the voltages",
            wrong: { hopf: atHopf.V, fold: atFold.V, rate },
            feedback: "Those are the voltages at which T and Δ are zero. Which inputs belong to them?",
          },
          {
            name: "the trace of the other neuron",
            wrong: { hopf: zeroOf(1, gNa, high, -60, -30).I, fold, rate },
            feedback: "The trace is zero there, but which sign has the determinant? Look at the other value of V_n.",
          },
          {
            name: "the other end of the saddle",
            wrong: { hopf, fold: zeroOf(2, gNa, high, -56, -25).I, rate },
            feedback: "There a saddle meets the equilibrium at the top, not rest. Look at lower voltages.",
          },
          {
            name: "radians for turns",
            wrong: { hopf, fold, rate: 2 * Math.PI * rate },
            feedback: "Both inputs are right. Your rate counts radians; how many of them make one turn?",
          },
          {
            name: "per ms",
            wrong: { hopf, fold, rate: rate / 1000 },
            feedback: "Both inputs are right. Your rate is in turns per ms.",
          },
          {
            name: "the period",
            wrong: { hopf, fold, rate: 1000 / rate },
            feedback: "Both inputs are right. You gave the time of one turn; how many fit into a second?",
          },
          {
            name: "no root",
            wrong: { hopf, fold, rate: (1000 * atHopf.D) / (2 * Math.PI) },
            feedback: "Both inputs are right. Δ is the product of the two eigenvalues. What is one of them?",
          },
        ],
      });
    },
    hints: [
      "Vary V, not I: T and Δ change sign along the curve of equilibria. Halve the interval, as in Exercise 4.6.",
      "Once you know the voltage at which T or Δ is zero, the first entry of `alongRest` is the input.",
      "With T = 0 the eigenvalues are ±iω, and their product Δ is ω². One turn takes 2π/ω, in ms.",
    ],
    because: "T = 0 with Δ > 0: Andronov-Hopf. Δ = 0: saddle-node.",
  }),
];
