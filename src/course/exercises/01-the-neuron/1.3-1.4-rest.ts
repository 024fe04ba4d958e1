import { goldmanHodgkinKatz, nernst } from "../../../models/channels/reversal-potential.js";
import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
import { either, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { K, Na, body, thermal } from "./ions.js";

/**
 * Rest of a membrane that lets potassium and sodium through, mV; `p` is the permeability for sodium relative to
 * potassium's.
 */
const rest = (p: number): number =>
  goldmanHodgkinKatz({ K: { permeability: 1, ...K }, Na: { permeability: p, ...Na } }, body);

const [EK, ENa] = [nernst("K", K, body), nernst("Na", Na, body)];

/** Rest between several ions. */
export const restOfAMembrane: readonly Exercise[] = [
  findMistakes({
    id: "1.3",
    title: "What is zero at rest?",
    points: 1,
    statements: [
      {
        about: "the net current",
        holds: "At rest the currents of all ions add up to zero.",
        fails: "At rest the current of each ion is zero.",
        feedback: "Look at the three currents that the cell printed. Is any of them zero, and what is their sum?",
      },
      {
        about: "potassium at rest",
        holds: "At rest potassium flows out, for the voltage stands above potassium's battery.",
        fails: "At rest potassium does not flow, for the voltage stands at potassium's battery.",
        feedback:
          "The membrane rests at −70.7 mV, and potassium's battery is at −89.1 mV. Does nothing push potassium?",
      },
      {
        about: "why the voltage stands still",
        holds: "The voltage stands still because as much charge leaves the cell as enters it.",
        fails: "The voltage stands still because no charge crosses the membrane.",
        feedback: "A bath keeps its level with the tap open, too. What else must be open?",
      },
      {
        about: "the pumps",
        holds: "At rest the pumps have to work all the time: they carry back the ions that cross.",
        fails: "At rest the pumps have nothing to do, for nothing changes.",
        feedback: "Ions keep trading places at rest. Without pumps, what would become of the concentrations?",
      },
      {
        about: "more potassium outside",
        holds: "With more potassium outside the membrane rests at a higher voltage.",
        fails: "With more potassium outside the membrane rests at a lower voltage.",
        feedback: "Move the slider of potassium outside to 10 mM. Which way does rest go?",
      },
    ],
    hints: [
      "A voltage that does not change needs no charge to arrive. Charge of which ions?",
      "Add up the three currents that the cell printed.",
    ],
    because: "Rest is a steady state, not an equilibrium of the ions: like a bath whose tap runs as fast as its drain.",
  }),
  exercise({
    id: "1.4",
    title: "Rest between two batteries",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "p, sodium's permeability relative to potassium's",
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
