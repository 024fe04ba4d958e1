import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { between, either, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

type State = readonly [V: number, m: number, h: number, n: number];
type Step = (V: number, m: number, h: number, n: number, I: number, dt: number) => readonly number[];

const velocity = (state: State, I: number): readonly number[] => hodgkinHuxley.with({ I }).field(state);

/** Euler's step with a velocity that may be a wrong one. */
const stepBy =
  (rates: (state: State, I: number) => ArrayLike<number>): Step =>
  (V, m, h, n, I, dt) => {
    const state: State = [V, m, h, n];
    const change = rates(state, I);
    return state.map((x, i) => x + dt * change[i]);
  };

/** The velocity, with another number of open gates in one of the currents. */
const withCurrent =
  (wrong: (state: State) => number) =>
  (state: State, I: number): ArrayLike<number> => {
    const rates = Array.from(velocity(state, I));
    rates[0] += wrong(state);
    return rates;
  };

const { gNa, ENa, gK, EK } = hodgkinHuxley.parameters;

/** One step of the axon by hand. */
export const byHand: readonly Exercise[] = [
  exercise({
    id: "9.6",
    title: "One step of Hodgkin and Huxley",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "V in mV, m, h, n, I in uA/cm^2 and dt in ms",
        gives: "the list [V, m, h, n]",
        at: [
          [-65, 0.05, 0.6, 0.32, 0, 0.02],
          [-50, 0.2, 0.5, 0.4, 10, 0.01],
          [20, 0.9, 0.3, 0.5, 0, 0.02],
          [-75, 0.02, 0.4, 0.6, -5, 0.05],
          [-30, 0.5, 0.5, 0.35, 5, 0],
        ],
        domain: tuple(
          between(-100, 60),
          between(0, 1),
          between(0, 1),
          between(0, 1),
          between(-20, 60),
          either(oneOf<number>(0), between(0, 0.05)),
        ),
        tolerance: 2e-4,
        right: stepBy(velocity),
        parts: [
          { name: "V", points: 1, of: (given: readonly number[]) => given[0] },
          { name: "m, h and n", points: 2, of: (given: readonly number[]) => given.slice(1) },
        ],
        misconceptions: [
          {
            name: "the changes alone",
            wrong: (V, m, h, n, I, dt) => Array.from(velocity([V, m, h, n], I), (rate) => dt * rate),
            feedback: "Those are the changes. Where does the state start from?",
          },
          {
            name: "the velocities alone",
            wrong: (V, m, h, n, I) => Array.from(velocity([V, m, h, n], I)),
            feedback: "Those are velocities. Where is the state `dt` later?",
          },
          {
            name: "one after the other",
            wrong: (V, m, h, n, I, dt) => {
              const moved = V + dt * velocity([V, m, h, n], I)[0];
              return [moved, ...stepBy(velocity)(moved, m, h, n, I, dt).slice(1)];
            },
            feedback:
              "The voltage is right, but your gates see it already moved. All four move at once, from the old values.",
          },
          {
            name: "the input left out",
            wrong: stepBy((state) => velocity(state, 0)),
            feedback: "Right without input. Where is `I`?",
          },
          {
            name: "n without its fourth power",
            wrong: stepBy(withCurrent(([V, , , n]) => gK * (n ** 4 - n) * (V - EK))),
            feedback: "Potassium flows as soon as one gate is open in yours. How many must be open?",
          },
          {
            name: "m without its third power",
            wrong: stepBy(withCurrent(([V, m, h]) => gNa * (m ** 3 - m) * h * (V - ENa))),
            feedback: "Sodium flows as soon as one gate m is open in yours. How many must be open?",
          },
          {
            name: "inactivation forgotten",
            wrong: stepBy(withCurrent(([V, m, h]) => gNa * m ** 3 * (h - 1) * (V - ENa))),
            feedback: "Your sodium channels never inactivate: where is `h` in the current?",
          },
          {
            name: "currents added",
            wrong: stepBy((state, I) => {
              const rates = Array.from(velocity(state, I));
              rates[0] = 2 * I - rates[0];
              return rates;
            }),
            feedback: "Outward current counts positive and discharges the membrane. Which sign has it in the balance?",
          },
        ],
      }),
    hints: [
      "A gate moves by `dt` times what opens, α of what is shut, less what shuts, β of what is open.",
      "The voltage: `V + dt * (I - outward)`, where `outward` is the current of sodium, potassium and leak together.",
      "`120 * m ** 3 * h * (V - 50) + 36 * n ** 4 * (V + 77) + 0.3 * (V + 54.387)`",
    ],
    because: "Four additions and a few products: so much, and no more, is an action potential for a computer.",
  }),
];
