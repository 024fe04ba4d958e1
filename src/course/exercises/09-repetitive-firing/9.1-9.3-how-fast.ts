import { writtenAnswer } from "../../answers/written-answer.js";
import { pulses, step } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { freeAnswer } from "../../answers/free-answer.js";
import { between, either, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";
import { firstRate, isPulses, isSilenced, lateRate, onTimes, quenching, spikesAt } from "./runs.js";

/** Rates of firing, and what stops it. */
export const howFast: readonly Exercise[] = [
  exercise({
    id: "9.1",
    title: "The firing rate",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "I in uA/cm^2",
        gives: "Hz",
        at: [[0], [5], [7], [10], [20], [60]],
        domain: tuple(either(between(-10, 5.5), between(7.5, 60), between(60, 120), between(180, 300))),
        places: 20,
        tolerance: percent(4),
        right: lateRate,
        misconceptions: [
          {
            name: "all spikes counted, the first ones too",
            wrong: (I) => spikesAt(I).length,
            feedback: "At I = 5 the neuron fires once and never again. What is its rate long after?",
          },
          {
            name: "spikes per ms",
            wrong: (I) => lateRate(I) / 1000,
            feedback: "Times are in ms. Hz counts spikes per second.",
          },
          {
            name: "spikes in half a second",
            wrong: (I) => lateRate(I) / 2,
            feedback: "The second half of the run lasts half a second. How many spikes does that make in a whole one?",
          },
          {
            name: "the first interval",
            wrong: firstRate,
            feedback: "You took the first interval. The axon has not settled by then: take late ones.",
          },
          {
            name: "interval instead of rate",
            wrong: (I) => 1000 / lateRate(I),
            feedback: "That is the interval between spikes, in ms. How many of them fit into a second?",
          },
        ],
      }),
    hints: [
      "`simulate(hodgkinHuxley.with({ I: I }), { duration: 1000 }).spikes` holds the times in ms.",
      "Keep the late ones: `spikes.filter((t) => t > 500)`.",
      "Two spikes per second counted in half a second: " +
        "`2 * spikes.filter((t) => t > 500).length` with a run of 1000 ms.",
    ],
    because: "There is no slow firing: the rate jumps from 0 to above 50 Hz.",
  }),
  exercise({
    id: "9.2",
    title: "Switch it off",
    points: 3,
    variant: (draw) => ({ I: draw.between(7, 9, 0.01), from: draw.between(100, 300, 1) }),
    answer: ({ I, from }) =>
      freeAnswer({
        shape:
          `a stimulus of pulses that begins between ${from} and ${from + 30} ms, is on for 2 ms at most, ` +
          `nowhere exceeds 20 µA/cm², and leaves the neuron silent from ${from + 100} ms on`,
        is: isPulses,
        right: quenching(I, from),
        properties: [
          {
            name: "begins in the 30 ms after its time",
            holds: (stimulus) => {
              const { first } = onTimes(stimulus);
              return first >= from && first <= from + 30;
            },
            wrong: pulses(6, { width: 1, at: [from - 50] }),
            feedback: `Let the neuron fire in peace until ${from} ms, and begin before ${from + 30} ms.`,
          },
          {
            name: "is brief",
            holds: (stimulus) => onTimes(stimulus).total <= 2 + 1e-6,
            wrong: step(-10, from + 10),
            feedback: "Your stimulus is on for more than 2 ms. A brief nudge is enough.",
          },
          {
            name: "is weak",
            holds: (stimulus) => onTimes(stimulus).largest <= 20,
            wrong: pulses(-200, { width: 1, at: [from + 10] }),
            feedback: "Your pulse is stronger than 20 µA/cm².",
          },
          {
            name: "silences the neuron",
            holds: (stimulus) => isSilenced(I, stimulus, from + 100),
            wrong: pulses(0.5, { width: 1, at: [from + 10] }),
            feedback:
              `It still fires after ${from + 100} ms. The same pulse a few ms earlier or later does something else: ` +
              "try all moments between two spikes.",
          },
        ],
      }),
    hints: [
      "Take a pulse of 6 µA/cm² for 1 ms and move only its time.",
      "Write a loop over delays from 0 to 16 ms after `own.from` and print those after which " +
        "`spikes.every((t) => t < own.from + 100)`, for the `spikes` of a run of `firing`.",
      "With 6 µA/cm² it works 8 to 9 ms after a spike, when V is about half of its way up to the next.",
    ],
    because:
      "Silence was there all the time: rest is stable at this current. " +
      "The nudge only carried the state into its basin of attraction.",
  }),
  exercise({
    id: "9.3",
    title: "Why too much is too much, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why the axon does not fire under too strong a current",
        mentions: [
          {
            name: "speaks of inactivation",
            words: "inactivat|deinactivat|h |unavailab",
            feedback: "Sodium channels have two kinds of gates. Which of the two keeps them from conducting here?",
          },
          {
            name: "says what keeps it so",
            words:
              "come down|comes down|came down|go down|fall|lower|sink|repolari|hyperpolari|recover|" +
              "low potential|drop|back |decreas|less positive|more negative|smaller|down|reset|return|" +
              "release",
            evenDenied: true,
            feedback: "What would have to happen to the voltage, for that gate to come back?",
          },
        ],
        opposites: [
          {
            claim: "h stays high.",
            says: ["h stays high|h is high|h remains high|h would have to fall|n stays low|n is low"],
            feedback: "Look at h in the figure, while the strong current flows.",
          },
          {
            claim: "The current pulls the voltage down.",
            says: ["current … voltage down|voltage so far down", "is hyperpolari"],
            feedback: "At which voltage does the axon stand at 180 µA/cm²?",
          },
          {
            claim: "Potassium channels inactivate.",
            says: ["potassium channels are inactivated|potassium channels inactivate|potassium inactivat"],
            feedback: "Which of the two kinds has the gate h?",
          },
        ],
        right:
          "The strong current holds the voltage near -42 mV. There sodium channels stay inactivated: h cannot rise, " +
          "because the voltage never comes down. Open potassium channels carry the injected current out again, so " +
          "the voltage stands still. With less current it could come down, h would rise, and the axon would fire.",
      }),
    hints: [
      "Look at the panel with the gates. Sodium conductance is m³h: which of the two factors is near zero?",
      "What undoes inactivation, and why does it not happen here? And where does all the injected charge go?",
    ],
    because: "Does it say why h stays low, and what balances the current meanwhile?",
  }),
];
