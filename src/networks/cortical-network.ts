import type { Model } from "../model/model.js";
import { simulatePopulation, type PopulationActivity } from "../solve/population/population.js";
import { random } from "../numerics/random.js";

export interface CorticalNetworkOptions {
  readonly excitatory?: number;
  readonly inhibitory?: number;
  /** ms. */
  readonly duration?: number;
  /** Factor on all weights: 0 uncouples the cells, 1 is the published network. */
  readonly coupling?: number;
  /** Factor on the inhibitory weights alone. */
  readonly inhibition?: number;
  /** Factor on the noise of all cells. */
  readonly noise?: number;
  readonly seed?: number;
}

/**
 * The network of Izhikevich (2003) IEEE Trans. Neural Netw. 14:1569–1572, Fig. 4 and its listing: every cell is joined
 * to every other, with weights drawn uniformly up to 0.5 (excitatory) and −1 (inhibitory); each cell has its own
 * parameters and its own noise. By the published steps of 1 ms, v in two halves.
 * @param model a model with the parameters a, b, c, d and the states v, u: `izhikevich`
 */
export function corticalNetwork(
  model: Model<"a" | "b" | "c" | "d" | "vpeak" | "I">,
  {
    excitatory = 800,
    inhibitory = 200,
    duration = 1000,
    coupling = 1,
    inhibition = 1,
    noise = 1,
    seed = 1,
  }: CorticalNetworkOptions = {},
): PopulationActivity {
  const count = excitatory + inhibitory;
  const { uniform } = random(seed);
  const r = Float64Array.from({ length: count }, uniform);
  const isExcitatory = (cell: number): boolean => cell < excitatory;
  const weights = new Float64Array(count * count);
  for (let from = 0; from < count; from++) {
    const largest = coupling * (isExcitatory(from) ? 0.5 : -inhibition);
    for (let to = 0; to < count; to++) weights[from * count + to] = largest * uniform();
  }
  const b = (cell: number): number => (isExcitatory(cell) ? 0.2 : 0.25 - 0.05 * r[cell]);
  return simulatePopulation(model, {
    count,
    duration,
    seed,
    method: "izhikevich2003",
    dt: 1,
    parameters: {
      a: (cell) => (isExcitatory(cell) ? 0.02 : 0.02 + 0.08 * r[cell]),
      b,
      c: (cell) => (isExcitatory(cell) ? -65 + 15 * r[cell] ** 2 : -65),
      d: (cell) => (isExcitatory(cell) ? 8 - 6 * r[cell] ** 2 : 2),
    },
    initial: { v: -65, u: (cell) => -65 * b(cell) },
    noise: (cell) => noise * (isExcitatory(cell) ? 5 : 2),
    coupling: { onto: "I", weights },
  });
}

/**
 * Spikes of the whole population in bins of `width` ms, as a rate per cell in Hz: `time` holds the middles of the bins.
 */
export interface PopulationRate {
  readonly time: Float64Array;
  readonly rate: Float64Array;
}

/** @throws RangeError for a width that is not positive or exceeds the run */
export function populationRate({ raster, count, duration }: PopulationActivity, width = 5): PopulationRate {
  if (!(width > 0 && width <= duration))
    throw new RangeError(
      `populationRate: the width of a bin must be positive and at most ${duration} ms, got ${String(width)}`,
    );
  const bins = Math.floor(duration / width);
  const rate = new Float64Array(bins);
  for (const t of raster.time) {
    const bin = Math.ceil(t / width) - 1; // a spike at the end of a step belongs to it
    if (bin >= 0 && bin < bins) rate[bin] += 1000 / (width * count);
  }
  return { time: Float64Array.from({ length: bins }, (_, k) => (k + 0.5) * width), rate };
}

export interface RhythmOptions {
  /**
   * ms at the beginning that do not count: all cells start alike, and it takes a while until that is forgotten. Default
   * 0.
   */
  readonly from?: number;
  /** The power is averaged over windows of so many ms, one after the other; default: the rest of the run. */
  readonly window?: number;
}

/**
 * Power of the population's rhythm at each frequency in Hz, in units of what independent Poisson cells of the same rate
 * would give.
 * @throws RangeError for a window that does not fit into the run, or a frequency that does not fit a whole number of
 * times into a window
 */
export function rhythm(
  { raster, duration }: PopulationActivity,
  frequencies: ArrayLike<number>,
  { from = 0, window = duration - from }: RhythmOptions = {},
): Float64Array {
  const windows = Math.floor((duration - from) / window);
  if (!(from >= 0 && window > 0 && windows >= 1))
    throw new RangeError(
      `rhythm: windows of ${window} ms from ${from} ms on do not fit into the run of ${duration} ms`,
    );
  const times = Array.from({ length: windows }, () => [] as number[]);
  for (const t of raster.time) times[Math.ceil((t - from) / window) - 1]?.push(t); // a spike at the end of a step belongs to it
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
