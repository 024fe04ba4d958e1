import { findMistakes } from "../../find-mistakes.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, either, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const { gL, EL, gNa, ENa, gK, EK } = neuron.parameters;

const mInf = (V: number): number => neuron.quantity("mInf", { V, n: 0 });

/** Where one variable pauses. */
export const nullclinesOfTheNeuron: readonly Exercise[] = [
  findMistakes({
    id: "4.1",
    title: "The arrow on a nullcline",
    points: 1,
    statements: [
      {
        about: "the arrow on the V-nullcline",
        holds: "On the V-nullcline, away from an equilibrium, the arrow points straight up or straight down.",
        fails: "On the V-nullcline, away from an equilibrium, the arrow points to the left or to the right.",
        feedback: "On the V-nullcline dV/dt = 0. Which of the two velocities is left?",
      },
      {
        about: "the arrow on the n-nullcline",
        holds: "On the n-nullcline, away from an equilibrium, the arrow points to the left or to the right.",
        fails: "On the n-nullcline, away from an equilibrium, the arrow points straight up or straight down.",
        feedback: "On the n-nullcline the gate pauses. What may V do meanwhile?",
      },
      {
        about: "crossed or followed",
        holds: "The path in the figure crosses the nullclines.",
        fails: "The path in the figure follows a nullcline as soon as it has met it.",
        feedback: "Follow the path in the figure: does it stay on a nullcline that it has met?",
      },
      {
        about: "the turn on the right",
        holds: "The path turns back, furthest to the right, where it crosses the V-nullcline.",
        fails: "The path turns back, furthest to the right, where it crosses the n-nullcline.",
        feedback: "Furthest to the right V neither rises nor falls. On which curve is that so?",
      },
      {
        about: "away from the nullclines",
        holds: "Away from both nullclines both V and n change.",
        fails: "Away from both nullclines one of V and n stands still.",
        feedback: "Where does V stand still, and where does n?",
      },
    ],
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
