import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { describe, expect, test } from "vitest";
import { blindParameters, blindPatch } from "../../src/course/rigs/blind-patch.js";

describe("a blind patch", () => {
  test("answers with its leak alone where its channels are shut, and with both where they are open, but for noise", () => {
    for (const number of [1, 17, 404]) {
      const { gL, EL, gK, EK } = blindParameters(number);
      const patch = blindPatch(number);
      const noise = 4 * 0.015; // of a mean of a hundred samples
      // By −80 mV the open fraction is (1 + e^10)^-4 < 1e-17; above +30 mV it is over (1 + e^-12)^-4 > 0.99997.
      expect(Math.abs(patch.clamp(-110).steady - gL * (-110 - EL))).toBeLessThan(noise);
      const both = gL * (50 - EL) + gK * (50 - EK);
      expect(Math.abs(patch.clamp(50).steady - both)).toBeLessThan(noise + 0.0003 * both);
    }
  });

  test("has a leak that cannot be overlooked: left in, it moves gK and EK by more than Exercise 7.4 allows, in every patch", () => {
    for (let number = 101; number <= 999; number++) {
      const { gL, EL, gK, EK } = blindParameters(number);
      expect(gL / gK, `patch ${number}`).toBeGreaterThan(0.01);
      expect((gL * (EL - EK)) / (gL + gK), `patch ${number}`).toBeGreaterThan(0.2); // mV
    }
  });

  test("is noisy by 0.15 µA/cm² a sample, never twice alike in one rig, and always alike in the next", () => {
    const rig = blindPatch(7);
    const [one, two] = [rig.clamp(-110), rig.clamp(-110)];
    const difference = one.current.map((I, i) => (I - two.current[i]) / Math.SQRT2);
    const deviation = Math.sqrt(difference.reduce((sum, x) => sum + x * x, 0) / difference.length);
    expect(Math.abs(deviation - 0.15)).toBeLessThan(0.02); // 0.006 by chance, of 300 samples
    expect(blindPatch(7).clamp(-110).current).toEqual(one.current);
  });

  test("is found within Exercise 7.4's tolerances by the worked solution's four measurements, in the patches of 90 students", () => {
    const exercise = findExercise(catalogue, "7.4");
    const students = Array.from({ length: 90 }, (_, i) => `student ${i}`);
    for (const student of students) {
      const number = exercise.variantOf(student)["patch"];
      const rig = blindPatch(number);
      const [low, high] = [-120, -80].map((V) => rig.clamp(V).steady);
      const gL = (high - low) / 40;
      const EL = -120 - low / gL;
      const [a, b] = [40, 60].map((V) => rig.clamp(V).steady - gL * (V - EL));
      const gK = (b - a) / 20;
      const found = { gL, EL, gK, EK: 40 - a / gK };
      expect(exercise.judge(found, student).kind, `patch ${number}`).toBe("right");
    }
  });

  test("is the same for the same number and another for another, and does not show what it is made of", () => {
    expect(blindParameters(5)).toEqual(blindParameters(5));
    expect(blindParameters(5)).not.toEqual(blindParameters(6));
    expect(Object.keys(blindPatch(5))).toEqual(["clamp"]);
  });

  test("refuses a number that is not whole and a voltage out of reach", () => {
    expect(() => blindPatch(1.5)).toThrow(/whole numbers, 0 and up, got 1.5/);
    expect(() => blindPatch(1).clamp(500)).toThrow(/−200 to 200 mV, got 500/);
    expect(() => blindPatch(1).clamp(NaN)).toThrow(/got NaN/);
  });
});
