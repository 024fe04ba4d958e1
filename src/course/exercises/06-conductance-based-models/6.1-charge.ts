import { exercise, type Exercise } from "../../exercise.js";
import { either, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";

const [ENa, EK, EL, gL] = [50, -77, -54.4, 0.3];

/** Charge is never lost. */
export const conservationOfCharge: readonly Exercise[] = [
  exercise({
    id: "6.1",
    title: "Where the membrane settles",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "gNa and gK in mS/cm^2",
        gives: "mV",
        at: [
          [0, 0.37],
          [0.1, 0.37],
          [1, 0.37],
          [10, 0.37],
          [0.5, 0],
          [0, 36],
          [30, 5],
        ],
        domain: tuple(either(oneOf<number>(0), logBetween(1e-3, 200)), either(oneOf<number>(0), logBetween(1e-3, 200))),
        tolerance: 0.05,
        right: (gNa: number, gK: number) => (gNa * ENa + gK * EK + gL * EL) / (gNa + gK + gL),
        misconceptions: [
          {
            name: "leak left out",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK) / (gNa + gK),
            feedback:
              "Only two of the three batteries pull in your membrane. With both gates shut, where would it rest?",
          },
          {
            name: "leak missing from the sum of conductances",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK + gL * EL) / (gNa + gK),
            feedback: "The leak pulls, but it does not count among the conductances that you divide by.",
          },
          {
            name: "signs of the batteries lost",
            wrong: (gNa, gK) => (gNa * ENa - gK * EK - gL * EL) / (gNa + gK + gL),
            feedback:
              "With both gates shut yours settles above 0 mV. The batteries of potassium and leak are negative.",
          },
          {
            name: "not divided by the sum",
            wrong: (gNa, gK) => gNa * ENa + gK * EK + gL * EL,
            feedback: "That is a current, in µA/cm². What turns it into a potential?",
          },
          {
            name: "a third of the sum",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK + gL * EL) / 3,
            feedback:
              "You divide by the number of batteries. In a mean with weights one divides by the sum of the weights.",
          },
          {
            name: "a bracket missing below the line",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK + gL * EL) / (gNa + 1e-300) + gK + gL,
            feedback: "Your division ends behind the first conductance. Put a bracket around their sum.",
          },
          {
            name: "mean without weights",
            wrong: () => (ENa + EK + EL) / 3,
            feedback:
              "Your membrane does not care which channels are open. " +
              "The one with the larger conductance should pull harder.",
          },
          {
            name: "leak outside the mean",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK) / (gNa + gK + gL) + EL,
            feedback: "The leak is a branch like the others. Put gNa = 0 and gK very large: is your potential E_K?",
          },
        ],
      }),
    hints: [
      "When nothing changes, the three currents add up to zero.",
      "Solve gNa (V − ENa) + gK (V − EK) + gL (V − EL) = 0 for V.",
      "A mean of the three reversal potentials, weighted with the conductances.",
    ],
    because:
      "Rest is the mean of the batteries, weighted with the conductances. Opening channels moves it, " +
      "and no pump is needed for that.",
  }),
];
