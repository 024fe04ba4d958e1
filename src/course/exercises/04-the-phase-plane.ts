import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import type { Model } from "../../model/model.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { simulate } from "../../solve/simulate.js";
import { choiceAnswer, selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { functionAnswer } from "../answers/function-answer.js";
import { lastThatHolds } from "../last-that-holds.js";
import { recordAnswer } from "../answers/list-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const { gL, EL, gNa, ENa, gK, EK } = neuron.parameters;
const mInf = (V: number): number => neuron.quantity("mInf", { V, n: 0 });

type Kind = (T: number, D: number) => string;
const kind: Kind = (T, D) =>
  D < 0 ? "saddle" : `${T < 0 ? "stable" : "unstable"} ${T * T < 4 * D ? "focus" : "node"}`;

/** Smallest jump of the voltage from rest, mV, that ends in an action potential. */
function smallestShock(model: Model): number {
  const { V, n } = equilibria(model)[0].state;
  return lastThatHolds(
    (shock) => simulate(model, { duration: 40, initial: { V: V + shock, n } }).spikes.length > 0,
    40,
    0,
    1e-3,
  );
}

export const thePhasePlaneExercises: readonly Exercise[] = [
  exercise({
    id: "4.1",
    title: "The arrow on a nullcline",
    points: 1,
    answer: () =>
      choiceAnswer({
        right: "up or down",
        others: {
          "left or right": "Which variable pauses on the V-nullcline, the one to the right or the one that goes up?",
          "along the nullcline":
            "Then the trajectory would stay on it. Follow the blue path in the figure: what does it do there?",
        },
      }),
    hints: [
      "On the V-nullcline dV/dt = 0. Which of the two velocities is left?",
      "V is the horizontal axis; it does not change there.",
    ],
    because: "A nullcline is crossed, not followed.",
  }),
  exercise({
    id: "4.2",
    title: "The V-nullcline",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "V in mV and I in uA/cm^2",
        gives: "1",
        at: [
          [-75, 0],
          [-60, 0],
          [-45, 0],
          [-20, 0],
          [10, 0],
          [-60, 10],
          [-20, 40],
        ],
        tolerance: percent(0.1),
        right: (V: number, I: number) => (I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
        misconceptions: [
          {
            name: "the n-nullcline",
            wrong: (V) => neuron.quantity("nInf", { V, n: 0 }),
            say: "That is where the gate pauses. Set dV/dt to zero, not dn/dt.",
          },
          {
            name: "the input left out",
            wrong: (V) => (-gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
            say: "Your curve is right without input. Where does I enter the equation for V?",
          },
          {
            name: "sodium with all channels open",
            wrong: (V, I) => (I - gL * (V - EL) - gNa * (V - ENa)) / (gK * (V - EK)),
            say: "Only a share of the sodium channels is open at each voltage.",
          },
          {
            name: "wrong sign",
            wrong: (V, I) => -(I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
            say: "A share of open channels is not negative. Which side of the equation is the potassium current on?",
          },
          {
            name: "membrane currents added",
            wrong: (V, I) => (I + gL * (V - EL) + gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
            say: "The equation subtracts leak and sodium current from the input. Which sign have they in your formula?",
          },
          {
            name: "a bracket missing below the line",
            wrong: (V, I) => ((I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / gK) * (V - EK),
            say: "`a / b * c` divides by b and multiplies by c. Put a bracket around all that stands below the line.",
          },
          {
            name: "not divided by the driving force",
            wrong: (V, I) => (I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / gK,
            say: "The potassium current is g_K n (V − E_K). Divide by all that stands beside n.",
          },
        ],
      }),
    hints: [
      "Write 0 = I − I_L − I_Na − g_K n (V − E_K) and bring n to one side.",
      "n is (I − I_L − I_Na) divided by g_K (V − E_K).",
      "`(I - p.gL * (V - p.EL) - p.gNa * mInf * (V - p.ENa)) / (p.gK * (V - p.EK))`",
    ],
    because: "Above the curve potassium wins and the voltage falls; below it the voltage rises.",
  }),
  exercise({
    id: "4.3",
    title: "Find the mistakes: nullclines",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["b", "d", "e"],
        misconceptions: [
          {
            name: "time derivative doubted",
            wrong: ["a", "b", "e"],
            say: "What is zero on the V-nullcline: dV/dt, or a derivative of it with respect to V?",
          },
          {
            name: "the gradient accepted",
            wrong: ["b", "d"],
            say: "Two are found. Think of 3.4: does every vector field come from a landscape?",
          },
          {
            name: "straight lines accepted",
            wrong: ["d", "e"],
            say: "Two are found. Look at the orange nullcline: is it straight?",
          },
          {
            name: "the right ones",
            wrong: ["a", "c"],
            say: "Those two are right. The exercise asks for the wrong ones.",
          },
          {
            name: "crossing doubted",
            wrong: ["b", "c", "d", "e"],
            say: "At a crossing of the two nullclines, which of the velocities is not zero?",
          },
        ],
      }),
    hints: [
      "Look at the nullclines in the figure: are they straight?",
      "dV/dt is a derivative in time. A partial derivative of the vector field is an entry of the Jacobian.",
      "A gradient always points uphill; could a neuron then fire again and again?",
    ],
    because: "Curves, time derivatives, vectors: three words that the subject needs every day.",
  }),
  exercise({
    id: "4.4",
    title: "The kind from trace and determinant",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "T in 1/ms and D in 1/ms²",
        gives: "the kind as text",
        at: [
          [-3, 1],
          [-1, 1],
          [3, 1],
          [1, 1],
          [0.5, -2],
          [-0.5, -2],
          [-10, 3],
          [0.2, 5],
        ],
        tolerance: 0,
        right: kind,
        misconceptions: [
          {
            name: "discriminant with the wrong sign",
            wrong: (T, D) =>
              D < 0 ? "saddle" : `${T < 0 ? "stable" : "unstable"} ${T * T > 4 * D ? "focus" : "node"}`,
            say: "Complex eigenvalues need a negative number under the root of T² − 4D.",
          },
          {
            name: "stable for a positive trace",
            wrong: (T, D) =>
              D < 0 ? "saddle" : `${T > 0 ? "stable" : "unstable"} ${T * T < 4 * D ? "focus" : "node"}`,
            say: "The trace is the sum of the eigenvalues. Which sign has it when both shrink the distance?",
          },
          {
            name: "saddle forgotten",
            wrong: (T, D) => `${T < 0 ? "stable" : "unstable"} ${T * T < 4 * D ? "focus" : "node"}`,
            say: "What are the signs of two numbers whose product is negative?",
          },
          {
            name: "T² < D",
            wrong: (T, D) => (D < 0 ? "saddle" : `${T < 0 ? "stable" : "unstable"} ${T * T < D ? "focus" : "node"}`),
            say: "Almost: the eigenvalues are T/2 ± √(T²/4 − D).",
          },
        ],
      }),
    hints: [
      "Ask for the sign of D first.",
      "The eigenvalues are (T ± √(T² − 4D))/2.",
      'Three lines: `if (D < 0) return "saddle";`, then the shape from T² and 4D, then the side from the sign of T.',
    ],
    because: "Two numbers decide: no eigenvector is needed.",
  }),
  exercise({
    id: "4.5",
    title: "Trace and determinant at your rest",
    points: 2,
    variant: (draw) => ({ I: draw.oneOf([-4, -3, -2, -1, 1, 2, 4]) }), // at 3 rest is a focus
    answer: ({ I }) => {
      const model = neuron.with({ I });
      const [rest, saddle] = equilibria(model);
      const invariants = (J: number[][]): { T: number; D: number } => ({
        T: J[0][0] + J[1][1],
        D: J[0][0] * J[1][1] - J[0][1] * J[1][0],
      });
      const J = model.jacobian(rest.state);
      return recordAnswer({
        units: { T: "1/ms", D: "1/ms²" },
        tolerance: percent(0.2), // the other product is but half a percent of D
        right: invariants(J),
        misconceptions: [
          {
            name: "the saddle",
            wrong: invariants(model.jacobian(saddle.state)),
            say: "Your determinant is negative: that is the saddle. Rest is the leftmost equilibrium.",
          },
          {
            name: "the eigenvalues",
            wrong: { T: rest.eigenvalues[0].re, D: rest.eigenvalues[1].re },
            say: "Those are the two eigenvalues. Trace is their sum, determinant their product.",
          },
          {
            name: "swapped",
            wrong: { T: invariants(J).D, D: invariants(J).T },
            say: "Right numbers, each in the other's place: T is the trace, D the determinant.",
          },
          {
            name: "a plus in the determinant",
            wrong: { T: J[0][0] + J[1][1], D: J[0][0] * J[1][1] + J[0][1] * J[1][0] },
            say: "The trace is right. The determinant is the product of the diagonal minus the product of the other two.",
          },
          {
            name: "the other diagonal",
            wrong: { T: J[0][1] + J[1][0], D: J[0][0] * J[1][1] - J[0][1] * J[1][0] },
            say: "The determinant is right. The trace is the sum of the diagonal from top left to bottom right.",
          },
          {
            name: "the product of the diagonal",
            wrong: { T: J[0][0] + J[1][1], D: J[0][0] * J[1][1] },
            say: "The trace is right. Take the product of the other two entries off your determinant.",
          },
          {
            name: "rest without input",
            wrong: invariants(neuron.jacobian(equilibria(neuron)[0].state)),
            say: "These belong to I = 0. Use the model `held`.",
          },
        ],
      });
    },
    hints: [
      "`equilibria(held)[0].state` is rest.",
      "J[0][0] and J[1][1] are the diagonal.",
      "`held.jacobian(equilibria(held)[0].state)` gives the matrix.",
    ],
    because: "T < 0 and D > 0: stable. T² > 4D: a node.",
  }),
  exercise({
    id: "4.6",
    title: "The smallest shock that fires",
    points: 3,
    variant: (draw) => ({ I: draw.between(-4, 3, 0.5) }),
    answer: ({ I }) => {
      const model = neuron.with({ I });
      const [rest, saddle, focus] = equilibria(model);
      return numberAnswer({
        unit: "mV",
        right: smallestShock(model),
        tolerance: 0.1,
        misconceptions: [
          {
            name: "up to the saddle",
            wrong: saddle.state.V - rest.state.V,
            say: "That is the distance to the saddle. The threshold is the separatrix, which leans. Look where it meets the horizontal line through rest.",
          },
          {
            name: "the voltage reached",
            wrong: rest.state.V + smallestShock(model),
            say: "That is the voltage after the shock. The question asks by how much it rises.",
          },
          {
            name: "up to the unstable focus",
            wrong: focus.state.V - rest.state.V,
            say: "The focus lies inside the loop of the action potential. A smaller shock is enough.",
          },
        ],
      });
    },
    hints: [
      "The cell tells you that 5 mV are too few and 15 mV enough.",
      "Take the middle of the two, ask `fires(10)`, keep the half whose ends differ, and go on.",
      "Seven halvings are enough: 10 mV / 2⁷ = 0.08 mV.",
    ],
    because: "The threshold is the separatrix. It is met a little before the saddle's voltage, because it leans.",
  }),
  exercise({
    id: "4.7",
    title: "Cycles and equilibria",
    points: 2,
    answer: () =>
      choiceAnswer({
        right: "first",
        others: {
          both: "Look at the picture below, and count what is stable in it.",
          second: "Try to draw a closed loop of arrows with no equilibrium inside.",
          neither:
            "One of the two is a theorem about the plane. Can a closed loop of arrows have no equilibrium inside?",
        },
      }),
    hints: [
      "Go round a closed trajectory: the arrows turn once. What does that ask of the inside?",
      "The next figure shows a neuron with I = 3 µA/cm². How many attractors does it have?",
    ],
    because: "Rest and firing can coexist: bistability.",
  }),
];
