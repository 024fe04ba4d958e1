import { leakyIntegrateAndFire } from "../../../models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { simulate } from "../../../solve/simulate.js";
import { pulses } from "../../../solve/stimuli/stimulus-shapes.js";
import { between, logBetween, tuple, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

type ShiftBy = (alone: number[], kicked: number[], T: number) => number;
type Saved = (V: number, I: number) => number;

const last = (train: ArrayLike<number>): number => train[train.length - 1];
const wholeLeftIn: ShiftBy = (alone, kicked, T) => (last(alone) - last(kicked)) / T;
const shiftBy: ShiftBy = (alone, kicked, T) => {
  const earlier = wholeLeftIn(alone, kicked, T);
  return earlier - Math.round(earlier);
};

/** A run left alone, and one kicked after its second spike, which may cost a spike; one more or less at its end. */
function trains(random: () => number): [number[], number[], number] {
  const T = logBetween(4, 40)(random);
  const shift = between(-0.45, 0.45)(random);
  const alone = Array.from({ length: whole(3, 12)(random) }, (_, k) => (0.3 + k) * T);
  const lost = whole(0, 1)(random);
  const kicked = [...alone, last(alone) + T].map((t, k) => (k < 2 ? t : t + (lost - shift) * T));
  return [alone, kicked.slice(0, alone.length + whole(-1, 1)(random)), T];
}

const clock = persistentSodiumPotassium.with({ I: 6 });
const duration = 150; // ms
let known: { readonly alone: Float64Array; readonly T: number } | undefined;

/** The shift as the lesson measures it, periods, and the period, ms. */
function measured(phase: number, size: number): { readonly shift: number; readonly T: number } {
  if (known === undefined) {
    const { spikes } = simulate(clock, { duration });
    known = { alone: spikes, T: spikes[6] - spikes[5] };
  }
  const { alone, T } = known;
  const stimulus = pulses(10 * size, { width: 0.1, at: [alone[5] + phase * T] });
  const { spikes } = simulate(clock, { duration, stimulus });
  return { shift: shiftBy(Array.from(alone), Array.from(spikes), T), T };
}

const { C, gL, EL } = leakyIntegrateAndFire.parameters;

/** How a kick moves a clock. */
export const phaseResponseExercises: readonly Exercise[] = [
  exercise({
    id: "21.1",
    title: "The shift",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "the spike times alone and kicked and the period T, in ms",
        gives: "periods",
        at: [
          [[5, 15, 25, 35], [5, 15, 23, 33], 10],
          [[5, 15, 25, 35], [5, 15, 27], 10],
          [[5, 15, 25, 35], [5, 15, 24, 34, 44], 10],
          [[5, 15, 25, 35], [5, 15, 32], 10], // a spike left out, and the next one early
          [[2, 22, 42, 62], [2, 22, 42, 62], 20],
          [[3, 9, 15, 21], [3, 9, 16.8, 22.8], 6],
        ] as [number[], number[], number][],
        domain: trains,
        tolerance: 1e-4,
        right: shiftBy,
        misconceptions: [
          {
            name: "the sign turned",
            wrong: (alone, kicked, T) => -shiftBy(alone, kicked, T) || 0,
            feedback: "Spikes that come earlier are a positive shift. Which of the two times is the larger one then?",
          },
          {
            name: "in ms",
            wrong: (alone, kicked, T) => T * shiftBy(alone, kicked, T),
            feedback: "That is in ms. What part of a period is it?",
          },
          {
            name: "whole periods left in",
            wrong: wholeLeftIn,
            feedback:
              "The runs may differ by a whole spike. Take the whole periods out: which whole number is nearest?",
          },
          {
            name: "from 0 to 1",
            wrong: (alone, kicked, T) => {
              const earlier = wholeLeftIn(alone, kicked, T);
              return earlier - Math.floor(earlier);
            },
            feedback: "Yours lies from 0 to 1, so that no spike ever comes later. It should lie from −½ to ½.",
          },
          {
            name: "the first spikes compared",
            wrong: (alone, kicked, T) => (alone[0] - kicked[0]) / T,
            feedback:
              "The first spikes come before the kick. Which ones have felt it, and forgotten all but the shift?",
          },
        ] as { name: string; wrong: ShiftBy; feedback: string }[],
      }),
    hints: [
      "The last spike of a list stands at `alone[alone.length - 1]`.",
      "Their difference, divided by T, is the shift and perhaps a whole number more.",
      "`earlier - Math.round(earlier)` takes the nearest whole number away.",
    ],
    because: "After a few periods all that is left of a kick is a shift in time.",
  }),
  exercise({
    id: "21.2",
    title: "Your kick",
    points: 3,
    variant: (draw) => ({
      size: draw.oneOf([-1, 1]) * draw.between(1.5, 5, 0.1),
      phase: draw.between(0.5, 0.88, 0.01),
    }),
    answer: ({ size, phase }) => {
      const { shift, T } = measured(phase, size);
      const misconceptions = [
        { name: "in ms", wrong: shift * T, feedback: "That is in ms. What part of a period is it?" },
        { name: "in percent", wrong: 100 * shift, feedback: "Give a part of a period, not of a hundred." },
        {
          name: "the phase after the kick",
          wrong: phase + shift,
          feedback: "That is the phase to which the kick brings the clock. By how much has it grown?",
        },
        {
          name: "the time to the next spike",
          wrong: 1 - phase - shift,
          feedback: "That is what is left to the next spike after the kick. How much less is it than without the kick?",
        },
        {
          name: "the phase of the kick",
          wrong: phase,
          feedback: "That is when the kick comes. What does it do to the late spikes?",
        },
      ];
      return numberAnswer({
        unit: "",
        tolerance: 0.006,
        right: shift,
        misconceptions: misconceptions.filter(({ wrong }, k) =>
          [shift, ...misconceptions.slice(0, k).map((m) => m.wrong)].every((x) => Math.abs(x - wrong) > 0.014),
        ),
      });
    },
    hints: [
      "`kickedAt(mine.phase, mine.size)` is the run with your kick.",
      "`shiftBy(Array.from(free.spikes), Array.from(kickedAt(mine.phase, mine.size).spikes), period)`",
    ],
    because: "One kick, and every spike that ever follows is moved.",
  }),
  exercise({
    id: "21.3",
    title: "What a mV saves",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV and I in pA",
        gives: "ms/mV",
        at: [
          [-75, 300],
          [-60, 300],
          [-55, 260],
          [-70, 800],
          [-65, 450],
        ],
        domain: tuple(between(-75, -55), between(215, 1200)),
        tolerance: percent(0.1),
        right: (V: number, I: number) => C / (I - gL * (V - EL)),
        misconceptions: [
          {
            name: "the speed",
            wrong: (V, I) => (I - gL * (V - EL)) / C,
            feedback: "That is the speed in mV/ms. How long does one mV take at that speed?",
          },
          {
            name: "without the leak",
            wrong: (_, I) => C / I,
            feedback:
              "Yours is the same at every potential. The leak slows the neuron the more, the higher it has come.",
          },
          {
            name: "the leak with the wrong sign",
            wrong: (V, I) => C / (I + gL * (V - EL)),
            feedback: "In yours the neuron becomes faster on its way up. Look at the sign of the leak.",
          },
          {
            name: "without the capacitance",
            wrong: (V, I) => 1 / (I - gL * (V - EL)),
            feedback: "An ms/mV is pF/pA. What stands on the left of the equation besides the derivative?",
          },
          {
            name: "from zero",
            wrong: (V, I) => C / (I - gL * V),
            feedback: "The leak vanishes at −75 mV, not at zero.",
          },
        ] as { name: string; wrong: Saved; feedback: string }[],
      }),
    hints: [
      "Solve the equation for the speed dV/dt, in mV/ms.",
      "At a speed of v mV/ms one mV takes 1/v ms.",
      "`100 / (I - 10 * (V + 75))`",
    ],
    because: "Where a clock is slow, a kick saves most.",
  }),
];
