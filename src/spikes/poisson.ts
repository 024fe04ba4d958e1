import { expm1 } from "../numerics/elementary.js";
import { random, type Random } from "../numerics/random.js";
import { assertLengths } from "./train.js";

/**
 * Ways to draw a Poisson train:
 * - "intervals": independent exponential intervals. Exact, for a constant rate.
 * - "thinning": spikes drawn so at a rate that is never exceeded, each kept with probability rate(t)/maximum. Exact,
 * for any rate: Lewis &
 *   Shedler (1979) Naval Res. Logist. Q. 26:403.
 * - "bins": in each bin of width dt a spike with probability rate·dt, in its middle. The textbook's recipe, good for
 * rate·dt ≤ 0.05 only:
 *   the mean count is right, but no bin holds two spikes, so that the Fano factor is 1 − rate·dt and the CV √(1 −
 * rate·dt); see `bernoulliBinError`.
 */
export const poissonMethods = ["intervals", "thinning", "bins"] as const;
export type PoissonMethod = (typeof poissonMethods)[number];

export interface PoissonOptions {
  /** ms. */
  readonly duration: number;
  /** An integer; the same seed gives the same train. */
  readonly seed: number;
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
 * @throws RangeError for a rate that is negative, not finite, above `maximum`, or with rate·dt of 1 or more, with the
 * time at which it is
 */
export function poissonTrain(rate: number | ((t: number) => number), options: PoissonOptions): Float64Array {
  const { duration, seed, maximum, dt, method = typeof rate === "function" ? "thinning" : "intervals" } = options ?? {};
  assertLengths({ duration }, "poissonTrain");
  if (seed === undefined)
    throw new TypeError(
      "poissonTrain needs a seed, an integer that fixes the train, as in poissonTrain(20, { duration: 1000, seed: 1 })",
    );
  if (typeof rate !== "number" && typeof rate !== "function")
    throw new TypeError(`poissonTrain: rate must be a number of Hz or a function of t in ms, got ${String(rate)}`);
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
          `poissonTrain: thinning a varying rate needs its maximum in Hz, as in { maximum: 50 }, got ${String(maximum)}`,
        );
      return Float64Array.from(exponentialIntervals(bound, duration, source)).filter(
        (t) => source.uniform() * bound < rateAt(at, t, bound),
      );
    }
    case "bins":
      if (dt === undefined) throw new TypeError(`poissonTrain: the method "bins" needs the width dt of a bin in ms`);
      assertLengths({ dt }, "poissonTrain");
      return Float64Array.from(bernoulliBins(at, dt, duration, source));
    default:
      throw new RangeError(
        `poissonTrain: method must be one of ${poissonMethods.map((m) => `"${m}"`).join(", ")}, got ${JSON.stringify(method)}`,
      );
  }
}

/**
 * By how much rate·dt, the probability of a spike in the Bernoulli recipe, exceeds the probability 1 − e^(−rate·dt) of
 * one spike or more that a Poisson process has, relative to the latter: about rate·dt/2, 2.5 % at 0.05 and 52 % at 0.9.
 * @param rate Hz
 * @param dt ms
 */
export function bernoulliBinError(rate: number, dt: number): number {
  const expected = (rate * dt) / 1000;
  if (!(expected > 0 && expected < Infinity))
    throw new RangeError(`bernoulliBinError: needs a positive rate in Hz and dt in ms, got ${rate} and ${dt}`);
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
