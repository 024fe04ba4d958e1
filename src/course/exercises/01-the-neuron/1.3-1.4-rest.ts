import { goldmanHodgkinKatz, nernst } from "../../../models/channels/reversal-potential.js";
import { exercise, type Exercise } from "../../exercise.js";
import { either, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { Cl, K, Na, body, thermal } from "./ions.js";

/**
 * Rest of a membrane that lets potassium and sodium through, mV; `p` is the permeability for sodium relative to
 * potassium's.
 */
const rest = (p: number): number =>
  goldmanHodgkinKatz({ K: { permeability: 1, ...K }, Na: { permeability: p, ...Na } }, body);

const [EK, ENa, ECl] = [nernst("K", K, body), nernst("Na", Na, body), nernst("Cl", Cl, body)];

/** Rest between several ions. */
export const restOfAMembrane: readonly Exercise[] = [
  exercise({
    id: "1.3",
    title: "The sodium that holds your voltage",
    points: 1,
    variant: (draw) => ({ V: draw.between(-68, -50, 0.05) }),
    answer: ({ V }) => {
      const [ofK, ofCl, pull] = [0.1 * (V - EK), 0.03 * (V - ECl), ENa - V];
      return numberAnswer({
        unit: "mS/cm^2",
        right: (ofK + ofCl) / pull,
        tolerance: percent(1),
        misconceptions: [
          {
            name: "chloride left out",
            wrong: ofK / pull,
            feedback: "That undoes potassium's current alone. Which third current flows at your voltage?",
          },
          {
            name: "the sodium that it has",
            wrong: 0.015,
            feedback: "So much it has already, and with that it rests at −70.7 mV. Where should yours rest?",
          },
          {
            name: "chloride taken off",
            wrong: (ofK - ofCl) / pull,
            feedback: "At your voltage both other currents flow outward. Do they oppose each other?",
          },
          {
            name: "sodium's battery as its driving force",
            wrong: (ofK + ofCl) / ENa,
            feedback: "Sodium is driven by the distance from its battery: how far is that at your voltage?",
          },
          {
            name: "a current",
            wrong: ofK + ofCl,
            feedback: "That is the current which sodium must undo, in µA/cm². Through which conductance does it flow?",
          },
        ],
      });
    },
    hints: [
      "At rest the three currents add up to zero. Two of them you can have from the model.",
      '`restingMembrane.quantity("IK", { V: own.V })` is potassium; "ICl" is chloride. Sodium must undo both.',
      "A current is a conductance times V − E: divide by the distance from sodium's battery, ENa − V.",
    ],
    because: "At rest it is the sum that is zero: more sodium in, more potassium out, all the time.",
  }),
  exercise({
    id: "1.4",
    title: "Rest between two batteries",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "p (sodium's permeability, relative to potassium's)",
        gives: "mV",
        at: each([0, 0.01, 0.04, 0.3, 1, 20, 1000]),
        domain: tuple(either(oneOf<number>(0), logBetween(1e-4, 1), logBetween(1, 1e7))),
        tolerance: 0.1,
        right: rest,
        misconceptions: [
          {
            name: "mean of the Nernst potentials",
            wrong: (p) => (EK + p * ENa) / (1 + p),
            feedback:
              "Both ends are right, but between them you average potentials. " +
              "Goldman's formula adds up concentrations, inside the logarithm.",
          },
          {
            name: "inside over outside",
            wrong: (p) => -rest(p),
            feedback: "The sign is turned round. Which side stands above?",
          },
          {
            name: "without RT/F",
            wrong: (p) => rest(p) / thermal(body),
            feedback: "The logarithm is right. By how many mV is it multiplied?",
          },
          {
            name: "decimal logarithm",
            wrong: (p) => rest(p) / Math.LN10,
            feedback: "Your numbers are too small by a factor of 2.3. Which logarithm belongs to e?",
          },
          {
            name: "weight on potassium",
            wrong: (p) => rest(1 / (p + 1e-300)),
            feedback: "At p = 0 sodium cannot pass at all. Where must the membrane rest then?",
          },
          {
            name: "without parentheses",
            wrong: (p) => thermal(body) * Math.log(5 + (p * 145) / 140 + p * 14),
            feedback: "What is above and what is below the line of a fraction needs parentheses: `(a + b) / (c + d)`.",
          },
          {
            name: "sodium's sides exchanged",
            wrong: (p) => thermal(body) * Math.log((5 + p * 14) / (140 + p * 145)),
            feedback: "Above stands what is outside, for sodium too. Look at the table: where is there more of it?",
          },
          {
            name: "sodium inside without weight",
            wrong: (p) => thermal(body) * Math.log((5 + p * 145) / (140 + 14)),
            feedback: "Sodium appears twice, outside and inside, and both times with its permeability.",
          },
          {
            name: "sodium's weight only inside",
            wrong: (p) => thermal(body) * Math.log((5 + 145) / (140 + p * 14)),
            feedback: "Sodium appears twice, outside and inside, and both times with its permeability.",
          },
        ],
      }),
    hints: [
      "Above the line what comes from outside, below it what comes from inside, each with its permeability.",
      "`26.73 * Math.log((5 + p * 145) / (140 + p * 14))`",
    ],
    because:
      "From −89 mV without sodium to +62 mV with sodium alone: " +
      "a membrane goes anywhere between by opening and shutting channels.",
  }),
];
