import { exercise, type Exercise } from "../../exercise.js";
import { between, either, logBetween, oneOf } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

const relaxed = (t: number, x0: number, alpha: number, beta: number): number => {
  const end = alpha / (alpha + beta);
  return end + (x0 - end) * Math.exp(-(alpha + beta) * t);
};

/** Gates that open and close. */
export const gates: readonly Exercise[] = [
  exercise({
    id: "6.2",
    title: "A gate after a step",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "t in ms, the start x0, and alpha and beta in 1/ms",
        gives: "",
        at: [
          [0, 0.2, 0.9, 0.2],
          [1, 0.2, 0.9, 0.2],
          [1, 0, 0.3, 0.1],
          [2.5, 0.8, 0.05, 0.4],
          [50, 0.3, 1.2, 0.6],
        ],
        domain: (random) => {
          const [alpha, beta] = [logBetween(0.02, 8)(random), logBetween(0.02, 8)(random)];
          const timeConstants = either(oneOf<number>(0), logBetween(0.02, 10), logBetween(0.02, 10))(random);
          return [timeConstants / (alpha + beta), between(0, 1)(random), alpha, beta];
        },
        tolerance: percent(0.1),
        right: relaxed,
        misconceptions: [
          {
            name: "a bracket left out",
            wrong: (t, x0, alpha, beta) => 1 + beta + (x0 - 1 - beta) * Math.exp(-(alpha + beta) * t),
            feedback: "`alpha / alpha + beta` divides alpha by itself. Put a bracket around the sum.",
          },
          {
            name: "starts at zero",
            wrong: (t, _x0, alpha, beta) => relaxed(t, 0, alpha, beta),
            feedback: "At t = 0 your gate is shut, whatever x0 is. Where should it start?",
          },
          {
            name: "decays to zero",
            wrong: (t, x0, alpha, beta) => x0 * Math.exp(-(alpha + beta) * t),
            feedback: "After a long time your gate is shut. Where should it end?",
          },
          {
            name: "start and end exchanged",
            wrong: (t, x0, alpha, beta) => x0 + (alpha / (alpha + beta) - x0) * Math.exp(-(alpha + beta) * t),
            feedback: "At t = 0 your gate is at the end, and later at x0. Which of the two should fade?",
          },
          {
            name: "growing exponential",
            wrong: (t, x0, alpha, beta) =>
              alpha / (alpha + beta) + (x0 - alpha / (alpha + beta)) * Math.exp((alpha + beta) * t),
            feedback: "Your gate runs away from its end. Look at the sign in the exponent.",
          },
          {
            name: "one straight step",
            wrong: (t, x0, alpha, beta) => x0 + t * (alpha * (1 - x0) - beta * x0),
            feedback: "That goes on at the first speed for ever. The speed shrinks as the gate comes near its end.",
          },
          {
            name: "the end only",
            wrong: (_t, _x0, alpha, beta) => alpha / (alpha + beta),
            feedback: "That is where the gate ends. It starts at x0 and takes time.",
          },
          {
            name: "only alpha in the time constant",
            wrong: (t, x0, alpha, beta) =>
              relaxed(0, x0, alpha, beta) + (1 - Math.exp(-alpha * t)) * (alpha / (alpha + beta) - x0),
            feedback:
              "Start and end are right. Opening and shutting both help to forget the start: " +
              "which rate stands in the exponent?",
          },
          {
            name: "alpha and beta exchanged",
            wrong: (t, x0, alpha, beta) => relaxed(t, x0, beta, alpha),
            feedback: "Which of the two rates opens the gate? With alpha much larger than beta it should end near 1.",
          },
          {
            name: "time constant the wrong way up",
            wrong: (t, x0, alpha, beta) =>
              alpha / (alpha + beta) + (x0 - alpha / (alpha + beta)) * Math.exp(-t / (alpha + beta)),
            feedback: "α + β is a rate, in 1/ms. Does your exponent have a unit?",
          },
        ],
      }),
    hints: [
      "First the end: x∞ = α/(α + β).",
      "The distance from the end shrinks as exp(−t/τ), with τ = 1/(α + β).",
      "`end + (x0 - end) * Math.exp(-(alpha + beta) * t)`",
    ],
    because:
      "Under voltage clamp every gate is this one exponential. " +
      "The currents have other shapes only because gates are multiplied.",
  }),
];
