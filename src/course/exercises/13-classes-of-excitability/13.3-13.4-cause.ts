import { present } from "../../../checks/present.js";
import { bifurcations } from "../../../dynamics/bifurcations.js";
import { prescott } from "../../../models/prescott.js";
import { selectionAnswer } from "../../answers/choice-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";

/** The bifurcation behind the class. */
export const causeOfTheClass: readonly Exercise[] = [
  exercise({
    id: "13.3",
    title: "Where your neuron loses its rest",
    points: 3,
    variant: (draw) => ({ betaW: draw.between(-16, -14, 0.01) }),
    answer: ({ betaW }) => {
      const { points } = bifurcations(prescott.with({ betaW }), "I", [0, 80]);
      const cycles = points.find(({ kind }) => kind === "fold of cycles")?.parameter;
      return numberAnswer({
        unit: "uA/cm^2",
        right: present(
          points.find(({ kind }) => kind !== "fold of cycles"),
          "a bifurcation of rest",
        ).parameter,
        tolerance: 0.01,
        misconceptions: [
          {
            name: "the preset of class 1",
            wrong: 36.74,
            feedback: "That belongs to β_w = 0 mV. Use your own neuron, `between`.",
          },
          {
            name: "the preset of class 2",
            wrong: 42.802,
            feedback: "That belongs to β_w = −13 mV. Use your own neuron, `between`.",
          },
          ...(cycles === undefined
            ? []
            : [
                {
                  name: "the fold of cycles",
                  wrong: cycles,
                  feedback: "There firing becomes possible, but rest is still stable. Where does the solid line end?",
                },
              ]),
        ],
      });
    },
    hints: [
      "In the diagram below, the solid blue line is rest. Where does it end?",
      "`excitability(between).evidence.lost` is that bifurcation.",
      "It has a `kind` and a `parameter`; you want the `parameter`.",
    ],
    because: "The end of the stable branch: everything else concerns the cycle.",
  }),
  exercise({
    id: "13.4",
    title: "Find the mistakes: classes",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["b", "c", "d"],
        misconceptions: [
          {
            name: "slow taken for class 1",
            wrong: ["c", "d"],
            feedback: "Two are found. How low is the lowest rate of regular spiking, 2003, and what is its class?",
          },
          {
            name: "off the circle forgotten",
            wrong: ["b", "d"],
            feedback: "Two are found. Look at the table: which other way leads to a jump?",
          },
          {
            name: "one current is enough",
            wrong: ["b", "c"],
            feedback: "Two are found. What could you tell from the three traces at 60 µA/cm²?",
          },
          {
            name: "class 1 doubted",
            wrong: ["a", "b", "c", "d"],
            feedback: "One too many: how many causes has class 1 in the table?",
          },
        ],
      }),
    hints: ["The table of this section answers (a), (c) and (e).", "For (b) and (d), go back to Section 13.1."],
    because: "The bifurcation decides; a rate at one current does not.",
  }),
];
