import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { pulses, step } from "../../solve/stimuli/stimulus-shapes.js";
import { choiceAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { freeAnswer } from "../answers/free-answer.js";
import { functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";
import { proofreadingExercises } from "./07-hodgkin-huxley-proofreading.js";
import {
  answerTo,
  delayAtRatio,
  firstRate,
  isPulses,
  isSilenced,
  lateRate,
  onTimes,
  quenching,
  spikesAt,
} from "./07-hodgkin-huxley-runs.js";

const { gK, EK } = hodgkinHuxley.parameters;

/**
 * The largest potassium conductance of axon 17, mS/cm²: the plateau after the strongest step, 20.75, over n∞⁴ of its
 * reported rates.
 */
const gMax17 = 24.3;

export const hodgkinHuxleyExercises: readonly Exercise[] = [
  exercise({
    id: "7.1",
    title: "How slow is the potassium gate?",
    points: 1,
    variant: (draw) => ({ V: draw.oneOf([-50, -45, -40, -35, -30, -25]) }),
    answer: ({ V }) => {
      const at = (name: string): number => hodgkinHuxley.quantity(name, [V, 0, 0, 0]);
      return numberAnswer({
        unit: "ms",
        right: at("tauN"),
        tolerance: percent(4),
        misconceptions: [
          {
            name: "the inactivation gate",
            wrong: at("tauH"),
            say: "That is the time constant of `h`. Which gate belongs to potassium?",
          },
          {
            name: "the sodium activation gate",
            wrong: at("tauM"),
            say: "That is the time constant of `m`, by far the fastest. Which gate belongs to potassium?",
          },
          {
            name: "at rest",
            wrong: hodgkinHuxley.quantity("tauN", [-65, 0, 0, 0]),
            say: "That is the time constant at rest. Go along the curve to your voltage.",
          },
          { name: "a rate", wrong: 1 / at("tauN"), say: "That is a rate, in 1/ms. How long does it take, in ms?" },
          {
            name: "steady state instead of time constant",
            wrong: at("nInf"),
            say: "You read the left panel, where a gate ends. How long it takes is in the right one.",
          },
        ],
      });
    },
    hints: [
      "Use the right panel: time constants.",
      "The curve for potassium is τ of n. Point at it to read its value.",
      '`hodgkinHuxley.quantity("tauN", [mine.V, 0, 0, 0])` evaluates the curve.',
    ],
    because: "After this time 63 % of the way to the new steady state is done, and after three times as long, 95 %.",
  }),
  exercise({
    id: "7.2",
    title: "The potassium current",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV and n",
        gives: "uA/cm^2",
        at: [
          [-65, 0.32],
          [-40, 0.5],
          [20, 0.7],
          [EK, 0.4],
          [-90, 0.9],
        ],
        tolerance: percent(0.1),
        right: (V: number, n: number) => gK * n ** 4 * (V - EK),
        misconceptions: [
          {
            name: "n without its fourth power",
            wrong: (V, n) => gK * n * (V - EK),
            say: "You let the channel conduct as soon as one gate is open. How many must be open at once?",
          },
          {
            name: "V instead of V - E_K",
            wrong: (V, n) => gK * n ** 4 * V,
            say: "At which potential is your current zero? Potassium is in balance at E_K.",
          },
          {
            name: "times four",
            wrong: (V, n) => gK * n * 4 * (V - EK),
            say: "Four gates that must all be open: are their fractions added or multiplied?",
          },
          {
            name: "the third power",
            wrong: (V, n) => gK * n ** 3 * (V - EK),
            say: "Three is the number of activation gates of a sodium channel. And of a potassium channel?",
          },
          {
            name: "V plus E_K",
            wrong: (V, n) => gK * n ** 4 * (V + EK),
            say: "Your current is zero at +77 mV. E_K is negative: subtract it.",
          },
          {
            name: "^ for a power",
            wrong: (V, n) => (gK * n) ^ (4 * (V - EK)),
            say: "In TypeScript `^` is no power (it works on bits). Write `n ** 4`.",
          },
          {
            name: "sign reversed",
            wrong: (V, n) => gK * n ** 4 * (EK - V),
            say: "Outward current counts positive, and above E_K potassium flows out.",
          },
          {
            name: "conductance only",
            wrong: (_V, n) => gK * n ** 4,
            say: "That is a conductance. What turns it into a current?",
          },
        ],
      }),
    hints: [
      "A current is a conductance times a driving force.",
      "The conductance is g_K times the fraction of channels with all four gates open.",
      "`gK * n ** 4 * (V - EK)`",
    ],
    because: "At V = E_K it is zero for every n: that is what a reversal potential is.",
  }),
  exercise({
    id: "7.3",
    title: "From a fit to rate constants",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the plateau in mS/cm^2 and the time constant in ms",
        gives: "the list [α, β] in 1/ms",
        at: [
          [20.7, 1.05],
          [15.9, 1.73],
          [8.2, 4.34],
          [2.84, 10.6],
        ],
        tolerance: percent(0.5),
        right: (plateau: number, tau: number) => ratesOf((plateau / gMax17) ** 0.25, tau),
        misconceptions: [
          {
            name: "the fourth root forgotten",
            wrong: (plateau, tau) => ratesOf(plateau / gMax17, tau),
            say: "The plateau is g times n⁴. What is n itself?",
          },
          {
            name: "power instead of root",
            wrong: (plateau, tau) => ratesOf((plateau / gMax17) ** 4, tau),
            say: "You go from n to the conductance. The way back is a root.",
          },
          {
            name: "exponent without brackets",
            wrong: (plateau, tau) => ratesOf(plateau / gMax17 / 4, tau),
            say: "`x ** 1 / 4` is x to the power of 1, divided by 4. Put the exponent into brackets.",
          },
          {
            name: "another axon's conductance",
            wrong: (plateau, tau) => ratesOf((plateau / gK) ** 0.25, tau),
            say: "36 mS/cm² is the model's largest conductance, a mean of many axons. What was it in this one?",
          },
          {
            name: "multiplied by τ",
            wrong: (plateau, tau) => [(plateau / gMax17) ** 0.25 * tau, (1 - (plateau / gMax17) ** 0.25) * tau],
            say: "The slower the gate, the larger τ. Should its rates then be larger, too?",
          },
          {
            name: "α and β exchanged",
            wrong: (plateau, tau) => exchanged(ratesOf((plateau / gMax17) ** 0.25, tau)),
            say: "Which rate opens the gate? At a strong depolarisation it must be the larger one.",
          },
          {
            name: "1/τ taken for α",
            wrong: (plateau, tau) => [1 / tau, (1 - (plateau / gMax17) ** 0.25) / tau],
            say: "1/τ is the sum of both rates. How much of it is α?",
          },
          {
            name: "the largest conductance left out",
            wrong: (plateau, tau) => ratesOf(plateau ** 0.25, tau),
            say: "Your steady state is larger than 1. What fraction of the largest conductance is open?",
          },
        ],
      }),
    hints: [
      "First the steady state: the plateau is 24.3 times n∞⁴.",
      "n∞ = α/(α + β) and τ = 1/(α + β). Divide one by the other.",
      "α = n∞/τ and β = (1 − n∞)/τ, with n∞ = (plateau/24.3) ** 0.25.",
    ],
    because:
      "Two numbers read off a curve, the height and the time constant, give the two rates of the gate at that potential.",
  }),
  exercise({
    id: "7.4",
    title: "At the peak of the spike",
    points: 1,
    answer: () =>
      choiceAnswer({
        right: "the currents cancel",
        others: {
          "sodium current is largest":
            "Look at the stack again: where is the inward current deepest, at the peak or after it?",
          "V has reached E_Na": "E_Na is 50 mV. How high does the spike get?",
          "potassium channels begin to open": "Is the potassium current zero before the peak?",
        },
      }),
    hints: ["At the peak V neither rises nor falls.", "dV/dt = 0 says something about the sum of all currents."],
    because:
      "At a peak dV/dt is 0, and with no stimulus left the ionic currents must add up to 0: 317.5 in, 289.4 + 28.1 out, in µA/cm².",
  }),
  exercise({
    id: "7.5",
    title: "The height of the answer",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the amplitude in uA/cm^2 and the temperature T in °C",
        gives: "mV",
        at: [
          [5, 6.3],
          [20, 6.3],
          [16, 18.5],
          [24, 25],
          [40, 25],
        ],
        tolerance: 0.5,
        right: (amplitude: number, T: number) => Math.max(...answerTo(amplitude, T).states.V),
        misconceptions: [
          {
            name: "the last value",
            wrong: (amplitude, T) => answerTo(amplitude, T).at(30).V,
            say: "That is where V ends, not how high it gets.",
          },
          {
            name: "a long pulse",
            wrong: (amplitude, T) => Math.max(...answerTo(amplitude, T, 1).states.V),
            say: "Your pulse lasts 1 ms. Half a millisecond was asked for.",
          },
          {
            name: "height above rest",
            wrong: (amplitude, T) => Math.max(...answerTo(amplitude, T).states.V) + 65,
            say: "That is the height above rest. The highest membrane potential itself is asked for.",
          },
          {
            name: "temperature left out",
            wrong: (amplitude) => Math.max(...answerTo(amplitude, 6.3).states.V),
            say: "Your answer does not depend on T. Which model did you simulate?",
          },
          {
            name: "the lowest value",
            wrong: (amplitude, T) => Math.min(...answerTo(amplitude, T).states.V),
            say: "That is the bottom of the undershoot.",
          },
        ],
      }),
    hints: [
      "A run has its voltages in `run.states.V`.",
      "`Math.max(...run.states.V)` is the largest of them.",
      "`const run = simulate(hodgkinHuxley.with({ T: T }), { duration: 30, stimulus: pulses(amplitude, { width: 0.5, at: [1] }) });`",
    ],
    because: "At 6.3 °C the curve is a cliff, at 30 °C it climbs: all-or-none is a matter of temperature.",
  }),
  exercise({
    id: "7.6",
    title: "The firing rate",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "I in uA/cm^2",
        gives: "Hz",
        at: [[0], [5], [7], [10], [20], [60]],
        tolerance: percent(4),
        right: lateRate,
        misconceptions: [
          {
            name: "all spikes counted, the first ones too",
            wrong: (I) => spikesAt(I).length,
            say: "At I = 5 the neuron fires once and never again. What is its rate long after?",
          },
          {
            name: "spikes per ms",
            wrong: (I) => lateRate(I) / 1000,
            say: "Times are in ms. Hz counts spikes per second.",
          },
          {
            name: "spikes in half a second",
            wrong: (I) => lateRate(I) / 2,
            say: "The second half of the run lasts half a second. How many spikes does that make in a whole one?",
          },
          {
            name: "the first interval",
            wrong: firstRate,
            say: "You took the first interval. The axon has not settled by then: take late ones.",
          },
          {
            name: "interval instead of rate",
            wrong: (I) => 1000 / lateRate(I),
            say: "That is the interval between spikes, in ms. How many of them fit into a second?",
          },
        ],
      }),
    hints: [
      "`run.spikes` holds the times of the spikes in ms.",
      "Keep the late ones: `run.spikes.filter((t) => t > 500)`.",
      "Two spikes per second counted in half a second: `2 * run.spikes.filter((t) => t > 500).length` with a run of 1000 ms.",
    ],
    because: "There is no slow firing: the rate jumps from 0 to above 50 Hz.",
  }),
  exercise({
    id: "7.7",
    title: "Switch it off",
    points: 3,
    variant: (draw) => ({ I: draw.between(7, 9, 0.5) }),
    answer: ({ I }) =>
      freeAnswer({
        shape:
          "a stimulus of pulses that begins after 100 ms, is on for 2 ms at most, nowhere exceeds 20 µA/cm², and leaves the neuron silent from 200 ms on",
        is: isPulses,
        right: quenching(I),
        properties: [
          {
            name: "begins after 100 ms",
            holds: (stimulus) => onTimes(stimulus).first >= 100,
            wrong: pulses(6, { width: 1, at: [50] }),
            say: "Let the neuron fire in peace until 100 ms.",
          },
          {
            name: "is brief",
            holds: (stimulus) => onTimes(stimulus).total <= 2 + 1e-6,
            wrong: step(-10, 110),
            say: "Your stimulus is on for more than 2 ms. A brief nudge is enough.",
          },
          {
            name: "is weak",
            holds: (stimulus) => onTimes(stimulus).largest <= 20,
            wrong: pulses(-200, { width: 1, at: [110] }),
            say: "Your pulse is stronger than 20 µA/cm².",
          },
          {
            name: "silences the neuron",
            holds: (stimulus) => isSilenced(I, stimulus),
            wrong: pulses(0.5, { width: 1, at: [110] }),
            say: "It still fires after 200 ms. The same pulse a few ms earlier or later does something else: try all moments between two spikes.",
          },
        ],
      }),
    hints: [
      "Take a pulse of 6 µA/cm² for 1 ms and move only its time.",
      "Write a loop over delays from 0 to 16 ms after 100 ms and print those after which `run.spikes.every((t) => t < 200)`.",
      "With 6 µA/cm² it works 8 to 9 ms after a spike, when V is about half of its way up to the next.",
    ],
    because:
      "Silence was there all the time: rest is stable at this current. The nudge only carried the state into its basin of attraction.",
  }),
  exercise({
    id: "7.8",
    title: "Why too much is too much",
    points: 1,
    answer: () =>
      choiceAnswer({
        right: "sodium channels stay inactivated",
        others: {
          "the battery is empty": "Nothing in this model runs down: its reversal potentials are constants.",
          "potassium channels cannot open": "Look at n in the figure: is it small?",
          "the current is too weak": "It is the strongest in this notebook.",
        },
      }),
    hints: ["Look at the panel with the gates.", "Sodium conductance is m³h. Which of the two factors is near zero?"],
    because:
      "Held at −42 mV, h stays at 0.06: inactivation is never undone, so no sodium current can start another spike.",
  }),
  ...proofreadingExercises,
  exercise({
    id: "7.12",
    title: "The refractory period at your temperature",
    points: 3,
    variant: (draw) => ({ T: draw.oneOf([8, 10, 12, 14, 16]) }),
    answer: ({ T }) => {
      const { delay, spike } = delayAtRatio(T, 2, 12.3);
      return numberAnswer({
        unit: "ms",
        right: delay,
        tolerance: percent(2.5),
        misconceptions: [
          {
            name: "the axon at 6.3 °C",
            wrong: delayAtRatio(6.3, 2, 12.3).delay,
            say: "That is the refractory period at 6.3 °C. Is your model as warm as `warmth.T`?",
          },
          {
            name: "threshold back at rest",
            wrong: delayAtRatio(T, 1, 15.9).delay,
            say: "There the second pulse needs no more than the first. Where does it need twice as much?",
          },
          { name: "counted from the spike", wrong: delay - spike, say: "Count from pulse to pulse, onset to onset." },
        ],
      });
    },
    hints: [
      "`twoPulse(hodgkinHuxley.with({ T: warmth.T }), delays, { width: 0.5 })` measures; try delays from 3 to 12 ms.",
      "Divide its `threshold` by its `resting` and look where the quotient passes 2.",
      "Narrow the delays down to steps of 0.1 ms around that place.",
    ],
    because: "All gates speed up threefold per 10 °C, and the refractory period shrinks with them.",
  }),
];

const ratesOf = (steady: number, tau: number): readonly [number, number] => [steady / tau, (1 - steady) / tau];
const exchanged = ([a, b]: readonly [number, number]): readonly [number, number] => [b, a];
