import { doubletSweep } from "../../../experiments/doublets.js";
import { resonance } from "../../../experiments/impedance.js";
import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { percent } from "../../answers/tolerance.js";
import { resonator, width } from "./neurons.js";

/** Two pulses, a train, and a push the wrong way. */
export const pulsesAndTrains: readonly Exercise[] = [
  exercise({
    id: "16.1",
    title: "The interval that your resonator prefers",
    points: 2,
    variant: (draw) => ({ I: draw.between(30, 36, 0.5), tau: draw.between(0.6, 1.68, 0.01) }),
    answer: ({ I, tau }) => {
      const model = resonator.with({ I, tau });
      const period = 1000 / resonance(model).natural;
      const sweep = doubletSweep(
        model,
        Float64Array.from({ length: 36 }, (_, i) => 1.5 + 0.1 * i),
        { width },
      );
      const strength = Math.min(...sweep.threshold);
      const at = (interval: number): { interval: number; strength: number } => ({ interval, strength });
      return recordAnswer({
        units: { interval: "ms", strength: "uA/cm^2" },
        right: at(sweep.preferred),
        tolerance: { interval: 0.15, strength: percent(3) },
        points: { interval: 1, strength: 1 },
        misconceptions: [
          {
            name: "half a period",
            wrong: at(period / 2),
            feedback: "After half a period the state is on its way down: there the second pulse undoes the first.",
          },
          {
            name: "two periods",
            wrong: at(2 * period),
            feedback: "That works, but the spiral has shrunk by then. Is there an earlier moment?",
          },
          {
            name: "the shortest interval",
            wrong: at(1),
            feedback: "That is how an integrator would answer. Look at the valleys of the resonator's curve.",
          },
          {
            name: "the frequency",
            wrong: at(1000 / period),
            feedback: "That is how often it rings, in Hz. How long does one turn take?",
          },
          {
            name: "radians for turns",
            wrong: at(period / (2 * Math.PI)),
            feedback: "A turn is 2π radians: the imaginary part of λ is in radians per ms.",
          },
          {
            name: "the strength of a single pulse",
            wrong: { interval: sweep.preferred, strength: sweep.single },
            feedback:
              "The interval is right. That strength fires the neuron with one pulse; how strong must each of two be?",
          },
        ],
      });
    },
    hints: [
      "One turn of the spiral around rest takes 2π/Im λ.",
      "Or ask `doubletSweep(yours, intervals, { width: 0.2 })`, with intervals from 1 to 5 ms in steps of 0.1, " +
        "for its `preferred`.",
      "`1000 / resonance(yours).natural` is close enough. The sweep has the strengths too: " +
        "`Math.min(...sweepOfYours.threshold)`.",
    ],
    because: "The second pulse must meet the state on its way up, one turn later.",
  }),
  findMistakes({
    id: "16.2",
    title: "The pair that fires",
    points: 1,
    statements: [
      {
        about: "− +",
        holds: "The pair `- +` fires the resonator.",
        fails: "The pair `- +` leaves the resonator silent.",
        feedback: "The legend names the signs. Which traces reach −10 mV?",
      },
      {
        about: "+ +",
        holds: "The pair `+ +` leaves the resonator silent.",
        fails: "The pair `+ +` fires the resonator.",
        feedback: "Half a period after the first push the state comes down. What does a push upwards do then?",
      },
      {
        about: "+ −",
        holds: "The pair `+ -` leaves the resonator silent.",
        fails: "The pair `+ -` fires the resonator.",
        feedback:
          "The second pulse pushes the way the state goes, downwards. Does the swing after that reach the spike?",
      },
      {
        about: "− −",
        holds: "The pair `- -` leaves the resonator silent.",
        fails: "The pair `- -` fires the resonator.",
        feedback: "Half a period after a push downwards the state comes up. What does a push downwards do then?",
      },
      {
        about: "the integrator",
        holds: "An inhibitory pulse just ahead of an excitatory one does not help the integrator to fire.",
        fails: "An inhibitory pulse just ahead of an excitatory one helps the integrator to fire, too.",
        feedback: "What does the inhibitory pulse do to the integrator's distance from its threshold?",
      },
    ],
    hints: [
      "The legend names the signs. Which trace reaches −10 mV?",
      "After half a period the state moves the other way: so should the push.",
    ],
    because: "For a resonator, inhibition half a period ahead is nearly as good as excitation a whole period ahead.",
  }),
];
