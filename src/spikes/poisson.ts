import { expm1 } from "../numerics/elementary.js";
import { knownOptions, requireChoice, requirePositive } from "../checks/require.js";
import { told } from "../checks/told.js";
import { defaultSeed, random, type Random } from "../numerics/random.js";
import { requireLengths } from "./spike-train.js";

/** The names of all methods of `poissonTrain`. */
export const poissonMethods = ["intervals", "thinning", "bins"] as const;

/**
 * Ways to draw a Poisson train:
 * - "intervals": independent exponential intervals. Exact, for a constant rate.
 * - "thinning": spikes drawn so at a rate that is never exceeded, each kept with probability rate(t)/maximum. Exact,
 *   for any rate: Lewis & Shedler (1979) Naval Res. Logist. Q. 26:403.
 * - "bins": in each bin of width dt a spike with probability rate·dt, in its middle. The textbook's recipe, good for
 *   rate·dt ≤ 0.05 only: the mean count is right, but no bin holds two spikes, so that the Fano factor is 1 − rate·dt
 *   and the CV √(1 − rate·dt); see `bernoulliBinError`.
 */
export type PoissonMethod = (typeof poissonMethods)[number];

/** What `poissonTrain` takes. */
export interface PoissonTrainOptions {
  /** Length of the train, ms. */
  readonly duration: number;
  /** An integer, by default 1; the same seed gives the same train. */
  readonly seed?: number;
  /** By default "intervals" for a constant rate and "thinning" for one that varies. */
  readonly method?: PoissonMethod;
  /** Hz, for thinning: a bound that the rate never exceeds. The closer it is, the less is thrown away. */
  readonly maximum?: number;
  /** ms, for bins: their width. */
  readonly dt?: number;
}

/**
 * Spike times of a Poisson process on [0, duration), in ms.
 * @param rate Hz: a number, or a function of t in ms
 * @throws TypeError for an option that belongs to another method; RangeError for a rate that is negative, not finite,
 * above `maximum`, or with rate·dt of 1 or more, with the time at which it is
 */
export function poissonTrain(rate: number | ((t: number) => number), options: PoissonTrainOptions): Float64Array {
  const given = knownOptions("poissonTrain", options, ["duration", "seed", "method", "maximum", "dt"]);
  const { duration, seed = defaultSeed, maximum, dt } = given;
  requireLengths("poissonTrain", { duration });
  if (typeof rate !== "number" && typeof rate !== "function")
    throw new TypeError(`poissonTrain: rate must be a number of Hz or a function of t in ms, got ${told(rate)}`);
  const usual = typeof rate === "function" ? "thinning" : "intervals";
  const method = requireChoice("poissonTrain", "method", given.method ?? usual, poissonMethods);
  if (maximum !== undefined && method !== "thinning")
    throw new TypeError(`poissonTrain: maximum belongs to the method "thinning", not "${method}"`);
  if (dt !== undefined && method !== "bins")
    throw new TypeError(`poissonTrain: dt belongs to the method "bins", not "${method}", which needs no grid`);
  const source = random(seed);
  const at = typeof rate === "function" ? rate : () => rate;
  switch (method) {
    case "intervals":
      if (typeof rate === "function")
        throw new TypeError(`poissonTrain: the method "intervals" needs a constant rate; use "thinning"`);
      return Float64Array.from(exponentialIntervals(rateAt(at, 0), duration, source));
    case "thinning": {
      const bound = maximum ?? (typeof rate === "number" ? rate : NaN);
      if (!(bound >= 0 && bound < Infinity))
        throw new RangeError(
          `poissonTrain: thinning a varying rate needs its maximum in Hz, as in { maximum: 50 }, got ${told(maximum)}`,
        );
      return Float64Array.from(exponentialIntervals(bound, duration, source)).filter(
        (t) => source.uniform() * bound < rateAt(at, t, bound),
      );
    }
    case "bins":
      if (dt === undefined) throw new TypeError(`poissonTrain: the method "bins" needs the width dt of a bin in ms`);
      requireLengths("poissonTrain", { dt });
      return Float64Array.from(bernoulliBins(at, dt, duration, source));
  }
}

/** What `bernoulliBinError` takes. */
export interface BernoulliBinErrorOptions {
  /** Width of a bin, ms. */
  readonly dt: number;
}

/**
 * By how much rate·dt, the probability of a spike in the Bernoulli recipe, exceeds the probability 1 − e^(−rate·dt) of
 * one spike or more that a Poisson process has, relative to the latter: about rate·dt/2, 2.5 % at 0.05 and 52 % at 0.9.
 * @param rate Hz
 * @throws RangeError for a rate or a dt that is not positive
 */
export function bernoulliBinError(rate: number, options: BernoulliBinErrorOptions): number {
  const { dt } = knownOptions("bernoulliBinError", options, ["dt"]);
  const expected =
    (requirePositive("bernoulliBinError", "rate", rate, "Hz") * requirePositive("bernoulliBinError", "dt", dt, "ms")) /
    1000;
  return expected / -expm1(-expected) - 1;
}

function* exponentialIntervals(rate: number, duration: number, source: Random): Generator<number> {
  if (rate === 0) return;
  for (let t = (1000 / rate) * source.exponential(); t < duration; t += (1000 / rate) * source.exponential()) yield t;
}

function* bernoulliBins(rate: (t: number) => number, dt: number, duration: number, source: Random): Generator<number> {
  for (let k = 0; k * dt < duration; k++) {
    const width = Math.min(dt, duration - k * dt);
    const middle = k * dt + width / 2;
    const probability = (rateAt(rate, middle) * width) / 1000;
    if (!(probability < 1))
      throw new RangeError(
        `poissonTrain: rate·dt must stay below 1, got ${probability} at t = ${middle} ms; use a smaller dt`,
      );
    if (source.uniform() < probability) yield middle;
  }
}

function rateAt(rate: (t: number) => number, t: number, bound = Infinity): number {
  const value = rate(t);
  if (!(value >= 0 && value < Infinity))
    throw new RangeError(`poissonTrain: the rate must be 0 Hz or more and finite, got ${String(value)} at t = ${t} ms`);
  if (value > bound)
    throw new RangeError(
      `poissonTrain: the rate exceeds its stated maximum of ${bound} Hz: it is ${value} Hz at t = ${t} ms`,
    );
  return value;
}
