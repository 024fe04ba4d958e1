import { blindParameters } from "../../rigs/blind-patch.js";
import { exercise, type Exercise } from "../../exercise.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { percent } from "../../answers/tolerance.js";

/** A patch whose channels are to be found out. */
export const blindPatchExercises: readonly Exercise[] = [
  exercise({
    id: "7.4",
    title: "A patch in the dark",
    points: 4,
    variant: (draw) => ({ patch: draw.between(101, 999, 1) }),
    answer: ({ patch }) => {
      const { gL, EL, gK, EK } = blindParameters(patch);
      const both = (gL * EL + gK * EK) / (gL + gK);
      return recordAnswer({
        units: { gL: "mS/cm^2", EL: "mV", gK: "mS/cm^2", EK: "mV" },
        right: { gL, EL, gK, EK },
        points: { gL: 1, EL: 1, gK: 1, EK: 1 },
        tolerance: { gL: percent(4), EL: 1.5, gK: percent(1), EK: 0.2 },
        misconceptions: [
          {
            name: "leak left in gK and EK",
            wrong: { gL, EL, gK: gL + gK, EK: both },
            feedback: "The leak is right. Above 0 mV the leak still flows: the slope there is that of both together.",
          },
          {
            name: "leak left in gK",
            wrong: { gL, EL, gK: gL + gK, EK },
            feedback: "Nearly. The slope above 0 mV belongs to leak and potassium together.",
          },
          {
            name: "leak left in EK",
            wrong: { gL, EL, gK, EK: both },
            feedback: "Nearly. Where your upper line crosses zero, leak and potassium cancel: subtract the leak first.",
          },
          {
            name: "leak and potassium exchanged",
            wrong: { gL: gK, EL: EK, gK: gL, EK: EL },
            feedback: "Which of the two is there at −110 mV, when all gates are shut?",
          },
        ],
      });
    },
    hints: [
      "Up to −80 mV all gates are shut, so only the leak flows: a straight line. Two points fix it.",
      "Above +20 mV all gates are open. Subtract the leak, and what is left is again a straight line.",
      "`steady` is the mean of a hundred samples. Measure again, and the noise is another: take the mean.",
      "For a line through (V₁, I₁) and (V₂, I₂): g = (I₂ − I₁)/(V₂ − V₁) and E = V₁ − I₁/g.",
    ],
    because:
      "Four numbers from four measurements, each made where the model is simple: " +
      "that is half of the art of the voltage clamp.",
  }),
];
