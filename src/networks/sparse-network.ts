import { exp } from "../numerics/elementary.js";
import { poissonQuantile } from "../numerics/poisson-quantile.js";
import { random } from "../numerics/random.js";
import type { PopulationActivity } from "../solve/population/population.js";
import { spikeList } from "../solve/population/spike-list.js";
import { sparseWiring } from "./sparse-wiring.js";

/** The cell of Brunel's network: potentials in mV from rest, times in ms. */
const cell = { tau: 20, threshold: 20, reset: 10, refractory: 2 } as const;
/** V is exact at the ends of steps, and spikes are there. */
export const stepsPerMs = 10;
/** What is left of V after a step. */
const leak = exp(-1 / (cell.tau * stepsPerMs));

/** A network ready to be run: see `BalancedNetworkOptions`. */
export interface SparseNetwork {
  readonly g: number;
  readonly drive: number;
  /** In steps, as the delay. */
  readonly duration: number;
  readonly excitatory: number;
  /** Of each cell, from excitatory and from inhibitory ones. */
  readonly inputs: readonly number[];
  /** mV. */
  readonly weight: number;
  readonly delay: number;
  /** ms. */
  readonly decay: { readonly excitatory: number; readonly inhibitory: number };
  readonly seed: number;
}

/** What it did. */
export type SparseRun = Pick<PopulationActivity, "count" | "raster">;

/** Takes a network through its run, and hands on V at the beginning and after each step. */
export function runSparseNetwork(network: SparseNetwork, keep?: (V: Float64Array, step: number) => void): SparseRun {
  const { g, drive, duration, excitatory, inputs, weight, delay, decay, seed } = network;
  const inhibitory = excitatory / 4;
  const count = excitatory + inhibitory;
  const groups = [excitatory, inhibitory].map((sources, group) => ({ count: sources, inputs: inputs[group] }));
  const { first, targets } = sparseWiring(groups, seed);
  const { uniform } = random(seed + 2 ** 32);
  const arrivals = poissonQuantile((drive * cell.threshold) / (weight * cell.tau * stepsPerMs));
  const V = Float64Array.from({ length: count }, () => cell.threshold * uniform());
  const free = new Int32Array(count); // the step from which on a cell is no longer refractory
  const kinds = [decay.excitatory, decay.inhibitory].map((constant) => synapseKind(constant, count, delay));
  const refractory = cell.refractory * stepsPerMs;
  const spikes = spikeList();
  keep?.(V, 0);

  for (let step = 1; step <= duration; step++) {
    const [fromOutside] = kinds.map(({ underWay }) => underWay[step % underWay.length]);
    for (let k = 0; k < count; k++) fromOutside[k] += weight * arrivals(uniform());
    for (let k = 0; k < count; k++) if (step > free[k]) V[k] *= leak;
    for (const kind of kinds) bring(kind, step, V, free);
    for (let k = 0; k < count; k++) {
      if (V[k] < cell.threshold) continue;
      V[k] = cell.reset;
      free[k] = step + refractory;
      spikes.push(step / stepsPerMs, k);
      const { underWay } = kinds[k < excitatory ? 0 : 1];
      deliver(
        k < excitatory ? weight : -g * weight,
        targets,
        first[k],
        first[k + 1],
        underWay[(step + delay) % underWay.length],
      );
    }
    keep?.(V, step);
  }
  return { count, raster: spikes.raster() };
}

/** Synapses of one kind: what is under way along the axons, and the current that they bring, in mV, where it lasts. */
interface SynapseKind {
  /** For each step until the delay is over, what arrives at each cell at its end, mV. */
  readonly underWay: readonly Float64Array[];
  readonly current: Float64Array;
  /** What is left of a current after a step. */
  readonly left: number;
  /** How much of a current has gone into V after a step. */
  readonly intoV: number;
  /** What an arrival of 1 mV adds to the current, and to V. */
  readonly intoCurrent: number;
  readonly atOnce: number;
}

/** @param delay in steps */
function synapseKind(decay: number, count: number, delay: number): SynapseKind {
  const underWay = Array.from({ length: delay + 1 }, () => new Float64Array(count));
  const current = new Float64Array(count);
  const { tau } = cell;
  const left = decay && exp(-1 / (decay * stepsPerMs)); // without decay there is no current
  // The integral of e^(−(h − u)/tau) e^(−u/decay) du/tau from 0 to h, the step.
  const intoV = decay === tau ? leak / (tau * stepsPerMs) : ((left - leak) * decay) / (decay - tau);
  return { underWay, current, left, intoV, intoCurrent: decay && tau / decay, atOnce: decay === 0 ? 1 : 0 };
}

/** What has arrived by synapses of one kind at the end of a step goes into the current, and into V. */
function bring(kind: SynapseKind, step: number, V: Float64Array, free: Int32Array): void {
  const { underWay, current, left, intoV, intoCurrent, atOnce } = kind;
  const arriving = underWay[step % underWay.length];
  for (let k = 0; k < V.length; k++) {
    if (step > free[k]) V[k] += current[k] * intoV + arriving[k] * atOnce;
    current[k] = current[k] * left + arriving[k] * intoCurrent;
  }
  arriving.fill(0);
}

function deliver(weight: number, targets: Int32Array, from: number, end: number, later: Float64Array): void {
  for (let s = from; s < end; s++) later[targets[s]] += weight;
}
