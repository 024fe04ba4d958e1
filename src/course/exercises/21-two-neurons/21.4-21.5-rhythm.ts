import { phaseResponse } from "../../../dynamics/phase/phase-response.js";
import { phaseShifts } from "../../../dynamics/phase/phase-shifts.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { between, either, tuple, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

type Phases = (a: number, ratio: number, first: number, count: number) => number[];

/** The list with another curve, or another rule for whole periods. */
const mapped =
  (shift: (a: number, phase: number) => number, rest: (x: number) => number): Phases =>
  (a, ratio, first, count) => {
    const list = [first];
    while (list.length < count) {
      const phase = list[list.length - 1];
      list.push(rest(phase + shift(a, phase) + ratio));
    }
    return list;
  };

const curve = (a: number, phase: number): number => a * (1 - Math.cos(2 * Math.PI * phase));
const withoutWhole = (x: number): number => x - Math.floor(x);
const phases = mapped(curve, withoutWhole);

const clock = persistentSodiumPotassium.with({ I: 6 });

/** A clock and a rhythm. */
export const rhythmExercises: readonly Exercise[] = [
  exercise({
    id: "21.4",
    title: "From kick to kick",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "a, the ratio P/T, the phase of the first kick and the count of kicks",
        gives: "a list of phases",
        at: [
          [0.1, 0.9, 0.2, 5],
          [0.1, 1.1, 0.2, 6],
          [0.05, 0.7, 0.5, 4],
          [0.02, 2.3, 0.4, 5],
          [0.12, 0.85, 0.35, 3],
        ],
        domain: tuple(between(0.01, 0.14), either(between(0.2, 1.3), between(1, 3)), between(0.02, 0.98), whole(1, 10)),
        tolerance: 1e-6,
        right: phases,
        misconceptions: [
          {
            name: "whole periods left in",
            wrong: mapped(curve, (x) => x),
            feedback: "Your phases grow beyond 1. Take the whole periods away: after a spike the phase begins at 0.",
          },
          {
            name: "without the kick",
            wrong: mapped(() => 0, withoutWhole),
            feedback: "In yours the kicks shift nothing.",
          },
          {
            name: "kicks that delay",
            wrong: mapped((a, phase) => -curve(a, phase), withoutWhole),
            feedback: "In yours a kick puts the clock back. This curve advances it.",
          },
          {
            name: "degrees for periods",
            wrong: mapped((a, phase) => a * (1 - Math.cos(phase)), withoutWhole),
            feedback: "The curve has to come back to 0 at the phase 1. What stands within the cosine?",
          },
          {
            name: "without the time between",
            wrong: (a, _, first, count) => phases(a, 0, first, count),
            feedback: "Between two kicks the clock runs on, by P/T of a period.",
          },
          {
            name: "the first left out",
            wrong: (a, ratio, first, count) => phases(a, ratio, first, count + 1).slice(1),
            feedback: "The list begins with the phase of the first kick itself.",
          },
        ] as { name: string; wrong: Phases; feedback: string }[],
      }),
    hints: [
      "Begin with `const list = [first]`, and add one phase after another until there are `count`.",
      "The next phase is the last one, plus the shift of the kick, plus the ratio, less whole periods.",
      "`next - Math.floor(next)` is what is left of `next` without its whole periods.",
    ],
    because: "A map from phase to phase: all that the neuron's equations do between two kicks is in its curve.",
  }),
  exercise({
    id: "21.5",
    title: "As fast as it can follow",
    points: 3,
    variant: (draw) => ({ size: draw.between(2, 5, 0.01) }),
    answer: ({ size }) => {
      const { period: T, shift } = phaseShifts(clock, { size, count: 60 });
      const most = Math.max(...shift);
      const right = T * (1 - most);
      const small = Math.max(...phaseResponse(clock).response["V"]);
      return numberAnswer({
        unit: "ms",
        tolerance: 0.05,
        right,
        misconceptions: [
          { name: "its own period", wrong: T, feedback: "That is the clock left alone. How much can a kick gain?" },
          {
            name: "the gain alone",
            wrong: T * most,
            feedback: "That is what a kick gains at most. How long is what is left of the period?",
          },
          {
            name: "slower instead of faster",
            wrong: T * (1 + most),
            feedback: "A rhythm slower than the clock? These kicks only bring spikes forward.",
          },
          {
            name: "in periods",
            wrong: 1 - most,
            feedback: "That is a part of the period. How many ms are it?",
          },
          {
            name: "by the curve of small kicks",
            wrong: T * (1 - size * small),
            feedback:
              "For kicks of this size the curve of small kicks is too high. Measure the curve at your own size.",
          },
        ].filter(({ wrong }) => Math.abs(wrong - right) > 0.12),
      });
    },
    hints: [
      "`phaseShifts(clock, { size: yours.size }).shift` is the curve at your size. What is its top?",
      "At the border the best kick gains just what is missing: the top is 1 − P/T.",
      "`period * (1 - Math.max(...phaseShifts(clock, { size: yours.size }).shift))`",
    ],
    because: "Any faster, and each kick finds the clock a little further behind.",
  }),
];
