import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, either, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { percent } from "../../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

type Kind = (T: number, D: number) => string;

const kind: Kind = (T, D) =>
  D < 0 ? "saddle" : `${T < 0 ? "stable" : "unstable"} ${T * T < 4 * D ? "focus" : "node"}`;

/** Five kinds of equilibrium, by trace and determinant. */
export const kindsOfEquilibria: readonly Exercise[] = [
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
        domain: either<[number, number]>(
          tuple(between(-12, 12), between(-20, 30)),
          (random) => {
            const T = between(-8, 8)(random);
            return [T, ((T * T) / 4) * between(0.8, 1.25)(random)];
          },
          tuple(between(-3, 3), between(-0.2, 0.2)),
        ),
        tolerance: 0,
        right: kind,
        parts: [
          { name: "stable, unstable or saddle", points: 1, of: (given: string) => given.split(" ")[0] },
          { name: "node, focus or saddle", points: 1, of: (given: string) => given.split(" ").at(-1) },
        ],
        misconceptions: [
          {
            name: "discriminant with the wrong sign",
            wrong: (T, D) =>
              D < 0 ? "saddle" : `${T < 0 ? "stable" : "unstable"} ${T * T > 4 * D ? "focus" : "node"}`,
            feedback: "Complex eigenvalues need a negative number under the root of T² − 4D.",
          },
          {
            name: "stable for a positive trace",
            wrong: (T, D) =>
              D < 0 ? "saddle" : `${T > 0 ? "stable" : "unstable"} ${T * T < 4 * D ? "focus" : "node"}`,
            feedback: "The trace is the sum of the eigenvalues. Which sign has it when both shrink the distance?",
          },
          {
            name: "saddle forgotten",
            wrong: (T, D) => `${T < 0 ? "stable" : "unstable"} ${T * T < 4 * D ? "focus" : "node"}`,
            feedback: "What are the signs of two numbers whose product is negative?",
          },
          {
            name: "T² < D",
            wrong: (T, D) => (D < 0 ? "saddle" : `${T < 0 ? "stable" : "unstable"} ${T * T < D ? "focus" : "node"}`),
            feedback: "Almost: the eigenvalues are T/2 ± √(T²/4 − D).",
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
    variant: (draw) => ({ I: draw.between(-5, -1, 0.02) }), // rest is a node
    answer: ({ I }) => {
      const model = neuron.with({ I });
      const [rest, saddle] = equilibria(model);
      const invariants = ([[a, b], [c, d]]: number[][]): { T: number; D: number } => ({ T: a + d, D: a * d - b * c });
      const J = model.jacobian(rest.state);
      return recordAnswer({
        units: { T: "1/ms", D: "1/ms²" },
        tolerance: percent(0.2), // the other product is but half a percent of D
        right: invariants(J),
        points: { T: 1, D: 1 },
        misconceptions: [
          {
            name: "the saddle",
            wrong: invariants(model.jacobian(saddle.state)),
            feedback: "Your determinant is negative: that is the saddle. Rest is the leftmost equilibrium.",
          },
          {
            name: "the eigenvalues",
            wrong: { T: rest.eigenvalues[0].re, D: rest.eigenvalues[1].re },
            feedback: "Those are the two eigenvalues. Trace is their sum, determinant their product.",
          },
          {
            name: "swapped",
            wrong: { T: invariants(J).D, D: invariants(J).T },
            feedback: "Right numbers, each in the other's place: T is the trace, D the determinant.",
          },
          {
            name: "a plus in the determinant",
            wrong: { T: J[0][0] + J[1][1], D: J[0][0] * J[1][1] + J[0][1] * J[1][0] },
            feedback:
              "The trace is right. The determinant is the product of the diagonal minus the product of the other two.",
          },
          {
            name: "the other diagonal",
            wrong: { T: J[0][1] + J[1][0], D: J[0][0] * J[1][1] - J[0][1] * J[1][0] },
            feedback: "The determinant is right. The trace is the sum of the diagonal from top left to bottom right.",
          },
          {
            name: "the product of the diagonal",
            wrong: { T: J[0][0] + J[1][1], D: J[0][0] * J[1][1] },
            feedback: "The trace is right. Take the product of the other two entries off your determinant.",
          },
          {
            name: "rest without input",
            wrong: invariants(neuron.jacobian(equilibria(neuron)[0].state)),
            feedback: "These belong to I = 0. Use the model `held`.",
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
];
