import { describe, expect, test } from "vitest";
import { fitGate, fitInactivatingGate } from "../../src/course/rigs/gate-fit.js";
import { voltageClamp1952 } from "../../src/course/rigs/voltage-clamp-1952.js";

const time = Float64Array.from({ length: 12 }, (_, i) => 0.1 * 1.55 ** i);
const { potassium, sodium } = voltageClamp1952();

describe("a fit", () => {
  test("finds again the plateau and the time constant with which a curve was made, at any power", () => {
    for (const power of [1, 3, 4, 6]) {
      const root = (g: number): number => g ** (1 / power);
      const conductance = time.map((t) => (root(15) - (root(15) - root(0.24)) * Math.exp(-t / 1.7)) ** power);
      const fit = fitGate({ time, conductance }, { power, from: 0.24 });
      expect(fit.plateau).toBeCloseTo(15, 6);
      expect(fit.tau).toBeCloseTo(1.7, 6);
      expect(fit.rms).toBeLessThan(1e-7);
      expect(fit.conductance[0]).toBeCloseTo(0.24, 9);
    }
  });

  test("tells activation from inactivation", () => {
    for (const power of [1, 3]) {
      const conductance = time.map((t) => 25 * (1 - Math.exp(-t / 0.3)) ** power * Math.exp(-t / 1.2));
      const fit = fitInactivatingGate({ time, conductance }, { power });
      expect(fit.plateau).toBeCloseTo(25, 5);
      expect(fit.tau).toBeCloseTo(0.3, 6);
      expect(fit.tauInactivation).toBeCloseTo(1.2, 6);
    }
  });

  test("is the best there is: no neighbouring plateau or time constant comes closer to the points", () => {
    const record = potassium[4];
    const fit = fitGate(record, { power: 4, from: 0.24 });
    const rms = (plateau: number, tau: number): number => {
      const [end, start] = [plateau ** 0.25, 0.24 ** 0.25];
      return Math.sqrt(
        record.time.reduce(
          (sum, t, i) => sum + ((end - (end - start) * Math.exp(-t / tau)) ** 4 - record.conductance[i]) ** 2,
          0,
        ) / record.time.length,
      );
    };
    expect(rms(fit.plateau, fit.tau)).toBeCloseTo(fit.rms, 12);
    for (const [p, t] of [
      [1.001, 1],
      [0.999, 1],
      [1, 1.001],
      [1, 0.999],
    ])
      expect(rms(fit.plateau * p, fit.tau * t)).toBeGreaterThan(fit.rms);
  });

  test("of a record with too few points is refused", () => {
    expect(() => fitGate({ time: [1, 2], conductance: [1, 2] }, { power: 4 })).toThrow(/at least 3, got 2 and 2/);
  });
});

describe("the curves of 1952", () => {
  test("are eleven of potassium and twelve of sodium, in order of the step, each with as many conductances as times", () => {
    expect([potassium.length, sodium.length]).toEqual([11, 12]);
    for (const curves of [potassium, sodium]) {
      curves.forEach(({ time: times, conductance, depolarisation }, i) => {
        expect(times.length).toBe(conductance.length);
        expect(times.every((t, k) => k === 0 || t > times[k - 1])).toBe(true);
        if (i > 0) expect(depolarisation).toBeLessThan(curves[i - 1].depolarisation);
      });
    }
  });

  test("fitted with n⁴ give back the time constants that the paper reports for the seven strongest steps, within 11 %", () => {
    // The paper's own rounding, and points read off a printed figure; below +38 mV the records end before the plateau.
    for (const { reported, ...record } of potassium.slice(0, 7)) {
      const { tau } = fitGate(record, { power: 4, from: 0.24 });
      expect(Math.abs(tau * (reported["alphaN"] + reported["betaN"]) - 1)).toBeLessThan(0.11);
    }
  });

  test("prefer the fourth power to the first, second and third at every step", () => {
    for (const record of potassium) {
      const rms = [1, 2, 3, 4].map((power) => fitGate(record, { power, from: 0.24 }).rms);
      expect(rms).toEqual([...rms].sort((a, b) => b - a));
    }
  });
});
