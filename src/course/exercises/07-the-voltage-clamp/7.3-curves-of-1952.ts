import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, logBetween, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

const { gK } = hodgkinHuxley.parameters;

/**
 * The largest potassium conductance of axon 17, mS/cm²: the plateau after the strongest step, 20.75, over n∞⁴ of its
 * reported rates.
 */
const gMax17 = 24.3;

const ratesOf = (steady: number, tau: number): readonly [number, number] => [steady / tau, (1 - steady) / tau];

const exchanged = ([a, b]: readonly [number, number]): readonly [number, number] => [b, a];

/** The measured conductances and their fits. */
export const curvesOf1952: readonly Exercise[] = [
  exercise({
    id: "7.3",
    title: "From a fit to rate constants",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the plateau in mS/cm^2 and the time constant in ms",
        gives: "the list [α, β] in 1/ms",
        at: [
          [20.7, 1.05],
          [15.9, 1.73],
          [8.2, 4.34],
          [2.84, 10.6],
        ],
        domain: tuple(between(0.1, gMax17), logBetween(0.3, 20)),
        tolerance: percent(0.5),
        right: (plateau: number, tau: number) => ratesOf((plateau / gMax17) ** 0.25, tau),
        parts: [
          { name: "α", points: 1, of: (given: readonly number[]) => given[0] },
          { name: "β", points: 1, of: (given: readonly number[]) => given[1] },
        ],
        misconceptions: [
          {
            name: "the fourth root forgotten",
            wrong: (plateau, tau) => ratesOf(plateau / gMax17, tau),
            feedback: "The plateau is g times n⁴. What is n itself?",
          },
          {
            name: "power instead of root",
            wrong: (plateau, tau) => ratesOf((plateau / gMax17) ** 4, tau),
            feedback: "You go from n to the conductance. The way back is a root.",
          },
          {
            name: "exponent without brackets",
            wrong: (plateau, tau) => ratesOf(plateau / gMax17 / 4, tau),
            feedback: "`x ** 1 / 4` is x to the power of 1, divided by 4. Put the exponent into brackets.",
          },
          {
            name: "another axon's conductance",
            wrong: (plateau, tau) => ratesOf((plateau / gK) ** 0.25, tau),
            feedback: "36 mS/cm² is the model's largest conductance, a mean of many axons. What was it in this one?",
          },
          {
            name: "multiplied by τ",
            wrong: (plateau, tau) => [(plateau / gMax17) ** 0.25 * tau, (1 - (plateau / gMax17) ** 0.25) * tau],
            feedback: "The slower the gate, the larger τ. Should its rates then be larger, too?",
          },
          {
            name: "α and β exchanged",
            wrong: (plateau, tau) => exchanged(ratesOf((plateau / gMax17) ** 0.25, tau)),
            feedback: "Which rate opens the gate? At a strong depolarisation it must be the larger one.",
          },
          {
            name: "1/τ taken for α",
            wrong: (plateau, tau) => [1 / tau, (1 - (plateau / gMax17) ** 0.25) / tau],
            feedback: "1/τ is the sum of both rates. How much of it is α?",
          },
          {
            name: "the largest conductance left out",
            wrong: (plateau, tau) => ratesOf(plateau ** 0.25, tau),
            feedback: "Your steady state is larger than 1. What fraction of the largest conductance is open?",
          },
        ],
      }),
    hints: [
      "First the steady state: the plateau is 24.3 times n∞⁴.",
      "n∞ = α/(α + β) and τ = 1/(α + β). Divide one by the other.",
      "α = n∞/τ and β = (1 − n∞)/τ, with n∞ = (plateau/24.3) ** 0.25.",
    ],
    because:
      "Two numbers read off a curve, the height and the time constant, " +
      "give the two rates of the gate at that potential.",
  }),
];
