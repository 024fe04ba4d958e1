import { findMistakes } from "../../find-mistakes.js";
import { present } from "../../../checks/present.js";
import { bifurcations } from "../../../dynamics/bifurcations.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { freeAnswer, isRecordWith } from "../../answers/free-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

const losses = [
  "saddle-node on invariant circle",
  "saddle-node",
  "supercritical Andronov-Hopf",
  "subcritical Andronov-Hopf",
] as const;

/** The answer to the mystery. */
interface Culprit {
  readonly kind: string;
  /** uA/cm^2. */
  readonly at: number;
}

type Loss = (typeof losses)[number];
const isLoss = (kind: string): kind is Loss => losses.some((loss) => loss === kind);

/** Sets of the mystery neuron, off the presets, so that their numbers give nothing away. */
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

/** Which of the four bifurcations it is. */
export const fingerprints: readonly Exercise[] = [
  findMistakes({
    id: "5.5",
    title: "Find the mistakes: bifurcations",
    points: 2,
    statements: [
      {
        about: "the rate on the circle",
        holds: "At a saddle-node on invariant circle the firing rate can be as low as one likes.",
        fails: "At a saddle-node on invariant circle firing begins with a rate well above zero.",
        feedback: "Look at the f-I curve for τ = 1 ms: how low does it start?",
      },
      {
        about: "who meets at a saddle-node",
        holds: "At a saddle-node bifurcation a stable node and a saddle merge and annihilate each other.",
        fails: "At a saddle-node bifurcation a stable node and an unstable node merge and annihilate each other.",
        feedback: "What kind was the second equilibrium in Section 5.2?",
      },
      {
        about: "resonance as a condition",
        holds: "Near a supercritical Andronov-Hopf bifurcation a steady input is enough to start the rhythm.",
        fails: "Near a supercritical Andronov-Hopf bifurcation a neuron can spike only if its input is rhythmic.",
        feedback: "What kind of input started the rhythm in Section 5.3?",
      },
      {
        about: "when rest disappears",
        holds: "At a saddle-node bifurcation the stable equilibrium disappears; just before, it is still there.",
        fails: "Prior to a saddle-node bifurcation the stable equilibrium has already disappeared.",
        feedback: "Move the input of Section 5.2 to just below the bifurcation. Is there rest?",
      },
      {
        about: "what shrinks onto rest",
        holds:
          "At a subcritical Andronov-Hopf bifurcation an unstable limit cycle shrinks onto a stable " +
          "equilibrium, which then is unstable.",
        fails:
          "At a subcritical Andronov-Hopf bifurcation a stable limit cycle grows out of the equilibrium, " +
          "smallest first.",
        feedback: "Look at the dashed cycle of Section 5.4: what does it shrink onto?",
      },
    ],
    hints: [
      "Compare each sentence with a figure above.",
      "Who meets whom? At which input? And what does the rate do just beyond?",
    ],
    because: "Saddle and node; either Andronov-Hopf bifurcation; at, not before.",
  }),
  exercise({
    id: "5.6",
    title: "The mystery neuron",
    points: 3,
    variant: (draw) => {
      const { EL, gL, gNa, gK, ...rest } = mysteries[draw.oneOf([0, 1, 2, 3])];
      const size = draw.between(0.9, 1, 0.001); // of all conductances
      const scaled = (g: number): number => Number((size * g).toPrecision(6));
      return { EL, gL: scaled(gL), gNa: scaled(gNa), gK: scaled(gK), ...rest };
    },
    answer: (mine) => {
      const { points } = bifurcations(persistentSodiumPotassium.with(mine), "I", [0, 60], { cycles: false });
      const right = present(
        points.find(({ kind }) => isLoss(kind)),
        "a bifurcation of rest",
      );
      const others = losses.filter((loss) => loss !== right.kind);
      const isAt = (at: number): boolean => Math.abs(at - right.parameter) <= 0.05;
      return freeAnswer<Culprit>({
        shape: "a record { kind, at }: the name of a bifurcation, and a number in µA/cm²",
        is: isRecordWith<Culprit>("kind", "at"),
        right: { kind: right.kind, at: right.parameter },
        parts: [{ name: "at", points: 2, holds: ({ at }) => isAt(at) }],
        properties: [
          {
            name: "one of the four",
            holds: ({ kind }) => isLoss(kind),
            wrong: { kind: "fold of cycles", at: right.parameter },
            feedback: `\`kind\` is one of ${losses.map((loss) => `"${loss}"`).join(", ")}.`,
          },
          ...others.map((loss) => ({
            name: loss,
            holds: ({ kind }: Culprit) => kind !== loss,
            wrong: { kind: loss, at: right.parameter },
            feedback: hints[loss],
          })),
          {
            name: "at its input",
            holds: ({ at }) => isAt(at),
            wrong: { kind: right.kind, at: right.state.V },
            feedback: "That is how rest is lost. `at` is the input at which it happens, in µA/cm².",
          },
        ],
      });
    },
    hints: [
      '`bifurcations(mystery, "I", [0, 60]).points` lists them from left to right.',
      "Only four kinds end rest: two saddle-nodes and two Andronov-Hopf bifurcations. " +
        "Homoclinics and folds of cycles concern the cycle.",
      "Take the first point whose kind is one of the four: it has a `kind` and a `parameter`.",
    ],
    because: "The way in which rest is lost decides how firing begins.",
  }),
];
