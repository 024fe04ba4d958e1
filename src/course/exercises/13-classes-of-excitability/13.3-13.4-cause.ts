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
    variant: (draw) => ({ betaW: draw.oneOf([-16, -15, -14, -12, -11, -3, -2, -1]) }),
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
            name: "resonators only class 2",
            wrong: ["c", "d"],
            feedback: "Two are found. Could a neuron that rings be class 3?",
          },
          {
            name: "off the circle forgotten",
            wrong: ["b", "d"],
            feedback: "Two are found. Look at the table: which other way leads to a jump?",
          },
          { name: "protocol ignored", wrong: ["b", "c"], feedback: "Two are found. Does class 3 fire on a slow ramp?" },
        ],
      }),
    hints: ["The table of this section answers (a) and (c).", "Class 3 has a stable rest that may well be a focus."],
    because: "Class 1 implies an integrator; the reverse does not hold.",
  }),
];
