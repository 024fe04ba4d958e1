import { bifurcations } from "../../../dynamics/bifurcations.js";
import type { BifurcationPoint } from "../../../dynamics/system/diagram.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { beyond, between, either, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");

/** The saddle-node at which rest is lost, and the normal form there. */
const fold = { I: 4.51287, a: 0.19739, c: 1.04594 };

type Rate = (I: number, s: number) => number;

/** Time in the gap, ms, at a distance from the fold. */
const inTheGap = (distance: number): number => Math.PI / Math.sqrt(fold.a * fold.c * distance);

const pointOf = (model: Model, kind: string, range: readonly [number, number]): BifurcationPoint => {
  const found = bifurcations(model, "I", range, { cycles: false }).points.find((point) => point.kind === kind);
  if (found === undefined) throw new Error(`exercise 5: ${model.name} has no ${kind} for I from ${range.join(" to ")}`);
  return found;
};

/** Rest and threshold meet. */
export const saddleNode: readonly Exercise[] = [
  exercise({
    id: "5.1",
    title: "Where your rest is lost",
    points: 2,
    variant: (draw) => ({ EL: draw.between(-82.1, -80.1, 0.01) }),
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
        (f: (distance: number, s: number) => number): Rate =>
        (I, s) =>
          I <= fold.I ? 0 : f(I - fold.I, s);
      return functionAnswer({
        of: "I in uA/cm^2 and s in ms",
        gives: "Hz",
        at: [
          [3, 5],
          [4.51, 0],
          [4.52, 0],
          [4.6, 0],
          [4.6, 5],
          [4.8, 2],
          [5.5, 5],
        ] as [number, number][],
        domain: tuple(
          either(between(-60, fold.I), beyond(fold.I, 0.005, 5), between(fold.I, 60)),
          either(oneOf<number>(0), between(0, 20)),
        ),
        tolerance: percent(0.5),
        right: above((d, s) => 1000 / (inTheGap(d) + s)),
        parts: [{ name: "above the bifurcation", points: 2, where: ([I]) => I > fold.I }],
        misconceptions: [
          {
            name: "a straight line",
            wrong: above((d, s) => 1000 / (Math.PI / (fold.a * fold.c * d) + s)),
            feedback: "Without the spike your rate grows in proportion to the distance. The time has a root in it.",
          },
          {
            name: "π left out",
            wrong: above((d, s) => 1000 / (inTheGap(d) / Math.PI + s)),
            feedback: "The shape is right. T has a π in it.",
          },
          {
            name: "not zero below",
            wrong: (I, s) => 1000 / (inTheGap(Math.abs(I - fold.I)) + s),
            feedback: "Right above the bifurcation. Below it the neuron rests.",
          },
          {
            name: "root of a negative number",
            wrong: (I, s) => 1000 / (inTheGap(I - fold.I) + s),
            feedback:
              "Right above the bifurcation. Below it your root is of a negative number and gives NaN: return 0 there.",
          },
          {
            name: "1/ms for Hz",
            wrong: above((d, s) => 1 / (inTheGap(d) + s)),
            feedback: "T is in ms; how many of them are in a second?",
          },
          {
            name: "the period",
            wrong: above((d, s) => inTheGap(d) + s),
            feedback: "That is T in ms. The rate is its inverse.",
          },
          {
            name: "root of I itself",
            wrong: (I, s) => 1000 / (inTheGap(I) + s),
            feedback: "The root is taken of the distance from the bifurcation.",
          },
          {
            name: "the spike left out",
            wrong: above((d) => 1000 / inTheGap(d)),
            feedback: "Right for s = 0. How long does one whole turn take, the gap and the spike?",
          },
          {
            name: "the spike counted as a rate",
            wrong: above((d, s) => 1000 / inTheGap(d) - s),
            feedback: "`s` is a time, in ms: add it to the other time, before you divide.",
          },
          {
            name: "the spike added to the rate",
            wrong: above((d, s) => 1000 / inTheGap(d) + s),
            feedback: "`s` is a time, in ms: add it to the other time, before you divide.",
          },
        ],
      });
    },
    hints: [
      "One turn takes T + s, in ms; the rate is 1000 over that.",
      "T = π/√(a c (I − I_SN)).",
      "Return 0 first if `I <= 4.51287`.",
    ],
    because: "Near the bifurcation only the gap counts, further away the spike counts too.",
  }),
];
