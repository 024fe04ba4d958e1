import { describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import { stimulusFromData } from "../../src/solve/stimuli/stimulus-from-data.js";
import { ornsteinUhlenbeck, poissonInput, whiteNoise } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant, doublet, pulses, ramp, sampled, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine, zap } from "../../src/solve/stimuli/stimulus-waves.js";
import { sum, type Stimulus } from "../../src/solve/stimuli/stimulus.js";

const all: Readonly<Record<string, Stimulus>> = {
  constant: constant(10),
  step: step(10, 5, 30),
  "step without end": step(10, 5),
  "listed pulses": pulses(0.65, { width: 4, at: [40, 60, 28, 32] }),
  "pulse train": pulses(2, { width: 0.3, period: 0.7, from: 1.1, count: 40 }),
  "endless train": pulses(2, { width: 0.1, period: 0.3 }),
  doublet: doublet(5, { from: 10, interval: 4, width: 1 }),
  ramp: ramp(0.3, 10, 50),
  sampled: sampled([0, 10, 10, 30, 60], [0, 5, -5, -5, 1]),
  sine: sine(3, 40, 1),
  zap: zap(2, { low: 1, high: 200, duration: 80 }),
  "white noise": whiteNoise(2, 1),
  "Ornstein-Uhlenbeck": ornsteinUhlenbeck({ mean: 1, deviation: 2, tau: 5, seed: 3 }),
  "synaptic input": poissonInput({ rate: 800, weight: 0.05, tau: 3, reversal: 0, seed: 4 }),
  sum: sum(step(1, 20, 40), ramp(-0.1), whiteNoise(1, 9)),
};
const names = Object.keys(all);
const duration = 90;

describe("every stimulus", () => {
  test.each(names)("%s is made again from its JSON, value for value", (name) => {
    const stimulus = all[name];
    const copy = stimulusFromData(JSON.parse(JSON.stringify(stimulus.data)));
    for (let t = 0; t < duration; t += 0.0973) expect(copy.at(t, -60)).toBe(stimulus.at(t, -60));
    expect(copy.breaks(duration)).toEqual(stimulus.breaks(duration));
    expect(copy.data).toEqual(stimulus.data);
    expect(copy.noises).toEqual(stimulus.noises);
  });

  test.each(names)("%s has ascending breaks within the run, and is smooth between them", (name) => {
    const { at, breaks, piecewiseConstant } = all[name];
    const inner = breaks(duration);
    inner.forEach((t, k) => expect(t > (inner[k - 1] ?? 0) && t < duration).toBe(true));
    const edges = [0, ...inner, duration];
    for (let k = 1; k < edges.length; k++) {
      const [a, b] = [edges[k - 1], edges[k] * (1 - 2 ** -53)]; // the last double before the edge
      const [start, middle, end] = [at(a, -60), at((a + b) / 2, -60), at(b, -60)];
      if (piecewiseConstant) expect([middle, end]).toEqual([start, start]);
      const parts = Math.ceil((b - a) / 0.01);
      const h = (b - a) / parts;
      let roughest = 0; // a jump or kink would be seen as a second difference that does not shrink as h²
      for (let i = 1; i < parts; i++)
        roughest = Math.max(
          roughest,
          Math.abs(at(a + (i + 1) * h, -60) - 2 * at(a + i * h, -60) + at(a + (i - 1) * h, -60)),
        );
      expect(roughest).toBeLessThan(1e-3 * (1 + Math.abs(start)));
    }
  });

  test.each(names)("%s has a formula", (name) => {
    expect(all[name].tex.length).toBeGreaterThan(0);
    expect(all[name].tex).not.toMatch(/undefined|NaN|null|Infinity/);
  });

  test.each(names)("%s does not depend on the order in which it is asked", (name) => {
    const late = stimulusFromData(all[name].data);
    const times = [70, 3, 55.5, 12, 89];
    for (const t of times) late.at(t, -60);
    for (const t of times) expect(late.at(t, -60)).toBe(all[name].at(t, -60));
  });
});

