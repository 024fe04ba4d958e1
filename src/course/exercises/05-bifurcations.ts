import { bifurcations } from "../../dynamics/bifurcations.js";
import type { BifurcationPoint } from "../../dynamics/system/diagram.js";
import type { Model } from "../../model/model.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { choiceAnswer, selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { recordAnswer } from "../answers/list-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const subcritical = persistentSodiumPotassium.preset("subcritical Andronov-Hopf");

/** The saddle-node at which rest is lost, and the normal form there. */
const fold = { I: 4.51287, a: 0.19739, c: 1.04594 };
const squareRoot = (I: number): number =>
  I <= fold.I ? 0 : (1000 * Math.sqrt(fold.a * fold.c * (I - fold.I))) / Math.PI;

const losses = [
  "saddle-node on invariant circle",
  "saddle-node",
  "supercritical Andronov-Hopf",
  "subcritical Andronov-Hopf",
] as const;
type Loss = (typeof losses)[number];

const pointOf = (model: Model, kind: string, range: readonly [number, number]): BifurcationPoint => {
  const found = bifurcations(model, "I", range).points.find((point) => point.kind === kind);
  if (found === undefined) throw new Error(`exercise 5: ${model.name} has no ${kind} for I from ${range.join(" to ")}`);
  return found;
};

/** The inputs at which firing starts on the way up and stops on the way down. */
function hysteresisOf(model: Model): { up: number; down: number } {
  const { points } = bifurcations(model, "I", [35, 60]);
  const at = (kind: string): number => points.find((point) => point.kind === kind)!.parameter;
  return { up: at("subcritical Andronov-Hopf"), down: at("fold of cycles") };
}

/** Sets of the mystery neuron, slightly off the presets, so that their numbers give nothing away. */
const mysteries = [
  { EL: -82, gL: 8, gNa: 21, gK: 10, Vm: -20, km: 15, Vn: -25, tau: 1.1 },
  { EL: -80, gL: 8, gNa: 20, gK: 10, Vm: -20, km: 15, Vn: -25, tau: 0.15 },
  { EL: -78, gL: 8, gNa: 20, gK: 10.5, Vm: -20, km: 15, Vn: -45, tau: 1 },
  { EL: -78, gL: 1, gNa: 4, gK: 4.1, Vm: -30, km: 7, Vn: -45, tau: 1 },
] as const;

const hints: Readonly<Record<Loss, string>> = {
  "saddle-node on invariant circle":
    "Does the neuron you have fire arbitrarily slowly near its onset, and has it a saddle?",
  "saddle-node":
    "Does your neuron have a saddle next to its rest, and does its firing start at a rate well above zero?",
  "supercritical Andronov-Hopf": "Would its first oscillations be tiny? Look at their size just past the onset.",
  "subcritical Andronov-Hopf": "Does rest ring when kicked, and does the first spike come with full size?",
};

