import type { Model } from "../../../model/model.js";
import { adaptiveExponential } from "../../../models/adaptive-exponential.js";
import { simulate } from "../../../solve/simulate.js";
import { bisect } from "../../../numerics/root.js";
import { interspikeIntervals } from "../../../spikes/intervals.js";
import { exercise, type Exercise } from "../../exercise.js";
import { movesLike } from "../../answers/moves-like.js";
import { freeAnswer, isModel } from "../../answers/free-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

/** How far from the ratio that is asked for one may be. */
const within = 0.1;

const tonic = adaptiveExponential.preset("tonic spiking");

const intervalsOf = (model: Model): Float64Array => interspikeIntervals(simulate(model, { duration: 500 }).spikes);

const spikeCount = (model: Model): number => simulate(model, { duration: 500 }).spikes.length;

/** A current that remembers. */
export const adaptation: readonly Exercise[] = [
  exercise({
    id: "12.5",
    title: "How strong is the adaptation?",
    points: 2,
    variant: (draw) => ({ I: draw.between(440, 700, 20), b: draw.between(20, 55, 0.5) }),
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
            feedback: "The last over the first, please: a neuron that adapts has a ratio above 1.",
          },
          {
            name: "spike times instead of intervals",
            wrong: (() => {
              const s = simulate(adapting, { duration: 500 }).spikes;
              return s[s.length - 1] / s[0];
            })(),
            feedback: "You divided spike times. Intervals are the differences between neighbours.",
          },
          {
            name: "the last only",
            wrong: last,
            feedback: "That is the last interval in ms. How does it compare with the first?",
          },
          {
            name: "from the second",
            wrong: last / intervals[1],
            feedback: "You divided by the second interval. The first entry of a list is number 0.",
          },
          {
            name: "the preset's jump",
            wrong: usual[usual.length - 1] / usual[0],
            feedback: "That is the preset with its own b. Did you give it yours?",
          },
          {
            name: "the difference",
            wrong: last - first,
            feedback: "That is how many ms longer the last interval is. A ratio was asked for.",
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
    id: "12.6",
    title: "Make it adapt",
    points: 3,
    variant: (draw) => ({ times: draw.between(3, 7, 0.02) }),
    answer: ({ times }) => {
      const { b: _b, tauW: _tauW, ...kept } = tonic.parameters;
      const pick = (model: Model): { b: number; tauW: number } => {
        const { b, tauW } = (model as Model<"b" | "tauW">).parameters;
        return { b, tauW };
      };
      const onlyTwo = (model: Model): boolean =>
        Object.entries(kept).every(([name, value]) => (model.parameters as Record<string, number>)[name] === value) &&
        ["b", "tauW"].every((name) => name in model.parameters) &&
        movesLike(model, tonic.with(pick(model)));
      const ratio = (model: Model): number => {
        const intervals = intervalsOf(model);
        return intervals.length < 2 ? 0 : intervals[intervals.length - 1] / intervals[0];
      };
      return freeAnswer({
        shape: "a Model",
        is: isModel,
        right: tonic.with({
          tauW: 300,
          b: bisect((b) => ratio(tonic.with({ tauW: 300, b })) >= times, 10, 80, { absolute: 0.05 }),
        }),
        untouched: (model: Model) =>
          onlyTwo(model) && pick(model).b === tonic.parameters.b && pick(model).tauW === tonic.parameters.tauW,
        properties: [
          {
            name: "only b and tauW changed",
            holds: onlyTwo,
            wrong: tonic.with({ b: 60, tauW: 300, I: 400 }),
            feedback:
              "Another parameter differs from the preset, or an equation. " +
              'Start from `adaptiveExponential.preset("tonic spiking")` and change only these two.',
          },
          {
            name: "still fires 5 spikes",
            holds: (model: Model) => spikeCount(model) >= 5,
            wrong: tonic.with({ b: 200, tauW: 400 }),
            feedback: "It hardly fires any more: each spike adds too much for too long.",
          },
          {
            name: "adapts enough",
            holds: (model: Model) => ratio(model) >= times - within,
            wrong: tonic.with({ b: 200, tauW: 12 }),
            feedback:
              "Its last interval is not yet so many times its first. Is the memory τ_w longer than the intervals, " +
              "and is b large enough to be felt?",
          },
          {
            name: "adapts no more than that",
            holds: (model: Model) => ratio(model) <= times + within,
            wrong: tonic.with({ b: 95, tauW: 300 }),
            feedback: "It adapts more than it should. A smaller b, or a shorter memory?",
          },
        ],
      });
    },
    hints: [
      'Look at the presets: how do "tonic spiking" and "adaptation" differ in b and tauW?',
      "The memory should last several of the first intervals.",
      "Try tauW = 300 ms, with b between 10 and 80 pA: halve the interval.",
    ],
    because: "Adaptation is a memory of one's own spikes.",
  }),
];
