import { describe, expect, test } from "vitest";
import { random } from "../../src/numerics/random.js";

const N = 200_000;
/**
 * Largest distance between the sample's distribution and the one expected, in units of 1/√N: below 1.95 with
 * probability 99.9 % (Kolmogorov).
 */
function kolmogorov(sample: Float64Array, distribution: (x: number) => number): number {
  const sorted = sample.slice().sort();
  let worst = 0;
  sorted.forEach(
    (x, i) => (worst = Math.max(worst, Math.abs(distribution(x) - i / N), Math.abs(distribution(x) - (i + 1) / N))),
  );
  return worst * Math.sqrt(N);
}

const draws = (seed: number, kind: "uniform" | "normal" | "exponential"): Float64Array => {
  const r = random(seed);
  return Float64Array.from({ length: N }, () => r[kind]());
};

/** Abramowitz & Stegun 7.1.26 refined by Simpson's rule: ∫ of the normal density. */
function normalDistribution(x: number): number {
  const steps = 200;
  const h = x / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += Math.exp(-0.5 * (i * h) ** 2) * (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2);
  return 0.5 + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

describe("random numbers", () => {
  test("are determined by their seed, and differ between seeds", () => {
    expect(draws(7, "normal").slice(-9)).toEqual(draws(7, "normal").slice(-9));
    expect(draws(7, "uniform").slice(0, 4)).not.toEqual(draws(8, "uniform").slice(0, 4));
    expect(random(1).uniform()).not.toBe(random(1 + 2 ** 32).uniform());
  });

  test("are pinned, so that a change of algorithm does not pass unseen", () => {
    const r = random(42);
    expect([r.uniform(), r.normal(), r.exponential()]).toMatchInlineSnapshot(`
      [
        0.15377165318932384,
        -0.402091907068921,
        1.551497913285292,
      ]
    `);
  });

  test("are the same many at once, and go on from there one by one", () => {
    const [single, many] = [random(7), random(7)];
    for (const kind of ["normal", "uniform"] as const) {
      const out = new Float64Array(5000); // with some in the tail
      many[`${kind}s`](out);
      expect(Array.from(out)).toEqual(Array.from(out, () => single[kind]()));
      expect(many.exponential()).toBe(single.exponential());
    }
  });

  test("have their distributions, by Kolmogorov's test at 99.9 %", () => {
    expect(kolmogorov(draws(1, "uniform"), (x) => x)).toBeLessThan(1.95);
    expect(kolmogorov(draws(2, "exponential"), (x) => 1 - Math.exp(-x))).toBeLessThan(1.95);
    expect(kolmogorov(draws(3, "normal"), normalDistribution)).toBeLessThan(1.95);
  });

  test("normal numbers reach the tail as often as they should, on both sides", () => {
    const sample = draws(4, "normal");
    for (const side of [1, -1]) {
      const count = sample.filter((x) => side * x > 3.442619855899).length;
      const expected = N * 2.8807e-4; // P(x > 3.4426)
      expect(Math.abs(count - expected)).toBeLessThan(3.3 * Math.sqrt(expected)); // 99.9 %
    }
  });

  test("successive numbers are not correlated", () => {
    const sample = draws(5, "normal");
    for (const lag of [1, 2, 3, 4]) {
      let sum = 0;
      for (let i = lag; i < N; i++) sum += sample[i] * sample[i - lag];
      expect(Math.abs(sum / Math.sqrt(N))).toBeLessThan(3.3);
    }
  });

  test("a seed that is no integer is refused; without one it is 1", () => {
    expect(() => random(0.5)).toThrow(/a seed is an integer.*got 0.5/);
    expect(() => random(-1)).toThrow(RangeError);
    expect(() => random("1" as unknown as number)).toThrow(/got "1"/);
    expect(random().uniform()).toBe(random(1).uniform());
  });
});
