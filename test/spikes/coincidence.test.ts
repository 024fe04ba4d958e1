import { describe, expect, test } from "vitest";
import { random } from "../../src/numerics/random.js";
import { coincidenceFactor } from "../../src/spikes/coincidence.js";
import { poissonTrain } from "../../src/spikes/poisson.js";

const options = { precision: 2, duration: 1000 };

describe("the coincidence factor", () => {
  test("is 1 for equal trains and for such as differ by less than the precision", () => {
    const train = [12, 80, 95, 300, 640];
    expect(coincidenceFactor(train, train, options)).toBe(1);
    expect(
      coincidenceFactor(
        train,
        train.map((t, i) => t + (i % 2 ? 1.9 : -1.9)),
        options,
      ),
    ).toBe(1);
    expect(
      coincidenceFactor(
        train,
        train.map((t) => t + 2.1),
        options,
      ),
    ).toBeLessThan(0);
  });
  test("is what Kistler's formula gives by hand: 2 met of 3, 4 modelled in 1000 ms at ±2 ms", () => {
    const byHand = ((2 - 2 * 0.004 * 2 * 3) / 3.5) * (1 / (1 - 2 * 0.004 * 2));
    expect(coincidenceFactor([100, 200, 300], [101, 199, 400, 500], options)).toBeCloseTo(byHand, 12);
  });
  test("is 0 on average for Poisson trains that know nothing of each other", () => {
    const { uniform } = random(3);
    const recorded = poissonTrain(20, { duration: 100_000, seed: 1 });
    const scores = Array.from({ length: 20 }, () => {
      const modelled = poissonTrain(20, { duration: 100_000, seed: Math.floor(1e6 * uniform()) });
      return coincidenceFactor(recorded, modelled, { precision: 2, duration: 100_000 });
    });
    expect(Math.abs(scores.reduce((sum, score) => sum + score, 0) / 20)).toBeLessThan(0.01); // s.d. of one is 0.006
  });
  test("uses each spike once: two modelled spikes meet one recorded spike only once", () => {
    const [one, two] = [[101], [100, 101]].map((modelled) => coincidenceFactor([100], modelled, options));
    expect(two).toBeLessThan(one);
  });
  test("is 0 where one train is silent, and says what is wrong with a precision that covers all", () => {
    expect(coincidenceFactor([10, 20], [], options)).toBe(0);
    expect(() => coincidenceFactor([1], [1, 100, 200], { precision: 200, duration: 300 })).toThrow(
      /cover all of it: take a smaller precision/,
    );
  });
});
