import { describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { compareMethods } from "../../src/experiments/compare-methods.js";
import { choosesSteps, methods } from "../../src/solve/methods/method.js";
import { constant } from "../../src/solve/stimuli/stimulus-shapes.js";
import { present } from "../../src/checks/present.js";

const { reference, records } = compareMethods(hodgkinHuxley, {
  duration: 30,
  stimulus: constant(10),
  steps: [0.2, 0.02, 0.01, 0.005],
  tolerances: [1e-4, 1e-7],
});
const of = (method: string) =>
  present(
    records.find((r) => r.method === method),
    `a record of ${method}`,
  );

describe("the comparison of methods on Hodgkin-Huxley", () => {
  test("covers every deterministic method, each with a trial per step or tolerance", () => {
    expect(records.map((r) => r.method)).toEqual(methods.filter((m) => m !== "eulerMaruyama"));
    for (const { method, trials } of records) {
      expect(trials.map((t) => (choosesSteps(method) ? t.tolerance : t.dt))).toEqual(
        choosesSteps(method) ? [1e-4, 1e-7] : [0.2, 0.02, 0.01, 0.005],
      );
    }
  });

  test.each([
    ["euler", 1],
    ["exponentialEuler", 1],
    ["midpoint", 2],
    ["heun", 2],
    ["rk4", 4],
  ] as const)("sees the order of %s: %i", (method, order) => {
    expect(Math.abs(of(method).observedOrder - order)).toBeLessThan(0.25);
  });

  test("says of a step that is too large that the run diverged, and goes on", () => {
    const [coarse, fine] = of("rk4").trials;
    expect(coarse.failure).toMatch(/dt = 0\.2 ms is too large for rk4/);
    expect(coarse.error).toBeNaN();
    expect(fine.failure).toBeUndefined();
  });

  test("adaptive methods spend less than rk4 for the same error", () => {
    const best = of("dormandPrince").trials[1];
    const rk4 = of("rk4").trials.filter((t) => t.error > best.error);
    expect(rk4.length).toBeGreaterThan(0);
    for (const trial of rk4) expect(trial.evaluations).toBeGreaterThan(best.evaluations);
  });

  test("measures spike times where all spikes are there", () => {
    expect(reference.spikes.length).toBe(2);
    for (const { trials } of records) {
      for (const { spikes, spikeError, failure } of trials) {
        if (failure === undefined) expect(Number.isNaN(spikeError)).toBe(spikes !== 2);
      }
    }
    expect(present(of("rk4").trials.at(-1), "a trial of rk4").spikeError).toBeLessThan(1e-6);
  });
});
