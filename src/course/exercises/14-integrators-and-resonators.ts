import { bifurcations } from "../../dynamics/bifurcations.js";
import { doubletSweep } from "../../experiments/doublets.js";
import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { resonance } from "../../experiments/impedance.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import { choiceAnswer, selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { freeAnswer } from "../answers/free-answer.js";
import { functionAnswer } from "../answers/function-answer.js";
import { lastThatHolds } from "../last-that-holds.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const resonator = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });
const gentle = persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: 14 });
const width = 0.2; // ms, of all pulses

const angular = (f: number): number => (2 * Math.PI * f) / 1000; // rad/ms

/** Least input, uA/cm^2, from which on a model resonates. */
const onsetOfResonance = (model: Model): number =>
  lastThatHolds((I) => resonance(model.with({ I })).resonates, 40, 0, 1e-4);

/** Strength of a pulse, uA/cm^2, after which the voltage of `gentle` peaks at a given value, mV. */
function strengthFor(peak: number): number {
  const initial = equilibria(gentle)[0].state;
  return lastThatHolds(
    (A) =>
      Math.max(...simulate(gentle, { duration: 20, initial, stimulus: pulses(A, { width, at: [1] }) }).states.V) > peak,
    60,
    40,
    1e-3,
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

export const integratorsAndResonatorsExercises: readonly Exercise[] = [
  exercise({
    id: "14.1",
    title: "The interval that your resonator prefers",
    points: 2,
    variant: (draw) => ({ I: draw.between(36, 42, 0.5) }),
    answer: ({ I }) => {
      const model = resonator.with({ I });
      const period = 1000 / resonance(model).natural;
      return numberAnswer({
        unit: "ms",
        right: doubletSweep(
          model,
          Float64Array.from({ length: 21 }, (_, i) => 2 + 0.1 * i),
          width,
        ).preferred,
        tolerance: 0.15,
        misconceptions: [
          {
            name: "half a period",
            wrong: period / 2,
            say: "After half a period the state is on its way down: there the second pulse undoes the first.",
          },
          {
            name: "two periods",
            wrong: 2 * period,
            say: "That works, but the spiral has shrunk by then. Is there an earlier moment?",
          },
          {
            name: "the shortest interval",
            wrong: 1,
            say: "That is how an integrator would answer. Look at the valleys of the resonator's curve.",
          },
          {
            name: "the frequency",
            wrong: 1000 / period,
            say: "That is how often it rings, in Hz. How long does one turn take?",
          },
          {
            name: "radians for turns",
            wrong: period / (2 * Math.PI),
            say: "A turn is 2π radians: the imaginary part of λ is in radians per ms.",
          },
        ],
      });
    },
    hints: [
      "One turn of the spiral around rest takes 2π/Im λ.",
      "Or ask `doubletSweep(yours, intervals, 0.2)`, with intervals from 1 to 5 ms in steps of 0.1, for its `preferred`.",
      "`1000 / resonance(yours).natural` is close enough.",
    ],
    because: "The second pulse must meet the state on its way up, one turn later.",
  }),
  exercise({
    id: "14.2",
    title: "The pair that fires",
    points: 1,
    answer: () =>
      choiceAnswer({
        right: "- +",
        others: {
          "+ +": "Half a period after the first push, the state comes down. What does a second push upwards do then?",
          "+ -":
            "The second pulse pushes in the direction in which the state goes, downwards. Does the swing after that reach the spike?",
          "- -": "These two cancel: the second is against the movement.",
        },
      }),
    hints: [
      "The legend names the signs. Which trace reaches −10 mV?",
      "After half a period the state moves the other way: so should the push.",
    ],
    because: "For a resonator, inhibition half a period ahead is as good as excitation a whole period ahead.",
  }),
  exercise({
    id: "14.3",
    title: "Impedance of a passive membrane",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "f in Hz, g in mS/cm^2 and C in uF/cm^2",
        gives: "kohm*cm^2",
        at: [
          [0, 0.1, 1],
          [10, 0.1, 1],
          [100, 0.1, 1],
          [100, 0.6, 2],
          [400, 8, 1],
          [30, 0.3, 0.8],
        ],
        tolerance: percent(0.1),
        right: (f: number, g: number, C: number) => 1 / Math.hypot(g, angular(f) * C),
        misconceptions: [
          {
            name: "cycles for radians",
            wrong: (f, g, C) => 1 / Math.hypot(g, (f / 1000) * C),
            say: "ω is 2π times the frequency.",
          },
          {
            name: "per second for per ms",
            wrong: (f, g, C) => 1 / Math.hypot(g, 2 * Math.PI * f * C),
            say: "1 Hz is one cycle in 1000 ms, and µF/mS is a ms.",
          },
          {
            name: "plain sum",
            wrong: (f, g, C) => 1 / (g + angular(f) * C),
            say: "The two currents are a quarter of a cycle apart: their sizes add like the sides of a right triangle.",
          },
          {
            name: "in series",
            wrong: (f, g, C) => Math.hypot(1 / g, 1 / (angular(f) * C)),
            say: "Yours is infinite at f = 0. Conductance and capacitance lie side by side: their currents add, not their voltages.",
          },
          {
            name: "admittance",
            wrong: (f, g, C) => Math.hypot(g, angular(f) * C),
            say: "That is current per voltage. Impedance is voltage per current.",
          },
          {
            name: "root forgotten",
            wrong: (f, g, C) => 1 / (g ** 2 + (angular(f) * C) ** 2),
            say: "That is |Z| squared. At f = 0 it should be 1/g.",
          },
        ],
      }),
    hints: [
      "With V = Z·exp(iωt) and I = exp(iωt), the equation becomes iωC·Z = 1 − g·Z.",
      "So Z = 1/(g + iωC). What is the size of a complex number?",
      "`1 / Math.hypot(g, omega * C)` with omega in rad/ms.",
    ],
    because: "A leaky capacitor lets slow inputs pass and damps fast ones: a low-pass filter.",
  }),
  exercise({
    id: "14.4",
    title: "The frequency that your axon prefers",
    points: 2,
    variant: (draw) => ({ I: draw.between(0, 5, 0.5) }),
    answer: ({ I }) => {
      const { frequency, natural, quality } = resonance(hodgkinHuxley.with({ I }));
      return numberAnswer({
        unit: "Hz",
        right: frequency,
        tolerance: 0.3,
        misconceptions: [
          {
            name: "natural frequency",
            wrong: natural,
            say: "With this frequency the axon rings when it is left alone. Where does |Z| have its maximum?",
          },
          {
            name: "the period",
            wrong: 1000 / frequency,
            say: "That is the period in ms. How many of them are there in a second?",
          },
          {
            name: "radians per ms",
            wrong: angular(frequency),
            say: "That is ω in rad/ms. Give the frequency f, in Hz.",
          },
          {
            name: "quality",
            wrong: quality,
            say: "That tells how much larger the peak is than |Z| at 0 Hz. Where is the peak?",
          },
        ],
      });
    },
    hints: [
      "`resonance(axon)` gives a record with several numbers.",
      "You want the `frequency` of the maximum of |Z|.",
    ],
    because: "The squid's axon is a resonator, well below the current at which it begins to fire.",
  }),
  exercise({
    id: "14.5",
    title: "Find the mistakes: focus, class and resonance",
    points: 3,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d", "e"],
        right: ["b", "d", "e"],
        misconceptions: [
          {
            name: "focus = resonator",
            wrong: ["d", "e"],
            say: "Two are found. What did the neuron at I = 3 µA/cm² show?",
          },
          {
            name: "integrator = class 1",
            wrong: ["b", "e"],
            say: "Two are found. To which class does a saddle-node off the invariant circle lead?",
          },
          {
            name: "resonator = class 2",
            wrong: ["b", "d"],
            say: "Two are found. In class 3 rest is never lost. May it be a focus with little damping?",
          },
          {
            name: "class 1 doubted",
            wrong: ["b", "c", "d", "e"],
            say: "One too many: by which bifurcation does a class 1 neuron lose its rest, and what does an eigenvalue do there?",
          },
          {
            name: "only supercritical",
            wrong: ["a", "b", "d", "e"],
            say: "One too many. In both Andronov-Hopf bifurcations the damping of rest goes to zero.",
          },
        ],
      }),
    hints: ["For (b), look at the figure above.", "For (c), (d) and (e), look at the table of causes in notebook 13."],
    because: "Class 1 implies an integrator, but an integrator may be class 2, and a resonator class 2 or 3.",
  }),
  exercise({
    id: "14.6",
    title: "Where resonance begins",
    points: 3,
    variant: (draw) => ({ tau: draw.oneOf([0.8, 0.85, 0.9, 1.1, 1.15, 1.2]) }),
    answer: ({ tau }) => {
      const model = resonator.with({ tau });
      const lost = bifurcations(model, "I", [0, 60]).points.find(({ kind }) => kind === "subcritical Andronov-Hopf")!;
      return numberAnswer({
        unit: "uA/cm^2",
        right: onsetOfResonance(model),
        tolerance: 0.1,
        misconceptions: [
          {
            name: "tau unchanged",
            wrong: onsetOfResonance(resonator),
            say: "That belongs to τ = 1 ms. Use your own neuron, `changed`.",
          },
          {
            name: "where rest is lost",
            wrong: lost.parameter,
            say: "There the peak grows beyond all bounds. It begins to exist far below.",
          },
        ],
      });
    },
    hints: [
      "`resonance(changed.with({ I: 5 })).resonates` is true or false.",
      "It is false at 0 and true at 40: halve the interval.",
      "A loop of ten halvings is enough.",
    ],
    because: "A peak appears when the delayed current outweighs the damping, not when the eigenvalues become complex.",
  }),
  exercise({
    id: "14.7",
    title: "Half a spike",
    points: 2,
    variant: (draw) => ({ peak: draw.between(-36, -12, 2) }),
    answer: ({ peak }) => {
      const right = strengthFor(peak);
      return numberAnswer({
        unit: "uA/cm^2",
        right,
        tolerance: 0.2,
        misconceptions: [
          {
            name: "charge for strength",
            wrong: right * width,
            say: "That is the charge, strength times width. Give the strength alone.",
          },
          {
            name: "in a straight line",
            wrong: (equilibria(gentle)[0].state.V - peak) / -width,
            say: "A pulse alone lifts the voltage by strength × width / C. From there the neuron goes on by itself.",
          },
        ],
      });
    },
    hints: [
      "`height(A)` gives the peak after a pulse of strength A.",
      "It lies below your voltage at 40 and above it at 60: halve the interval.",
    ],
    because: "Near a supercritical Andronov-Hopf bifurcation nothing parts spikes from non-spikes.",
  }),
  exercise({
    id: "14.8",
    title: "Silence a firing neuron",
    points: 3,
    answer: () =>
      freeAnswer({
        shape: "a record { at, amplitude } of two numbers",
        is: isPulse,
        right: { at: 22.4, amplitude: 35 },
        properties: [
          {
            name: "in time",
            holds: ({ at }: Pulse) => at >= 10 && at <= 40,
            wrong: { at: 5, amplitude: 35 },
            say: "The pulse should begin between 10 and 40 ms.",
          },
          {
            name: "weak enough",
            holds: ({ amplitude }: Pulse) => Math.abs(amplitude) <= 40,
            wrong: { at: 22.4, amplitude: 60 },
            say: "At most 40 µA/cm², please: time it better instead.",
          },
          {
            name: "silences",
            holds: silences,
            wrong: { at: 20, amplitude: 0 },
            say: "It goes on firing. Look at the phase plane: where on the orbit does a push of V lead into the small cycle?",
          },
        ],
      }),
    hints: [
      "The pulse moves V by amplitude × 0.2 ms / C, at most 8 mV, and leaves n almost alone.",
      "Excite where the orbit passes to the left of the small cycle, or inhibit where it passes to the right.",
      "Spikes come at 18.26 and 24.19 ms. Try 35 µA/cm², in steps of 0.2 ms between 21 and 24.",
    ],
    because: "Where rest and firing coexist, one well-timed push switches in either direction.",
  }),
];
