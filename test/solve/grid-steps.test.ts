import { describe, expect, test } from "vitest";
import { passiveMembrane } from "../../src/models/passive-membrane.js";
import { random } from "../../src/numerics/random.js";
import { gridEndAfter } from "../../src/solve/methods/step-size.js";
import { simulate } from "../../src/solve/simulate.js";
import { constant } from "../../src/solve/stimuli/stimulus-shapes.js";

describe("a step by multiples of dt", () => {
  const { uniform } = random(4);
  const cases = Array.from({ length: 20_000 }, () => ({
    k: Math.floor(2 ** (40 * uniform())),
    dt: [0.01, 0.025, 0.1, 1e-4, 1 / 3, 1][Math.floor(6 * uniform())],
  }));

  test("from a multiple ends at the next, however late it is", () => {
    for (const { k, dt } of cases) expect(gridEndAfter(k * dt, dt, Infinity), `${k} · ${dt}`).toBe((k + 1) * dt);
  });

  test("from between two ends at the next, and never where it began", () => {
    for (const { k, dt } of cases) {
      const share = 0.01 + 0.98 * uniform();
      const t = (k + share) * dt;
      if (k < 2 ** 30) expect(gridEndAfter(t, dt, Infinity), `${k + share} · ${dt}`).toBe((k + 1) * dt);
      else expect(gridEndAfter(t, dt, Infinity)).toBeGreaterThan(t);
    }
  });

  test("ends with the piece if that ends on the grid but for rounding", () => {
    for (const { k, dt } of cases) {
      const end = (k + 1) * dt;
      for (const near of [end * (1 - 2 ** -52), end * (1 + 2 ** -52)])
        expect(gridEndAfter(k * dt, dt, near)).toBe(near);
    }
  });
});

test.each([
  ["RK4", "rk4"],
  ["exponential Euler", "exponentialEuler"],
] as const)("a run by %s goes on beyond 131 072 ms at dt = 0.01 ms", (_, method) => {
  const options = { duration: 131_200, dt: 0.01, stimulus: constant(1), method, states: ["V"], every: 100_000 };
  const { time, states } = simulate(passiveMembrane, options);
  expect(time[time.length - 1]).toBe(131_000);
  expect(time).toHaveLength(132);
  expect(states["V"][131]).toBeCloseTo(states["V"][130], 9);
});
