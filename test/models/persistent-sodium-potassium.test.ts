import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../src/solve/simulate.js";
import { equilibriumAt, folds, hopfs } from "./equilibria.js";
import { lastInterval } from "./last-interval.js";

const high = numbers["persistentSodiumPotassium, high threshold"];
const low = numbers["persistentSodiumPotassium, low threshold"];
const subcritical = numbers["persistentSodiumPotassium, sub-critical set"];

describe("persistent sodium plus potassium", () => {
  test.each(["saddle-node on invariant circle", "saddle-node off invariant circle"])(
    "%s: saddle-nodes at I = 4.513 and −85.82 (4.51 in the book)",
    (preset) => {
      const found = folds(persistentSodiumPotassium.preset(preset), -75, -20);
      high.folds.forEach(({ I, V }, i) => {
        expect(found[i].I).toBeCloseTo(I, 8);
        expect(found[i].V).toBeCloseTo(V, 6);
      });
    },
  );

  test("the coefficient of the square law at the saddle-node is the book's 0.1887 (Fig. 6.5)", () => {
    const [{ V }] = folds(persistentSodiumPotassium, -75, -50);
    const I = (x: number): number => equilibriumAt(persistentSodiumPotassium, x).I;
    const h = 0.01;
    // along the equilibria I(V) = I_SN − ½ f_VV (V − V_SN)² for C = 1; the difference is good to h² and 1e-13/h²
    expect((2 * I(V) - I(V + h) - I(V - h)) / h ** 2 / 2).toBeCloseTo(0.18872, 4);
  });

  test.each([
    ["saddle-node on invariant circle", high.tau1.hopf],
    ["saddle-node off invariant circle", high["tau0.152"].hopf],
    ["supercritical Andronov-Hopf", low.hopf[0]],
    ["supercritical Andronov-Hopf", low.hopf[1]],
    ["subcritical Andronov-Hopf", subcritical.hopf],
  ])("%s: an Andronov-Hopf bifurcation at the current of the reference, to 1e-8", (preset, hopf) => {
    const found = hopfs(persistentSodiumPotassium.preset(preset), -80, 20);
    const match = found.find(({ V }) => Math.abs(V - hopf.V) < 1e-6);
    expect(match?.I).toBeCloseTo(hopf.I, 8);
    if ("omega" in hopf) expect(match?.omega).toBeCloseTo(hopf.omega, 8);
  });

  test("has the reference's three equilibria at I = 0", () => {
    high.equilibria_tau1_I0.forEach(([V, n]) => {
      const { state, I } = equilibriumAt(persistentSodiumPotassium, V);
      expect(I).toBeCloseTo(0, 9);
      expect((state as Float64Array)[1]).toBeCloseTo(n, 12);
    });
  });

  test.each(Object.entries(high.tau1.period_ms))(
    "high threshold: fires at I = %s with the period of %d ms, to 1e-7",
    (I, period) => {
      const { spikes } = simulate(persistentSodiumPotassium.with({ I: Number(I) }), {
        duration: 8 * period + 20,
        tolerance: 1e-11,
      });
      expect(lastInterval(spikes)).toBeCloseTo(period, 7);
    },
  );

  // The V of the stable cycle born at I = 14.66, computed independently and printed to 0.01 mV.
  test.each([
    [20, -63.37, -48.13],
    [30, -68.28, -39.04],
    [40, -73.59, -8.17],
  ])("low threshold: the cycle at I = %d reaches from %d to %d mV", (I, least, most) => {
    const { time, states } = simulate(persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I }), {
      duration: 200,
      dt: 0.002,
      tolerance: 1e-9,
    });
    const V = states.V.subarray(time.findIndex((t) => t > 150));
    expect(V.reduce((a, b) => Math.min(a, b))).toBeCloseTo(least, 2);
    expect(V.reduce((a, b) => Math.max(a, b))).toBeCloseTo(most, 2);
  });

  test("on the circle rest and spiking do not coexist; off it they do, at I = 3", () => {
    const spikes = (preset: string, initial: { V: number; n: number }): number =>
      simulate(persistentSodiumPotassium.preset(preset).with({ I: 3 }), { duration: 100, initial }).spikes.length;
    const kicked = { V: -30, n: 0.1 };
    expect(spikes("saddle-node off invariant circle", kicked)).toBeGreaterThan(10);
    expect(spikes("saddle-node off invariant circle", { V: -64, n: 0 })).toBe(0);
    expect(spikes("saddle-node on invariant circle", kicked)).toBeLessThan(2);
  });
});
