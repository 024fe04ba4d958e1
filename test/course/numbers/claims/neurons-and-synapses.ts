import { host } from "../../../../src/host/node.js";
import { realNeuron, type StepResponses } from "../../../../src/course/rigs/neuron-recordings.js";
import type { SynapticPair } from "../../../../src/dynamics/phase/phase-locking.js";
import { phaseResponse } from "../../../../src/dynamics/phase/phase-response.js";
import { phaseShifts } from "../../../../src/dynamics/phase/phase-shifts.js";
import { simulatePair } from "../../../../src/experiments/simulate-pair.js";
import type { BifurcationDiagram } from "../../../../src/dynamics/system/diagram.js";
import type { Model } from "../../../../src/model/model.js";
import { leakyIntegrateAndFire } from "../../../../src/models/leaky-integrate-and-fire.js";
import { simulate } from "../../../../src/solve/simulate.js";
import type { Stimulus } from "../../../../src/solve/stimuli/stimulus.js";
import type { Trajectory } from "../../../../src/solve/trajectory.js";
import { bursts } from "../../../../src/spikes/bursts.js";
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
  /** mV, the mean of a small step's answer over some ms. */
  level: (k: number, from: number, to: number): number => {
    const { time, V } = realNeuron().small;
    return mean(V[k].filter((_, i) => time[i] >= from && time[i] < to));
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

type Release = (spikes: number[], U: number, tauRec: number) => readonly number[];

export const synapses: Claims = {
  names: {
    /** mV, the largest, of a cell without spikes whose steady current holds it at V. */
    departure: (cell: Model, stimulus: Stimulus, V: number): number => {
      const { gL, EL } = cell.parameters;
      const held = simulate(cell.with({ I: gL * (V - EL) }), { duration: 60, initial: { V }, stimulus });
      const moved = Array.from(held.states.V, (v) => v - V);
      return moved.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
    },
    /** Hz, of the leaky neuron under I pA with so many nS more, open all the time at its resting potential. */
    shunted: (I: number, g: number): number => {
      const { gL } = leakyIntegrateAndFire.parameters;
      const { spikes } = simulate(leakyIntegrateAndFire.with({ I, gL: gL + g }), { duration: 300 });
      return 1000 / (spikes[spikes.length - 1] - spikes[spikes.length - 2]);
    },
    /** What a spike brings in the end of a long train at a rate in Hz, as a part of what the first one brings. */
    settled: (released: Release, { U, tauRec }: { readonly U: number; readonly tauRec: number }, rate: number) => {
      const spikes = Array.from({ length: 80 }, (_, k) => (1000 * k) / rate);
      return released(spikes, U, tauRec)[79] / U;
    },
  },
  long: ["learner", "volleyLearner"],
};

export const twoNeurons: Claims = {
  names: {
    /** Phase at which a kick moves the spikes forward most. */
    topOf: (clock: Model, size: number): number => {
      const { phase, shift } = phaseShifts(clock, { size });
      return phase[shift.indexOf(Math.max(...shift))];
    },
    /** %, of the area of its advances. */
    delays: (clock: Model, I: number): number => {
      const { evidence } = phaseResponse(clock.with({ I }));
      const [above, below] = ["above", "below"].map((side) => Number(evidence[`area ${side} zero, periods per unit`]));
      return (100 * below) / above;
    },
    /** Spikes of a cell in a pair in 1000 ms, and the lead at the end. */
    hurried: (cell: Model, coupling: SynapticPair): { readonly spikes: number; readonly lead: number } => {
      const { spikes, difference } = simulatePair(cell, coupling, { ahead: 0.2, duration: 1000 });
      return { spikes: spikes[0].length, lead: difference[difference.length - 1] };
    },
  },
  long: ["small", "squid", "phaseShifts", "phaseLocking", "lead", "tried", "topOf", "delays", "hurried"],
};

export const bursting: Claims = {
  names: {
    intervalsIn: ({ spikes }: Trajectory): readonly number[] => Array.from(spikes.slice(1), (t, k) => t - spikes[k]),
    dutyOf: (cell: Model): number => {
      const [, { start, end }, next] = bursts(simulate(cell, { duration: 600 }).spikes);
      return (end - start) / (next.start - start);
    },
    homoclinicOf: ({ points }: BifurcationDiagram): number =>
      points.find(({ kind }) => kind === "saddle homoclinic")?.parameter ?? Number.NaN,
    /** The state in which the first burst begins; a single spike is none. */
    firstBurst: (cell: Model): Readonly<Record<string, number>> => {
      const run = simulate(cell, { duration: 4000 });
      return run.at(bursts(run.spikes).find(({ count }) => count > 1)?.start ?? Number.NaN);
    },
  },
  long: ["taken", "tonic", "elliptic", "bifurcations", "firstBurst"],
};
