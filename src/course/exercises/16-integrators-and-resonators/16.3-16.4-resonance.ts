import { resonance } from "../../../experiments/impedance.js";
import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { exercise, type Exercise } from "../../exercise.js";
import { either, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

/** rad/ms from Hz. */
const angular = (f: number): number => (2 * Math.PI * f) / 1000;

/** The response to each frequency. */
export const resonanceExercises: readonly Exercise[] = [
  exercise({
    id: "16.3",
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
        domain: tuple(either(oneOf<number>(0), logBetween(0.5, 2000)), logBetween(0.02, 10), logBetween(0.2, 5)),
        tolerance: percent(0.1),
        right: (f: number, g: number, C: number) => 1 / Math.hypot(g, angular(f) * C),
        misconceptions: [
          {
            name: "cycles for radians",
            wrong: (f, g, C) => 1 / Math.hypot(g, (f / 1000) * C),
            feedback: "ω is 2π times the frequency.",
          },
          {
            name: "per second for per ms",
            wrong: (f, g, C) => 1 / Math.hypot(g, 2 * Math.PI * f * C),
            feedback: "1 Hz is one cycle in 1000 ms, and µF/mS is a ms.",
          },
          {
            name: "plain sum",
            wrong: (f, g, C) => 1 / (g + angular(f) * C),
            feedback:
              "The two currents are a quarter of a cycle apart: their sizes add like the sides of a right triangle.",
          },
          {
            name: "in series",
            wrong: (f, g, C) => Math.hypot(1 / g, 1 / (angular(f) * C)),
            feedback:
              "Yours is infinite at f = 0. Conductance and capacitance lie side by side: " +
              "their currents add, not their voltages.",
          },
          {
            name: "admittance",
            wrong: (f, g, C) => Math.hypot(g, angular(f) * C),
            feedback: "That is current per voltage. Impedance is voltage per current.",
          },
          {
            name: "root forgotten",
            wrong: (f, g, C) => 1 / (g ** 2 + (angular(f) * C) ** 2),
            feedback: "That is |Z| squared. At f = 0 it should be 1/g.",
          },
        ],
      }),
    hints: [
      "The current for a swing of 1 mV is the long side of a right triangle with the sides g and ωC.",
      "|Z| is one over that; ω is 2πf/1000, in rad/ms.",
      "`1 / Math.hypot(g, (2 * Math.PI * f * C) / 1000)`",
    ],
    because: "A leaky capacitor lets slow inputs pass and damps fast ones: a low-pass filter.",
  }),
  exercise({
    id: "16.4",
    title: "The frequency that your axon prefers",
    points: 2,
    variant: (draw) => ({ I: draw.between(0.5, 5, 0.02) }),
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
            feedback: "With this frequency the axon rings when it is left alone. Where does |Z| have its maximum?",
          },
          {
            name: "the period",
            wrong: 1000 / frequency,
            feedback: "That is the period in ms. How many of them are there in a second?",
          },
          {
            name: "radians per ms",
            wrong: angular(frequency),
            feedback: "That is ω in rad/ms. Give the frequency f, in Hz.",
          },
          {
            name: "radians per second",
            wrong: 1000 * angular(frequency),
            feedback: "That is ω in rad/s. Give the frequency f, in Hz: one turn is 2π.",
          },
          {
            name: "quality",
            wrong: quality,
            feedback: "That tells how much larger the peak is than |Z| at 0 Hz. Where is the peak?",
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
];
