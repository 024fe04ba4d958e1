import { describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { rheobase, strengthDuration, thresholdCurrent } from "../../src/experiments/threshold-current.js";
import { twoPulse } from "../../src/experiments/two-pulse.js";

// The leaky membrane below threshold: V − EL relaxes to I/gL with τ = C/gL.
const { C, gL, EL, Vth, tRef } = leakyIntegrateAndFire.parameters;
const tau = C / gL;
const toThreshold = (width: number, from = 0): number =>
  ((Vth - EL - from * Math.exp(-width / tau)) * gL) / (1 - Math.exp(-width / tau));

describe("the weakest pulse that fires", () => {
  test("is that of Lapicque's closed form for the leaky integrate-and-fire neuron", () => {
    const { width, current, charge } = strengthDuration(leakyIntegrateAndFire, [0.5, 5, 30], { most: 5000 });
    width.forEach((w, i) => {
      expect(Math.abs(current[i] / toThreshold(w) - 1)).toBeLessThan(1.1e-5); // the bracket is 1e-5 wide
      expect(charge[i]).toBeCloseTo(current[i] * w, 9);
    });
  });

  test("is 2.2404 µA/cm² for a long step into Hodgkin and Huxley's axon", () => {
    // Computed independently, rounded up in the fourth decimal: the least step that gives a spike.
    expect(Math.abs(rheobase(hodgkinHuxley) - 2.2404)).toBeLessThan(1e-4);
  });

  test("carries nearly the same charge however brief it is", () => {
    const { charge } = strengthDuration(hodgkinHuxley, [0.05, 0.1, 0.2]);
    expect(Math.abs(charge[0] / charge[2] - 1)).toBeLessThan(0.01);
  });

  test("does not exist for an axon without sodium channels, however far the pulse lifts the voltage", () => {
    expect(thresholdCurrent(hodgkinHuxley.with({ gNa: 0 }), { width: 0.5 })).toBe(Infinity);
  });

  test("is refused where there is no rest, and where the width makes no sense", () => {
    expect(() => thresholdCurrent(hodgkinHuxley.with({ I: 10 }), { width: 1 })).toThrow(/does not rest/);
    expect(() => thresholdCurrent(hodgkinHuxley, { width: 0 })).toThrow(/width must be a positive number of ms, got 0/);
  });
});

describe("two pulses", () => {
  test("give the leaky integrate-and-fire neuron the threshold that its closed form says, in and after the refractory period", () => {
    const width = 5,
      first = 1000;
    const spike = -tau * Math.log(1 - ((Vth - EL) * gL) / first);
    const left = (first / gL) * (1 - Math.exp(-(width - spike - tRef) / tau)); // the first pulse goes on after the refractory period
    const {
      delay,
      threshold,
      resting,
      spike: crossed,
    } = twoPulse(leakyIntegrateAndFire, [6, 10, 30], { width, first, most: 2000 });
    expect(crossed).toBeCloseTo(spike, 6);
    expect(Math.abs(resting / toThreshold(width) - 1)).toBeLessThan(1.1e-5);
    delay.forEach((d, i) =>
      expect(Math.abs(threshold[i] / toThreshold(width, left * Math.exp(-(d - width) / tau)) - 1)).toBeLessThan(1.1e-5),
    );
  });

  test("find Hodgkin and Huxley's axon absolutely, then relatively refractory, then more excitable than at rest", () => {
    const { threshold, resting } = twoPulse(hodgkinHuxley, [5, 8, 12, 20, 45], { width: 0.5, first: 20 });
    expect(threshold[0]).toBe(Infinity);
    expect(threshold[1]).toBeGreaterThan(5 * resting);
    expect(threshold[2]).toBeGreaterThan(2 * resting);
    expect(threshold[3]).toBeLessThan(0.9 * resting);
    expect(Math.abs(threshold[4] / resting - 1)).toBeLessThan(0.01);
  });

  test("are refused when the first fails, or the second comes too early", () => {
    expect(() => twoPulse(hodgkinHuxley, [10], { width: 0.5, first: 5 })).toThrow(
      /first pulse, 5 for 0.5 ms, evokes no spike; the threshold is 13.27/,
    );
    expect(() => twoPulse(hodgkinHuxley, [1], { width: 0.5, first: 20 })).toThrow(/delay of 1 ms is too short/);
  });
});
