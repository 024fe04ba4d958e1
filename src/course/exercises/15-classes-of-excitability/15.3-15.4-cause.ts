import { findMistakes } from "../../find-mistakes.js";
import { present } from "../../../checks/present.js";
import { bifurcations } from "../../../dynamics/bifurcations.js";
import { prescott } from "../../../models/prescott.js";
import { exercise, type Exercise } from "../../exercise.js";
import { numberAnswer } from "../../answers/number-answer.js";

/** The bifurcation behind the class. */
export const causeOfTheClass: readonly Exercise[] = [
  exercise({
    id: "15.3",
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
  findMistakes({
    id: "15.4",
    title: "Find the mistakes: classes",
    points: 2,
    statements: [
      {
        about: "the cause of class 1",
        holds: "A neuron of class 1 loses its rest in a saddle-node on the invariant circle.",
        fails: "A neuron of class 1 loses its rest in an Andronov-Hopf bifurcation.",
        feedback: "How many causes has class 1 in the table of this section?",
      },
      {
        about: "a low rate at the onset",
        holds: "A neuron that fires at 6 Hz at its onset may be class 2.",
        fails: "A neuron that fires at 6 Hz at its onset is class 1.",
        feedback: "How low is the lowest rate of regular spiking, 2003, and what is its class?",
      },
      {
        about: "the causes of class 2",
        holds: "A neuron of class 2 may lose its rest in a saddle-node, too.",
        fails: "Every neuron of class 2 loses its rest in an Andronov-Hopf bifurcation.",
        feedback: "Look at the table: which ways lead to a jump?",
      },
      {
        about: "one current",
        holds: "Two neurons that fire at the same rate at one current may be of different classes.",
        fails: "Two neurons that fire at the same rate at one current are of the same class.",
        feedback: "What could you tell from the three traces at 60 µA/cm²?",
      },
      {
        about: "class 3 and a step",
        holds: "In class 3 a step of current fires the neuron although its rest never loses stability.",
        fails: "In class 3 a step of current fires the neuron because its rest loses stability.",
        feedback: "Does the third neuron of Section 15.1 fire on, as one without a stable rest would have to?",
      },
    ],
    hints: [
      "The table of this section tells which bifurcation leads to which class.",
      "What a rate tells, and what it does not: go back to Section 15.1.",
    ],
    because: "The bifurcation decides; a rate at one current does not.",
  }),
];
