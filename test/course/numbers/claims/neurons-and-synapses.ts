import { host } from "../../../../src/host/node.js";
import { realNeuron, type StepResponses } from "../../../../src/course/rigs/neuron-recordings.js";
import type { Model } from "../../../../src/model/model.js";
import { coincidenceFactor } from "../../../../src/spikes/coincidence.js";
import type { Claims } from "./claims.js";

const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;

interface Sweep {
  readonly I_pA: number;
  readonly pulse1_ms: readonly number[];
}

/** Where the recorded neuron crosses 0 mV upward, ms after a step begins: spikes, up to its depolarisation block. */
const crossings = (I: number): readonly number[] => {
  const { sweeps } = JSON.parse(host.file("data/recordings/neuronA_spiketimes.json")) as { sweeps: readonly Sweep[] };
  return sweeps.findLast(({ I_pA }) => I_pA === I)?.pulse1_ms ?? [];
};

export const aRealNeuron = {
  mean,
  crossings,
  /** mV before, lowest in and at the end of the recorded step of −100 pA, and when it is lowest, ms. */
  nudged: (): Readonly<Record<"rest" | "lowest" | "late" | "at", number>> => {
    const { time, V } = realNeuron().small;
    const during = (from: number, to: number): Float64Array => V[0].filter((_, i) => time[i] >= from && time[i] < to);
    const around = Array.from(time, (t) => (t < 5 || t > 495 ? Infinity : mean(during(t - 2.5, t + 2.5))));
    const lowest = Math.min(...around);
    return { rest: mean(during(-50, 0)), lowest, late: mean(during(400, 500)), at: time[around.indexOf(lowest)] };
  },
  /** ms between the spikes at a step. */
  intervals: ({ current, spikes }: StepResponses, I: number): readonly number[] => {
    const times = Array.from(spikes[current.indexOf(I)]);
    return times.slice(1).map((t, k) => t - times[k]);
  },
  /** How many parameters differ from a model's own. */
  chosen: (model: Model, from: Model): number =>
    model.parameterNames.filter((name) => model.parameters[name] !== from.parameters[name]).length,
  scoreOf: (modelled: Float64Array, recorded: Float64Array): number =>
    coincidenceFactor(recorded, modelled, { precision: 8, duration: 500 }),
  /** pA of the first step under which crossings follow each other within 1 ms, as no spikes do. */
  blockedFrom: (): number =>
    Array.from({ length: 20 }, (_, k) => 100 * (k + 1)).find((I) =>
      crossings(I).some((t, k, all) => k > 0 && t - all[k - 1] < 1),
    ) ?? Number.NaN,
};

export const synapses: Claims = {};

export const twoNeurons: Claims = {};

export const bursting: Claims = {};
