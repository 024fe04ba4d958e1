import { leakyIntegrateAndFire } from "../../../models/leaky-integrate-and-fire.js";
import { withSynapses } from "../../../models/synapses/with-synapses.js";
import { simulate } from "../../../solve/simulate.js";
import { pulses } from "../../../solve/stimuli/stimulus-shapes.js";
import { between, either, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";
import { blindSynapse, blindSynapseParameters } from "../../rigs/blind-synapse.js";

type Course = (t: number, w: number, tau: number) => number;
type Settles = (gE: number, gI: number) => number;

const alpha: Course = (t, w, tau) => (t < 0 ? 0 : w * (t / tau) * Math.exp(1 - t / tau));

/** Height of what spikes of 2 nS at these times do to the lesson's cell, with its own spikes switched off, mV. */
function height(at: readonly number[], weight = 2): number {
  const cell = withSynapses(
    leakyIntegrateAndFire.with({ Vth: 100 }),
    [{ name: "AMPA", kind: "alpha", tau: 2, reversal: 0 }],
    { input: "AMPA" },
  );
  return (
    Math.max(...simulate(cell, { duration: 100, stimulus: pulses(10 * weight, { width: 0.1, at }) }).states.V) + 75
  );
}

/** What one spike does to another cell. */
export const transmission: readonly Exercise[] = [
  exercise({
    id: "20.1",
    title: "The alpha function",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the time t since the spike in ms, the weight w in nS and tau in ms",
        gives: "nS",
        at: [
          [2, 1, 2],
          [0, 3, 2],
          [1, 1, 2],
          [5, 4, 2],
          [12, 0.5, 4],
          [-1, 2, 3],
          [-20, 1, 0.5],
        ],
        domain: tuple(either(between(-30, 0), between(0, 60)), logBetween(0.05, 50), logBetween(0.3, 20)),
        tolerance: percent(0.1),
        right: alpha,
        parts: [{ name: "from the spike on", points: 1, where: ([t]) => t >= 0 }],
        misconceptions: [
          {
            name: "on before the spike",
            wrong: (t, w, tau) => w * (t / tau) * Math.exp(1 - t / tau),
            feedback: "Before the spike, at negative t, nothing is open yet.",
          },
          {
            name: "peak not at the weight",
            wrong: (t, w, tau) => (t < 0 ? 0 : w * (t / tau) * Math.exp(-t / tau)),
            feedback: "At t = tau yours is w/e. It should be w there.",
          },
          {
            name: "an exponential",
            wrong: (t, w, tau) => (t < 0 ? 0 : w * Math.exp(-t / tau)),
            feedback: "Yours jumps at the spike. The conductance should rise from 0.",
          },
          {
            name: "t instead of t/tau",
            wrong: (t, w, tau) => (t < 0 ? 0 : w * t * Math.exp(1 - t / tau)),
            feedback: "Is your conductance in nS? Divide the time by tau in front of the exponential as well.",
          },
          {
            name: "growing",
            wrong: (t, w, tau) => (t < 0 ? 0 : w * (t / tau) * Math.exp(1 + t / tau)),
            feedback: "Yours grows without end. Look at the sign in the exponent.",
          },
        ],
      }),
    hints: [
      "For t below 0 return 0.",
      "Otherwise w times t/tau times e to the power of 1 − t/tau.",
      "`w * (t / tau) * Math.exp(1 - t / tau)`",
    ],
    because: "Its peak is the weight, at t = τ.",
  }),
  exercise({
    id: "20.2",
    title: "A synapse in the dark",
    points: 3,
    variant: (draw) => ({ synapse: draw.between(101, 999, 1) }),
    answer: ({ synapse }) => {
      const { reversal } = blindSynapseParameters(synapse);
      const rig = blindSynapse(synapse);
      const atRest = -75 + rig.hold(-75).peak;
      return numberAnswer({
        unit: "mV",
        tolerance: 1.5,
        right: reversal,
        misconceptions: [
          {
            name: "counted from rest",
            wrong: reversal + 75,
            feedback: "That is how far above the rest of −75 mV it lies. Give the potential itself.",
          },
          {
            name: "the peak of the potential",
            wrong: atRest,
            feedback: "That is how far one spike takes it. Where would no spike take it any further?",
          },
          {
            name: "the sign lost",
            wrong: -reversal,
            feedback: "Hold the neuron at your potential: does the departure vanish there?",
          },
        ].filter(({ wrong }, k, all) =>
          [reversal, ...all.slice(0, k).map((m) => m.wrong)].every((x) => Math.abs(x - wrong) > 3.2),
        ),
      });
    },
    hints: [
      "`rig.hold(V).peak` is the departure from V, upward or downward. It vanishes at the reversal potential.",
      "It grows in proportion to the distance from there: two far-apart potentials give a line.",
      "For peaks a at V₁ and b at V₂ the line crosses zero at V₁ − a (V₂ − V₁)/(b − a).",
    ],
    because:
      "If it lies above the threshold of −55 mV, the synapse excites; if below rest, it hyperpolarises; " +
      "between the two it may hold the neuron back although it depolarises it.",
  }),
  exercise({
    id: "20.3",
    title: "One after the other",
    points: 2,
    variant: (draw) => ({ gap: draw.between(4, 24, 0.05) }),
    answer: ({ gap }) => {
      const both = height([10, 10 + gap]);
      return numberAnswer({
        unit: "mV",
        tolerance: percent(0.5),
        right: both,
        misconceptions: [
          {
            name: "one spike of twice the weight",
            wrong: height([10], 4),
            feedback: "That is what two spikes at the same moment do. Yours come one after the other.",
          },
          { name: "twice one", wrong: 2 * height([10]), feedback: "By the time of the second, the first has decayed." },
          {
            name: "one alone",
            wrong: height([10]),
            feedback: "That is the height of a single one. The second starts from what is left of the first.",
          },
          {
            name: "the potential",
            wrong: both - 75,
            feedback: "That is a potential. How far above the rest of −75 mV is it?",
          },
        ].filter(({ wrong }) => Math.abs(wrong / both - 1) > 0.015),
      });
    },
    hints: [
      "Two spikes are `pulses(20, { width: 0.1, at: [10, 10 + mine.gap] })`.",
      "The height is the largest V of the run, less −75 mV.",
    ],
    because: "The membrane forgets within its time constant of 10 ms, and the two add up only as long as it remembers.",
  }),
  exercise({
    id: "20.4",
    title: "Two conductances against a leak",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "gE and gI in nS",
        gives: "mV",
        at: [
          [0, 0],
          [5, 0],
          [5, 20],
          [0, 30],
          [20, 5],
          [1, 1],
        ],
        domain: tuple(either(oneOf<number>(0), logBetween(0.01, 200)), either(oneOf<number>(0), logBetween(0.01, 200))),
        tolerance: 0.05,
        right: (gE: number, gI: number) => (10 * -75 + gE * 0 + gI * -75) / (10 + gE + gI),
        misconceptions: [
          {
            name: "the leak left out",
            wrong: (gE, gI) => (gI * -75) / (gE + gI),
            feedback:
              "Three conductances are open, and you have two. What holds the cell at −75 mV when both are shut?",
          },
          {
            name: "how far it rises",
            wrong: (gE, gI) => (75 * gE) / (10 + gE + gI),
            feedback: "That is how far it rises above rest. At which potential does it settle?",
          },
          {
            name: "inhibition left out",
            wrong: (gE) => -750 / (10 + gE),
            feedback: "Your inhibition does nothing. It drives no current at rest, but it is open.",
          },
          {
            name: "inhibition subtracted",
            wrong: (gE, gI) => (10 * -75 + gI * -75) / (10 + gE - gI || 1e-9),
            feedback: "A conductance is never negative: all three add up in the denominator.",
          },
          {
            name: "inhibition in the denominator only",
            wrong: (gE, gI) => (10 * -75) / (10 + gE + gI),
            feedback:
              "With inhibition alone yours rises above −75 mV. Its battery of −75 mV belongs into the numerator.",
          },
        ] as { name: string; wrong: Settles; feedback: string }[],
      }),
    hints: [
      "As in notebook 6: the mean of the reversal potentials, weighted with the conductances.",
      "Leak 10 nS at −75 mV, excitation gE at 0 mV, inhibition gI at −75 mV.",
    ],
    because: "Inhibition at the resting potential divides. That is shunting.",
  }),
];
