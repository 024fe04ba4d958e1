import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
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
  findMistakes({
    id: "6.4",
    title: "Find the mistakes: the general neuron",
    points: 2,
    statements: [
      {
        about: "the battery",
        holds: "The current that channel i lets in is `g_i*(E_i - V)`: every channel has a battery of its own.",
        fails:
          "The current that channel i lets in is `g_i*(V_i - V)`: every channel has a membrane potential of its own.",
        feedback: "How many membrane potentials has one compartment?",
      },
      {
        about: "what is still missing",
        holds: "`C dV/dt = sum of g_i*(E_i - V) + I` is no model yet: each g_i needs a rule.",
        fails: "`C dV/dt = sum of g_i*(E_i - V) + I` is a whole model: from it alone V can be computed.",
        feedback: "Could you run it without knowing how the conductances change?",
      },
      {
        about: "the sign of the sum",
        holds: "In `C dV/dt = sum of g_i*(E_i - V) + I` the sum rightly has a plus.",
        fails: "In `C dV/dt = sum of g_i*(E_i - V) + I` the sum should have a minus.",
        feedback: "Take V above E_i. Which way does the term push V, and which way should it?",
      },
      {
        about: "the sign of the input",
        holds: "In `C dV/dt = sum of g_i*(E_i - V) + I` the input rightly has a plus: a positive one depolarises.",
        fails:
          "In `C dV/dt = sum of g_i*(E_i - V) + I` the input should have a minus: a positive one must hyperpolarise.",
        feedback: "Put a positive current into any neuron of this course. Which way does its voltage go?",
      },
      {
        about: "the capacitance",
        holds: "With twice the capacitance the same current changes V half as fast.",
        fails: "With twice the capacitance the same current changes V twice as fast.",
        feedback: "Charge is capacitance times voltage. A larger capacitance takes more charge for each millivolt.",
      },
      {
        about: "several gates",
        holds: "A channel with three gates m and one gate h conducts with `gMax*m^3*h`.",
        fails: "A channel with three gates m and one gate h conducts with `gMax*(3*m + h)/4`.",
        feedback: "All four gates must be open at once. Are their fractions added or multiplied?",
      },
    ],
    hints: [
      "Check the signs with an example: V above E. Does the term push V up or down?",
      "A definition must have something new on its right-hand side.",
    ],
    because:
      "E − V in the sum is minus the current: the printed signs are right. What a model needs beside them " +
      "are reversal potentials and a rule for each conductance.",
  }),
];
