import { describe, expect, test } from "vitest";
import { balancedNetwork } from "../../src/networks/balanced-network.js";
import { sparseWiring } from "../../src/networks/sparse-wiring.js";
import { stateOf } from "./state-of.js";

const small = { excitatory: 800, probability: 0.25, duration: 150 } as const;

describe("one thousand cells of 200 and 50 inputs, with the mean input of Brunel's", () => {
  test("synchronous and regular: excitation wins, all fire at once, every 3 ms", () => {
    const { rate, cv, synchrony } = stateOf(balancedNetwork({ ...small, g: 3, duration: 100 }), 50);
    expect(rate).toBeGreaterThan(300);
    expect(cv).toBeLessThan(0.1);
    expect(synchrony).toBeGreaterThan(0.6);
  });
  test("slow, synchronous and irregular: a weak drive, few spikes, all of them in volleys", () => {
    const { rate, cv, synchrony } = stateOf(balancedNetwork({ ...small, g: 4.5, drive: 0.9, duration: 400 }), 100);
    expect(rate).toBeLessThan(20);
    expect(cv).toBeGreaterThan(0.4);
    expect(synchrony).toBeGreaterThan(1.2);
  });
  test("more inhibition, fewer spikes; more drive, more", () => {
    const rate = (g: number, drive: number): number =>
      stateOf(balancedNetwork({ excitatory: 400, probability: 0.25, g, drive, duration: 100 }), 40).rate;
    expect(rate(8, 2)).toBeLessThan(rate(5, 2));
    expect(rate(5, 3)).toBeGreaterThan(rate(5, 2));
  });
});

test("without drive a network is silent once the potentials of the start are gone", () => {
  const { raster } = balancedNetwork({ ...small, g: 6, drive: 0, record: [0] });
  expect(raster.time.filter((t) => t > 50)).toHaveLength(0);
});

test("half the drive that would do holds V at half the threshold, with the variance of shot noise, whatever the decay", () => {
  for (const decay of [{}, { excitatory: 5 }, { excitatory: 20 }]) {
    const options = { excitatory: 40, probability: 0.1, weight: 0.2, drive: 0.5, duration: 3000, decay, record: [7] };
    const { raster, recorded } = balancedNetwork(options);
    expect(raster.time.filter((t) => t > 100)).toHaveLength(0);
    const V = recorded.V[0].slice(1500);
    const mean = V.reduce((sum, v) => sum + v, 0) / V.length;
    const variance = V.reduce((sum, v) => sum + (v - mean) ** 2, 0) / V.length;
    // Campbell: J × 10 mV / 2 for jumps, less by τ/(τ + decay) where the current lasts; 20 ms in 2850 leave some 15 %.
    expect(Math.abs(mean - 10)).toBeLessThan(0.4);
    const expected = (0.2 * 10 * 20) / (2 * (20 + (decay.excitatory ?? 0)));
    expect(variance / expected).toBeGreaterThan(0.65);
    expect(variance / expected).toBeLessThan(1.5);
  }
});

