import { describe, expect, test } from "vitest";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { simulate } from "../../src/solve/simulate.js";
import { folds, hopfs } from "./equilibria.js";

const intervals = (preset: string, peak = 0): number[] => {
  const { spikes } = simulate(adaptiveExponential.preset(preset).with({ Vpeak: peak }), {
    duration: 500,
    tolerance: 1e-8,
  });
  return Array.from(spikes.subarray(1), (t, i) => t - spikes[i]);
};

/** Each pattern as Naud et al. (2008) describe it, in terms of interspike intervals. */
describe("the firing patterns of the adaptive exponential integrate-and-fire neuron", () => {
  test("tonic spiking: intervals settle within 10 % of the first", () => {
    const isi = intervals("tonic spiking");
    expect(isi.length).toBeGreaterThan(40);
    expect(Math.max(...isi) / Math.min(...isi)).toBeLessThan(1.1);
  });

  test("adaptation: each interval is longer than the one before, until they are six times as long", () => {
    const isi = intervals("adaptation");
    isi.slice(1).forEach((interval, i) => expect(interval).toBeGreaterThan(isi[i]));
    expect(isi[isi.length - 1] / isi[0]).toBeGreaterThan(6);
  });

  test("initial burst: a burst of three or more, then regular spikes", () => {
    const [first, second, ...later] = intervals("initial burst");
    expect(Math.max(first, second)).toBeLessThan(10);
    expect(Math.min(...later)).toBeGreaterThan(50);
    expect(later[later.length - 1] - later[later.length - 2]).toBeCloseTo(0, 1);
  });

  test("regular bursting: short and long intervals alternate in a fixed order", () => {
    const isi = intervals("regular bursting").slice(2);
    isi.forEach((interval, i) =>
      i % 2 === 0 ? expect(interval).toBeGreaterThan(100) : expect(interval).toBeLessThan(10),
    );
  });

  test("delayed accelerating: each interval is shorter than the one before", () => {
    const isi = intervals("delayed accelerating");
    expect(isi.length).toBeGreaterThan(20);
    isi.slice(1).forEach((interval, i) => expect(interval).toBeLessThan(isi[i]));
  });

  test("delayed regular bursting: four intervals that repeat, three of them within a burst", () => {
    const isi = intervals("delayed regular bursting").slice(4);
    isi.slice(4).forEach((interval, i) => expect(interval).toBeCloseTo(isi[i], 0));
    expect(isi.slice(0, 4).filter((interval) => interval < 10)).toHaveLength(3);
  });

  test("transient spiking: rest after the first spike, though the current stays on", () => {
    expect(simulate(adaptiveExponential.preset("transient spiking"), { duration: 500 }).spikes).toHaveLength(1);
  });

  test("irregular spiking: no period up to ten intervals, in the long run", () => {
    const isi = intervals("irregular spiking").slice(5);
    for (let period = 1; period <= 10; period++) {
      const misfit = Math.max(...isi.slice(period).map((interval, i) => Math.abs(interval - isi[i])));
      expect(misfit).toBeGreaterThan(5);
    }
  });

  test("the peak at which a spike is cut does not matter: 0 and 20 mV give the same number of spikes", () => {
    for (const preset of Object.keys(adaptiveExponential.presets)) {
      if (preset !== "irregular spiking")
        expect([preset, intervals(preset, 20).length]).toEqual([preset, intervals(preset, 0).length]);
    }
  });
});

test("Brette and Gerstner's pyramidal cell is a resonator: rest is lost by Andronov-Hopf at 627.2 pA, just before its saddle-node", () => {
  const [hopf] = hopfs(adaptiveExponential, -70, -40, 2000);
  const [fold] = folds(adaptiveExponential, -70, -40, 2000);
  const { C, gL, EL, VT, DeltaT, a, tauW } = adaptiveExponential.parameters;
  // Touboul & Brette (2008) Biol. Cybern. 99:319, in closed form: trace zero where g_L e^((V−V_T)/Δ_T) = g_L + C/τ_w,
  // fold where it is g_L + a
  const current = (growth: number): number => (gL + a) * (VT + DeltaT * Math.log(growth / gL) - EL) - DeltaT * growth;
  expect(hopf.I).toBeCloseTo(current(gL + C / tauW), 7);
  expect(fold.I).toBeCloseTo(current(gL + a), 7);
  expect(hopf.I).toBeCloseTo(627.18, 2);
  expect(fold.I).toBeGreaterThan(hopf.I);
});
