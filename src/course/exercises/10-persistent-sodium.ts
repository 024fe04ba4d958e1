import { bifurcations } from "../../dynamics/bifurcations.js";
import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { persistentSodium } from "../../models/persistent-sodium.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../exercise.js";
import { writtenAnswer } from "../answers/written-answer.js";
import { beyond, between, either, tuple } from "../answers/domain.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";
import { ownMembrane } from "./10-persistent-sodium/10.2-own-membrane.js";

const membrane = persistentSodium.preset("without reset");

/**
 * The fold at which rest is lost, uA/cm^2, and the curvature of the velocity there, 1/(mV ms); Izhikevich (2007),
 * section 3.3.
 */
const fold = { I: 15.776, a: 0.04247, C: 10 };
const rate = (I: number): number => (I <= fold.I ? 0 : (1000 * Math.sqrt((fold.a * (I - fold.I)) / fold.C)) / Math.PI);

/** The exercises of notebook 10, in the order of its text. */
export const persistentSodiumExercises: readonly Exercise[] = [
  exercise({
    id: "10.1",
    title: "Where your rest disappears",
    points: 2,
    variant: (draw) => ({ gNa: draw.between(60, 70, 0.05) }),
    answer: ({ gNa }) => {
      const points = bifurcations(membrane.with({ gNa }), "I", [-2000, 300]).points;
      return numberAnswer({
        unit: "uA/cm^2",
        right: points[points.length - 1].parameter,
        tolerance: 0.1,
        misconceptions: [
          {
            name: "the other fold",
            wrong: points[0].parameter,
            feedback: "There the excited state disappears. Rest is on the lower branch of the S.",
          },
          {
            name: "the membrane of the text",
            wrong: 15.776,
            feedback: "That is for 74 mS/cm². Use your own number of channels.",
          },
          {
            name: "the voltage",
            wrong: points[points.length - 1].state.V,
            feedback: "That is the voltage at the fold. The question asks for the input.",
          },
        ],
      });
    },
    hints: [
      '`bifurcations(membrane.with({ gNa: mine.gNa }), "I", [-2000, 300]).points` lists two.',
      "They come by ascending input; each has a `parameter`.",
    ],
    because: "More sodium, less input needed.",
  }),
  ownMembrane,
  exercise({
    id: "10.3",
    title: "What the reset stands for, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "what the reset stands for, and what the membrane would do without it",
        mentions: [
          {
            name: "says what brings a real spike down",
            words:
              "potassium|outward|inactivat|delayed|repolari|downstroke|falling phase|k channel|" +
              "k current|rectifier|k |kalium|recovery",
            feedback: "Which current brings a real spike down, and is it in this equation?",
          },
          {
            name: "says where the voltage would end",
            words:
              "stay|excited|remain|stuck|never|stable|equilibrium|for ever|forever|latch|keeps it|keep it|" +
              "up state|upper|settle|high rest|attractor|converge|fixed point|depolari|sit|hang|plateau|locked",
            feedback: "Take the reset away. Where did the runs of this membrane end in notebook 3, where it had none?",
          },
          {
            name: "speaks of the reset",
            words:
              "reset|put|puts|replac|stands|by hand|rule|in place|surrogate|substitut|mimic|imitat|emulat|fake|" +
              "represent|role|does what|job|without it|model",
            evenDenied: true,
            feedback: "What does this model do by hand, and in whose place?",
          },
        ],
        opposites: [
          {
            claim: "Sodium brings the voltage down.",
            says: ["sodium … down|repolari|back", "potassium … brought it up|up"],
            feedback: "Which current brings a real spike down?",
          },
          {
            claim: "The voltage would come back by itself.",
            says: [
              "come down by itself|comes down by itself|back by itself",
              "fall back|falls back ~ rest",
              "would oscillate",
            ],
            feedback: "On a line, what would have to change the sign of dV/dt?",
          },
        ],
        right:
          "The reset does by hand what potassium channels do in a real neuron, with a delay and together with " +
          "the inactivation of sodium channels: it brings the spike down. Neither is in this equation. Without " +
          "the reset the voltage would climb to the excited state and stay there, for that is stable, and the " +
          "leak is far too weak to undo a spike.",
      }),
    hints: [
      "Which current opens with a delay, and is missing from the equation?",
      "One stable voltage is rest. Where is the other, and what could bring the membrane back from it?",
    ],
    because: "Notebook 11 puts it in as a second variable.",
  }),
  exercise({
    id: "10.4",
    title: "The square-root law of the bottleneck",
    points: 3,
    answer: () => {
      const above =
        (f: (d: number) => number) =>
        (I: number): number =>
          I <= fold.I ? 0 : f(I - fold.I);
      return functionAnswer({
        of: "I in uA/cm^2",
        gives: "Hz",
        at: each([10, 15.7, 15.8, 16, 17, 20, 30]),
        domain: tuple(either(between(-900, fold.I), beyond(fold.I, 0.005, 5), between(fold.I, 100))),
        tolerance: percent(0.5),
        right: rate,
        parts: [{ name: "above the bifurcation", points: 2, where: ([I]) => I > fold.I }],
        misconceptions: [
          {
            name: "capacitance left out",
            wrong: above((d) => (1000 * Math.sqrt(fold.a * d)) / Math.PI),
            feedback: "The input reaches the velocity only after division by the capacitance.",
          },
          {
            name: "1/ms for Hz",
            wrong: above((d) => Math.sqrt((fold.a * d) / fold.C) / Math.PI),
            feedback: "T is in ms. How many of them are in a second?",
          },
          {
            name: "the interval itself",
            wrong: above((d) => Math.PI / Math.sqrt((fold.a * d) / fold.C)),
            feedback: "That is T in ms. A rate is its inverse.",
          },
          {
            name: "no fold",
            wrong: (I) => (1000 * Math.sqrt((fold.a * (I - fold.I)) / fold.C)) / Math.PI,
            feedback: "What is the root of a negative number? Ask first whether the membrane fires at all.",
          },
          {
            name: "all of the input",
            wrong: above((d) => (1000 * Math.sqrt((fold.a * (d + fold.I)) / fold.C)) / Math.PI),
            feedback:
              "At 15.8 µA/cm² the membrane hardly fires, yours is fast there. " +
              "What counts is the distance from the fold.",
          },
          {
            name: "without the root",
            wrong: above((d) => (1000 * fold.a * d) / fold.C / Math.PI),
            feedback: "There is a root in T.",
          },
        ],
      });
    },
    hints: [
      "The rate in Hz is 1000/T.",
      "Return 0 first if `I <= 15.776`.",
      "`1000 / Math.PI * Math.sqrt(0.04247 * (I - 15.776) / 10)`",
    ],
    because: "20.7 Hz times the root of the distance in µA/cm².",
  }),
  exercise({
    id: "10.5",
    title: "Latency",
    points: 2,
    variant: (draw) => ({ I: draw.between(17, 30, 0.05) }),
    answer: ({ I }) => {
      const { spikes } = simulate(persistentSodium, {
        duration: 400,
        stimulus: step(I, 10),
        initial: equilibria(persistentSodium)[0].state,
      });
      return numberAnswer({
        unit: "ms",
        right: spikes[0] - 10,
        tolerance: 0.2,
        misconceptions: [
          {
            name: "the time of the spike",
            wrong: spikes[0],
            feedback: "That is when the spike comes. When did the step begin?",
          },
          {
            name: "the interval",
            wrong: spikes[1] - spikes[0],
            feedback: "That is from the first spike to the second. The first has to wait from another starting point.",
          },
        ],
      });
    },
    hints: ["`stepped.spikes` is a list of times.", "Subtract the onset of the step, 10 ms."],
    because: "Strong inputs are reported early, weak ones late.",
  }),
  exercise({
    id: "10.6",
    title: "The reset that never stops",
    points: 3,
    variant: (draw) => ({ I: draw.between(-42, -2, 0.2) }),
    answer: ({ I }) => {
      const [rest, threshold] = equilibria(persistentSodium.with({ I }));
      return numberAnswer({
        unit: "mV",
        right: threshold.state.V,
        tolerance: 0.1,
        misconceptions: [
          { name: "rest", wrong: rest.state.V, feedback: "From there the voltage does not climb: it rests." },
          { name: "the fold", wrong: -46.196, feedback: "There rest and threshold meet, at another input than yours." },
          {
            name: "without input",
            wrong: equilibria(persistentSodium.with({ I: 0 }))[1].state.V,
            feedback: "That is the threshold at I = 0.",
          },
        ],
      });
    },
    hints: [
      "From which voltages does the membrane climb by itself?",
      "The border is an equilibrium, the unstable one.",
      "`equilibria(persistentSodium.with({ I: held.I }))[1].state.V`",
    ],
    because: "Below the threshold the voltage returns, above it it climbs: for a reset as for a kick.",
  }),
];
