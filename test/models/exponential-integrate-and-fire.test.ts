import { describe, expect, test } from "vitest";
import { exponentialIntegrateAndFire } from "../../src/models/exponential-integrate-and-fire.js";
import { simulate } from "../../src/solve/simulate.js";
import { folds } from "./equilibria.js";

describe("exponential integrate-and-fire", () => {
  test.each([
    ["EPFL", 400, -55],
    ["Fourcaud-Trocmé", 10 * (-59.9 + 65 - 3.48), -59.9],
  ])("%s: rest is lost at %d pA, at V_T = %d mV", (preset, current, V) => {
    const found = folds(exponentialIntegrateAndFire.preset(preset), -80, -40);
    expect(found).toHaveLength(1);
    expect(found[0].I).toBeCloseTo(current, 9);
    expect(found[0].V).toBeCloseTo(V, 9);
  });

  test("EPFL: fires at 0.41 nA and not at 0.39 nA", () => {
    const spikes = (I: number): number =>
      simulate(exponentialIntegrateAndFire.preset("EPFL").with({ I }), { duration: 500 }).spikes.length;
    expect(spikes(390)).toBe(0);
    expect(spikes(410)).toBeGreaterThan(2);
  });

  test("once V is well above V_T a spike takes less than a millisecond, wherever its peak is put", () => {
    const first = (Vpeak: number): number =>
      simulate(exponentialIntegrateAndFire.with({ I: 100, Vpeak }), { duration: 100, tolerance: 1e-9 }).spikes[0];
    expect(first(0) - first(-30)).toBeGreaterThan(0);
    expect(first(0) - first(-30)).toBeLessThan(0.01); // 10 ms of membrane time constant against e^(-30/3.48)
  });
});
