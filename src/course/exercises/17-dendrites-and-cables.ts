import { writtenAnswer } from "../answers/written-answer.js";
import { cable, lengthConstant } from "../../cables/cable.js";
import { twoCompartments } from "../../cables/shapes.js";
import { simulateCable } from "../../cables/simulate-cable.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { passiveMembrane } from "../../models/passive-membrane.js";
import { bisect } from "../../numerics/root.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../exercise.js";
import { logBetween, tuple } from "../answers/domain.js";
import { functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const reach = (radius: number, R: number, g: number): number =>
  lengthConstant({ radius, axialResistivity: R, conductance: g });

/** The radius, um, of a cable with this length constant. */
const thickness = (lambda: number, R: number, g: number): number => 2e-7 * R * g * lambda ** 2;

/** Least current of 2 ms into a section, nA, that fires the soma of two compartments. */
function leastCurrent(coupling: number, section: string): number {
  const pair = twoCompartments({ soma: hodgkinHuxley, dendrite: passiveMembrane, coupling, share: 0.5, area: 3000 });
  const fires = (I: number): boolean =>
    simulateCable(pair, { duration: 30, inject: [{ at: { section }, current: step(I, 5, 7) }] }).spikes[0].length > 0;
  return bisect(fires, 0, 1, { absolute: 2e-4 });
}

/** The exercises of notebook 17, in the order of its text. */
export const dendriteExercises: readonly Exercise[] = [
  exercise({
    id: "17.1",
    title: "How thick for such a reach?",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "lambda in um, R in ohm cm and g in mS/cm^2",
        gives: "um",
        at: [
          [577, 150, 0.1],
          [1000, 100, 0.05],
          [300, 35.4, 0.3],
          [50, 200, 0.2],
        ],
        domain: tuple(logBetween(20, 5000), logBetween(20, 400), logBetween(0.005, 2)),
        tolerance: percent(0.1),
        right: thickness,
        misconceptions: [
          {
            name: "the diameter",
            wrong: (lambda, R, g) => 2 * thickness(lambda, R, g),
            feedback: "That is how thick it is from side to side. The a of λ² = a/(2Rg) is the radius.",
          },
          {
            name: "no units changed",
            wrong: (lambda, R, g) => 2 * R * g * lambda ** 2,
            feedback: "µm, Ω cm and mS/cm² do not fit together: bring all three to cm, Ω and S first.",
          },
          {
            name: "without the 2",
            wrong: (lambda, R, g) => thickness(lambda, R, g) / 2,
            feedback: "Solve λ² = a/(2Rg) for a: what becomes of the 2?",
          },
          {
            name: "mS taken for S",
            wrong: (lambda, R, g) => 1000 * thickness(lambda, R, g),
            feedback: "The conductance is given in mS/cm²; with R in Ω you need S/cm².",
          },
          {
            name: "without the square",
            wrong: (lambda, R, g) => 2 * R * (g * 1e-3) * lambda,
            feedback: "λ is a root. What do you have to do with it before you can solve for a?",
          },
          { name: "in cm", wrong: (lambda, R, g) => thickness(lambda, R, g) / 1e4, feedback: "That is in cm." },
        ],
      }),
    hints: [
      "Square both sides of the formula for λ, and solve for a.",
      "Put everything into cm, Ω and S first: λ·1e-4 in cm, g·1e-3 in S/cm². Then a is in cm.",
      "`1e4 * 2 * R * (g * 1e-3) * (lambda * 1e-4) ** 2`",
    ],
    because: "Twice the reach needs four times the radius.",
  }),
  exercise({
    id: "17.2",
    title: "Down to one half",
    points: 2,
    variant: (draw) => ({ radius: draw.between(2.25, 6.25, 0.01) }), // below 2.2 the 577 µm of the text may be right
    answer: ({ radius }) => {
      const lambda = reach(radius, 150, 0.1);
      return numberAnswer({
        unit: "um",
        right: Math.LN2 * lambda,
        tolerance: percent(1),
        misconceptions: [
          { name: "the length constant", wrong: lambda, feedback: "There it is down to 37 %." },
          { name: "half of it", wrong: lambda / 2, feedback: "The fall is exponential, not a straight line." },
          {
            name: "the dendrite of the text",
            wrong: Math.LN2 * reach(1, 150, 0.1),
            feedback: "That is for a radius of 1 µm.",
          },
        ],
      });
    },
    hints: [
      "Solve exp(−x/λ) = 1/2 for x.",
      "`lengthConstant({ radius: mine.radius, axialResistivity: 150, conductance: 0.1 })` gives λ.",
    ],
    because: "0.69 length constants.",
  }),
  exercise({
    id: "17.3",
    title: "How late is the peak?",
    points: 2,
    variant: (draw) => ({ x: draw.between(400, 1400, 2.5) }),
    answer: ({ x }) => {
      const dendrite = cable({
        length: 3000,
        radius: 1,
        compartments: 300,
        membrane: passiveMembrane,
        axialResistivity: 150,
      });
      const run = simulateCable(dendrite, { duration: 80, dt: 0.02, inject: [{ at: x, current: step(0.2, 5, 6) }] });
      const peak = (place: number): number => {
        const V = run.trace(place);
        return run.time[V.indexOf(Math.max(...V))];
      };
      return numberAnswer({
        unit: "ms",
        right: peak(0) - 6,
        tolerance: 0.1,
        misconceptions: [
          {
            name: "the time of the peak",
            wrong: peak(0),
            feedback: "That is when the peak comes. How long after the end of the current is that?",
          },
          {
            name: "at the place of entry",
            wrong: peak(x) - 6,
            feedback: "That is the peak where the current enters. Look at the soma.",
          },
        ],
      });
    },
    hints: [
      "`Math.max(...atSoma)` is the height of the peak; `atSoma.indexOf(…)` its place in the list.",
      "Subtract 6 ms from `yours.time` there.",
    ],
    because: "The way out to the tips costs milliseconds.",
  }),
  exercise({
    id: "17.4",
    title: "Loud enough for the soma",
    points: 3,
    variant: (draw) => ({ coupling: draw.between(0.03, 0.084, 0.0002) }),
    answer: ({ coupling }) =>
      numberAnswer({
        unit: "nA",
        right: leastCurrent(coupling, "dendrite"),
        tolerance: 0.003,
        misconceptions: [
          {
            name: "into the soma",
            wrong: leastCurrent(coupling, "soma"),
            feedback: "That is enough when it enters the soma. How much must enter the dendrite?",
          },
          {
            name: "the coupling of the text",
            wrong: leastCurrent(0.1, "dendrite"),
            feedback: "That belongs to a coupling of 0.1 mS/cm². Use your own, `link`.",
          },
        ],
      }),
    hints: [
      '`run(link, "dendrite", 0.2).spikes[0].length` is 0 if the soma stays silent.',
      "Find one current that fires it and one that does not, and halve the interval.",
      "It lies between 0 and 1 nA; nine halvings are enough.",
    ],
    because: "The dendrite and its leak take their part first.",
  }),
  exercise({
    id: "17.5",
    title: "Brief and long, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why a dendrite holds back brief signals, and why one compartment cannot show it",
        mentions: [
          {
            name: "says what holds back the brief one",
            words:
              "capacit|charg|time constant|low-pass|no time to charge|cannot charge|filter|load|fill|" +
              "soak|stretch|swell|high frequenc|" +
              "tau|frequenc|spread|smear|transient|buffer|stored|stores",
            feedback:
              "Part of both leaks out. What else does a current have to do with each piece of membrane that it " +
              "passes?",
          },
          {
            name: "says what one compartment lacks",
            words:
              "one voltage|same voltage|single voltage|only one|distance|everywhere|no way|no length|space|" +
              "spatial|isopotential|no place|extension|extent|no size|near from far|near and far|one v |" +
              "just one|one point|a point|dimension|no dendrite|apart|far|the same|geometr|extended|" +
              "no place|location|length|uniform|travel",
            evenDenied: true,
            feedback: "How many voltages does a model of one compartment have, and how far apart are they?",
          },
        ],
        opposites: [
          {
            claim: "Less arrives of the long current.",
            says: [
              "less arrives of the long|less of the long|long one loses more|long current loses more",
              "long current|long one … more time to leak",
            ],
            feedback: "Which of the two has reached its full height on the way?",
          },
          {
            claim: "One compartment has many voltages.",
            says: ["one compartment … many voltages|too many voltages|could show"],
            feedback: "How many voltages does a model of one compartment have?",
          },
        ],
        right:
          "On its way the current has to charge the capacitance of each piece of membrane that it passes, and " +
          "part of it leaks out. A long current has charged the membrane after a while, and then only the leak " +
          "is lost. A brief one is over before that: most of its charge stays on the way, and leaks out there. " +
          "One compartment has one voltage, the same everywhere: it has no distance over which anything could " +
          "get lost.",
      }),
    hints: [
      "What has to happen to a membrane before its voltage can change?",
      "Could you tell, from the voltage of one compartment, from which end the current came?",
    ],
    because: "Fast signals lose more on their way than slow ones.",
  }),
];
