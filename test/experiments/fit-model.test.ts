import { describe, expect, test } from "vitest";
import { fitModel } from "../../src/experiments/fit-model.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { nelderMead } from "../../src/numerics/nelder-mead.js";
import { simulate } from "../../src/solve/simulate.js";

describe("the search of Nelder and Mead", () => {
  test("finds the bottom of Rosenbrock's valley, brought into the unit square", () => {
    const valley = ([x, y]: readonly number[]): number => {
      const [a, b] = [4 * x - 2, 4 * y - 2];
      return 100 * (b - a * a) ** 2 + (1 - a) ** 2;
    };
    const { at, value } = nelderMead(valley, [0.2, 0.75], { size: 0.15, evaluations: 400 });
    expect(value).toBeLessThan(1e-8);
    expect(at[0]).toBeCloseTo(0.75, 4);
    expect(at[1]).toBeCloseTo(0.75, 4);
  });
  test("stays in the cube, and finds a bottom on its face", () => {
    const { at } = nelderMead(([x, y]) => (x - 1.5) ** 2 + (y - 0.3) ** 2, [0.5, 0.5], {
      size: 0.15,
      evaluations: 300,
    });
    expect(at[0]).toBe(1);
    expect(at[1]).toBeCloseTo(0.3, 4);
  });
});

describe("fitModel", () => {
  const spikes = (model: typeof leakyIntegrateAndFire): Float64Array =>
    simulate(model.with({ I: 300 }), { duration: 200 }).spikes;
  const wanted = spikes(leakyIntegrateAndFire.with({ C: 140, gL: 11 }));
  const error = (model: typeof leakyIntegrateAndFire): number => {
    const found = spikes(model);
    const pairs = Math.min(found.length, wanted.length);
    return (found.length - wanted.length) ** 2 + wanted.slice(0, pairs).reduce((e, t, i) => e + (t - found[i]) ** 2, 0);
  };
  test("finds the neuron that fired these spikes", () => {
    const { model, error: left } = fitModel(leakyIntegrateAndFire, error, {
      ranges: { C: [50, 200], gL: [8, 14] },
      trials: 150,
    });
    expect(left).toBeLessThan(1e-4);
    expect(spikes(model).length).toBe(wanted.length);
  });
  test("refuses what makes no sense", () => {
    expect(() => fitModel(leakyIntegrateAndFire, error, { ranges: { C: [150, 200] } })).toThrow(
      /range of C must be \[low, high\] around its value of 100/,
    );
    expect(() => fitModel(leakyIntegrateAndFire, () => NaN, { ranges: { C: [50, 200] } })).toThrow(/is NaN/);
    expect(() => fitModel(leakyIntegrateAndFire, error, { ranges: {} })).toThrow(/names no parameter/);
    expect(() => fitModel(leakyIntegrateAndFire, error, { ranges: { gl: [1, 2] } as object })).toThrow(/gL/);
  });
});
