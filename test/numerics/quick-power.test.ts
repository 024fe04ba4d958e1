import { describe, expect, test } from "vitest";
import { log } from "../../src/numerics/elementary.js";
import { quickLogarithm, quickPower } from "../../src/numerics/quick-power.js";

describe("the logarithm and the power that a step size needs", () => {
  test("the logarithm is right within 2e-7, from 1e-300 to 1e9 and through every 128th of an octave", () => {
    for (let exponent = -300; exponent <= 9; exponent += 0.37) {
      const x = 10 ** exponent;
      expect(Math.abs(quickLogarithm(x) - (2048 * log(x)) / Math.LN2)).toBeLessThan(2e-7);
    }
    for (let x = 1; x < 2; x += 1 / 1000)
      expect(Math.abs(quickLogarithm(x) - (2048 * log(x)) / Math.LN2)).toBeLessThan(2e-7);
  });

  test("the logarithm of 0 is less than that of any error that counts, and a number", () => {
    expect(quickLogarithm(0)).toBeLessThan(-2e6);
    expect(quickLogarithm(0)).toBeGreaterThan(-Infinity);
  });

  test("the power is right within a relative 2e-8", () => {
    for (let x = -60_000; x <= 60_000; x += 12.34) expect(quickPower(x) / 2 ** (x / 2048)).toBeCloseTo(1, 7.5);
  });

  test("one undoes the other", () => {
    for (const x of [1e-9, 0.03, 0.5, 1, 1.9999999, 2, 77, 1e9])
      expect(quickPower(quickLogarithm(x)) / x).toBeCloseTo(1, 7.5);
  });
});
