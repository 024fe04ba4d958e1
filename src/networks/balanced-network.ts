import { knownOptions, requireCount, requireFinite, requireList, requirePositive } from "../checks/require.js";
import { told } from "../checks/told.js";
import { defaultSeed } from "../numerics/random.js";
import type { PopulationActivity } from "../solve/population/population.js";
import { requireCell, spikesOf } from "../solve/population/spike-list.js";
import { runSparseNetwork, stepsPerMs, type SparseNetwork } from "./sparse-network.js";

/** mV: the weights of all excitatory inputs of a cell together, in Brunel's model A 1000 of 0.1 mV. */
const allWeights = 100;
/** 1/mV: of drive over weight, so that some hundred arrivals come to a cell in a step. */
const mostDrive = 5000;
/** Of synapses, which take 4 bytes each. */
const most = 50_000_000;

/** The network of `balancedNetwork`; all defaults are those of Brunel's model A. */
export interface BalancedNetworkOptions {
  /** An inhibitory weight over an excitatory one, by default 5; at 4 the two balance, as there are 4 to 1. */
  readonly g?: number;
  /**
   * What comes from outside, ν_ext/ν_thr, by default 2: at 1 it would by itself bring the mean potential of a cell just
   * to its threshold.
   */
  readonly drive?: number;
  /** ms, by default 200, in steps of 0.1. */
  readonly duration?: number;
  /** Number of excitatory cells, by default 10 000; there are a quarter as many inhibitory ones. */
  readonly excitatory?: number;
  /** How probable it is that a cell listens to a given other, by default 0.1. All have the same number of inputs. */
  readonly probability?: number;
  /**
   * What an excitatory spike adds to V, mV. By default 100 mV over the number C of excitatory inputs of a cell, which
   * is 0.1 mV for 1000. So a smaller network has the same mean input; its variance grows as 1/C.
   */
  readonly weight?: number;
  /** From a spike to its targets, ms, by default 1.5. */
  readonly delay?: number;
  /**
   * Time constants in ms with which the current of a synapse decays, by default 0: V jumps at once. A current of any
   * time constant brings the same charge.
   */
  readonly decay?: { readonly excitatory?: number; readonly inhibitory?: number };
  /** An integer, by default 1; the same seed gives the same synapses, initial potentials and arrivals from outside. */
  readonly seed?: number;
  /** Cells whose V to keep at the end of each step, as `recorded.V`; none by default. */
  readonly record?: readonly number[];
}

const optionNames = [
  "g",
  "drive",
  "duration",
  "excitatory",
  "probability",
  "weight",
  "delay",
  "decay",
  "seed",
  "record",
] as const;

/** What a balanced network did: the excitatory cells come first. */
export interface BalancedActivity extends PopulationActivity {
  /** Number of excitatory cells. */
  readonly excitatory: number;
}

/**
 * A sparse random network of excitatory and inhibitory leaky integrate-and-fire cells: Brunel (2000) J. Comput.
 * Neurosci. 8:183, model A. τ dV/dt = −V + what the synapses bring, with τ = 20 ms, threshold 20 mV and reset to 10 mV
 * for 2 ms. Each cell listens to a tenth of the others and, independently of all, to a Poisson train from outside.
 *
 * Excitation, inhibition and drive decide on the state: synchronous regular (g 3, drive 2), asynchronous irregular (5,
 * 2), synchronous irregular and fast (6, 4) or slow (4.5, 0.9). `test/networks/balanced-network.long.test.ts`
 * reproduces the rates of his Fig. 8.
 *
 * @throws RangeError or TypeError for numbers that make no sense, or times that are no whole number of steps
 */
export function balancedNetwork(options: BalancedNetworkOptions = {}): BalancedActivity {
  const { record, ...network } = checked(options);
  const kept = record.map(() => new Float64Array(network.duration + 1));
  const { count, raster } = runSparseNetwork(network, (V, step) => {
    record.forEach((which, c) => (kept[c][step] = V[which]));
  });
  return {
    count,
    excitatory: network.excitatory,
    duration: network.duration / stepsPerMs,
    raster,
    time: Float64Array.from({ length: network.duration + 1 }, (_, step) => step / stepsPerMs),
    recorded: { V: kept },
    weights: [],
    spikesOf: (cell) => spikesOf(raster, count, cell),
  };
}

/** The options with defaults put in, times as numbers of steps. @throws RangeError or TypeError */
function checked(options: BalancedNetworkOptions): SparseNetwork & { readonly record: readonly number[] } {
  const where = "balancedNetwork";
  const given = knownOptions(where, options, optionNames);
  const { g = 5, drive = 2, excitatory = 10_000, probability = 0.1, seed = defaultSeed, record = [] } = given;
  for (const [name, value] of Object.entries({ g, drive }))
    if (requireFinite(where, name, value) < 0)
      throw new RangeError(`${where}: ${name} must be 0 or more, got ${value}; an inhibitory weight is −g times J`);
  if (requireCount(where, "excitatory", excitatory) % 4 !== 0)
    throw new RangeError(`${where}: excitatory must be a multiple of 4, as there are 4 to 1, got ${excitatory}`);
  if (!(probability > 0 && probability <= 1))
    throw new RangeError(`${where}: probability must be above 0 and at most 1, got ${told(probability)}`);
  const inputs = [excitatory, excitatory / 4].map((sources) => Math.round(probability * sources));
  if (inputs[1] < 1)
    throw new RangeError(
      `${where}: with probability ${probability} a cell listens to none of ${excitatory / 4} inhibitory ones`,
    );
  const synapses = (excitatory + excitatory / 4) * (inputs[0] + inputs[1]);
  if (synapses > most)
    throw new RangeError(
      `${where}: ${excitatory} excitatory cells and probability ${probability} make ${synapses} synapses; ` +
        `the most is ${most}`,
    );
  const weight = requirePositive(where, "weight", given.weight ?? allWeights / inputs[0], "mV");
  if (drive / weight > mostDrive)
    throw new RangeError(`${where}: a weight of ${weight} mV is too small for a drive of ${drive}: too many arrivals`);
  const kinds = knownOptions(`${where}: decay`, given.decay, ["excitatory", "inhibitory"]);
  const decay = { excitatory: kinds.excitatory ?? 0, inhibitory: kinds.inhibitory ?? 0 };
  for (const [name, value] of Object.entries(decay))
    if (requireFinite(`${where}: decay`, name, value, "ms") < 0)
      throw new RangeError(`${where}: decay: ${name} must be 0 ms or more, got ${value}`);
  const duration = wholeSteps(where, "duration", given.duration ?? 200);
  const delay = wholeSteps(where, "delay", given.delay ?? 1.5);
  const count = excitatory + excitatory / 4;
  requireList(where, "record", record, "[0, 1], the cells", 0);
  for (const which of record) requireCell(`${where}: record`, which, count);
  return { g, drive, duration, excitatory, inputs, weight, delay, decay, seed, record };
}

/** The steps in so many ms. @throws RangeError unless it is a whole number of them, 1 or more */
function wholeSteps(where: string, name: string, ms: number): number {
  const steps = Math.round(requirePositive(where, name, ms, "ms") * stepsPerMs);
  if (steps < 1 || Math.abs(steps / stepsPerMs - ms) > 1e-9)
    throw new RangeError(`${where}: ${name} must be a whole number of steps of 0.1 ms, got ${ms} ms`);
  return steps;
}
