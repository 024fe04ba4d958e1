import { describe, expect, test, vi } from "vitest";
import {
  hodgkinHuxley,
  izhikevich,
  leakyIntegrateAndFire,
  simulatePopulation,
  sine,
  type PopulationActivity,
} from "../../../src/index.js";
import { crew } from "../../../src/solve/batch/threads.js";

const inputs = (count: number, from: number, to: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => from + ((to - from) * k) / count);

describe("threads share a population to the same bits", () => {
  const runs: Record<string, (threads: number) => PopulationActivity> = {
    "of conductance-based cells": (threads) =>
      simulatePopulation(hodgkinHuxley, {
        ...{ count: 601, duration: 30, dt: 0.01, parameters: { I: inputs(601, 0, 20) }, threads },
      }),
    "with refractory periods and resets": (threads) =>
      simulatePopulation(leakyIntegrateAndFire, {
        ...{ count: 259, duration: 60, dt: 0.05, parameters: { I: inputs(259, 200, 460) }, threads },
      }),
    "under a stimulus that varies, by the method of 2003": (threads) =>
      simulatePopulation(izhikevich, {
        ...{ count: 1000, duration: 300, method: "izhikevich2003", parameters: { I: inputs(1000, 2, 15) }, threads },
        stimulus: sine(3, 40),
      }),
  };
  test.each(Object.entries(runs))("%s", (_, run) => {
    const one = run(1);
    expect(one.raster.time.length).toBeGreaterThan(300);
    for (const threads of [2, 3]) expect(run(threads).raster).toEqual(one.raster);
  });

  test("and fail as one does", () => {
    const I = Float64Array.from({ length: 1200 }, (_, k) => (k < 623 ? 0 : 20 + k));
    const failing = (threads: number): string => {
      try {
        simulatePopulation(hodgkinHuxley, { count: 1200, duration: 3, dt: 0.25, parameters: { I }, threads });
        return "no failure";
      } catch (error) {
        return String(error);
      }
    };
    expect(failing(1)).toMatch(/cell 6\d\d: \w+ became/);
    expect(failing(2)).toBe(failing(1));
  });

  test("after a run that was cut off in its middle", () => {
    const cutOff = crew(2);
    expect(cutOff?.makeRunners).toHaveLength(4); // and nobody releases them
    const [one, two] = [1, 2].map((threads) => runs["with refractory periods and resets"](threads));
    expect(two.raster).toEqual(one.raster);
  });

  test("or one does all where none may be started", () => {
    const run = runs["with refractory periods and resets"];
    const denied = Object.assign(new Error("Access to this API has been restricted"), { code: "ERR_ACCESS_DENIED" });
    const builtins = vi.spyOn(process, "getBuiltinModule").mockImplementation(() => {
      throw denied;
    });
    try {
      expect(crew(12)).toBeUndefined();
      expect(run(12).raster).toEqual(run(1).raster);
      expect(builtins).toHaveBeenCalled();
    } finally {
      builtins.mockRestore();
    }
  });
});

describe("single precision", () => {
  test("gives as many spikes, at most 0.0044 ms aside, as its description says", () => {
    const options = { count: 1000, duration: 100, dt: 0.01, parameters: { I: inputs(1000, 0, 20) } } as const;
    const double = simulatePopulation(hodgkinHuxley, options);
    const single = simulatePopulation(hodgkinHuxley, { ...options, precision: "single" });
    expect(single.raster).not.toEqual(double.raster);
    const worst = Array.from({ length: 1000 }, (_, cell) => {
      const [a, b] = [double.spikesOf(cell), single.spikesOf(cell)];
      expect(b).toHaveLength(a.length);
      return a.reduce((most, t, k) => Math.max(most, Math.abs(t - b[k])), 0);
    }).reduce((most, apart) => Math.max(most, apart), 0);
    expect(worst).toBeLessThan(0.0044);
    expect(worst).toBeGreaterThan(0.001);
  });

  test("is for cells without coupling and noise", () => {
    const noisy = { count: 2, duration: 5, noise: 1, precision: "single" } as const;
    expect(() => simulatePopulation(hodgkinHuxley, noisy)).toThrow(
      'precision "single" is for cells without coupling and noise',
    );
  });
});