export const bifurcationExercises: readonly Exercise[] = [
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
            say: "That is for E_L = −80 mV. Your leak pulls to another voltage.",
          },
          {
            name: "shifted by 1 for 1",
            wrong: fold.I - (EL + 80),
            say: "The direction is right. How much current, in µA/cm², does the leak pass for each mV?",
          },
          {
            name: "shifted the wrong way",
            wrong: 2 * fold.I - right,
            say: "The size of the shift is right. Does a leak that pulls higher help the input or oppose it?",
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
            say: "Your rate grows in proportion to the distance. The time has a root in it.",
          },
          {
            name: "π left out",
            wrong: above((d) => 1000 * Math.sqrt(fold.a * fold.c * d)),
            say: "The shape is right. T has a π in it.",
          },
          {
            name: "not zero below",
            wrong: (I: number) => (1000 * Math.sqrt(fold.a * fold.c * Math.abs(I - fold.I))) / Math.PI,
            say: "Right above the bifurcation. Below it the neuron rests.",
          },
          {
            name: "root of a negative number",
            wrong: (I: number) => (1000 * Math.sqrt(fold.a * fold.c * (I - fold.I))) / Math.PI,
            say: "Right above the bifurcation. Below it your root is of a negative number and gives NaN: return 0 there.",
          },
          {
            name: "1/ms for Hz",
            wrong: above((d) => Math.sqrt(fold.a * fold.c * d) / Math.PI),
            say: "T is in ms; how many of them are in a second?",
          },
          {
            name: "the period",
            wrong: above((d) => Math.PI / Math.sqrt(fold.a * fold.c * d)),
            say: "That is T in ms. The rate is its inverse.",
          },
          {
            name: "root of I itself",
            wrong: (I) => (1000 * Math.sqrt(fold.a * fold.c * I)) / Math.PI,
            say: "The root is taken of the distance from the bifurcation.",
          },
        ],
      });
    },
    hints: ["f = 1000/T with T in ms.", "1000/T = (1000/π) √(a c (I − I_SN)).", "Return 0 first if `I <= 4.51287`."],
    because: "144.6 Hz times the root of the distance in µA/cm².",
  }),
  exercise({
    id: "5.3",
    title: "How the rhythm grows",
    points: 2,
    variant: (draw) => ({ k: draw.oneOf([3, 5, 6, 7, 8, 9]) }), // not 4, whose root is its half
    answer: ({ k }) =>
      numberAnswer({
        unit: "",
        right: Math.sqrt(k),
        tolerance: percent(2),
        misconceptions: [
          { name: "in proportion", wrong: k, say: "On the logarithmic figure the slope was ½, not 1." },
          { name: "squared", wrong: k * k, say: "The other way round: amplitude goes as a root." },
          {
            name: "upside down",
            wrong: 1 / Math.sqrt(k),
            say: "Further from the bifurcation the cycle is larger, not smaller.",
          },
          { name: "half", wrong: k / 2, say: "A slope of ½ on logarithmic axes is a power of ½, not a factor of ½." },
          { name: "no growth", wrong: 1, say: "It is the period that hardly changes. The amplitude does." },
        ],
      }),
    hints: ["Amplitude ~ √(I − I_H).", "What is √(kδ)/√δ?"],
    because: "A slope of ½ on logarithmic axes.",
  }),
  exercise({
    id: "5.4",
    title: "Up and down",
    points: 3,
    variant: (draw) => ({ gK: draw.oneOf([3.9, 3.95, 4.05, 4.1, 4.15, 4.2]) }), // never the 4 of the text
    answer: ({ gK }) => {
      const { up, down } = hysteresisOf(subcritical.with({ gK }));
      return recordAnswer({
        units: { up: "uA/cm^2", down: "uA/cm^2" },
        tolerance: 0.1,
        right: { up, down },
        misconceptions: [
          {
            name: "the neuron of the text",
            wrong: hysteresisOf(subcritical),
            say: "These belong to g_K = 4 mS/cm². Your neuron is `bent`.",
          },
          {
            name: "swapped",
            wrong: { up: down, down: up },
            say: "Start at rest and turn up: until which input does rest stay stable?",
          },
          {
            name: "no hysteresis",
            wrong: { up, down: up },
            say: "On the way down the neuron is on the large cycle. Until which input does that exist?",
          },
          {
            name: "no hysteresis, at the fold",
            wrong: { up: down, down },
            say: "At the fold firing becomes possible. Is rest lost there?",
          },
        ],
      });
    },
    hints: [
      '`bifurcations(bent, "I", [35, 60]).points` names two bifurcations; each has a `parameter`.',
      "Up: rest loses its stability, at the Andronov-Hopf bifurcation. Down: the stable cycle meets the unstable one, at the fold of cycles.",
    ],
    because: "In between the past decides.",
  }),
  exercise({
    id: "5.5",
    title: "Find the mistakes: bifurcations",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["b", "c", "d"],
        misconceptions: [
          {
            name: "node and node accepted",
            wrong: ["c", "d"],
            say: "Two are found. What kind was the second equilibrium in Section 5.2?",
          },
          {
            name: "resonance accepted",
            wrong: ["b", "d"],
            say: "Two are found. In Section 5.3 a steady input was enough to start the rhythm.",
          },
          {
            name: "the right ones",
            wrong: ["a", "e"],
            say: "Those two are right. The exercise asks for the wrong ones.",
          },
          {
            name: "subcritical doubted",
            wrong: ["b", "c", "d", "e"],
            say: "Look at the dashed cycle of Section 5.4: what does it shrink onto?",
          },
          {
            name: "slow firing doubted",
            wrong: ["a", "b", "c", "d"],
            say: "Look at the f-I curve for τ = 1 ms: how low does it start?",
          },
        ],
      }),
    hints: [
      "Compare each sentence with a figure above.",
      'One of the wrong ones says "node" where it should say "saddle"; one confuses resonance with a condition; one is about when.',
    ],
    because: "Saddle and node; either Andronov-Hopf bifurcation; at, not before.",
  }),
  exercise({
    id: "5.6",
    title: "The mystery neuron",
    points: 3,
    variant: (draw) => ({ ...mysteries[draw.oneOf([0, 1, 2, 3])] }),
    answer: (mine) => {
      const { points } = bifurcations(persistentSodiumPotassium.with(mine), "I", [0, 60]);
      const right = points.find((point) => (losses as readonly string[]).includes(point.kind))!.kind as Loss;
      const others = Object.fromEntries(losses.filter((loss) => loss !== right).map((loss) => [loss, hints[loss]]));
      return choiceAnswer({ right, others });
    },
    hints: [
      '`bifurcations(mystery, "I", [0, 60]).points` lists them from left to right.',
      "Only four kinds end rest: two saddle-nodes and two Andronov-Hopf bifurcations. Homoclinics and folds of cycles concern the cycle.",
      "Take the first point whose kind is one of the four.",
    ],
    because: "The way in which rest is lost decides how firing begins.",
  }),
];
