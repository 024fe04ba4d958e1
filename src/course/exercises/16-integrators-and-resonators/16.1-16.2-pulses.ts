import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { doubletSweep } from "../../../experiments/doublets.js";
import { resonance } from "../../../experiments/impedance.js";
import type { Model } from "../../../model/model.js";
import { bisect } from "../../../numerics/root.js";
import { simulate } from "../../../solve/simulate.js";
import { pulses } from "../../../solve/stimuli/stimulus-shapes.js";
import { sum } from "../../../solve/stimuli/stimulus.js";
import { exercise, type Exercise } from "../../exercise.js";
import { recordAnswer } from "../../answers/list-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { integrator, resonator, width } from "./neurons.js";

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
  exercise({
    id: "16.2",
    title: "Help from inhibition",
    points: 2,
    variant: (draw) => ({ size: draw.between(5, 35, 0.1) }),
    answer: ({ size }) => {
      const right = least(resonator, [-size]);
      const alone = least(resonator, []);
      return numberAnswer({
        unit: "uA/cm^2",
        tolerance: percent(1),
        right,
        misconceptions: [
          {
            name: "a pulse alone",
            wrong: alone,
            feedback: "That is what a pulse needs alone. Did yours come after the inhibitory one?",
          },
          {
            name: "excited first",
            wrong: least(resonator, [size]),
            feedback: "Your first pulse pushes upward. Its sign should be the other one.",
          },
          {
            name: "how much is saved",
            wrong: alone - right,
            feedback: "That is how much the inhibition saves. How strong is what remains?",
          },
          {
            name: "a whole period apart",
            wrong: least(resonator, [-size], 2.8),
            feedback: "Your two pulses are a whole period apart. With half of it the state comes up again.",
          },
          {
            name: "the integrator",
            wrong: least(integrator, [-size]),
            feedback: "That is the integrator. What does the resonator need?",
          },
        ],
      });
    },
    hints: [
      "`helped(A)` is the whole stimulus: your inhibitory pulse, and an excitatory one of `A`. Try 10, 20 and 30.",
      "`simulate(resonator, { duration: 16, initial: homes[1], stimulus: helped(A) }).spikes.length` counts spikes.",
      "An A of 0 is too little and one of 40 is enough. Halve the interval, as in Exercise 4.6.",
    ],
    because: "For a resonator, a push the wrong way is a swing taken back: it adds to the push that follows.",
  }),
];

/** The least pulse, uA/cm^2, that fires a resting neuron `gap` ms after the earlier one, if there is one. */
function least(model: Model, earlier: readonly number[], gap = 1.4): number {
  const rest = equilibria(model)[0].state;
  const before = earlier.map((size) => pulses(size, { width, at: [3] }));
  const fires = (size: number): boolean => {
    const stimulus = sum(...before, pulses(size, { width, at: [3 + gap] }));
    return simulate(model, { duration: 16, initial: rest, stimulus }).spikes.length > 0;
  };
  return bisect(fires, 0, 160, { relative: 1e-5 });
}
