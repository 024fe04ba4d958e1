import { describe, expect, test } from "vitest";
import { autocorrelogram, vanRossumDistance } from "../../src/spikes/correlation.js";
import { fanoFactor, firingRate, psth, spikeCountHistogram, spikeCounts } from "../../src/spikes/counts.js";
import {
  coefficientOfVariation,
  intervalHistogram,
  interspikeIntervals,
  localVariation,
} from "../../src/spikes/intervals.js";
import { kernelRate, neuralResponse, rateKernels } from "../../src/spikes/rate.js";

const clock = Float64Array.from({ length: 100 }, (_, k) => 10 * k + 5); // 100 Hz for 1 s

describe("intervals", () => {
  test("a train of n spikes has n − 1 intervals, and none below two", () => {
    expect([...interspikeIntervals([3, 5, 11])]).toEqual([2, 6]);
    expect(interspikeIntervals([7])).toHaveLength(0);
    expect(interspikeIntervals([])).toHaveLength(0);
  });

  test("the CV divides by n − 1: intervals 2, 4, 6 have standard deviation 2 and mean 4", () => {
    expect(coefficientOfVariation([0, 2, 6, 12])).toBeCloseTo(0.5, 15);
  });

  test("the local variation of intervals 2, 4, 6 is 3/2 (1/9 + 1/25)", () => {
    expect(localVariation([0, 2, 6, 12])).toBeCloseTo(1.5 * (1 / 9 + 1 / 25), 15);
  });

  test("a clock has CV and local variation 0; fewer than two intervals have neither", () => {
    expect(coefficientOfVariation(clock)).toBe(0);
    expect(localVariation(clock)).toBe(0);
    for (const train of [[], [1], [1, 2]]) {
      expect(coefficientOfVariation(train)).toBeNaN();
      expect(localVariation(train)).toBeNaN();
    }
  });

  test("a slow change of rate moves the CV and hardly the local variation", () => {
    const accelerating = Float64Array.from({ length: 200 }, (_, k) => 1000 * Math.sqrt(k));
    expect(coefficientOfVariation(accelerating)).toBeGreaterThan(0.9);
    expect(localVariation(accelerating)).toBeLessThan(0.02);
  });

  test("an interval histogram puts an interval on an edge into the bin above, and its density has integral 1", () => {
    const histogram = intervalHistogram([0, 2, 6, 12, 14.5], { bin: 2 });
    expect([...histogram.edges]).toEqual([0, 2, 4, 6, 8]);
    expect([...histogram.counts]).toEqual([0, 2, 1, 1]);
    expect(histogram.density.reduce((sum, d) => sum + 2 * d, 0)).toBeCloseTo(1, 15);
    const cut = intervalHistogram([0, 2, 6, 12, 14.5], { bin: 2, longest: 4 });
    expect([...cut.counts, cut.beyond]).toEqual([0, 2, 2]);
  });
});

describe("counts", () => {
  test("a clock at 100 Hz has rate 100 Hz, in the whole and in a part", () => {
    expect(firingRate(clock, { duration: 1000 })).toBe(100);
    expect(firingRate(clock, { from: 200, to: 700 })).toBe(100);
    expect(firingRate([], { duration: 1000 })).toBe(0);
  });

  test("windows count their spikes, and a rest shorter than a window is left out", () => {
    expect([...spikeCounts([1, 2, 11, 29], { duration: 35, window: 10 })]).toEqual([2, 1, 1]);
    expect([...spikeCounts([[1, 2], [], [5]], { duration: 10 })]).toEqual([2, 0, 1]);
  });

  test("the Fano factor is the sample variance over the mean: counts 1, 2, 3 give 1/2", () => {
    expect(fanoFactor([[1], [1, 2], [1, 2, 3]], { duration: 10 })).toBeCloseTo(0.5, 15);
    expect(fanoFactor(clock, { duration: 1000, window: 100 })).toBe(0);
    expect(fanoFactor([], { duration: 100, window: 10 })).toBeNaN();
  });

  test("a count histogram says how many windows held each number of spikes", () => {
    const histogram = spikeCountHistogram([1, 2, 11, 29], { duration: 40, window: 10 });
    expect([...histogram.count]).toEqual([0, 1, 2]);
    expect([...histogram.windows]).toEqual([1, 2, 1]);
    expect([...histogram.probability]).toEqual([0.25, 0.5, 0.25]);
  });

  test("a PSTH averages over trials: two of three trials spike in one 10 ms bin, 66.7 Hz", () => {
    const { edges, counts, rate } = psth([[12], [13, 25], []], { duration: 30, bin: 10 });
    expect([...edges]).toEqual([0, 10, 20, 30]);
    expect([...counts]).toEqual([0, 2, 1]);
    expect(rate[1]).toBeCloseTo(2000 / 30, 12);
  });

  test("bins of 0.1 ms in 1 ms are ten, though 1/0.1 may round below", () => {
    expect(spikeCounts([0.65], { duration: 0.7, window: 0.1 })).toHaveLength(7);
  });
});