describe("values", () => {
  test("a step has its value from its start on, and no more at its end", () => {
    const { at } = step(10, 5, 30);
    expect([4.999999, 5, 29.999999, 30].map((t) => at(t))).toEqual([0, 10, 10, 0]);
  });

  test("a pulse train is on exactly between its own breaks, whatever the rounding", () => {
    const train = pulses(1, { width: 0.1, period: 0.3 });
    const edges = train.breaks(100);
    expect(edges.length).toBeGreaterThan(660);
    for (const t of edges) expect(train.at(t)).not.toBe(train.at(t * (1 - 2 ** -53)));
  });

  test("a ramp climbs from its start and stays at its end", () => {
    const { at } = ramp(0.3, 10, 50);
    expect([5, 10, 20, 50, 80].map((t) => at(t))).toEqual([0, 0, 3, 12, 12]);
  });

  test("samples are joined by straight lines; a time given twice is a jump", () => {
    const { at } = sampled([0, 10, 10, 30], [0, 5, -5, 5]);
    expect([-1, 4, 10, 20, 99].map((t) => at(t))).toEqual([0, 2, -5, 0, 5]);
  });

  test("a sine has its frequency in Hz", () => {
    const { at } = sine(2, 50);
    expect(at(5)).toBeCloseTo(2, 12);
    expect(at(20)).toBeCloseTo(0, 12);
  });

  test("a zap passes its frequencies steadily: it crosses zero upward where the phase says", () => {
    const { at } = zap(1, { low: 0, high: 100, duration: 1000 });
    for (const k of [1, 10, 49]) {
      const t = Math.sqrt((k * 2 * 1000 * 1000) / 100); // phase f₁t²/2T = k turns
      expect(at(t - 0.01)).toBeLessThan(0);
      expect(at(t + 0.01)).toBeGreaterThan(0);
    }
    expect(at(1000)).toBe(0);
  });

  test("the Ornstein-Uhlenbeck process has its mean, variance and correlation time (99.9 %)", () => {
    const [mean, deviation, tau] = [1, 2, 5];
    const { at } = ornsteinUhlenbeck({ mean, deviation, tau, seed: 12 });
    const N = 20_000;
    // on samples, a correlation time apart
    const values = Float64Array.from({ length: N }, (_, k) => at(k * tau) - mean);
    const average = values.reduce((s, x) => s + x, 0) / N;
    const variance = values.reduce((s, x) => s + x * x, 0) / N;
    const covariance = values.subarray(1).reduce((s, x, k) => s + x * values[k], 0) / N;
    const r = Math.exp(-1);
    expect(Math.abs(average)).toBeLessThan(3.3 * deviation * Math.sqrt((1 + r) / (1 - r) / N));
    expect(Math.abs(variance / deviation ** 2 - 1)).toBeLessThan(3.3 * Math.sqrt((2 * (1 + r * r)) / (1 - r * r) / N));
    expect(Math.abs(covariance / deviation ** 2 - r)).toBeLessThan(3.3 * Math.sqrt(3 / N));
  });

  test("synaptic arrivals are a Poisson process, and the mean conductance is rate × weight × tau (99.9 %)", () => {
    const input = { rate: 500, weight: 0.02, tau: 4, reversal: 0, seed: 5 };
    const { breaks, at } = poissonInput(input);
    const arrivals = breaks(100_000);
    expect(Math.abs(arrivals.length - 50_000)).toBeLessThan(3.3 * Math.sqrt(50_000));
    const interval = arrivals.slice(1).map((t, k) => t - arrivals[k]);
    const mean = interval.reduce((s, x) => s + x, 0) / interval.length;
    const squares = interval.reduce((s, x) => s + x * x, 0) / interval.length;
    expect(squares / mean ** 2).toBeCloseTo(2, 1); // exponential: the second moment is twice the square of the first
    let g = 0;
    for (let k = 0; k < 50_000; k++) g += at(2 * k + 1, -1) / 50_000;
    const expected = (input.rate / 1000) * input.weight * input.tau;
    const deviation = input.weight * Math.sqrt(((input.rate / 1000) * input.tau) / 2); // Campbell's theorem
    expect(Math.abs(g - expected)).toBeLessThan((3.3 * deviation) / Math.sqrt(100_000 / (2 * input.tau)));
    expect(at(50, -80)).toBe(2 * at(50, -40));
    expect(() => at(50)).toThrow(/depends on V/);
  });

  test("the V in a synaptic current reaches the exact Jacobian: rosenbrock agrees with dormandPrince", () => {
    const stimulus = poissonInput({ rate: 300, weight: 0.1, tau: 3, reversal: 0, seed: 6 });
    const options = { duration: 60, stimulus, tolerance: 1e-8 } as const;
    const a = simulate(hodgkinHuxley, options);
    const b = simulate(hodgkinHuxley, { ...options, method: "rosenbrock" });
    expect(a.spikes.length).toBeGreaterThan(0);
    expect(b.at(60).V).toBeCloseTo(a.at(60).V, 3);
  });
});

