import { defineModel } from "../../../model/text/define.js";
import { state } from "../../../model/text/definition.js";
import type { Model } from "../../../model/model.js";
import { hindmarshRose } from "../../../models/bursters/hindmarsh-rose.js";
import { morrisLecar } from "../../../models/morris-lecar.js";
import { simulate } from "../../../solve/simulate.js";
import { bursts } from "../../../spikes/bursts.js";
import { freeAnswer, isModel } from "../../answers/free-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";

const planar = morrisLecar.preset("saddle homoclinic");

/** The lesson's two equations with the current u taken away, and an equation for u. */
const withSlow = (line: string, numbers: Readonly<Record<string, [number, string]>>, threshold?: string): Model =>
  defineModel({
    name: "a burster",
    source: "",
    equations: `${planar.equations.replace("I - IL", "I - u - IL")}\n${line}`,
    states: { V: state(-30, "mV", [-80, 60]), w: state(0.1, "1"), u: state(0, "uA/cm^2", [-20, 60]) },
    parameters: {
      ...Object.fromEntries(planar.parameterNames.map((name) => [name, [planar.parameters[name], planar.units[name]]])),
      I: [45, "uA/cm^2"],
      ...numbers,
    },
    ...(threshold && { threshold }),
  }) as Model;

const drawn = (g: number, V0: number, threshold?: string): Model =>
  withSlow("du/dt = g*(V - V0)/tauU", { g: [g, "mS/cm^2"], V0: [V0, "mV"], tauU: [100, "ms"] }, threshold);

const places = [
  [-50, 0.05],
  [-30, 0.1],
  [-10, 0.3],
  [10, 0.4],
  [30, 0.2],
];

function hasOldEquations(model: Model): boolean {
  const { stateNames, parameterNames } = model;
  if (stateNames.length !== 3 || stateNames[0] !== "V" || stateNames[1] !== "w" || !parameterNames.includes("I"))
    return false;
  const old = planar.with({ I: model.parameters["I"] });
  return places.every(([V, w]) => {
    const [dV, dw] = model.field([V, w, 0]);
    const [oldV, oldW] = old.field([V, w]);
    return Math.abs(dV - oldV) < 1e-6 && Math.abs(dw - oldW) < 1e-6;
  });
}

const runs = new WeakMap<Model, readonly (readonly [count: number, gapBefore: number])[]>();
/** The whole bursts of the last part of a run of 4 s: how many spikes, and the silence before. */
function burstsOf(model: Model): readonly (readonly [count: number, gapBefore: number])[] {
  const known = runs.get(model);
  if (known !== undefined) return known;
  const all = bursts(simulate(model, { duration: 4000 }).spikes).slice(1, -1);
  const found = all.slice(1).map(({ start, count }, k) => [count, start - all[k].end] as const);
  runs.set(model, found);
  return found;
}

/** A burster of one's own, and the kinds there are. */
export const ownBursterExercises: readonly Exercise[] = [
  exercise({
    id: "22.5",
    title: "A burster of your own",
    points: 4,
    answer: () =>
      freeAnswer<Model>({
        shape: "a Model with the states V, w and u",
        is: isModel,
        right: drawn(0.2, -20, "V > 0"),
        parts: [{ name: "three states, two of them as before", points: 1, holds: (model) => hasOldEquations(model) }],
        properties: [
          {
            name: "has the old equations at u = 0, and a third state",
            holds: hasOldEquations,
            wrong: hindmarshRose,
            feedback:
              "With u = 0 the equations of V and w should be the old ones. Keep `twoEquations`, and add one line.",
          },
          {
            name: "says what a spike is",
            holds: (model) => model.spiking.threshold,
            wrong: drawn(0.2, -20),
            feedback:
              "It may burst, but none of its spikes is counted. Say what counts as one, behind the parameters: " +
              '`threshold: "V > 0"`.',
          },
          {
            name: "bursts",
            holds: (model) => burstsOf(model).length >= 2,
            wrong: drawn(0, -20, "V > 0"),
            feedback:
              "No bursts in 4 s. While the cell spikes, u has to grow until it stops; at rest it has to fall again.",
          },
          {
            name: "has bursts of at least four spikes",
            holds: (model) => burstsOf(model).every(([count]) => count >= 4),
            wrong: drawn(1, -25, "V > 0"),
            feedback: "It bursts, but with fewer than four spikes. What would make u slower?",
          },
        ],
      }),
    hints: [
      "u has to grow while it spikes and to fall at rest. At rest V is below −29 mV; its mean in spiking is higher.",
      "`du/dt = g*(V - V0)/tauU` does that, if V0 lies between the two. Choose V0, and g/tauU small.",
      "g = 0.2 mS/cm², V0 = −20 mV and tauU = 100 ms make bursts of nine spikes.",
    ],
    because:
      "A cell that can rest or spike, and something slow that spiking raises and rest lowers: that is all it takes.",
  }),
  findMistakes({
    id: "22.6",
    title: "Find the mistakes: three kinds",
    points: 2,
    statements: [
      {
        about: "the onset of a square-wave burst",
        holds: "A square-wave burst begins where rest meets a saddle and vanishes.",
        fails: "A square-wave burst begins where rest begins to swing and loses its stability.",
        feedback: "Does the potential swing before the burst in 22.1?",
      },
      {
        about: "the end of a square-wave burst",
        holds: "Towards the end of a square-wave burst the spikes come more and more slowly.",
        fails: "Towards the end of a square-wave burst the spikes come faster and faster.",
        feedback: "Look at the intervals within a burst in 22.1.",
      },
      {
        about: "coexistence",
        holds: "In square-wave and elliptic bursters rest and spiking coexist over a range of the slow variable.",
        fails: "Only in square-wave bursters do rest and spiking coexist over a range of the slow variable.",
        feedback: "Look at both diagrams: is there a stretch with a solid line and filled circles above it?",
      },
      {
        about: "the onset of an elliptic burst",
        holds: "Before an elliptic burst the potential swings, wider and wider.",
        fails: "Before an elliptic burst the potential is flat, up to the first spike.",
        feedback: "Look closely at the run of the elliptic burster just before a burst.",
      },
      {
        about: "the parabolic burster",
        holds: "A parabolic burster needs more than one slow variable, or a slow rhythm from outside.",
        fails: "A parabolic burster makes do with a single slow variable.",
        feedback: "Where rest ends, spiking ends. What would carry one slow variable to and fro over that one place?",
      },
      {
        about: "rates within a parabolic burst",
        holds: "In a parabolic burst the rate rises and falls again.",
        fails: "In a parabolic burst the rate is highest at the first spike and falls from there.",
        feedback: "Look at the intervals of the last figure, from the first to the last.",
      },
    ],
    hints: [
      "Each sentence is answered by a figure above: the burst of 22.1, the diagrams, or the last two runs.",
      "Compare what comes just before the first spike, and how the intervals change up to the last.",
    ],
    because: "What ends rest shapes the beginning of a burst, what ends spiking shapes its end.",
  }),
];
