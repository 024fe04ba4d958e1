import { requireMade, type Made } from "../checks/require-made.js";
import { requireModel } from "../checks/require-model.js";
import { knownOptions, requirePositive, requireNumbers, requireCount, requireFinite } from "../checks/require.js";
import type { Model } from "../model/model.js";
import { simulatePopulation, type PopulationActivity } from "../solve/population/population.js";
import { defaultSeed, random } from "../numerics/random.js";

/** How `corticalNetwork` departs from the published network. */
export interface CorticalNetworkOptions {
  /** Number of excitatory cells, by default 800. */
  readonly excitatory?: number;
  /** Number of inhibitory cells, by default 200. */
  readonly inhibitory?: number;
  /** ms, by default 1000. */
  readonly duration?: number;
  /** Factor on all weights, by default 1: 0 uncouples the cells. */
  readonly coupling?: number;
  /** Factor on the inhibitory weights alone, by default 1. */
  readonly inhibition?: number;
  /** Factor on the noise of all cells, by default 1. */
  readonly noise?: number;
  /** An integer, by default 1; the same seed gives the same cells, weights and noise. */
  readonly seed?: number;
}

const optionNames = ["excitatory", "inhibitory", "duration", "coupling", "inhibition", "noise", "seed"] as const;

/**
 * The network of Izhikevich (2003) IEEE Trans. Neural Netw. 14:1569–1572, Fig. 4 and its listing: every cell is joined
 * to every other, with weights drawn uniformly up to 0.5 (excitatory) and −1 (inhibitory); each cell has its own
 * parameters and its own noise. By the published steps of 1 ms, v in two halves.
 * @param model a model with the parameters a, b, c, d and the states v, u: `izhikevich`
 * @throws what `simulatePopulation` throws for numbers that make no sense
 */
export function corticalNetwork(
  model: Model<"a" | "b" | "c" | "d" | "vpeak" | "I">,
  options: CorticalNetworkOptions = {},
): PopulationActivity {
  requireModel("corticalNetwork", model);
  const {
    excitatory = 800,
    inhibitory = 200,
    duration = 1000,
    coupling = 1,
    inhibition = 1,
    noise = 1,
    seed = defaultSeed,
  } = knownOptions("corticalNetwork", options, optionNames);
  requireCount("corticalNetwork", "excitatory", excitatory, 0);
  requireCount("corticalNetwork", "inhibitory", inhibitory, 0);
  for (const [name, value] of Object.entries({ coupling, inhibition, noise }))
    if (requireFinite("corticalNetwork", name, value) < 0)
      throw new RangeError(`corticalNetwork: ${name} must be a number ≥ 0, got ${value}`);
  const count = excitatory + inhibitory;
  const { uniforms } = random(seed);
  const cells = published(count, excitatory, uniforms);
  const weights = new Float64Array(count * count);
  for (let from = 0; from < count; from++) {
    const row = weights.subarray(from * count, (from + 1) * count); // drawn and scaled while it is near
    uniforms(row);
    scale(row, coupling * (from < excitatory ? 0.5 : -inhibition));
  }
  return simulatePopulation(model, {
    count,
    duration,
    seed,
    method: "izhikevich2003",
    dt: 1,
    parameters: { a: cells.a, b: cells.b, c: cells.c, d: cells.d },
    initial: { v: -65, u: cells.b.map((b) => -65 * b) },
    noise: Float64Array.from(cells.b, (_, cell) => noise * (cell < excitatory ? 5 : 2)),
    coupling: { onto: "I", weights },
  });
}

/** The parameters of 2003: each cell has a random number of its own. */
function published(count: number, excitatory: number, uniforms: (out: Float64Array) => void) {
  const [r, a, b, c, d] = Array.from({ length: 5 }, () => new Float64Array(count));
  uniforms(r);
  for (let cell = 0; cell < count; cell++) {
    const isExcitatory = cell < excitatory;
    a[cell] = isExcitatory ? 0.02 : 0.02 + 0.08 * r[cell];
    b[cell] = isExcitatory ? 0.2 : 0.25 - 0.05 * r[cell];
    c[cell] = isExcitatory ? -65 + 15 * r[cell] ** 2 : -65;
    d[cell] = isExcitatory ? 8 - 6 * r[cell] ** 2 : 2;
  }
  return { a, b, c, d };
}