test("a seed that is not given is 1", () => {
  const noise = { mean: 1, deviation: 2, tau: 5 };
  const arrivals = { rate: 800, weight: 0.05, tau: 3, reversal: 0 };
  expect(whiteNoise(2).data).toEqual(whiteNoise(2, 1).data);
  expect(ornsteinUhlenbeck(noise).data).toEqual(ornsteinUhlenbeck({ ...noise, seed: 1 }).data);
  expect(poissonInput(arrivals).data).toEqual(poissonInput({ ...arrivals, seed: 1 }).data);
});

describe("arguments that make no sense", () => {
  test("are refused with the name of the stimulus and of the argument", () => {
    expect(() => constant(Number.NaN)).toThrow(/constant: amplitude must be a finite number, got NaN/);
    expect(() => step(1, 30, 5)).toThrow(/step: it must end after it begins, got from = 30 ms, to = 5 ms/);
    expect(() => pulses(1, { width: 2, period: 1 })).toThrow(/period must exceed width/);
    expect(() => pulses(1, { width: 2, at: [5, 6] })).toThrow(/at 5 and 6 ms overlap/);
    expect(() => pulses(1, { width: 2, period: 5, count: 0 })).toThrow(/count/);
    expect(() => ramp(1, 10, 10)).toThrow(/ramp/);
    expect(() => sampled([0, 1], [1])).toThrow(/2 times and 1 values/);
    expect(() => sampled([1, 0], [1, 1])).toThrow(/must not decrease/);
    expect(() => sine(1, -5)).toThrow(/positive number of Hz/);
    expect(() => zap(1, { low: 50, high: 10, duration: 100 })).toThrow(/must climb/);
    expect(() => whiteNoise(-1, 0)).toThrow(/must not be negative/);
    expect(() => whiteNoise(1, 0.5)).toThrow(/a seed is an integer/);
    expect(() => ornsteinUhlenbeck({ mean: 0, deviation: 1, tau: 0, seed: 1 })).toThrow(/tau/);
    expect(() => poissonInput({ rate: 0, weight: 1, tau: 1, reversal: 0, seed: 1 })).toThrow(/rate/);
    expect(() => sum()).toThrow(/at least one/);
    expect(() => sum(constant(1), 3 as unknown as Stimulus)).toThrow(/did you mean constant\(3\)/);
  });

  test("by a name that is not theirs, with the likely one", () => {
    const refused = (make: (...args: never[]) => Stimulus, args: readonly unknown[], message: RegExp): void =>
      expect(() => make(...(args as never[]))).toThrow(message);
    refused(pulses, [1, { widht: 2, at: [1] }], /pulses has no option 'widht'.*Did you mean 'width'/);
    refused(doublet, [1, { start: 3, interval: 2, width: 1 }], /doublet has no option 'start'.*Did you mean 'from'/);
    refused(zap, [1, { low: 0, high: 10, sweep: 50 }], /zap has no option 'sweep'.*Did you mean 'duration'/);
    refused(zap, [1, 0, 10, 50], /zap takes its options by name, as in \{ low: … \}, got 0/);
    refused(ornsteinUhlenbeck, [{ mean: 0, sigma: 1, tau: 5 }], /ornsteinUhlenbeck has no option 'sigma'/);
    refused(poissonInput, [{ rate: 1, weight: 1, tau: 1, reversl: 0 }], /Did you mean 'reversal'/);
  });

  test("white noise is refused by every method but one, which is taken where none is named", () => {
    const options = { duration: 1, stimulus: whiteNoise(1, 1) };
    expect(() => simulate(hodgkinHuxley, { ...options, method: "dormandPrince" })).toThrow(
      /dormandPrince can not integrate it: use method: "eulerMaruyama"/,
    );
    const byName = simulate(hodgkinHuxley, { ...options, method: "eulerMaruyama" });
    expect(simulate(hodgkinHuxley, options).states).toEqual(byName.states);
    expect(() =>
      simulate(hodgkinHuxley, { duration: 1, stimulus: sum(constant(1), whiteNoise(1, 1)), method: "rk4" }),
    ).toThrow(/rk4 can not/);
  });
});
