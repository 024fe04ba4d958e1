import { bifurcations } from "../../../dynamics/bifurcations.js";
import type { BifurcationPoint } from "../../../dynamics/system/diagram.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");

/** The saddle-node at which rest is lost, and the normal form there. */
const fold = { I: 4.51287, a: 0.19739, c: 1.04594 };

const squareRoot = (I: number): number =>
  I <= fold.I ? 0 : (1000 * Math.sqrt(fold.a * fold.c * (I - fold.I))) / Math.PI;

const pointOf = (model: Model, kind: string, range: readonly [number, number]): BifurcationPoint => {
  const found = bifurcations(model, "I", range).points.find((point) => point.kind === kind);
  if (found === undefined) throw new Error(`exercise 5: ${model.name} has no ${kind} for I from ${range.join(" to ")}`);
  return found;
};

/** Rest and threshold meet. */
export const saddleNode: readonly Exercise[] = [
  exercise({
    id: "5.1",
    title: "Where your rest is lost",
    points: 2,
    variant: (draw) => ({ EL: draw.oneOf([-82, -81.5, -81, -79.5, -79, -78.5]) }),
    answer: ({ EL }) => {
      const right = pointOf(snic.with({ EL }), "saddle-node on invariant circle", [-20, 30]).parameter;
      return numberAnswer({
        unit: "uA/cm^2",
        right,
        tolerance: 0.02,
        misconceptions: [
          {
            name: "the neuron of the text",
            wrong: fold.I,
            feedback: "That is for E_L = −80 mV. Your leak pulls to another voltage.",
          },
          {
            name: "shifted by 1 for 1",
            wrong: fold.I - (EL + 80),
            feedback: "The direction is right. How much current, in µA/cm², does the leak pass for each mV?",
          },
          {
            name: "shifted the wrong way",
            wrong: 2 * fold.I - right,
            feedback: "The size of the shift is right. Does a leak that pulls higher help the input or oppose it?",
          },
        ],
      });
    },
    hints: [
      "Make your model with `snic.with({ EL: mine.EL })`.",
      '`bifurcations(model, "I", [-30, 40])` has a list of `points`; each has a `parameter`.',
      '`bifurcations(snic.with({ EL: mine.EL }), "I", [-30, 40]).points[0].parameter`',
    ],
    because: "Each mV of E_L counts as g_L = 8 µA/cm² of input.",
  }),
  exercise({
    id: "5.2",
    title: "The square-root law",
    points: 3,
    answer: () => {
      const above =
        (f: (d: number) => number) =>
        (I: number): number =>
          I <= fold.I ? 0 : f(I - fold.I);
      return functionAnswer({
        of: "I in uA/cm^2",
        gives: "Hz",
        at: each([3, 4.51, 4.52, 4.6, 4.8, 5.5]),
        tolerance: percent(0.5),
        right: squareRoot,
        misconceptions: [
          {
            name: "a straight line",
            wrong: above((d) => (1000 * fold.a * fold.c * d) / Math.PI),
            feedback: "Your rate grows in proportion to the distance. The time has a root in it.",
          },
          {
            name: "π left out",
            wrong: above((d) => 1000 * Math.sqrt(fold.a * fold.c * d)),
            feedback: "The shape is right. T has a π in it.",
          },
          {
            name: "not zero below",
            wrong: (I: number) => (1000 * Math.sqrt(fold.a * fold.c * Math.abs(I - fold.I))) / Math.PI,
            feedback: "Right above the bifurcation. Below it the neuron rests.",
          },
          {
            name: "root of a negative number",
            wrong: (I: number) => (1000 * Math.sqrt(fold.a * fold.c * (I - fold.I))) / Math.PI,
            feedback:
              "Right above the bifurcation. Below it your root is of a negative number and gives NaN: return 0 there.",
          },
          {
            name: "1/ms for Hz",
            wrong: above((d) => Math.sqrt(fold.a * fold.c * d) / Math.PI),
            feedback: "T is in ms; how many of them are in a second?",
          },
          {
            name: "the period",
            wrong: above((d) => Math.PI / Math.sqrt(fold.a * fold.c * d)),
            feedback: "That is T in ms. The rate is its inverse.",
          },
          {
            name: "root of I itself",
            wrong: (I) => (1000 * Math.sqrt(fold.a * fold.c * I)) / Math.PI,
            feedback: "The root is taken of the distance from the bifurcation.",
          },
        ],
      });
    },
    hints: ["f = 1000/T with T in ms.", "1000/T = (1000/π) √(a c (I − I_SN)).", "Return 0 first if `I <= 4.51287`."],
    because: "144.6 Hz times the root of the distance in µA/cm².",
  }),
];
