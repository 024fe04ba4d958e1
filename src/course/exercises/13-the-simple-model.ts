import { knobs } from "./13-the-simple-model/13.2-knobs.js";
import { firedByLess } from "./13-the-simple-model/13.4-fired-by-less.js";
import { twoRules } from "./13-the-simple-model/13.6-two-rules.js";
import { izhikevich } from "../../models/izhikevich.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../exercise.js";
import { between, tuple } from "../answers/domain.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const regular = izhikevich.preset("regular spiking");
const protocol = { duration: 500, stimulus: step(10, 20) } as const;

/** The exercises of notebook 13, in the order of its text. */
export const theSimpleModelExercises: readonly Exercise[] = [
  exercise({
    id: "13.1",
    title: "Where line and parabola touch",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "b in 1/mV",
        gives: "the input I",
        at: each([0.2, 0.25, 0.26, -0.1, 0, 1]),
        domain: tuple(between(-2, 3)),
        tolerance: percent(0.1),
        right: (b: number) => (5 - b) ** 2 / 0.16 - 140,
        misconceptions: [
          {
            name: "u left out",
            wrong: () => 25 / 0.16 - 140,
            feedback: "At the equilibrium u is not zero: it is b v.",
          },
          {
            name: "wrong sign of b",
            wrong: (b) => (5 + b) ** 2 / 0.16 - 140,
            feedback: "u is subtracted: with u = b v the linear term is 5v − bv.",
          },
          {
            name: "discriminant without the 4",
            wrong: (b) => (5 - b) ** 2 / 0.04 - 140,
            feedback: "The discriminant of p v² + q v + r is q² − 4 p r.",
          },
          {
            name: "the opposite sign",
            wrong: (b) => 140 - (5 - b) ** 2 / 0.16,
            feedback: "Solve (5 − b)² = 0.16 (140 + I) for I once more.",
          },
          { name: "the 140 kept", wrong: (b) => (5 - b) ** 2 / 0.16, feedback: "That is 140 + I. Which I is it?" },
          {
            name: "the discriminant",
            wrong: (b) => (5 - b) ** 2 - 0.16 * 140,
            feedback: "That is the discriminant without input. For which I is the discriminant with input zero?",
          },
        ],
      }),
    hints: [
      "A quadratic p v² + q v + r has a double root where q² = 4 p r.",
      "Here p = 0.04, q = 5 − b, r = 140 + I.",
      "`(5 - b) ** 2 / 0.16 - 140`",
    ],
    because: "For b = 0.2 it is 4; above it no equilibrium is left.",
  }),
  knobs,
  exercise({
    id: "13.3",
    title: "Where your rest loses its stability",
    points: 3,
    variant: (draw) => ({ a: draw.between(0.05, 0.12, 0.01), b: draw.between(0.24, 0.28, 0.001) }),
    answer: ({ a, b }) => {
      const v = (a - 5) / 0.08;
      return numberAnswer({
        unit: "",
        right: -(0.04 * v * v + (5 - b) * v + 140),
        tolerance: 0.002,
        misconceptions: [
          {
            name: "the fold",
            wrong: (5 - b) ** 2 / 0.16 - 140,
            feedback: "That is the fold. For b > a rest has lost its stability before.",
          },
          {
            name: "the voltage",
            wrong: v,
            feedback: "That is the voltage at the bifurcation. Which input puts the equilibrium there?",
          },
          {
            name: "u left out",
            wrong: -(0.04 * v * v + 5 * v + 140),
            feedback: "At the equilibrium u = b v is subtracted, too.",
          },
          {
            name: "u added",
            wrong: -(0.04 * v * v + (5 + b) * v + 140),
            feedback: "The equation has −u: with u = b v the linear term is 5v − bv.",
          },
          {
            name: "at the bottom of the parabola",
            wrong: -(0.04 * 62.5 ** 2 - (5 - b) * 62.5 + 140),
            feedback:
              "You put the equilibrium at −62.5 mV, the bottom of the parabola. " +
              "Stability is lost where the trace is zero: a little to the right of it.",
          },
        ],
      });
    },
    hints: ["The trace is zero at v = (a − 5)/0.08.", "That v is an equilibrium at I = −(0.04v² + (5 − b)v + 140)."],
    because: "It comes before the fold whenever b > a, and it is subcritical.",
  }),
  firedByLess,
  exercise({
    id: "13.5",
    title: "How far off is Euler?",
    points: 3,
    variant: (draw) => ({ dt: draw.between(0.2, 0.8, 0.003) }),
    answer: ({ dt }) => {
      const exact = simulate(regular, protocol).spikes;
      const rough = simulate(regular, { ...protocol, method: "euler", dt }).spikes;
      return numberAnswer({
        unit: "ms",
        right: Math.abs(rough[4] - exact[4]),
        tolerance: 0.05,
        misconceptions: [
          {
            name: "the sixth spike",
            wrong: Math.abs(rough[5] - exact[5]),
            feedback: "That is the sixth: lists start at 0.",
          },
          {
            name: "the time of the spike",
            wrong: rough[4],
            feedback: "That is when Euler's fifth spike comes. By how much does it differ from the accurate one?",
          },
          {
            name: "the difference of the fifth intervals",
            wrong: Math.abs(rough[5] - rough[4] - (exact[5] - exact[4])),
            feedback: "Those are intervals. Compare the times of the fifth spikes themselves.",
          },
          {
            name: "the first spike",
            wrong: Math.abs(rough[0] - exact[0]),
            feedback: "That is the first spike. Errors grow from spike to spike.",
          },
        ],
      });
    },
    hints: [
      '`simulate(regular, { ...protocol, method: "euler", dt: coarse.dt })`, and once more without `method` and ' +
        "`dt`.",
      "The fifth spike is `spikes[4]`.",
      "Take the size of the difference with `Math.abs`.",
    ],
    because: "Nearly proportional to dt: a method of first order.",
  }),
  twoRules,
];