describe("rates", () => {
  test("the neural response function has integral 1 a spike on any grid, with peaks of 1/dt", () => {
    for (const dt of [1, 0.5, 0.3, 0.1]) {
      const { rho } = neuralResponse([0, 3.2, 7.7, 10], { duration: 10, dt });
      expect(rho.reduce((sum, r) => sum + r * dt, 0)).toBeCloseTo(4, 12);
      expect(Math.max(...rho)).toBeCloseTo(1 / dt, 12);
    }
  });

  test("each kernel has integral 1, and the causal ones are zero before their spike", () => {
    for (const kernel of rateKernels) {
      const { time, rate } = kernelRate([500], { duration: 1000, kernel, width: 10, dt: 0.1 });
      // A sum over a grid is exact for the smooth Gaussian; at the corner of the exponential it is off by half a grid
      // cell's height.
      const integral = rate.reduce((sum, r) => sum + (r * 0.1) / 1000, 0);
      expect(Math.abs(integral - 1)).toBeLessThan(
        kernel === "exponential" ? 0.0051 : kernel === "alpha" ? 1e-5 : 1e-12,
      );
      if (kernel !== "gaussian") expect(rate.every((r, k) => time[k] >= 500 || r === 0)).toBe(true);
    }
  });

  test("the peak of an alpha kernel is 1/(e w), a width after its spike", () => {
    const { rate } = kernelRate([100], { duration: 200, kernel: "alpha", width: 20 });
    expect(rate.indexOf(Math.max(...rate))).toBe(120);
    expect(rate[120]).toBeCloseTo(1000 / (20 * Math.E), 10);
  });

  test("smoothing a clock with a wide Gaussian gives its rate away from the ends, and half of it at an end", () => {
    const { rate } = kernelRate(clock, { duration: 1000, kernel: "gaussian", width: 30 });
    expect(rate[500]).toBeCloseTo(100, 6);
    expect(rate[0]).toBeCloseTo(50, 6);
  });
});

describe("correlation", () => {
  test("the autocorrelogram of a clock has peaks at multiples of its period, all of one height after correction, and none at 0", () => {
    const { lag, counts, rate } = autocorrelogram(clock, { duration: 1000, bin: 2, maxLag: 50 });
    expect(lag[25]).toBe(0);
    expect(counts[25]).toBe(0);
    for (const k of [-5, -3, 1, 2, 4]) {
      expect(counts[25 + 5 * k]).toBe(100 - Math.abs(k));
      expect(rate[25 + 5 * k]).toBeCloseTo(500, 9); // one spike in 2 ms
    }
    expect(rate.reduce((sum, r) => sum + (r > 0 ? 1 : 0), 0)).toBe(10);
  });

  test("van Rossum: one spike is √½ from silence, two at a distance s are √(1 − e^(−s/τ)) apart, equal trains are 0 apart", () => {
    expect(vanRossumDistance([40], [], { tau: 10 })).toBeCloseTo(Math.SQRT1_2, 15);
    expect(vanRossumDistance([40], [47], { tau: 10 })).toBeCloseTo(Math.sqrt(1 - Math.exp(-0.7)), 14);
    expect(vanRossumDistance(clock, clock, { tau: 10 })).toBe(0);
  });

  test("van Rossum: agrees with the integral of the filtered difference, is symmetric, and has its two limits", () => {
    const a = [3, 10, 11, 40],
      b = [5, 10, 38];
    const tau = 7;
    const filtered = (train: number[], t: number): number =>
      train.reduce((sum, s) => sum + (t >= s ? Math.exp((s - t) / tau) : 0), 0);
    let integral = 0;
    for (let t = 0.0005; t < 300; t += 0.001) integral += 0.001 * (filtered(a, t) - filtered(b, t)) ** 2;
    expect(vanRossumDistance(a, b, { tau })).toBeCloseTo(Math.sqrt(integral / tau), 6);
    expect(vanRossumDistance(b, a, { tau })).toBeCloseTo(vanRossumDistance(a, b, { tau }), 14);
    expect(vanRossumDistance(a, b, { tau: 1e-3 }) ** 2).toBeCloseTo(5 / 2, 12); // the spikes at 10 coincide
    expect(vanRossumDistance(a, b, { tau: 1e9 }) ** 2).toBeCloseTo(1 / 2, 6);
  });
});

describe("what is not a train is refused", () => {
  test.each([
    [
      "intervals given as times",
      () => coefficientOfVariation([12, 9, 11]),
      /must ascend, but spike 1 is at 9 ms after one at 12 ms; are these intervals/,
    ],
    ["equal intervals given as times", () => coefficientOfVariation([10, 10, 10]), /two spikes at 10 ms/],
    ["a negative time", () => firingRate([-1, 2], { duration: 10 }), /spike 0 must be a time of 0 ms or later, got -1/],
    ["NaN", () => interspikeIntervals([1, NaN]), /spike 1 must be .* got NaN/],
    [
      "a duration in seconds",
      () => firingRate([100, 900], { duration: 1 }),
      /900 ms lies beyond the duration of 1 ms; times and durations are in ms/,
    ],
    ["a whole trajectory", () => firingRate({ spikes: [1] } as never, { duration: 10 }), /has them as \.spikes/],
    [
      "several trains where one is meant",
      () => interspikeIntervals([[1], [2]] as never),
      /a list; this takes one train/,
    ],
    ["one window for a Fano factor", () => fanoFactor([1, 2], { duration: 10 }), /two windows or more, got 1/],
    ["no bin", () => psth([[1]], { duration: 10, bin: 0 }), /psth: bin must be a positive number of ms, got 0/],
    ["no trials", () => psth([], { duration: 10, bin: 1 }), /psth: needs at least one trial/],
    [
      "an unknown kernel",
      () => kernelRate([1], { duration: 10, kernel: "box" as never, width: 1 }),
      /one of "gaussian", "exponential", "alpha", got "box"/,
    ],
  ])("%s", (_, act, message) => {
    expect(act).toThrow(message);
  });
});
