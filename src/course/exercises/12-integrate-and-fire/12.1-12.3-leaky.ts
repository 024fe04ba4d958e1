import { leakyIntegrateAndFire } from "../../../models/leaky-integrate-and-fire.js";
import { leakyIntegrateAndFireRate } from "../../../experiments/integrate-and-fire-rate.js";
import { simulate } from "../../../solve/simulate.js";
import { exercise, type Exercise } from "../../exercise.js";
import { beyond, between, either, tuple, where } from "../../answers/domain.js";
import { each, functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const lif = leakyIntegrateAndFire.parameters;

const rate = (I: number): number => leakyIntegrateAndFireRate(lif, I);

/** The neuron as a loop of Euler's steps, with a slip if one is given. */
const loop =
  ({ pause = 2, reset = -75, start = -75, gL = 10, C = 100 } = {}) =>
  (I: number, duration: number, dt: number): readonly number[] => {
    const spikes: number[] = [];
    let V = start;
    for (let k = 1; k * dt <= duration; k++) {
      const t = k * dt;
      if (t - (spikes.at(-1) ?? -Infinity) <= pause) continue;
      V += (dt * (I - gL * (V + 75))) / C;
      if (V >= -55) {
        spikes.push(t);
        V = reset;
      }
    }
    return spikes;
  };

/** What an accurate run gives, whatever the step. */
const exact = (I: number, duration: number): readonly number[] =>
  Array.from(simulate(leakyIntegrateAndFire.with({ I }), { duration }).spikes);

/** Charge, fire, forget; and a pause after each spike. */
export const leaky: readonly Exercise[] = [
  exercise({
    id: "12.1",
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
            feedback: "How far has the voltage to climb from rest? Ohm's law wants a difference of voltages.",
          },
          {
            name: "the sum of both",
            wrong: gL * (Vth + EL),
            feedback: "Both are negative, so you have added their sizes. How far is it from one to the other?",
          },
          {
            name: "no brackets",
            wrong: gL * Vth - EL,
            feedback: "You multiplied before you subtracted. First the distance, in brackets.",
          },
          {
            name: "the distance only",
            wrong: Vth - EL,
            feedback: "That is the climb in mV. What current holds the membrane there against its leak?",
          },
          {
            name: "divided instead of multiplied",
            wrong: (Vth - EL) / gL,
            feedback: "A conductance in nS times mV is a current in pA.",
          },
          {
            name: "with the capacitance",
            wrong: (lif.C / gL) * (Vth - EL),
            feedback: "Capacitance says how long it takes, not how much current holds the voltage.",
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
    id: "12.2",
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
        domain: tuple(either(between(-400, 200), beyond(200, 0.01, 50), between(200.01, 2000))),
        tolerance: percent(0.1),
        right: rate,
        parts: [{ name: "above the rheobase", points: 2, where: ([I]) => I > 200 }],
        misconceptions: [
          {
            name: "refractory period left out",
            wrong: above((I) => 1000 / T(I, 0)),
            feedback: "Close. What does the neuron do in the first 2 ms after a spike?",
          },
          {
            name: "1/ms for Hz",
            wrong: above((I) => 1 / T(I, 2)),
            feedback: "Your interval is in ms, so its inverse is in spikes per ms.",
          },
          {
            name: "logarithm to base ten",
            wrong: above((I) => 1000 / (2 + 10 * Math.log10(I / 10 / (I / 10 - 20)))),
            feedback: "The exponential is undone by the natural logarithm, `Math.log`.",
          },
          {
            name: "quotient upside down",
            wrong: above((I) => 1000 / (2 - 10 * Math.log(I / 10 / (I / 10 - 20)))),
            feedback: "Your logarithm is negative. The longer distance, from the reset, stands above.",
          },
          {
            name: "rest left out of the target",
            wrong: (I) => (I / 10 <= -55 ? 0 : 1000 / (2 + 10 * Math.log((I / 10 + 75) / (I / 10 + 55)))),
            feedback: "Your neuron fires without input. The target is E_L + I/g_L, not I/g_L.",
          },
          {
            name: "the interval itself",
            wrong: above((I) => T(I, 2)),
            feedback: "That is the interval in ms. A rate is its inverse.",
          },
          {
            name: "no rheobase",
            wrong: (I) => 1000 / T(I, 2),
            feedback: "What is the logarithm of a negative number? Ask first whether the neuron fires at all.",
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
    id: "12.3",
    title: "A neuron in ten lines",
    points: 4,
    answer: () =>
      functionAnswer({
        of: "I in pA, the duration and dt in ms",
        gives: "a list of spike times in ms",
        at: [
          [250, 100, 0.01],
          [150, 50, 0.01],
          [300, 60, 0.02],
          [500, 30, 0.01],
          [210, 120, 0.02],
          [200.5, 80, 0.25], // where the exact spike comes 0.7 ms later,
          [200.05, 180, 0.1], // and here the second one
        ],
        domain: where(
          either(
            tuple(either(between(-100, 190), between(212, 800)), between(5, 110), between(0.005, 0.02)),
            tuple(between(200.3, 201), between(70, 100), between(0.24, 0.26)),
            tuple(between(200.04, 200.07), between(180, 230), between(0.095, 0.105)),
          ),
          ([I, duration, dt]) => loop()(I, duration - 1, dt).length === loop()(I, duration + 1, dt).length,
        ),
        tolerance: 0.4, // ms; allows for a pause that is a step longer or shorter
        right: loop(),
        parts: [
          { name: "the first spike", points: 2, of: (given: readonly number[]) => given[0] },
          { name: "the later spikes", points: 2, of: (given: readonly number[]) => given.slice(1) },
        ],
        misconceptions: [
          {
            name: "no pause",
            wrong: loop({ pause: 0 }),
            feedback: "Your neuron climbs again at once. What holds it for 2 ms after each spike?",
          },
          {
            name: "no reset",
            wrong: loop({ reset: -55 }),
            feedback: "After the first spike yours fires again and again. Where does the voltage go after a spike?",
          },
          {
            name: "a pause before the first spike",
            wrong: (I, duration, dt) => loop()(I, duration - 2, dt).map((t) => t + 2),
            feedback: "Yours begins with a pause, 2 ms too late. Before the first spike nothing holds the voltage.",
          },
          {
            name: "starts at threshold",
            wrong: loop({ start: -55 }),
            feedback: "Your first spike comes at once. From which voltage does the run start?",
          },
          {
            name: "conductance left out",
            wrong: loop({ gL: 1 }),
            feedback: "Your leak is ten times too weak: g_L is 10 nS.",
          },
          {
            name: "capacitance left out",
            wrong: loop({ C: 1 }),
            feedback: "Your voltage races. By what is the current divided to give mV per ms?",
          },
          {
            name: "the exact times",
            wrong: (I, duration) => exact(I, duration),
            feedback: "Those are the exact times. Steps of `dt` come to others: let your own loop take them.",
          },
          {
            name: "only the first",
            wrong: (I, duration, dt) => loop()(I, duration, dt).slice(0, 1),
            feedback: "That is the first spike. Go on to the end of the run.",
          },
          {
            name: "steps for ms",
            wrong: (I, duration, dt) => loop()(I, duration, dt).map((t) => t / dt),
            feedback: "Those are numbers of steps. Multiply by `dt`.",
          },
          {
            name: "intervals",
            wrong: (I, duration, dt) => loop()(I, duration, dt).map((t, k, all) => t - (all[k - 1] ?? 0)),
            feedback: "Those are intervals. The times themselves are asked for.",
          },
        ],
      }),
    hints: [
      "Keep `V` and a list `spikes`, and count steps: `for (let k = 1; k * dt <= duration; k++)`.",
      "In the pause, skip the step: `if (t - last <= 2) continue;`, where `last` is the last spike time, " +
        "or long ago if there is none.",
      "`V += (dt * (I - 10 * (V + 75))) / 100;` and then `if (V >= -55) { spikes.push(t); V = -75; }`",
    ],
    because: "A line to charge, a line to fire, a line to wait: everything else is bookkeeping.",
  }),
];
