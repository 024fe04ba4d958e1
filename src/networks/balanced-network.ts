import { knownOptions, requireCount, requireFinite, requireList, requirePositive } from "../checks/require.js";
import { told } from "../checks/told.js";
import { exp } from "../numerics/elementary.js";
import { poissonQuantile } from "../numerics/poisson-quantile.js";
import { defaultSeed, random } from "../numerics/random.js";
import type { PopulationActivity } from "../solve/population/population.js";
import { spikeList } from "../solve/population/spike-list.js";
import { sparseWiring } from "./sparse-wiring.js";

/** The cell of Brunel's network: potentials in mV from rest, times in ms. */
const cell = { tau: 20, threshold: 20, reset: 10, refractory: 2 } as const;
/** V is exact at the ends of steps, and spikes are there. */
const stepsPerMs = 10;
/** mV: the weights of all excitatory inputs of a cell together, in Brunel's model A 1000 of 0.1 mV. */
const allWeights = 100;
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
  const { g, drive, duration, excitatory, inputs, weight, delay, decay, seed, record } = checked(options);
  const inhibitory = excitatory / 4;
  const count = excitatory + inhibitory;
  const groups = [
    { count: excitatory, inputs: inputs[0] },
    { count: inhibitory, inputs: inputs[1] },
  ];
  const { first, targets } = sparseWiring(groups, seed);
  const { uniform } = random(seed + 2 ** 32);
  const arrivals = poissonQuantile((drive * cell.threshold) / (weight * cell.tau * stepsPerMs));
  const V = Float64Array.from({ length: count }, () => cell.threshold * uniform());
  const free = new Int32Array(count); // the step from which on a cell is no longer refractory
  const kinds = [decay.excitatory, decay.inhibitory].map((constant) => synapseKind(constant, count, delay));
  const refractory = cell.refractory * stepsPerMs;
  const time = Float64Array.from({ length: duration + 1 }, (_, step) => step / stepsPerMs);
  const spikes = spikeList();
  const kept = record.map((which) => Float64Array.of(V[which], ...new Float64Array(duration)));

  const advance = advancer(V, free, kinds);
  for (let step = 1; step <= duration; step++) {
    const [excited, inhibited] = kinds.map(({ underWay }) => underWay[step % underWay.length]);
    for (let k = 0; k < count; k++) excited[k] += weight * arrivals(uniform());
    advance(step, excited, inhibited);
    excited.fill(0);
    inhibited.fill(0);
    for (let k = 0; k < count; k++) {
      if (V[k] < cell.threshold) continue;
      V[k] = cell.reset;
      free[k] = step + refractory;
      spikes.push(time[step], k);
      const { underWay } = kinds[k < excitatory ? 0 : 1];
      deliver(
        k < excitatory ? weight : -g * weight,
        targets,
        first[k],
        first[k + 1],
        underWay[(step + delay) % underWay.length],
      );
    }
    record.forEach((which, c) => (kept[c][step] = V[which]));
  }
  const raster = spikes.raster();
  return {
    count,
    excitatory,
    duration: time[duration],
    raster,
    time,
    recorded: { V: kept },
    weights: [],
    spikesOf(which) {
      requireCell("spikesOf", which, count);
      return raster.time.filter((_, s) => raster.cell[s] === which);
    },
  };
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
  if (decay === 0) return { underWay, current, left: 0, intoV: 0, intoCurrent: 0, atOnce: 1 };
  const { tau } = cell;
  const [left, leak] = [exp(-1 / (decay * stepsPerMs)), exp(-1 / (tau * stepsPerMs))];
  // The integral of e^(−(h − u)/tau) e^(−u/decay) du/tau from 0 to h, the step.
  const intoV = decay === tau ? leak / (tau * stepsPerMs) : ((left - leak) * decay) / (decay - tau);
  return { underWay, current, left, intoV, intoCurrent: tau / decay, atOnce: 0 };
}

/** Takes all cells through a step, at whose end this arrives at each, mV. */
type Advance = (step: number, excited: Float64Array, inhibited: Float64Array) => void;

/** @param free the step up to which a cell is refractory */
function advancer(V: Float64Array, free: Int32Array, [e, i]: readonly SynapseKind[]): Advance {
  const leak = exp(-1 / (cell.tau * stepsPerMs));
  const { current: eCurrent } = e;
  const { current: iCurrent } = i;
  if (e.atOnce === 1 && i.atOnce === 1)
    return (step, excited, inhibited) => {
      for (let k = 0; k < V.length; k++) if (step > free[k]) V[k] = V[k] * leak + excited[k] + inhibited[k];
    };
  return (step, excited, inhibited) => {
    for (let k = 0; k < V.length; k++) {
      const moved = V[k] * leak + eCurrent[k] * e.intoV + iCurrent[k] * i.intoV;
      eCurrent[k] = eCurrent[k] * e.left + excited[k] * e.intoCurrent;
      iCurrent[k] = iCurrent[k] * i.left + inhibited[k] * i.intoCurrent;
      if (step > free[k]) V[k] = moved + excited[k] * e.atOnce + inhibited[k] * i.atOnce;
    }
  };
}

function deliver(weight: number, targets: Int32Array, from: number, end: number, later: Float64Array): void {
  for (let s = from; s < end; s++) later[targets[s]] += weight;
}

/** The options with defaults put in, times as numbers of steps. @throws RangeError or TypeError */
function checked(options: BalancedNetworkOptions) {
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

function requireCell(where: string, which: number, count: number): number {
  if (Number.isInteger(which) && which >= 0 && which < count) return which;
  throw new RangeError(`${where}: cells are numbered 0 to ${count - 1}, asked for ${told(which)}`);
}
