import { present } from "../../../checks/present.js";
import { bifurcations } from "../../../dynamics/bifurcations.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { exercise, type Exercise } from "../../exercise.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const subcritical = persistentSodiumPotassium.preset("subcritical Andronov-Hopf");

/** The inputs at which firing starts on the way up and stops on the way down. */
function hysteresisOf(model: Model): { up: number; down: number } {
  const { points } = bifurcations(model, "I", [35, 60]);
  const at = (kind: string): number =>
    present(
      points.find((point) => point.kind === kind),
      `a ${kind}`,
    ).parameter;
  return { up: at("subcritical Andronov-Hopf"), down: at("fold of cycles") };
}

/** Rest turns into a rhythm, or is undermined by one. */
export const andronovHopf: readonly Exercise[] = [
  exercise({
    id: "5.3",
    title: "How the rhythm grows",
    points: 2,
    variant: (draw) => ({ k: draw.between(4.5, 9, 0.02) }), // not 4, whose root is its half
    answer: ({ k }) =>
      numberAnswer({
        unit: "",
        right: Math.sqrt(k),
        tolerance: percent(0.5),
        misconceptions: [
          { name: "in proportion", wrong: k, feedback: "On the logarithmic figure the slope was ½, not 1." },
          { name: "squared", wrong: k * k, feedback: "The other way round: amplitude goes as a root." },
          {
            name: "upside down",
            wrong: 1 / Math.sqrt(k),
            feedback: "Further from the bifurcation the cycle is larger, not smaller.",
          },
          {
            name: "half",
            wrong: k / 2,
            feedback: "A slope of ½ on logarithmic axes is a power of ½, not a factor of ½.",
          },
          { name: "no growth", wrong: 1, feedback: "It is the period that hardly changes. The amplitude does." },
        ],
      }),
    hints: ["Amplitude ~ √(I − I_H).", "What is √(kδ)/√δ?"],
    because: "A slope of ½ on logarithmic axes.",
  }),
  exercise({
    id: "5.4",
    title: "Up and down",
    points: 3,
    variant: (draw) => ({ gK: draw.between(4.02, 4.42, 0.002) }), // never the 4 of the text
    answer: ({ gK }) => {
      const { up, down } = hysteresisOf(subcritical.with({ gK }));
      return recordAnswer({
        units: { up: "uA/cm^2", down: "uA/cm^2" },
        tolerance: 0.1,
        right: { up, down },
        points: { up: 1, down: 2 },
        misconceptions: [
          {
            name: "the neuron of the text",
            wrong: hysteresisOf(subcritical),
            feedback: "These belong to g_K = 4 mS/cm². Your neuron is `bent`.",
          },
          {
            name: "swapped",
            wrong: { up: down, down: up },
            feedback: "Start at rest and turn up: until which input does rest stay stable?",
          },
          {
            name: "no hysteresis",
            wrong: { up, down: up },
            feedback: "On the way down the neuron is on the large cycle. Until which input does that exist?",
          },
          {
            name: "no hysteresis, at the fold",
            wrong: { up: down, down },
            feedback: "At the fold firing becomes possible. Is rest lost there?",
          },
        ],
      });
    },
    hints: [
      '`bifurcations(bent, "I", [35, 60]).points` names two bifurcations; each has a `parameter`.',
      "Up: rest loses its stability, at the Andronov-Hopf bifurcation. " +
        "Down: the stable cycle meets the unstable one, at the fold of cycles.",
    ],
    because: "In between the past decides.",
  }),
];
