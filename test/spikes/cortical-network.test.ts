import { describe, expect, it } from "vitest";
import { izhikevich } from "../../src/models/izhikevich.js";
import { corticalNetwork, populationRate, rhythm } from "../../src/spikes/cortical-network.js";

const frequencies = Array.from({ length: 60 }, (_, k) => k + 3);

describe("Izhikevich's network of 1000 cells", () => {
  const coupled = corticalNetwork(izhikevich);
  const apart = corticalNetwork(izhikevich, { coupling: 0 });

  it("has a rhythm near 8 Hz, at least 50 times what independent cells have (Izhikevich 2003, Fig. 4)", () => {
    const power = rhythm(coupled, frequencies);
    const best = frequencies[power.indexOf(Math.max(...power))]!;
    expect([7, 8, 9]).toContain(best);
    expect(Math.max(...power)).toBeGreaterThan(50);
  });

  it("has none when uncoupled", () => {
    const power = rhythm(apart, frequencies.filter((f) => f > 20));
    expect(Math.max(...power)).toBeLessThan(20);
  });

  it("counts every spike once in the population rate", () => {
    const { rate } = populationRate(coupled, 5);
    expect(rate.reduce((sum, r) => sum + (r * 5 * 1000) / 1000, 0)).toBeCloseTo(coupled.raster.time.filter((t) => t > 0).length, 6);
  });

  it("is the same again with the same seed", () => {
    const small = { excitatory: 80, inhibitory: 20, duration: 200, seed: 3 };
    expect(corticalNetwork(izhikevich, small).raster).toEqual(corticalNetwork(izhikevich, small).raster);
  });
});

it("rhythm and rate refuse what makes no sense", () => {
  const small = corticalNetwork(izhikevich, { excitatory: 8, inhibitory: 2, duration: 100 });
  expect(() => rhythm(small, [3])).toThrow(/whole number of times into the run of 100 ms, got 3 Hz/);
  expect(() => populationRate(small, 0)).toThrow(/must be positive/);
});
