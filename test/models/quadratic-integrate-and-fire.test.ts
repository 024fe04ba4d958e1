import { describe, expect, test } from "vitest";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { quadraticIntegrateAndFire } from "../../src/models/quadratic-integrate-and-fire.js";
import { simulate } from "../../src/solve/simulate.js";
import { folds } from "./equilibria.js";

describe("quadratic integrate-and-fire", () => {
  test("is the expansion of persistent sodium at its saddle-node: same place, same current, same curvature", () => {
    const [saddleNode] = folds(persistentSodium, -60, -30);
    const [own] = folds(quadraticIntegrateAndFire, -60, -30);
    expect(own.V).toBeCloseTo(saddleNode.V, 2); // parameters have two decimals
    expect(own.I).toBeCloseTo(saddleNode.I, 2);
    const curvature = (model: typeof persistentSodium | typeof quadraticIntegrateAndFire): number => {
      const slope = (V: number): number => model.jacobian([V])[0][0];
      return (slope(saddleNode.V + 1e-3) - slope(saddleNode.V - 1e-3)) / 2e-3 / 2;
    };
    expect(curvature(persistentSodium)).toBeCloseTo(0.04247, 5); // f_VV/2C, computed independently
    expect(curvature(quadraticIntegrateAndFire)).toBeCloseTo(0.04247, 5);
  });

  test.each([17, 20, 60])("at I = %d fires with the period of its arctangents, to 1e-7", (I) => {
    const { C, k, Vr, Vt, Vpeak, Vreset } = quadraticIntegrateAndFire.parameters;
    const above = I - (k * (Vt - Vr) ** 2) / 4;
    const angle = (V: number): number => Math.atan((V - (Vr + Vt) / 2) * Math.sqrt(k / above));
    const period = (C / Math.sqrt(k * above)) * (angle(Vpeak) - angle(Vreset));
    const { spikes } = simulate(quadraticIntegrateAndFire.with({ I }), { duration: 4 * period, tolerance: 1e-10 });
    expect((spikes[2] - spikes[1]) / period).toBeCloseTo(1, 7);
  });

  test("reset above its threshold it keeps firing without input, and rests all the same: bistable", () => {
    const bistable = quadraticIntegrateAndFire.preset("bistable");
    expect(simulate(bistable, { duration: 200 }).spikes).toHaveLength(0);
    expect(simulate(bistable, { duration: 200, initial: { V: -39 } }).spikes.length).toBeGreaterThan(5);
    expect(simulate(quadraticIntegrateAndFire, { duration: 200, initial: { V: -39 } }).spikes).toHaveLength(1);
  });
});
