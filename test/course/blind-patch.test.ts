import { describe, expect, test } from "vitest";
import { blindParameters, blindPatch } from "../../src/course/rigs/blind-patch.js";

describe("a blind patch", () => {
  test("answers with its leak alone where its channels are shut, and with both where they are open, to a part in 1000", () => {
    for (const number of [1, 17, 404]) {
      const { gL, EL, gK, EK } = blindParameters(number);
      const patch = blindPatch(number);
      // By −80 mV the open fraction is (1 + e^10)^-4 < 1e-17; above +30 mV it is over (1 + e^-12)^-4 > 0.99997.
      expect(patch.clamp(-110).steady / (gL * (-110 - EL))).toBeCloseTo(1, 6);
      expect(patch.clamp(50).steady / (gL * (50 - EL) + gK * (50 - EK))).toBeCloseTo(1, 3);
    }
  });

  test("has a leak that cannot be overlooked: left in, it moves gK and EK by more than Exercise 6.8 allows, in every patch", () => {
    for (let number = 101; number <= 999; number++) {
      const { gL, EL, gK, EK } = blindParameters(number);
      expect(gL / gK, `patch ${number}`).toBeGreaterThan(0.01);
      expect((gL * (EL - EK)) / (gL + gK), `patch ${number}`).toBeGreaterThan(0.2); // mV
    }
  });

  test("is the same for the same number and another for another, and does not show what it is made of", () => {
    expect(blindParameters(5)).toEqual(blindParameters(5));
    expect(blindParameters(5)).not.toEqual(blindParameters(6));
    expect(Object.keys(blindPatch(5))).toEqual(["clamp"]);
  });

  test("refuses a number that is not whole and a voltage out of reach", () => {
    expect(() => blindPatch(1.5)).toThrow(/whole numbers, got 1.5/);
    expect(() => blindPatch(1).clamp(500)).toThrow(/−200 to 200 mV, got 500/);
    expect(() => blindPatch(1).clamp(NaN)).toThrow(/got NaN/);
  });
});
