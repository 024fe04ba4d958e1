import { findMistakes } from "../../find-mistakes.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, either, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer, grid } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const { gL, EL, gNa, ENa, gK, EK } = neuron.parameters;

const mInf = (V: number): number => neuron.quantity("mInf", { V, n: 0 });

/** mV, away from the equilibria at −56.1 and −27.3 mV, to whose sides the arrows point. */
const eitherSideOfTheFocus = [...grid(-52, -32, 101), ...grid(-22, 0, 111)].map(([V]) => Number(V.toFixed(1)));

/** Where one variable pauses. */
export const nullclinesOfTheNeuron: readonly Exercise[] = [
  exercise({
    id: "4.1",
    title: "An arrow on the n-nullcline",
    points: 1,
    variant: (draw) => ({ V: draw.oneOf(eitherSideOfTheFocus) }),
    answer: ({ V }) => {
      const n = neuron.quantity("nInf", { V, n: 0 });
      return numberAnswer({
        unit: "mV/ms",
        right: neuron.field({ V, n })[0],
        tolerance: percent(1),
        misconceptions: [
          {
            name: "the velocity of the gate",
            wrong: neuron.field({ V, n })[1],
            feedback: "That is dn/dt: on its own nullcline the gate pauses. What does the voltage do there?",
          },
          {
            name: "all potassium channels shut",
            wrong: neuron.field({ V, n: 0 })[0],
            feedback: "That is the velocity with all potassium channels shut. How many are open on the n-nullcline?",
          },
          {
            name: "where the curve runs",
            wrong: n,
            feedback: "That is how high the n-nullcline runs at your voltage. Which arrow stands there?",
          },
        ],
      });
    },
    hints: [
      'At your voltage the n-nullcline runs at the height n∞: `neuron.quantity("nInf", { V: place.V, n: 0 })`.',
      "`neuron.field` of that point gives both velocities in a list. Which of the two is zero?",
      "The first entry of the list, `[0]`, is dV/dt.",
    ],
    because: "The arrow lies flat: n pauses, and V does not. A nullcline is crossed, not followed.",
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
        domain: tuple(between(-85, 50), either(oneOf<number>(0), between(-60, 150))),
        tolerance: percent(0.1),
        right: (V: number, I: number) => (I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
        misconceptions: [
          {
            name: "the n-nullcline",
            wrong: (V) => neuron.quantity("nInf", { V, n: 0 }),
            feedback: "That is where the gate pauses. Set dV/dt to zero, not dn/dt.",
          },
          {
            name: "the input left out",
            wrong: (V) => (-gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
            feedback: "Your curve is right without input. Where does I enter the equation for V?",
          },
          {
            name: "sodium with all channels open",
            wrong: (V, I) => (I - gL * (V - EL) - gNa * (V - ENa)) / (gK * (V - EK)),
            feedback: "Only a share of the sodium channels is open at each voltage.",
          },
          {
            name: "wrong sign",
            wrong: (V, I) => -(I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
            feedback:
              "A share of open channels is not negative. Which side of the equation is the potassium current on?",
          },
          {
            name: "membrane currents added",
            wrong: (V, I) => (I + gL * (V - EL) + gNa * mInf(V) * (V - ENa)) / (gK * (V - EK)),
            feedback:
              "The equation subtracts leak and sodium current from the input. Which sign have they in your formula?",
          },
          {
            name: "a bracket missing below the line",
            wrong: (V, I) => ((I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / gK) * (V - EK),
            feedback:
              "`a / b * c` divides by b and multiplies by c. Put a bracket around all that stands below the line.",
          },
          {
            name: "no brackets at all",
            wrong: (V, I) => I - gL * (V - EL) - ((gNa * mInf(V) * (V - ENa)) / gK) * (V - EK),
            feedback:
              "`a - b / c * d` divides b alone. All that stands above the line needs a bracket, and all below it.",
          },
          {
            name: "not divided by the driving force",
            wrong: (V, I) => (I - gL * (V - EL) - gNa * mInf(V) * (V - ENa)) / gK,
            feedback: "The potassium current is g_K n (V − E_K). Divide by all that stands beside n.",
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
  findMistakes({
    id: "4.3",
    title: "Find the mistakes: nullclines",
    points: 2,
    statements: [
      {
        about: "what is zero on a nullcline",
        holds: "On a nullcline one of the time derivatives is zero.",
        fails: "On a nullcline one of the partial derivatives of the vector field is zero.",
        feedback: "What is zero on the V-nullcline: dV/dt, or a derivative of it with respect to V?",
      },
      {
        about: "the shape of nullclines",
        holds: "A two-dimensional model has two nullclines, which may be curved.",
        fails: "A two-dimensional model has two nullclines, that is, two straight lines.",
        feedback: "Look at the blue nullcline: is it straight?",
      },
      {
        about: "crossings",
        holds: "Where the nullclines of the two variables cross there is an equilibrium.",
        fails: "Where the nullclines of the two variables cross, one velocity is zero and the other is not.",
        feedback: "At a crossing of the two nullclines, which of the velocities is not zero?",
      },
      {
        about: "the vector field",
        holds: "At each point the model has a velocity, an arrow along which it moves.",
        fails: "At each point the model has a gradient, in whose direction it evolves.",
        feedback: "Think of 3.4: does every vector field come from a landscape?",
      },
      {
        about: "the direction on a nullcline",
        holds: "A path crosses the V-nullcline straight up or straight down.",
        fails: "A path cannot cross the V-nullcline, it has to follow it.",
        feedback: "On the V-nullcline the voltage pauses. Does n pause there, too?",
      },
    ],
    hints: [
      "Look at the nullclines in the figure: are they straight?",
      "dV/dt is a derivative in time. A partial derivative of the vector field is an entry of the Jacobian.",
      "A gradient always points uphill; could a neuron then fire again and again?",
    ],
    because: "Curves, time derivatives, vectors: three words that the subject needs every day.",
  }),
];
