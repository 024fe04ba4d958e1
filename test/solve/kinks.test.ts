import { describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import type { SimulationOptions } from "../../src/solve/simulation-options.js";
import { ornsteinUhlenbeck } from "../../src/solve/stimuli/stimulus-noise.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { stopsOf, sum } from "../../src/solve/stimuli/stimulus.js";

const noise = (tau: number, seed: number) => ornsteinUhlenbeck({ mean: 0, deviation: 1, tau, seed });
const duration = 12;

describe("along a path of coloured noise", () => {
  const seeds = [1, 2, 3, 4];
  const ends = (tau: number, options: Omit<SimulationOptions, "duration">): number[] =>
    seeds.map((seed) => simulate(hodgkinHuxley, { duration, stimulus: noise(tau, seed), ...options }).at(duration).V);
  const rms = (a: readonly number[], b: readonly number[]): number =>
    Math.sqrt(a.reduce((total, value, k) => total + (value - b[k]) ** 2, 0) / a.length);

  test.each([2, 2.3])("methods keep their strong order, with kinks each %f/20 ms", (tau) => {
    const exact = ends(tau, { tolerance: 1e-11 });
    for (const [method, order] of [
      ["rk4", 4],
      ["heun", 2],
      ["euler", 1],
    ] as const) {
      const [coarse, fine] = [0.05, 0.025].map((dt) => rms(ends(tau, { method, dt }), exact));
      expect(Math.abs(Math.log2(coarse / fine) - order), method).toBeLessThan(0.4);
    }
  });

  test("steps end at its kinks and go on: what lies on the grid costs no step, nor a row of the output", () => {
    const options = { duration, method: "rk4", dt: 0.025 } as const;
    const { cost, time } = simulate(hodgkinHuxley, { ...options, stimulus: noise(2, 1) });
    expect([cost.steps, time.length]).toEqual([480, 481]);
    const off = simulate(hodgkinHuxley, { ...options, stimulus: noise(2.3, 1) });
    for (const kink of noise(2.3, 1).breaks(duration))
      expect(off.time.some((t) => Math.abs(t - kink) < 1e-9)).toBe(true);
  });
});

test("a sum begins anew where one of its terms jumps, be it at a kink of another", () => {
  const { jumps, kinks } = stopsOf(sum(noise(20, 1), step(3, 2, 3.5)), 5);
  expect(jumps).toEqual([2, 3.5]);
  expect(kinks).toEqual([1, 3, 4]);
  expect(stopsOf(sum(noise(20, 1), step(3, 2, 3.5)), 5, 0.4)).toEqual({ jumps: [2, 3.5], kinks: [1, 3] });
});
