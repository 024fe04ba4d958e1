import type { Model } from "../../model/model.js";
import { adaptiveExponential } from "../../models/adaptive-exponential.js";
import { leakyIntegrateAndFire } from "../../models/leaky-integrate-and-fire.js";
import { simulate } from "../../solve/simulate.js";
import { leakyIntegrateAndFireRate } from "../../experiments/integrate-and-fire-rate.js";
import { interspikeIntervals } from "../../spikes/intervals.js";
import { choiceAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { freeAnswer, isModel } from "../answers/free-answer.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const lif = leakyIntegrateAndFire.parameters;
const rate = (I: number): number => leakyIntegrateAndFireRate(lif, I);
const tonic = adaptiveExponential.preset("tonic spiking");

const intervalsOf = (model: Model): Float64Array => interspikeIntervals(simulate(model, { duration: 500 }).spikes);
const spikeCount = (model: Model): number => simulate(model, { duration: 500 }).spikes.length;

export const integrateAndFireExercises: readonly Exercise[] = [
  exercise({
    id: "10.1",
    title: "Your rheobase",
    points: 2,
    variant: (draw) => ({
      gL: draw.oneOf([4, 5, 6, 8, 12, 14, 16]),
      EL: draw.between(-80, -70, 1),
      Vth: draw.between(-58, -50, 1),
    }),
    answer: ({ gL, EL, Vth }) =>
      numberAnswer({
        unit: "pA",
        right: gL * (Vth - EL),
        tolerance: 0.5,
        misconceptions: [
          {
            name: "threshold from zero",
            wrong: gL * Vth,
            say: "How far has the voltage to climb from rest? Ohm's law wants a difference of voltages.",
          },
          {
            name: "the sum of both",
            wrong: gL * (Vth + EL),
            say: "Both are negative, so you have added their sizes. How far is it from one to the other?",
          },
          {
            name: "no brackets",
            wrong: gL * Vth - EL,
            say: "You multiplied before you subtracted. First the distance, in brackets.",
          },
          {
            name: "the distance only",
            wrong: Vth - EL,
            say: "That is the climb in mV. What current holds the membrane there against its leak?",
          },
          {
            name: "divided instead of multiplied",
            wrong: (Vth - EL) / gL,
            say: "A conductance in nS times mV is a current in pA.",
          },
          {
            name: "with the capacitance",
            wrong: (lif.C / gL) * (Vth - EL),
            say: "Capacitance says how long it takes, not how much current holds the voltage.",
          },
        ],
      }),
    hints: [
      "At rheobase the target voltage E_L + I/g_L is just the threshold.",
      "Solve that for I.",
      "`mine.gL * (mine.Vth - mine.EL)`",
    ],
    because: "nS times mV gives pA: conductance times distance.",
  }),
  exercise({
    id: "10.2",
    title: "The firing rate in closed form",
    points: 3,
    answer: () => {
      const T = (I: number, tRef: number): number => tRef + 10 * Math.log(I / 10 / (I / 10 - 20));
      const above =
        (f: (I: number) => number) =>
        (I: number): number =>
          I / 10 > 20 ? f(I) : 0;
      return functionAnswer({
        of: "I in pA",
        gives: "Hz",
        at: each([0, 150, 200, 201, 210, 250, 300, 600]),
        tolerance: percent(0.1),
        right: rate,
        misconceptions: [
          {
            name: "refractory period left out",
            wrong: above((I) => 1000 / T(I, 0)),
            say: "Close. What does the neuron do in the first 2 ms after a spike?",
          },
          {
            name: "1/ms for Hz",
            wrong: above((I) => 1 / T(I, 2)),
            say: "Your interval is in ms, so its inverse is in spikes per ms.",
          },
          {
            name: "logarithm to base ten",
            wrong: above((I) => 1000 / (2 + 10 * Math.log10(I / 10 / (I / 10 - 20)))),
            say: "The exponential is undone by the natural logarithm, `Math.log`.",
          },
          {
            name: "quotient upside down",
            wrong: above((I) => 1000 / (2 - 10 * Math.log(I / 10 / (I / 10 - 20)))),
            say: "Your logarithm is negative. The longer distance, from the reset, stands above.",
          },
          {
            name: "rest left out of the target",
            wrong: (I) => (I / 10 <= -55 ? 0 : 1000 / (2 + 10 * Math.log((I / 10 + 75) / (I / 10 + 55)))),
            say: "Your neuron fires without input. The target is E_L + I/g_L, not I/g_L.",
          },
          {
            name: "the interval itself",
            wrong: above((I) => T(I, 2)),
            say: "That is the interval in ms. A rate is its inverse.",
          },
          {
            name: "no rheobase",
            wrong: (I) => 1000 / T(I, 2),
            say: "What is the logarithm of a negative number? Ask first whether the neuron fires at all.",
          },
        ],
      });
    },
    hints: [
      "Compute the target −75 + I/10 and return 0 if it is not above −55.",
      "T = 2 + 10 ln((target + 75)/(target + 55)), in ms.",
      "`1000 / T` is the rate in Hz.",
    ],
    because: "30.8 Hz at 210 pA, 77.0 Hz at 300 pA: the curve starts vertically and bends.",
  }),
  exercise({
    id: "10.3",
    title: "Find the mistake: what is printed?",
    points: 2,
    answer: () =>
      choiceAnswer({
        right: "b",
        others: {
          a: "Read the second formula: it says when and to what value.",
          c: "Which symbol stands under the d/dt?",
        },
      }),
    hints: [
      "Look for each of the three in the two formulas.",
      "After the reset, what keeps the voltage from rising again at once?",
    ],
    because: "A refractory period needs a rule of its own: hold the voltage for t_ref.",
  }),
  exercise({
    id: "10.4",
    title: "The rheobase of the exponential neuron",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "gL in nS and EL, VT, DeltaT in mV",
        gives: "pA",
        at: [
          [50, -65, -55, 2],
          [10, -65, -59.9, 3.48],
          [30, -70.6, -50.4, 2],
          [20, -70, -50, 5],
        ],
        tolerance: percent(0.1),
        right: (gL: number, EL: number, VT: number, DeltaT: number) => gL * (VT - EL - DeltaT),
        misconceptions: [
          {
            name: "the sharp threshold",
            wrong: (gL, EL, VT) => gL * (VT - EL),
            say: "That is right for a sharp threshold at V_T. The exponential already helps there: by how much?",
          },
          {
            name: "the help counted against",
            wrong: (gL, EL, VT, DeltaT) => gL * (VT - EL + DeltaT),
            say: "Does the exponential current help the input or oppose it?",
          },
          {
            name: "only a part multiplied",
            wrong: (gL, EL, VT, DeltaT) => gL * (VT - EL) - DeltaT,
            say: "pA minus mV? The exponential's part is multiplied by g_L, too.",
          },
          {
            name: "divided by the conductance",
            wrong: (gL, EL, VT, DeltaT) => (VT - EL - DeltaT) / gL,
            say: "A conductance in nS times mV is a current in pA.",
          },
          {
            name: "voltage only",
            wrong: (_gL, EL, VT, DeltaT) => VT - EL - DeltaT,
            say: "That is a voltage. Which conductance turns it into a current?",
          },
        ],
      }),
    hints: [
      "Put V = V_T into the equation: what is the exponential there?",
      "At rheobase dV/dt = 0 at the lowest point: I = g_L (V_T − E_L) − g_L Δ_T.",
      "`gL * (VT - EL - DeltaT)`",
    ],
    because: "As Δ_T shrinks to zero the model becomes the leaky neuron with a threshold at V_T.",
  }),
  exercise({
    id: "10.5",
    title: "How strong is the adaptation?",
    points: 2,
    variant: (draw) => ({ I: draw.between(440, 700, 20), b: draw.oneOf([30, 40, 50, 70, 80]) }),
    answer: ({ I, b }) => {
      const preset = adaptiveExponential.preset("adaptation").with({ I });
      const adapting = preset.with({ b });
      const intervals = intervalsOf(adapting);
      const usual = intervalsOf(preset);
      const [first, last] = [intervals[0], intervals[intervals.length - 1]];
      return numberAnswer({
        unit: "",
        right: last / first,
        tolerance: percent(1),
        misconceptions: [
          {
            name: "upside down",
            wrong: first / last,
            say: "The last over the first, please: a neuron that adapts has a ratio above 1.",
          },
          {
            name: "spike times instead of intervals",
            wrong: (() => {
              const s = simulate(adapting, { duration: 500 }).spikes;
              return s[s.length - 1] / s[0];
            })(),
            say: "You divided spike times. Intervals are the differences between neighbours.",
          },
          {
            name: "the last only",
            wrong: last,
            say: "That is the last interval in ms. How does it compare with the first?",
          },
          {
            name: "from the second",
            wrong: last / intervals[1],
            say: "You divided by the second interval. The first entry of a list is number 0.",
          },
          {
            name: "the preset's jump",
            wrong: usual[usual.length - 1] / usual[0],
            say: "That is the preset with its own b. Did you give it yours?",
          },
          {
            name: "the difference",
            wrong: last - first,
            say: "That is how many ms longer the last interval is. A ratio was asked for.",
          },
        ],
      });
    },
    hints: [
      "`interspikeIntervals(adapted.spikes)` is a list.",
      "The last entry of a list `x` is `x[x.length - 1]`.",
      "`intervals[intervals.length - 1] / intervals[0]`",
    ],
    because: "Without w the ratio would be 1.",
  }),
  exercise({
    id: "10.6",
    title: "Make it adapt",
    points: 3,
    answer: () => {
      const { b: _b, tauW: _tauW, ...kept } = tonic.parameters;
      const onlyTwo = (model: Model): boolean =>
        Object.entries(kept).every(([name, value]) => (model.parameters as Record<string, number>)[name] === value);
      const ratio = (model: Model): number => {
        const intervals = intervalsOf(model);
        return intervals.length < 2 ? 0 : intervals[intervals.length - 1] / intervals[0];
      };
      return freeAnswer({
        shape: "a Model",
        is: isModel,
        right: tonic.with({ b: 60, tauW: 300 }),
        properties: [
          {
            name: "only b and tauW changed",
            holds: onlyTwo,
            wrong: tonic.with({ b: 60, tauW: 300, I: 400 }),
            say: 'Another parameter differs from the preset. Start from `adaptiveExponential.preset("tonic spiking")` and change only these two.',
          },
          {
            name: "still fires 5 spikes",
            holds: (model: Model) => spikeCount(model) >= 5,
            wrong: tonic.with({ b: 200, tauW: 400 }),
            say: "It hardly fires any more: each spike adds too much for too long.",
          },
          {
            name: "adapts threefold",
            holds: (model: Model) => ratio(model) >= 3,
            wrong: tonic.with({ b: 200, tauW: 12 }),
            say: "Its last interval is not yet three times its first. Is the memory τ_w longer than the intervals, and is b large enough to be felt?",
          },
        ],
      });
    },
    hints: [
      'Look at the presets: how do "tonic spiking" and "adaptation" differ in b and tauW?',
      "The memory should last several of the first intervals.",
      "Try b = 60 pA and tauW = 300 ms.",
    ],
    because: "Adaptation is a memory of one's own spikes.",
  }),
];
