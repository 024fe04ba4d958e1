/** Answers to notebook 18 that want the points without the work: to a measurement, and in words. */
import { coefficientOfVariation, localVariation } from "../../src/spikes/intervals.js";
import { fanoFactor } from "../../src/spikes/counts.js";
import { balancedNetwork, type BalancedActivity } from "../../src/networks/balanced-network.js";

type Setting = Readonly<Record<"g" | "drive" | "seed", number>>;

const there = (list: readonly number[]): number[] => list.filter((x) => !Number.isNaN(x));
const meanOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const run = (setting: Setting, changes: object = {}): BalancedActivity =>
  balancedNetwork({ excitatory: 400, probability: 0.25, duration: 400, ...setting, ...changes });
const trainsOf = (activity: BalancedActivity, from = 100): Float64Array[] =>
  Array.from({ length: activity.count }, (_, k) => activity.spikesOf(k).filter((t) => t >= from));
const variationsOf = (trains: readonly Float64Array[]): number[] => there(trains.map(coefficientOfVariation));

/** Other numbers that one gets from the network of 18.6, by name. */
export function otherIrregularities(setting: Setting): Readonly<Record<string, number>> {
  const trains = trainsOf(run(setting));
  const intervals = trains.flatMap((train) => Array.from(train.slice(1), (t, k) => t - train[k]));
  const mean = meanOf(intervals);
  return {
    "a Poisson train's": 1,
    "of all intervals in one heap": Math.sqrt(meanOf(intervals.map((x) => (x - mean) ** 2))) / mean,
    "the median": median(variationsOf(trains)),
    "of inhibitory cells": meanOf(variationsOf(trains.slice(400))),
    "of every fiftieth cell": meanOf(variationsOf(trains.filter((_, k) => k % 50 === 0))),
    "of the cells that fire most": meanOf(variationsOf(trains.filter((train) => train.length > 12))),
    "local variation": meanOf(there(trains.map(localVariation))),
    "Fano factor": meanOf(there(trains.map((train) => fanoFactor(train, { duration: 400, window: 50 })))),
    "of half the run": meanOf(variationsOf(trainsOf(run(setting, { duration: 200 })))),
    "from 200 ms on": meanOf(variationsOf(trainsOf(run(setting), 200))),
    "a neighbour's seed": meanOf(variationsOf(trainsOf(run({ ...setting, seed: setting.seed + 1 })))),
    "with more inhibition": meanOf(variationsOf(trainsOf(run({ ...setting, g: setting.g + 0.5 })))),
  };
}

/** Texts for 18.8 that explain nothing. */
export const idleTexts: Readonly<Record<string, string>> = {
  nothing: "",
  "a shrug": "It is late, and inhibition follows excitation.",
  "the question":
    "Explain in your own words, in three sentences or so: why does a loop of excitation and inhibition make a rhythm, " +
    "and what sets its speed?",
  "the hints":
    "Follow one beat: who fires first, whom does that fire, and what happens then? What if inhibition came at once? " +
    "Follow it and see. Then say who fires first.",
  "one word again and again": "Excitation late inhibition. ".repeat(12),
  "a list of words":
    "excitatory inhibitory delay time constant rhythm loop beat frequency cells network crowd spikes phase plane limit " +
    "cycle sigmoid nullcline focus drive threshold reset weight balance fluctuations",
  "excitation alone":
    "Excitatory cells excite each other, so their activity grows until all of them fire. When they are exhausted they " +
    "stop, and after a delay they begin anew. The stronger they excite each other, the faster it goes.",
  "inhibition alone":
    "The inhibitory cells silence everybody for a while. When this has worn off the network wakes up late, and then " +
    "they silence it again. The longer that takes, the slower is the rhythm that one sees.",
  "no time":
    "Excitatory cells drive the inhibitory ones, and these hold the excitatory ones in check. So there is a loop, and a " +
    "loop goes round and round. Its speed depends on the strength of all the weights in the network.",
  "another subject":
    "A neuron rests when the currents through its membrane add up to zero. Potassium flows out and sodium flows in, and " +
    "pumps carry both back. A cell that is dead is at equilibrium, and its battery is flat.",
  numbers:
    "1.5 ms 3 ms 180 Hz 100 Hz 60 Hz 8 ms 12 ms 94 ms 40 ms 27 ms 20 ms 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
};
