import { describe, expect, test } from "vitest";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { eulerMaruyama, integratedNoise, type WienerPath } from "../../src/solve/methods/euler-maruyama.js";
import { simulate } from "../../src/solve/simulate.js";
import type { VectorField } from "../../src/solve/methods/stepper.js";
import { whiteNoise } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sum } from "../../src/solve/stimuli/stimulus.js";

const finest = 2 ** -10;

/** The state at t = 1 by steps of dt along a path. */
function solve(field: VectorField, gain: (x: number) => number, x0: number, W: WienerPath, dt: number): number {
  const stepper = eulerMaruyama(field, (_t, state, out) => void (out[0] = gain(state[0])), W, 1);
  const y = Float64Array.of(x0);
  for (let k = 0; k < 1 / dt; k++) stepper.step(k * dt, y, dt, y);
  return y[0];
}

const path = (seed: number): WienerPath => integratedNoise([{ intensity: 1, seed }], finest);

describe("the Wiener path", () => {
  test("has independent increments of variance dt (99.9 %), whatever order it is asked in", () => {
    const N = 20_000;
    const W = integratedNoise([{ intensity: 2, seed: 11 }], 0.01);
    W(N * 0.01);
    const increments = Float64Array.from({ length: N }, (_, k) => W((k + 1) * 0.01) - W(k * 0.01));
    const variance = increments.reduce((s, x) => s + x * x, 0) / N;
    expect(Math.abs(variance / (4 * 0.01) - 1)).toBeLessThan(3.3 * Math.sqrt(2 / N));
    const lagged = increments.subarray(1).reduce((s, x, k) => s + x * increments[k], 0) / N / 0.04;
    expect(Math.abs(lagged)).toBeLessThan(3.3 / Math.sqrt(N));
    expect(W(0.005)).toBeCloseTo(W(0.01) / 2, 14);
  });
});

describe("strong order, paths of dt and dt/2 compared with the exact solution on the same Wiener path", () => {
  const rms = (error: (seed: number) => number, paths = 400): number =>
    Math.sqrt(Array.from({ length: paths }, (_, k) => error(k + 1) ** 2).reduce((s, x) => s + x, 0) / paths);

  test("1 for additive noise: Ornstein-Uhlenbeck, dx = −x dt + dW", () => {
    const exact = (W: WienerPath): number => {
      // x(1) = e^{−1} x(0) + W(1) − ∫ e^{s−1} W(s) ds, by the trapezium rule on the finest grid
      let integral = 0;
      for (let k = 0; k <= 1 / finest; k++)
        integral += (k === 0 || k === 1 / finest ? 0.5 : 1) * Math.exp(k * finest - 1) * W(k * finest) * finest;
      return Math.exp(-1) * 1 + W(1) - integral;
    };
    const error = (dt: number) =>
      rms(
        (seed) =>
          solve(
            (_t, y, d) => void (d[0] = -y[0]),
            () => 1,
            1,
            path(seed),
            dt,
          ) - exact(path(seed)),
      );
    const [a, b] = [error(1 / 16), error(1 / 64)];
    expect(Math.log2(a / b) / 2).toBeGreaterThan(0.85);
    expect(Math.log2(a / b) / 2).toBeLessThan(1.15);
  });

  test("1/2 for multiplicative noise: geometric Brownian motion in Itô's sense, dx = x/2 dt + x dW, x = x(0) exp W", () => {
    const error = (dt: number) =>
      rms(
        (seed) =>
          solve(
            (_t, y, d) => void (d[0] = 0.5 * y[0]),
            (x) => x,
            1,
            path(seed),
            dt,
          ) - Math.exp(path(seed)(1)),
        1500,
      );
    const [a, b] = [error(1 / 16), error(1 / 256)];
    expect(Math.log2(a / b) / 4).toBeGreaterThan(0.35);
    expect(Math.log2(a / b) / 4).toBeLessThan(0.65);
  });
});

