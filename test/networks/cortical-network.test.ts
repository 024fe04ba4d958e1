import { describe, expect, it } from "vitest";
import { izhikevich } from "../../src/models/izhikevich.js";
import { corticalNetwork, populationRate, rhythm } from "../../src/networks/cortical-network.js";

const frequencies = Array.from({ length: 60 }, (_, k) => k + 3);

describe("Izhikevich's network of 1000 cells", () => {
  const coupled = corticalNetwork(izhikevich);
  const apart = corticalNetwork(izhikevich, { coupling: 0 });

  it("has a rhythm near 8 Hz, at least 50 times what independent cells have (Izhikevich 2003, Fig. 4)", () => {
    const power = rhythm(coupled, frequencies);
    const best = frequencies[power.indexOf(Math.max(...power))];
    expect([7, 8, 9]).toContain(best);
    expect(Math.max(...power)).toBeGreaterThan(50);
  });

  it("has none when uncoupled", () => {
    const power = rhythm(
      apart,
      frequencies.filter((f) => f > 20),
    );
    expect(Math.max(...power)).toBeLessThan(20);
  });

  it("has two rhythms once its start is forgotten: near 8 Hz and, weaker and broader, between 26 and 36 Hz", () => {
    const power = rhythm(corticalNetwork(izhikevich, { duration: 6000 }), frequencies, { from: 1000, window: 1000 });
    const mean = (low: number, high: number): number => {
      const band = power.filter((_, k) => frequencies[k] >= low && frequencies[k] <= high);
      return band.reduce((sum, p) => sum + p, 0) / band.length;
    };
    expect(mean(7, 9)).toBeGreaterThan(3 * mean(11, 16));
    expect(mean(26, 36)).toBeGreaterThan(3 * mean(50, 62));
    expect(mean(26, 36)).toBeGreaterThan(mean(11, 16));
  });

  it("has one rhythm, near 40 Hz, with twice the inhibition", () => {
    const power = rhythm(corticalNetwork(izhikevich, { inhibition: 2, duration: 4000 }), frequencies, {
      from: 1000,
      window: 1000,
    });
    const best = frequencies[power.indexOf(Math.max(...power))];
    expect(best).toBeGreaterThan(36);
    expect(best).toBeLessThan(52);
  });

  it("counts every spike once in the population rate", () => {
    const { rate } = populationRate(coupled, { bin: 5 });
    expect(rate.reduce((sum, r) => sum + (r * 5 * 1000) / 1000, 0)).toBeCloseTo(
      coupled.raster.time.filter((t) => t > 0).length,
      6,
    );
  });

  it("is the same again with the same seed", () => {
    const small = { excitatory: 80, inhibitory: 20, duration: 200, seed: 3 };
    expect(corticalNetwork(izhikevich, small).raster).toEqual(corticalNetwork(izhikevich, small).raster);
  });
});

it("rhythm and rate refuse what makes no sense", () => {
  const small = corticalNetwork(izhikevich, { excitatory: 8, inhibitory: 2, duration: 100 });
  expect(() => rhythm(small, [3])).toThrow(/whole number of times into 100 ms, got 3 Hz/);
  expect(() => rhythm(small, [10], { from: 50, window: 100 })).toThrow(
    /windows of 100 ms from 50 ms on do not fit into the run of 100 ms/,
  );
  expect(() => populationRate(small, { bin: 0 })).toThrow(/must be a positive number of ms, got 0/);
});

it("the power of a rhythm is the number of spikes where all come in time, averaged over windows", () => {
  const inTime = (times: number[], duration: number) => ({
    ...corticalNetwork(izhikevich, { excitatory: 8, inhibitory: 2, duration: 10 }),
    duration,
    raster: { time: Float64Array.from(times), cell: new Int32Array(times.length) },
  });
  const every100 = Array.from({ length: 30 }, (_, k) => 100 * (k + 1));
  expect(rhythm(inTime(every100, 3000), [10])[0]).toBeCloseTo(30, 9);
  expect(rhythm(inTime(every100, 3000), [10, 15], { from: 1000, window: 1000 })[0]).toBeCloseTo(10, 9);
  expect(rhythm(inTime(every100, 3000), [15], { from: 1000, window: 1000 })[0]).toBeCloseTo(0, 9);
});
