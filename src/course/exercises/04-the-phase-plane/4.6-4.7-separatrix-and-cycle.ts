import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { bisect } from "../../../numerics/root.js";
import { simulate } from "../../../solve/simulate.js";
import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
import { numberAnswer } from "../../answers/number-answer.js";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

/** Smallest jump of the voltage from rest, mV, that ends in an action potential. */
function smallestShock(model: Model): number {
  const { V, n } = equilibria(model)[0].state;
  return bisect((shock) => simulate(model, { duration: 40, initial: { V: V + shock, n } }).spikes.length > 0, 0, 40, {
    absolute: 1e-3,
  });
}

/** A border in the plane, and a loop. */
export const separatrixAndCycle: readonly Exercise[] = [
  exercise({
    id: "4.6",
    title: "The smallest shock that fires",
    points: 3,
    variant: (draw) => ({ I: draw.between(-6, 3, 0.04) }),
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
            feedback:
              "That is the distance to the saddle. The threshold is the separatrix, which leans. " +
              "Look where it meets the horizontal line through rest.",
          },
          {
            name: "the voltage reached",
            wrong: rest.state.V + smallestShock(model),
            feedback: "That is the voltage after the shock. The question asks by how much it rises.",
          },
          {
            name: "up to the unstable focus",
            wrong: focus.state.V - rest.state.V,
            feedback: "The focus lies inside the loop of the action potential. A smaller shock is enough.",
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
  findMistakes({
    id: "4.7",
    title: "Find the mistakes: cycles and equilibria",
    points: 2,
    statements: [
      {
        about: "what a cycle surrounds",
        holds: "Every limit cycle in the plane surrounds at least one equilibrium.",
        fails: "A limit cycle in the plane need not surround an equilibrium.",
        feedback: "Try to draw a closed loop of arrows with no equilibrium inside.",
      },
      {
        about: "rest beside firing",
        holds: "A neuron with a stable limit cycle may have a stable equilibrium as well.",
        fails: "A neuron with a stable limit cycle cannot have a stable equilibrium.",
        feedback: "Look at the picture below, and count what is stable in it.",
      },
      {
        about: "where its neighbours go",
        holds: "Paths beside a stable limit cycle wind onto it, from inside and from outside.",
        fails: "Paths beside a stable limit cycle keep their distance from it.",
        feedback: "In Section 4.5 one path begins inside the loop and one outside. Where do they end?",
      },
      {
        about: "what is left of the start",
        holds: "At 10 µA/cm² the neuron ends up firing at the same rate, from any start but the equilibrium itself.",
        fails: "At 10 µA/cm² the neuron goes on firing the faster, the further out it began.",
        feedback: "Compare the last spikes of the two traces in Section 4.5, from inside and from outside.",
      },
      {
        about: "what lies inside the loop",
        holds: "At 10 µA/cm² the equilibrium inside the loop is unstable.",
        fails: "At 10 µA/cm² the equilibrium inside the loop is stable.",
        feedback: "A path begins close to it in Section 4.5. Does it stay there?",
      },
      {
        about: "chaos",
        holds: "A smooth flow in the plane cannot be chaotic.",
        fails: "A smooth flow in the plane can be chaotic if its nullclines are curved enough.",
        feedback: "Section 4.5 names all that a bounded path in the plane can come to.",
      },
    ],
    hints: [
      "Go round a closed trajectory: the arrows turn once. What does that ask of the inside?",
      "The next figure shows a neuron with I = 3 µA/cm². How many attractors does it have?",
    ],
    because: "Rest and firing can coexist: bistability.",
  }),
];
