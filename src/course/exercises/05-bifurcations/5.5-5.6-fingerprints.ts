import { writtenAnswer } from "../../answers/written-answer.js";
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
  exercise({
    id: "5.5",
    title: "How slow, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why firing is as slow as you like past the one bifurcation and not past the other",
        mentions: [
          {
            name: "says where the state is held up",
            words: [
              "ghost",
              "bottleneck",
              "creep",
              "crawl",
              "linger",
              "spends",
              "velocity",
              "speed",
              "nearly zero",
              "almost zero",
              "hardly mov",
              "nearly stop",
              "almost stop",
              "longer",
              "narrow",
            ],
            feedback: "Just past the saddle-node: how quickly does the state get past the place where rest was?",
          },
          {
            name: "says what sets the pace of the other",
            words: [
              "turn",
              "spiral",
              "rotat",
              "imaginary",
              "complex",
              "frequency",
              "oscillat",
              "period",
              "focus",
              "large cycle",
              "jump",
            ],
            feedback:
              "And at the Andronov-Hopf bifurcation: what does the state do around rest, and what does it jump to?",
          },
        ],
        right:
          "Just past the saddle-node the velocity is almost zero where rest was. Each round leads through that " +
          "place, and the closer the input is to the bifurcation, the longer the state takes to creep through. " +
          "At an Andronov-Hopf bifurcation nothing comes to a stop: the state turns around rest at a pace that " +
          "the imaginary part of the eigenvalues sets, or jumps to a cycle that has been there all along.",
      }),
    hints: [
      "How fast does the state move where node and saddle have just met?",
      "How long does one turn around a focus take, and which part of an eigenvalue says so?",
    ],
    because:
      "Your text is kept for your teacher. Does it say why the one interval has no upper limit, and the other has?",
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
