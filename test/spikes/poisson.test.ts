import { describe, expect, test } from "vitest";
import { autocorrelogram } from "../../src/spikes/correlation.js";
import { fanoFactor, psth, spikeCountHistogram } from "../../src/spikes/counts.js";
import { coefficientOfVariation, interspikeIntervals, localVariation } from "../../src/spikes/intervals.js";
import { bernoulliBinError, poissonTrain } from "../../src/spikes/poisson.js";

// Seeds fix every sample, so that a test passes always or never. Bounds are z standard errors of the statistic at
// issue; with z = 3.3 a right implementation passes for 999 seeds in 1000.
const Z = 3.3;
const seconds = 1000;

/** Greatest distance between the empirical and a given distribution function: Kolmogorov-Smirnov. */
function distance(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.toSorted();
  return sorted.reduce(
    (worst, x, i) => Math.max(worst, cdf(x) - i / sorted.length, (i + 1) / sorted.length - cdf(x)),
    0,
  );
}

const poisson = (n: number, mean: number): number =>
  Array.from({ length: n }, (_, k) => mean / (k + 1)).reduce((p, factor) => p * factor, Math.exp(-mean));

describe("a homogeneous Poisson train", () => {
  const rate = 40,
    duration = 200 * seconds;
  const spikes = poissonTrain(rate, { duration, seed: 1 });
  const n = spikes.length;

  test("is ordered, within its duration and the same for the same seed", () => {
    expect(spikes.every((t, i) => t >= 0 && t < duration && (i === 0 || t > spikes[i - 1]))).toBe(true);
    expect(poissonTrain(rate, { duration, seed: 1 })).toEqual(spikes);
    expect(poissonTrain(rate, { duration, seed: 2 })).not.toEqual(spikes);
  });

  test("has r T spikes, give or take their root", () => {
    expect(Math.abs(n - 8000)).toBeLessThan(Z * Math.sqrt(8000));
  });

  test("has exponential intervals: Kolmogorov-Smirnov distance below its 0.1 % point", () => {
    expect(distance(interspikeIntervals(spikes), (x) => 1 - Math.exp((-rate * x) / 1000))).toBeLessThan(
      1.95 / Math.sqrt(n - 1),
    );
  });

  test("has CV, local variation and Fano factor 1", () => {
    expect(Math.abs(coefficientOfVariation(spikes) - 1)).toBeLessThan(Z / Math.sqrt(n)); // variance of the CV of exponentials: 1/n
    // Its variance is 1.18/n by sampling (Python, 400 trains of 2000 intervals): the terms' own 4/5, and neighbours
    // share an interval.
    expect(Math.abs(localVariation(spikes) - 1)).toBeLessThan(Z * Math.sqrt(1.2 / n));
    const windows = 2000;
    expect(Math.abs(fanoFactor(spikes, { duration, window: duration / windows }) - 1)).toBeLessThan(
      Z * Math.sqrt(2 / windows),
    );
  });

  test("has counts distributed as (r T)^n e^(−r T)/n!: chi-square below its 0.1 % point", () => {
    const window = 100,
      mean = 4,
      windows = duration / window;
    const { windows: observed } = spikeCountHistogram(spikes, { duration, window });
    const cells = Array.from({ length: 10 }, (_, k) => ({ o: observed[k] ?? 0, e: windows * poisson(k, mean) }));
    const rest = cells.reduce((r, { o, e }) => ({ o: r.o - o, e: r.e - e }), { o: windows, e: windows });
    expect(rest.e).toBeGreaterThan(5);
    const chiSquare = [...cells, rest].reduce((sum, { o, e }) => sum + (o - e) ** 2 / e, 0);
    expect(chiSquare).toBeLessThan(29.6); // 10 degrees of freedom
  });

  test("has a flat autocorrelogram at its rate", () => {
    const { rate: conditional, lag } = autocorrelogram(spikes, { duration, bin: 2, maxLag: 40 });
    const pairs = (rate * rate * duration * 2) / 1e6; // expected in a bin; in the middle one each pair counts twice
    conditional.forEach((r, k) =>
      expect(Math.abs(r / rate - 1)).toBeLessThan(((lag[k] === 0 ? Math.SQRT2 : 1) * 4) / Math.sqrt(pairs)),
    );
  });

  test("of rate 0 is empty", () => {
    expect(poissonTrain(0, { duration, seed: 1 })).toHaveLength(0);
  });
});