function scale(values: Float64Array, factor: number): void {
  for (let k = 0; k < values.length; k++) values[k] = factor * values[k];
}

/** The rate of a population in time. */
export interface PopulationRate {
  /** Middles of the bins, ms. */
  readonly time: Float64Array;
  /** Hz per cell. */
  readonly rate: Float64Array;
}

/** What `populationRate` takes. */
export interface PopulationRateOptions {
  /** Width of a bin, ms, by default 5. */
  readonly bin?: number;
}

/**
 * The spikes of a whole population in bins, as a rate per cell in Hz.
 * @throws RangeError for a bin that is not positive or longer than the run
 */
export function populationRate(
  activity: Pick<PopulationActivity, "raster" | "count" | "duration">,
  options: PopulationRateOptions = {},
): PopulationRate {
  requireMade("populationRate", activity, population);
  const { raster, count, duration } = activity;
  const { bin = 5 } = knownOptions("populationRate", options, ["bin"]);
  requirePositive("populationRate", "bin", bin, "ms");
  const bins = Math.floor(duration / bin);
  if (bins < 1) throw new RangeError(`populationRate: a bin of ${bin} ms is longer than the run of ${duration} ms`);
  const rate = new Float64Array(bins);
  for (const t of raster.time) {
    const k = Math.ceil(t / bin) - 1; // a spike at the end of a step belongs to it
    if (k >= 0 && k < bins) rate[k] += 1000 / (bin * count);
  }
  return { time: Float64Array.from({ length: bins }, (_, k) => (k + 0.5) * bin), rate };
}

const population: Made = {
  what: "the activity of a population",
  parts: ["raster", "count", "duration"],
  by: "simulatePopulation(…)",
};

/** Which part of a run `rhythm` takes, and how it averages. */
export interface RhythmOptions {
  /** ms at the beginning that do not count, by default 0: all cells start alike, which is forgotten only slowly. */
  readonly from?: number;
  /** The power is averaged over windows of so many ms, one after the other; by default one, the rest of the run. */
  readonly window?: number;
}

/**
 * Power of the population's rhythm at each frequency in Hz, in units of what independent Poisson cells of the same rate
 * would give.
 * @throws RangeError for a window that does not fit into the run, or a frequency that does not fit a whole number of
 * times into a window
 */
export function rhythm(
  activity: PopulationActivity,
  frequencies: ArrayLike<number>,
  options: RhythmOptions = {},
): Float64Array {
  requireMade("rhythm", activity, population);
  requireNumbers("rhythm", "frequencies", frequencies, "[10, 20, 40]");
  const { raster, duration } = activity;
  const { from = 0, window = duration - from } = knownOptions("rhythm", options, ["from", "window"]);
  const windows = Math.floor((duration - from) / window);
  if (!(from >= 0 && window > 0 && windows >= 1))
    throw new RangeError(
      `rhythm: windows of ${window} ms from ${from} ms on do not fit into the run of ${duration} ms`,
    );
  const times = Array.from({ length: windows }, () => [] as number[]);
  // A spike at the end of a step belongs to it.
  for (const t of raster.time) times[Math.ceil((t - from) / window) - 1]?.push(t);
  const count = times.reduce((sum, { length }) => sum + length, 0);
  return Float64Array.from(frequencies, (f) => {
    // Only then does a steady rate add nothing.
    if (!Number.isInteger((f * window) / 1000))
      throw new RangeError(`rhythm: a frequency must fit a whole number of times into ${window} ms, got ${f} Hz`);
    return count === 0 ? 0 : times.reduce((sum, some) => sum + powerAt(f, some), 0) / count;
  });
}

/**
 * Squared size of the sum of unit vectors that turn f times a second, one for each spike; their number on average, if
 * they are independent.
 */
function powerAt(f: number, times: readonly number[]): number {
  let [re, im] = [0, 0];
  for (const t of times) {
    re += Math.cos((2 * Math.PI * f * t) / 1000);
    im += Math.sin((2 * Math.PI * f * t) / 1000);
  }
  return re * re + im * im;
}
