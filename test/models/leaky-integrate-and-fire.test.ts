import { describe, expect, test } from "vitest";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { simulate } from "../../src/solve/simulate.js";

describe("leaky integrate-and-fire", () => {
  // Rates in Hz of the Neuromatch Academy set, from the closed form, computed independently.
  test.each([
    [210, 30.821],
    [220, 38.493],
    [250, 55.266],
    [300, 77.005],
  ])("at %d pA fires at %d Hz", (I, rate) => {
    const { spikes } = simulate(leakyIntegrateAndFire.with({ I }), { duration: 200, tolerance: 1e-9 });
    expect(1000 / (spikes[2] - spikes[1])).toBeCloseTo(rate, 3);
  });

  test("fires above its rheobase and not below: 200 pA, and 2 nA for the EPFL set", () => {
    for (const [preset, rheobase] of [
      ["NMA", 200],
      ["EPFL", 2000],
    ] as const) {
      const model = leakyIntegrateAndFire.preset(preset);
      expect(simulate(model.with({ I: 0.999 * rheobase }), { duration: 500 }).spikes).toHaveLength(0);
      expect(simulate(model.with({ I: 1.001 * rheobase }), { duration: 500 }).spikes.length).toBeGreaterThan(1);
    }
  });

  test("stays at its reset for the refractory period", () => {
    const run = simulate(leakyIntegrateAndFire.with({ I: 300, tRef: 5 }), { duration: 60 });
    const [first] = run.spikes;
    expect(run.at(first + 4.9).V).toBe(-75);
    expect(run.at(first + 5.5).V).toBeGreaterThan(-75);
  });
});
