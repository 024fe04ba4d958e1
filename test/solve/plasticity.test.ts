import { describe, expect, test } from "vitest";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { withSynapses } from "../../src/models/synapses/with-synapses.js";
import { random } from "../../src/numerics/random.js";
import type { Coupling } from "../../src/solve/population/coupling.js";
import { simulatePopulation, type PopulationActivity } from "../../src/solve/population/population.js";
import { tsodyksMarkram } from "../../src/solve/population/short-term-plasticity.js";
import { spikeTimingChange } from "../../src/solve/population/spike-timing-plasticity.js";

const cell = withSynapses(leakyIntegrateAndFire, [{ name: "A", kind: "exponential", tau: 5, reversal: 0 }]);

describe("short-term plasticity", () => {
  test("depression settles where what is released comes back: R = (1 − e)/(1 − (1 − U) e), Tsodyks & Markram 1997", () => {
    const [U, tauRec, period] = [0.5, 800, 50];
    const train = tsodyksMarkram(
      Array.from({ length: 60 }, (_, k) => k * period),
      { U, tauRec },
    );
    const e = Math.exp(-period / tauRec);
    expect(train[0]).toBe(U);
    expect(train[1]).toBeCloseTo(U * (1 - (1 - (1 - U)) * e), 12);
    expect(train[59]).toBeCloseTo((U * (1 - e)) / (1 - (1 - U) * e), 12);
  });
  test("facilitation lets the second spike release more where U is small", () => {
    const [one, two, three] = tsodyksMarkram([0, 20, 40], { U: 0.05, tauRec: 50, tauFacil: 500 });
    expect(two / one).toBeGreaterThan(1.5);
    expect(three).toBeGreaterThan(two);
    const second = 0.05 + 0.95 * 0.05 * Math.exp(-20 / 500);
    expect(two).toBeCloseTo(second * (1 - 0.05 * Math.exp(-20 / 50)), 12);
  });
  test("refuses a percentage and times that go back", () => {
    expect(() => tsodyksMarkram([1], { U: 44, tauRec: 480 })).toThrow(/not a percentage/);
    expect(() => tsodyksMarkram([5, 1], { U: 0.4, tauRec: 480 })).toThrow(/ascend/);
  });
});

/** Cell 0 fires at about 30 Hz, cell 1 is silent; g of cell 1 is read. */
const pair = (coupling: Partial<Coupling>): PopulationActivity =>
  simulatePopulation(cell, {
    count: 2,
    duration: 400,
    dt: 0.05,
    parameters: { I: [210, 0] },
    coupling: { onto: "gA", weights: [0, 2, 0, 0], ...coupling },
    record: { states: ["gA"], cells: [1] },
  });

test("in a population what is added is the weight times what is released, spike by spike", () => {
  const plasticity = { U: 0.5, tauRec: 300 };
  const { recorded, spikesOf } = pair({ shortTerm: plasticity });
  const [g] = recorded["gA"];
  const spikes = spikesOf(0);
  expect(spikes.length).toBeGreaterThan(8);
  const added = Array.from(spikes, (t) => {
    const k = Math.ceil(t / 0.05 - 1e-9);
    return g[k] - g[k - 1] * Math.exp(-0.05 / 5);
  });
  tsodyksMarkram(spikes, plasticity).forEach((part, k) => expect(added[k]).toBeCloseTo(2 * part, 6));
});

describe("spike-timing-dependent plasticity", () => {
  const rule = { aPlus: 0.005, aMinus: 0.00525, tauPlus: 20, tauMinus: 20, max: 4 };
  test("has the window of Song, Miller and Abbott: 0.5 % of the maximum before, 0.525 % after, and nothing at once", () => {
    expect(spikeTimingChange(1e-9, rule)).toBeCloseTo(0.02, 9);
    expect(spikeTimingChange(-1e-9, rule)).toBeCloseTo(-0.021, 9);
    expect(spikeTimingChange(20, rule)).toBeCloseTo(0.02 / Math.E, 12);
    expect(spikeTimingChange(0, rule)).toBe(0);
  });

  /** Three cells that fire at rates of their own, all joined; the weights after it. */
  const learned = (sparse: boolean): { activity: PopulationActivity; weights: number[] } => {
    const weights = [0, 2, 1, 2, 0, 3, 1, 2, 0];
    const kept = weights.flatMap((w, k) => (w > 0 ? [k] : []));
    const table = {
      from: kept.map((k) => Math.floor(k / 3)).reverse(),
      to: kept.map((k) => k % 3).reverse(),
      weight: kept.map((k) => weights[k]).reverse(),
    };
    const activity = simulatePopulation(cell, {
      count: 3,
      duration: 300,
      dt: 0.05,
      parameters: { I: [215, 240, 300] },
      coupling: { onto: "gA", weights: sparse ? table : weights, spikeTiming: rule },
    });
    return { activity, weights };
  };

  test("is, in a population, the sum of the window over all pairs of spikes", () => {
    const { activity, weights } = learned(false);
    for (const [from, to] of [
      [0, 1],
      [1, 0],
      [2, 1],
    ]) {
      let w = weights[from * 3 + to];
      for (const pre of activity.spikesOf(from))
        for (const post of activity.spikesOf(to)) w += spikeTimingChange(post - pre, rule);
      expect(activity.weights[0][from * 3 + to]).toBeCloseTo(w, 9);
    }
    expect(activity.weights[0][0]).toBe(0);
  });
  test("does the same to a list of synapses as to a square of weights, in the order given", () => {
    const dense = Array.from(learned(false).activity.weights[0]).filter((_, k) => k % 4 !== 0);
    expect(Array.from(learned(true).activity.weights[0])).toEqual(dense.reverse());
  });
  test("stays between 0 and the maximum", () => {
    const strong = { ...rule, aPlus: 0.3, aMinus: 0.3 };
    const numbers = random(4);
    const activity = simulatePopulation(cell, {
      count: 10,
      duration: 500,
      dt: 0.1,
      parameters: { I: () => 205 + 60 * numbers.uniform() },
      coupling: {
        onto: "gA",
        weights: Array.from({ length: 100 }, (_, k) => (k % 11 === 0 ? 0 : 0.2)),
        spikeTiming: strong,
      },
    });
    expect(Math.min(...activity.weights[0])).toBe(0);
    expect(Math.max(...activity.weights[0])).toBeLessThanOrEqual(4);
  });
  test("refuses weights beyond its bounds, and a negative loss", () => {
    expect(() => pair({ spikeTiming: { ...rule, max: 1 } })).toThrow(/between 0 and max = 1, got 2/);
    expect(() => pair({ spikeTiming: { ...rule, aMinus: -0.1 } })).toThrow(/aMinus must be a number ≥ 0, got -0.1/);
  });
});

test("excitation and inhibition go onto one cell by two couplings", () => {
  const both = withSynapses(leakyIntegrateAndFire, [
    { name: "E", kind: "exponential", tau: 5, reversal: 0 },
    { name: "I", kind: "exponential", tau: 5, reversal: -75 },
  ]);
  const run = (inhibition: number): number =>
    simulatePopulation(both, {
      count: 3,
      duration: 300,
      parameters: { I: [260, 260, 0] },
      coupling: [
        { onto: "gE", weights: [0, 0, 20, 0, 0, 0, 0, 0, 0] },
        { onto: "gI", weights: [0, 0, 0, 0, 0, inhibition, 0, 0, 0] },
      ],
    }).spikesOf(2).length;
  expect(run(0)).toBeGreaterThan(5);
  expect(run(200)).toBe(0);
});
