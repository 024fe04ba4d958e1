import { present } from "../../../checks/present.js";
import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { bisect } from "../../../numerics/root.js";
import { simulate } from "../../../solve/simulate.js";
import { pulses } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { freeAnswer } from "../../answers/free-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { resonator, width } from "./neurons.js";

const gentle = persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: 14 });

/** Strength of a pulse, uA/cm^2, after which the voltage of `gentle` peaks at a given value, mV. */
function strengthFor(peak: number): number {
  const initial = equilibria(gentle)[0].state;
  return bisect(
    (A) =>
      Math.max(...simulate(gentle, { duration: 20, initial, stimulus: pulses(A, { width, at: [1] }) }).states.V) > peak,
    40,
    60,
    { absolute: 1e-3 },
  );
}

interface Pulse {
  /** ms. */
  readonly at: number;
  /** uA/cm^2. */
  readonly amplitude: number;
}

const isPulse = (given: unknown): given is Pulse =>
  typeof given === "object" &&
  given !== null &&
  "at" in given &&
  "amplitude" in given &&
  Number.isFinite(given.at) &&
  Number.isFinite(given.amplitude);

/** Whether the neuron with two stable states, set firing, is silent from 20 ms after the pulse on. */
function silences({ at, amplitude }: Pulse): boolean {
  const run = simulate(resonator.with({ I: 45 }), {
    duration: at + 80,
    initial: { V: -20, n: 0.1 },
    stimulus: pulses(amplitude, { width, at: [at] }),
  });
  return run.spikes.every((t) => t < at + 20);
}

/** A pulse has to begin within so many ms from the student's own time on: a little more than a period. */
const opening = 7;

/** A pulse that silences, in the first period after a time in ms: 4 ms after a spike, which comes every 5.93 ms. */
function quenching(from: number): Pulse {
  const { spikes } = simulate(resonator.with({ I: 45 }), { duration: from + 20, initial: { V: -20, n: 0.1 } });
  return {
    at:
      4 +
      present(
        Array.from(spikes).find((t) => t + 4 >= from),
        "a spike before the pulse",
      ),
    amplitude: 35,
  };
}

/** Thresholds: sharp, absent, and round. */
export const thresholds: readonly Exercise[] = [
  exercise({
    id: "16.7",
    title: "Half a spike",
    points: 2,
    variant: (draw) => ({ peak: draw.between(-40, -6, 0.1) }),
    answer: ({ peak }) => {
      const right = strengthFor(peak);
      return numberAnswer({
        unit: "uA/cm^2",
        right,
        tolerance: 0.1,
        misconceptions: [
          {
            name: "charge for strength",
            wrong: right * width,
            feedback: "That is the charge, strength times width. Give the strength alone.",
          },
          {
            name: "in a straight line",
            wrong: (equilibria(gentle)[0].state.V - peak) / -width,
            feedback:
              "A pulse alone lifts the voltage by strength × width / C. From there the neuron goes on by itself.",
          },
        ],
      });
    },
    hints: [
      "`height(A)` gives the peak after a pulse of strength A.",
      "It lies below your voltage at 40 and above it at 60: halve the interval.",
    ],
    because: "Near a supercritical Andronov-Hopf bifurcation there is no border between spike and no spike.",
  }),
  exercise({
    id: "16.8",
    title: "Silence a firing neuron",
    points: 3,
    variant: (draw) => ({ from: draw.between(10, 160, 0.5) }),
    answer: ({ from }) =>
      freeAnswer({
        shape: "a record { at, amplitude } of two numbers",
        is: isPulse,
        right: quenching(from),
        properties: [
          {
            name: "in time",
            holds: ({ at }: Pulse) => at >= from && at <= from + opening,
            wrong: { at: 5, amplitude: 35 },
            feedback: "The pulse should begin in the 7 ms that are yours.",
          },
          {
            name: "weak enough",
            holds: ({ amplitude }: Pulse) => Math.abs(amplitude) <= 40,
            wrong: { ...quenching(from), amplitude: 60 },
            feedback: "At most 40 µA/cm², please: time it better instead.",
          },
          {
            name: "silences",
            holds: silences,
            wrong: { at: from, amplitude: 0 },
            feedback:
              "It goes on firing. Look at the phase plane: " +
              "where on the orbit does a push of V lead into the small cycle?",
          },
        ],
      }),
    hints: [
      "The pulse moves V by amplitude × 0.2 ms / C, at most 8 mV, and leaves n almost alone.",
      "Excite where the orbit passes to the left of the small cycle, or inhibit where it passes to the right.",
      "A spike comes every 5.93 ms. Try 35 µA/cm², in steps of 0.2 ms, through one period.",
    ],
    because: "Where rest and firing coexist, one well-timed push switches in either direction.",
  }),
];
