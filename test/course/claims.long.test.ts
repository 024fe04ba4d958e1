import { expect, test } from "vitest";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { excitability } from "../../src/experiments/excitability.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { corticalNetwork, rhythm } from "../../src/networks/cortical-network.js";

// Numbers of the notebooks that take long to compute a second time.

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const frequencies = Array.from({ length: 60 }, (_, k) => k + 3);

/** Network, power at each frequency, and the frequency of its largest value, Hz. */
const network = (inhibition: number, seed: number, duration: number): readonly [Float64Array, number, number] => {
  const run = corticalNetwork(izhikevich, { inhibition, seed, duration });
  const power = rhythm(run, frequencies, { from: 1000, window: 1000 });
  const counts = [0, 1].map(() => new Float64Array(duration + 1));
  run.raster.time.forEach((t, k) => counts[run.raster.cell[k] < 800 ? 0 : 1][Math.round(t)]++);
  const [excited, inhibited] = counts
    .map((n) => n.slice(1000))
    .map((n) => {
      const mean = n.reduce((a, b) => a + b) / n.length;
      return n.map((x) => x - mean);
    });
  const match = (lag: number): number => excited.reduce((sum, x, k) => sum + x * (inhibited[k + lag] ?? 0), 0);
  const matches = Array.from({ length: 31 }, (_, k) => match(k - 15));
  return [power, frequencies[power.indexOf(Math.max(...power))], matches.indexOf(Math.max(...matches)) - 15];
};

test("18.3: without inhibition the rhythm is strongest, at 9 Hz; twice the inhibition makes one of 36 to 50 Hz, lag 1 to 3 ms", () => {
  for (const seed of [1, 2, 3]) {
    const [none, slowest] = network(0, seed, 3000);
    const [usual] = network(1, seed, 6000);
    expect(slowest).toBe(9);
    expect(Math.max(...none)).toBeGreaterThan(65_000);
    expect(Math.max(...usual)).toBeLessThan(172);
  }
  for (let seed = 1; seed <= 12; seed++) {
    const [power, best, lag] = network(2, seed, 6000);
    expect(best).toBeGreaterThanOrEqual(36);
    expect(best).toBeLessThanOrEqual(50);
    expect(lag).toBeGreaterThanOrEqual(1);
    expect(lag).toBeLessThanOrEqual(3);
    expect(Math.max(...power.slice(0, 10))).toBeLessThan(Math.max(...power) / 2);
  }
});

test("11.5: with 12 mS/cm² of potassium rest and firing coexist for τ from 0.120 to 0.146 ms, not with the 0.152 of the table", () => {
  const richer = snic.with({ gK: 12, I: 3 });
  const coexist = (tau: number): boolean => {
    const model = richer.with({ tau });
    return limitCycles(model).some(({ stable }) => stable) && equilibria(model).at(-1)?.stable === false;
  };
  expect([0.118, 0.12, 0.135, 0.146, 0.152].map(coexist)).toEqual([false, true, true, true, false]);
});

test("13: two of Morris and Lecar's sets lose rest at 39.96 µA/cm², one as class 1 and one as class 2", () => {
  const answers = ["saddle-node on invariant circle", "saddle homoclinic"].map((name) =>
    excitability(morrisLecar.preset(name as keyof typeof morrisLecar.presets)),
  );
  expect(answers.map(({ class: kind, evidence }) => [kind, evidence.lost?.parameter.toFixed(2)])).toEqual([
    [1, "39.96"],
    [2, "39.96"],
  ]);
});
