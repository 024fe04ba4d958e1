import { selectionAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, either, logBetween, tuple, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";

/** Largest conductance of the record that Exercise 6.3 takes apart, mS/cm². */
const plateau = 18.6;

/** Why a fourth power. */
export const fourthPower: readonly Exercise[] = [
  exercise({
    id: "6.3",
    title: "From conductance back to the gate",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the conductance g in mS/cm^2 and the number of gates k",
        gives: "",
        at: [
          [18.6, 4],
          [9.3, 1],
          [9.3, 2],
          [4, 4],
          [0.26, 4],
          [12, 6],
        ],
        domain: tuple(either(between(0, plateau), logBetween(1e-3, plateau)), whole(1, 8)),
        tolerance: percent(0.1),
        right: (g: number, k: number) => (g / plateau) ** (1 / k),
        misconceptions: [
          {
            name: "power instead of root",
            wrong: (g, k) => (g / plateau) ** k,
            feedback: "You go from the gate to the conductance. The question asks for the way back.",
          },
          {
            name: "not divided by the plateau",
            wrong: (g, k) => g ** (1 / k),
            feedback: "At the plateau your gate is above 1. Which part of its largest value is g?",
          },
          {
            name: "root taken of the conductance only",
            wrong: (g, k) => g ** (1 / k) / plateau,
            feedback: "At the plateau your gate should be 1. Divide first.",
          },
          {
            name: "divided by the number of gates",
            wrong: (g, k) => g / plateau / k,
            feedback: "You divide by k. The k-th root is the power `1 / k`, in brackets: `** (1 / k)`.",
          },
          {
            name: "root of the plateau only",
            wrong: (g, k) => g / plateau ** (1 / k),
            feedback: "`**` comes before `/`. Put the quotient into brackets.",
          },
          {
            name: "always four",
            wrong: (g) => (g / plateau) ** 0.25,
            feedback: "That is right for four gates. Your function is told how many there are.",
          },
          {
            name: "what is still to go",
            wrong: (g, k) => 1 - (g / plateau) ** (1 / k),
            feedback: "That is 1 − x, which the figure draws. Give x itself.",
          },
        ],
      }),
    hints: [
      "The conductance is plateau · xᵏ. Solve for x.",
      "The k-th root of a number is that number to the power of 1/k.",
      "`(g / 18.6) ** (1 / k)`",
    ],
    because: "Four gates make the line straight: then one exponential is all there is behind the S.",
  }),
  exercise({
    id: "6.4",
    title: "Find the mistakes: the general neuron",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: [
          "V_i should be E_i",
          "g_i is not defined",
          "the sum should have a minus",
          "I_external should have a minus",
          "C_m should divide the left side",
        ],
        right: ["V_i should be E_i", "g_i is not defined"],
        misconceptions: [
          {
            name: "only the empty line",
            wrong: ["g_i is not defined"],
            feedback:
              "That is one. Now the difference in the brackets: how many membrane potentials has one compartment?",
          },
          {
            name: "only the reversal potential",
            wrong: ["V_i should be E_i"],
            feedback: "That is one. Could you simulate the model from these two lines?",
          },
          {
            name: "a minus too many",
            wrong: ["V_i should be E_i", "g_i is not defined", "the sum should have a minus"],
            feedback:
              "Two are right. For the sign, look at the order in the brackets: " +
              "which way does V go when it is above E_i?",
          },
        ],
      }),
    hints: [
      "Check the signs with an example: V above E. Does the term push V up or down?",
      "A definition must have something new on its right-hand side.",
    ],
    because:
      "E − V in the sum is minus the current: the printed signs are right. " +
      "What a model needs beside them are reversal potentials and a rule for each conductance.",
  }),
];