describe("a varying rate, by thinning", () => {
  const rate = (t: number): number => 30 * (1 + Math.sin((2 * Math.PI * t) / 500));
  const integral = (t: number): number =>
    (30 * (t - (500 / (2 * Math.PI)) * (Math.cos((2 * Math.PI * t) / 500) - 1))) / 1000;

  test("becomes a Poisson process of rate 1 in the time ∫ r dt", () => {
    const spikes = poissonTrain(rate, { duration: 200 * seconds, seed: 3, maximum: 60 });
    const intervals = interspikeIntervals(spikes.map(integral));
    expect(distance(intervals, (x) => 1 - Math.exp(-x))).toBeLessThan(1.95 / Math.sqrt(intervals.length));
  });

  test("has a PSTH that follows the rate", () => {
    const trials = Array.from({ length: 400 }, (_, k) =>
      poissonTrain(rate, { duration: 500, seed: 100 + k, maximum: 60 }),
    );
    const { edges, counts } = psth(trials, { duration: 500, bin: 25 });
    counts.forEach((n, k) => {
      const expected = 400 * (integral(edges[k + 1]) - integral(edges[k]));
      expect(Math.abs(n - expected)).toBeLessThan(4 * Math.sqrt(expected) + 1);
    });
  });

  test("with a loose bound is the same process, and a bound that is exceeded is refused", () => {
    const spikes = poissonTrain(rate, { duration: 200 * seconds, seed: 4, maximum: 200 });
    expect(Math.abs(spikes.length - 6000)).toBeLessThan(Z * Math.sqrt(6000));
    expect(() => poissonTrain(rate, { duration: seconds, seed: 4, maximum: 40 })).toThrow(
      /exceeds its stated maximum of 40 Hz/,
    );
  });
});

describe("the Bernoulli bin", () => {
  const rate = 40,
    dt = 5,
    p = 0.2; // coarse, so that its errors show
  const duration = 500 * seconds;
  const spikes = poissonTrain(rate, { duration, seed: 5, method: "bins", dt });
  const n = duration / dt;

  test("has the right mean count, but CV √(1 − r dt) and Fano factor 1 − r dt", () => {
    expect(Math.abs(spikes.length - n * p)).toBeLessThan(Z * Math.sqrt(n * p * (1 - p)));
    // Standard errors below 1/√n for the CV and √(2/windows) for the Fano factor; both are far from 1 on that scale.
    expect(Math.abs(coefficientOfVariation(spikes) - Math.sqrt(1 - p))).toBeLessThan(Z / Math.sqrt(spikes.length));
    expect(Math.abs(fanoFactor(spikes, { duration, window: 100 }) - (1 - p))).toBeLessThan(
      Z * (1 - p) * Math.sqrt(2 / (duration / 100)),
    );
  });

  test("puts its spikes in the middles of bins, one at most in each", () => {
    expect(spikes.every((t) => Math.abs(((t / dt) % 1) - 0.5) < 1e-6)).toBe(true);
    expect(new Set(spikes).size).toBe(spikes.length);
  });

  test("follows a varying rate", () => {
    const halves = poissonTrain((t) => (t < 50_000 ? 10 : 50), { duration: 100_000, seed: 6, method: "bins", dt: 0.5 });
    const early = halves.filter((t) => t < 50_000).length;
    expect(Math.abs(early - 500)).toBeLessThan(Z * Math.sqrt(500));
    expect(Math.abs(halves.length - early - 2500)).toBeLessThan(Z * Math.sqrt(2500));
  });

  test("r dt exceeds the probability of a spike by 0.5, 2.5, 5.1, 27 and 52 % at r dt = 0.01, 0.05, 0.1, 0.5 and 0.9", () => {
    // Computed independently, as printed: one or two digits.
    for (const [x, percent, digit] of [
      [0.01, 0.5, 0.05],
      [0.05, 2.5, 0.05],
      [0.1, 5.1, 0.05],
      [0.5, 27, 0.5],
      [0.9, 52, 0.5],
    ]) {
      expect(Math.abs(100 * bernoulliBinError(1000 * x, { dt: 1 }) - percent)).toBeLessThan(digit);
    }
  });
});

describe("misuse is refused", () => {
  const span = { duration: 100, seed: 1 };
  test.each([
    ["a negative rate", () => poissonTrain(-5, span), /0 Hz or more and finite, got -5/],
    [
      "a rate that turns negative",
      () => poissonTrain((t) => 10 - t, { ...span, duration: 1e5, maximum: 10 }),
      /0 Hz or more and finite, got -/,
    ],
    ["a seed that is text", () => poissonTrain(5, { duration: 100, seed: "1" as never }), /a seed is an integer/],
    ["a fractional seed", () => poissonTrain(5, { duration: 100, seed: 0.5 }), /a seed is an integer/],
    [
      "no options",
      () => poissonTrain(5, undefined as never),
      /duration must be a positive number of ms, got undefined/,
    ],
    ["a varying rate without its maximum", () => poissonTrain(() => 5, span), /needs its maximum in Hz/],
    [
      "intervals with a varying rate",
      () => poissonTrain(() => 5, { ...span, method: "intervals" }),
      /needs a constant rate; use "thinning"/,
    ],
    ["bins without a width", () => poissonTrain(5, { ...span, method: "bins" }), /needs the width dt/],
    ["a grid where none is used", () => poissonTrain(5, { ...span, dt: 1 }), /dt belongs to the method "bins"/],
    [
      "bins too wide for the rate",
      () => poissonTrain(500, { ...span, method: "bins", dt: 2 }),
      /rate·dt must stay below 1, got 1 at t = 1 ms/,
    ],
    [
      "an unknown method",
      () => poissonTrain(5, { ...span, method: "exact" as never }),
      /one of "intervals", "thinning", "bins", got "exact"/,
    ],
  ])("%s", (_, act, message) => {
    expect(act).toThrow(message);
  });
});