describe("weak order", () => {
  test("1: the mean of geometric Brownian motion errs in proportion to dt (99.9 %)", () => {
    const [growth, sigma, paths] = [1.5, 0.1, 4000];
    const bias = (dt: number): number => {
      let total = 0;
      for (let seed = 1; seed <= paths; seed++)
        total += solve(
          (_t, y, d) => void (d[0] = growth * y[0]),
          (x) => sigma * x,
          1,
          integratedNoise([{ intensity: 1, seed }], dt),
          dt,
        );
      return Math.exp(growth) - total / paths;
    };
    const [a, b] = [bias(1 / 8), bias(1 / 32)];
    const uncertainty = (3.3 * 0.1 * Math.exp(growth)) / Math.sqrt(paths);
    expect(uncertainty).toBeLessThan(0.2 * b); // the samples can tell
    expect(Math.log2((a + uncertainty) / (b - uncertainty)) / 2).toBeGreaterThan(0.9);
    expect(Math.log2((a - uncertainty) / (b + uncertainty)) / 2).toBeLessThan(1.1);
  });
});

describe("a leaky cell with white noise in its current", () => {
  const quiet = leakyIntegrateAndFire.with({ Vth: 1000 });
  const { C, gL, EL } = quiet.parameters;
  const [sigma, dt] = [100, 0.1];

  test("has the stationary variance of the process, σ²τ/2C² (99.9 %)", () => {
    const { time, states } = simulate(quiet, {
      duration: 20_000,
      method: "eulerMaruyama",
      dt,
      stimulus: whiteNoise(sigma, 4),
    });
    const tau = C / gL;
    let squares = 0;
    time.forEach((_, k) => (squares += (states.V[k] - EL) ** 2 / time.length));
    const expected = ((sigma / C) ** 2 * tau) / 2 / (1 - dt / (2 * tau)); // Euler-Maruyama's own, dt/2τ above
    const independent = 20_000 / tau; // variance of the mean square: 2 V² τ/T
    expect(Math.abs(squares / expected - 1)).toBeLessThan(3.3 * Math.sqrt(2 / independent));
  });

  test("is the same run for the same seed, and Euler's run without noise", () => {
    const run = (seed: number, intensity = sigma) =>
      simulate(leakyIntegrateAndFire, {
        duration: 100,
        method: "eulerMaruyama",
        dt,
        stimulus: sum(constant(250), whiteNoise(intensity, seed)),
      });
    expect(run(1).states.V).toEqual(run(1).states.V);
    expect(run(1).states.V).not.toEqual(run(2).states.V);
    const euler = simulate(quiet, { duration: 20, method: "euler", dt, stimulus: constant(150) });
    const still = simulate(quiet, {
      duration: 20,
      method: "eulerMaruyama",
      dt,
      stimulus: sum(constant(150), whiteNoise(0, 1)),
    });
    expect(still.states.V).toEqual(euler.states.V);
  });

  test("explains each step by the input it reports, the noise as its mean over the step", () => {
    const { time, states, input } = simulate(quiet, {
      duration: 50,
      method: "eulerMaruyama",
      dt,
      stimulus: sum(constant(50), whiteNoise(sigma, 6)),
    });
    for (let k = 0; k + 1 < time.length; k++) {
      const h = time[k + 1] - time[k];
      expect(states.V[k] + (h * (input[k] - gL * (states.V[k] - EL))) / C).toBeCloseTo(states.V[k + 1], 9);
    }
  });

  test("with resets keeps every increment: a spike splits its step, and at(t) follows the same path", () => {
    const { time, states, spikes, at } = simulate(leakyIntegrateAndFire, {
      duration: 200,
      method: "eulerMaruyama",
      dt,
      stimulus: sum(constant(250), whiteNoise(300, 8)),
    });
    expect(spikes.length).toBeGreaterThan(5);
    expect(spikes.some((t) => Math.abs(t / dt - Math.round(t / dt)) > 0.1)).toBe(true); // not bound to the grid
    time.forEach((t, k) => {
      if (time[k + 1] !== t) expect(at(t).V).toBeCloseTo(states.V[k], 9);
    });
  });
});
