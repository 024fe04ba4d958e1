import { writtenAnswer } from "../../answers/written-answer.js";
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
  exercise({
    id: "15.4",
    title: "What a rate tells, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why a low rate does not make a neuron class 1, and what does",
        mentions: [
          {
            name: "names what decides",
            words:
              "bifurcation|saddle|snic|hopf|lose|loses|lost|disappear|vanish|onset|starts|f-i|continuous|minim|" +
              "rheobase|lowest|to zero|from zero|jump|slowest|ramp|smallest",
            feedback: "What decides the class, by the table of this section?",
          },
          {
            name: "says where the f-I curve shows it",
            words:
              "onset|begin|zero|jump|closer|lowest|limit|arbitrar|approach|border|finite|lower|" +
              "less current|starts|minim|small as|low as|f-i |stops|rheobase|threshold|ramp|start|" +
              "continuous|slowest|smaller|weaker|reduce|decreas",
            feedback: "Which part of the f-I curve tells the class? What would you try next, with this neuron?",
          },
          {
            name: "speaks of the class",
            words: "class|rate|hz|hertz",
            evenDenied: true,
            feedback: "What is class 1, and what is class 2?",
          },
        ],
        opposites: [
          {
            claim: "A class 1 neuron begins with a jump.",
            says: [
              "class 1|class one … jump|hopf|andronov-hopf",
              "class 2|class two … circle|rate zero|at zero|arbitrar",
            ],
            feedback: "Read the table of this section once more: which class begins at rate zero?",
          },
        ],
        right:
          "The class is decided by the bifurcation in which rest is lost when the current grows slowly, and its " +
          "sign is how the f-I curve begins. A low rate may be the lowest that a neuron of class 2 has, as for " +
          "regular spiking of 2003. So bring the current closer to the onset: does the rate go on falling " +
          "towards zero, or does firing begin with a jump?",
      }),
    hints: [
      "How low is the lowest rate of regular spiking, 2003, and what is its class?",
      "What is the rate going to do if the current gets a little weaker, and weaker again?",
    ],
    because: "The bifurcation decides; a rate at one current does not.",
  }),
];