test("V leaks, and jumps by what spikes bring 1.5 ms after they are fired, and by whole arrivals from outside", () => {
  const [g, weight, drive] = [2, 1.5, 1];
  const cells = Array.from({ length: 100 }, (_, k) => k);
  const options = { excitatory: 80, probability: 0.2, weight, g, drive, duration: 60, seed: 4, record: cells };
  const { raster, recorded } = balancedNetwork(options);
  const groups = [
    { count: 80, inputs: 16 },
    { count: 20, inputs: 4 },
  ];
  const { first, targets } = sparseWiring(groups, 4);
  const inside = cells.map(() => new Float64Array(616)); // what spikes bring to each cell at each step
  const silent = cells.map(() => new Uint8Array(621));
  raster.time.forEach((t, s) => {
    const [from, at] = [raster.cell[s], Math.round(10 * t)];
    expect([...new Set(recorded.V[from].slice(at, at + 21))]).toEqual([10]); // for 2 ms
    silent[from].fill(1, at, at + 21);
    for (let k = first[from]; k < first[from + 1]; k++) inside[targets[k]][at + 15] += from < 80 ? weight : -g * weight;
  });
  let [arrivals, free, least, unwhole] = [0, 0, 0, 0];
  recorded.V.forEach((V, k) => {
    for (let step = 1; step < V.length; step++) {
      if (silent[k][step] === 1) continue;
      const rest = (V[step] - V[step - 1] * Math.exp(-0.1 / 20) - inside[k][step]) / weight;
      unwhole = Math.max(unwhole, Math.abs(rest - Math.round(rest)));
      least = Math.min(least, rest);
      arrivals += rest;
      free++;
    }
  });
  expect(Math.max(...recorded.V.flatMap((V) => [...V]))).toBeLessThan(20);
  expect(unwhole).toBeLessThan(1e-9);
  expect(least).toBeGreaterThan(-1e-9);
  expect(raster.time.length).toBeGreaterThan(100);
  // θ/(J τ) = 20/(1.5 × 20) in each ms, and a little less where a spike has cut them off
  expect(arrivals / free).toBeGreaterThan(0.055);
  expect(arrivals / free).toBeLessThan(0.07);
});

test("is the same again with the same seed, and another with another", () => {
  const options = { excitatory: 80, probability: 0.2, duration: 40 };
  expect(balancedNetwork({ ...options, seed: 3 }).raster).toEqual(balancedNetwork({ ...options, seed: 3 }).raster);
  expect(balancedNetwork({ ...options, seed: 3 }).raster).not.toEqual(balancedNetwork({ ...options, seed: 4 }).raster);
});

test("tells of its cells: spikesOf, recorded.V, excitatory ones first", () => {
  const { count, excitatory, duration, time, recorded, raster, spikesOf } = balancedNetwork({
    excitatory: 80,
    probability: 0.2,
    duration: 40,
    record: [3],
  });
  expect([count, excitatory, duration, time.length, recorded.V[0].length]).toEqual([100, 80, 40, 401, 401]);
  expect(spikesOf(3)).toEqual(raster.time.filter((_, s) => raster.cell[s] === 3));
  // reset where it fires, and for 2 ms
  const at = Math.round(10 * spikesOf(3)[0]);
  expect([...recorded.V[0].slice(at, at + 21)]).toEqual(Array.from({ length: 21 }, () => 10));
  expect(recorded.V[0][at + 21]).not.toBe(10);
});

test("refuses what makes no sense by name", () => {
  const refused: [object, string][] = [
    [{ g: -5 }, "g must be 0 or more, got -5; an inhibitory weight is −g times J"],
    [{ drive: NaN }, "drive must be a finite number, got NaN"],
    [{ excitatory: 10 }, "excitatory must be a multiple of 4, as there are 4 to 1, got 10"],
    [{ probability: 10 }, "probability must be above 0 and at most 1, got 10"],
    [{ excitatory: 40, probability: 0.01 }, "listens to none of 10 inhibitory ones"],
    [{ excitatory: 40_000 }, "make 250000000 synapses; the most is 50000000"],
    [{ weight: 0 }, "weight must be a positive number of mV, got 0"],
    [{ delay: 0 }, "delay must be a positive number of ms, got 0"],
    [{ delay: 1.55 }, "delay must be a whole number of steps of 0.1 ms, got 1.55 ms"],
    [{ decay: { inhibitory: -1 } }, "decay: inhibitory must be 0 ms or more, got -1"],
    [{ decay: { inhibitry: 1 } }, "Did you mean 'inhibitory'?"],
    [{ nu: 2 }, "balancedNetwork has no option 'nu'"],
    [{ excitatory: 40, record: [50] }, "record: cells are numbered 0 to 49, asked for 50"],
  ];
  for (const [options, message] of refused) expect(() => balancedNetwork(options)).toThrow(message);
  expect(() => balancedNetwork({ excitatory: 40, duration: 1 }).spikesOf(50)).toThrow(
    "spikesOf: cells are numbered 0 to 49, asked for 50",
  );
});
