import { exercise, type Exercise } from "../../exercise.js";
import { between, logBetween, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

/** A spike that starts itself. */
export const exponential: readonly Exercise[] = [
  exercise({
    id: "12.4",
    title: "The rheobase of the exponential neuron",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "gL in nS and EL, VT, DeltaT in mV",
        gives: "pA",
        at: [
          [50, -65, -55, 2],
          [10, -65, -59.9, 3.48],
          [30, -70.6, -50.4, 2],
          [20, -70, -50, 5],
        ],
        domain: tuple(logBetween(1, 100), between(-85, -60), between(-59, -40), between(0.2, 6)),
        tolerance: percent(0.1),
        right: (gL: number, EL: number, VT: number, DeltaT: number) => gL * (VT - EL - DeltaT),
        misconceptions: [
          {
            name: "the sharp threshold",
            wrong: (gL, EL, VT) => gL * (VT - EL),
            feedback: "That is right for a sharp threshold at V_T. The exponential already helps there: by how much?",
          },
          {
            name: "the help counted against",
            wrong: (gL, EL, VT, DeltaT) => gL * (VT - EL + DeltaT),
            feedback: "Does the exponential current help the input or oppose it?",
          },
          {
            name: "only a part multiplied",
            wrong: (gL, EL, VT, DeltaT) => gL * (VT - EL) - DeltaT,
            feedback: "pA minus mV? The exponential's part is multiplied by g_L, too.",
          },
          {
            name: "divided by the conductance",
            wrong: (gL, EL, VT, DeltaT) => (VT - EL - DeltaT) / gL,
            feedback: "A conductance in nS times mV is a current in pA.",
          },
          {
            name: "voltage only",
            wrong: (_gL, EL, VT, DeltaT) => VT - EL - DeltaT,
            feedback: "That is a voltage. Which conductance turns it into a current?",
          },
        ],
      }),
    hints: [
      "Put V = V_T into the equation: what is the exponential there?",
      "At rheobase dV/dt = 0 at the lowest point: I = g_L (V_T − E_L) − g_L Δ_T.",
      "`gL * (VT - EL - DeltaT)`",
    ],
    because: "As Δ_T shrinks to zero the model becomes the leaky neuron with a threshold at V_T.",
  }),
];
