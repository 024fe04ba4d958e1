import { describe, expect, test } from "vitest";
import { confirmed } from "../../src/dynamics/cycles/cycle-search.js";
import { vectorFieldFamily } from "../../src/dynamics/system/vector-field-family.js";
import { floquetMultipliers } from "../../src/dynamics/cycles/orbit/floquet.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { onMesh } from "../../src/dynamics/cycles/orbit/mesh.js";
import { settle } from "../../src/dynamics/cycles/settle.js";
import type { Window } from "../../src/dynamics/system/window.js";
import { solveOrbit } from "../../src/dynamics/cycles/orbit/solve-orbit.js";
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { passiveMembrane } from "../../src/models/passive-membrane.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import numbers from "../reference/numbers.json" with { type: "json" };
import { andronovHopf, pure } from "./normal-forms.js";
import { present } from "./present.js";

/** x″ − μ(1 − x²)x′ + x = 0. */
const vanDerPol = pure({ x: "y", y: "mu*(1 - x^2)*y - x" }, { mu: 1 }, [-12, 12], [0, 10]);

describe("collocation", () => {
  test("has observed order 8 in the period: van der Pol's on uniform meshes of 20, 40 and 80 intervals", () => {
    const family = vectorFieldFamily(vanDerPol, ["mu"], [[0, 2]]);
    const fate = settle(family, Float64Array.of(0.1, 0, 1 / family.scale[2]));
    if (fate.kind !== "cycle") throw new Error(fate.kind);
    const { orbit } = present(confirmed(family, fate.orbit));
    const errors = [20, 40, 80].map((N) => {
      const mesh = Float64Array.from({ length: N + 1 }, (_, j) => j / N);
      const nodes = onMesh(orbit.mesh, orbit.nodes, 2, mesh);
      const solved = present(solveOrbit(family, { ...orbit, mesh, nodes }, nodes, { kind: "parameter" }, 1e-11));
      return Math.abs(Math.exp(solved.orbit.logPeriod) - Number(numbers["van der Pol period"]["1"]));
    });
    const orders = [Math.log2(errors[0] / errors[1]), Math.log2(errors[1] / errors[2])];
    expect(Math.max(...orders)).toBeGreaterThan(7.3);
    expect(Math.min(...orders)).toBeGreaterThan(6);
  });

  test("gives van der Pol's period at μ = 1 and 5 to 1e-11 of 20 printed digits", () => {
    for (const [mu, T] of Object.entries(numbers["van der Pol period"])) {
      const [cycle, ...others] = limitCycles(vanDerPol.with({ mu: Number(mu) }));
      expect(others).toEqual([]);
      expect(Math.abs(cycle.period / Number(T) - 1)).toBeLessThan(1e-11);
    }
  });

  test("multipliers are those of the normal form: e^{2μ·…}, and Abel's formula in the plane", () => {
    // r′ = μr − r³: the radial rate at r = √μ is −2μ, over a period 2π/ω.
    const [cycle] = limitCycles(andronovHopf(2, -1).with({ mu: 0.3 }));
    expect(cycle.multipliers[0].re).toBeCloseTo(Math.exp(-2 * 0.3 * Math.PI), 9);
    expect(cycle.trivialError).toBeLessThan(1e-9);
    expect(cycle.minimum.x).toBeCloseTo(-Math.sqrt(0.3), 3);
  });

  test("limit cycles of I_Na,p + I_K have AUTO's periods to 1e-9", () => {
    const { "10": T10, "50": T50, "5": T5 } = numbers["persistentSodiumPotassium, high threshold"].tau1.period_ms;
    for (const [I, T, tolerance] of [
      [5, T5, 1e-9],
      [10, T10, 1e-11],
      [50, T50, 1e-11],
    ]) {
      const [cycle] = limitCycles(persistentSodiumPotassium.with({ I }));
      expect(Math.abs(cycle.period / T - 1)).toBeLessThan(tolerance);
    }
  });
});

describe("limit cycles in the plane", () => {
  test("nested ones are all found: r′ = r(r² − ¼)(1 − r²)(r² − 2¼), by turns unstable and stable", () => {
    const r2 = "(x^2 + y^2)",
      radial = `(${r2} - 0.25)*(1 - ${r2})*(${r2} - 2.25)*k`;
    const found = limitCycles(pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { k: 1 }, [-2, 2]));
    expect(found.map(({ maximum, stable }) => [maximum.x, stable])).toEqual([
      [expect.closeTo(0.5, 3), true],
      [expect.closeTo(1, 3), false],
      [expect.closeTo(1.5, 3), true],
    ]);
    found.forEach(({ period }) => expect(period).toBeCloseTo(2 * Math.PI, 8));
  });

  test("those within a window are found there, a first guess at how to say so is refused by name", () => {
    const radial = "(x^2 + y^2 - 0.25)*(1 - x^2 - y^2)*k";
    const model = pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { k: 1 }, [-2, 2]);
    expect(limitCycles(model)).toHaveLength(2);
    expect(limitCycles(model, { x: [-0.7, 0.7] }).map(({ maximum }) => maximum.x)).toEqual([expect.closeTo(0.5, 3)]);
    const guess = { window: { x: [-0.7, 0.7] } } as unknown as Window;
    expect(() => limitCycles(model, guess)).toThrow(
      /limitCycles: normal form has no state 'window'; it has x, y. A window is given by state, as in \{ x: \[low, high\] \}/,
    );
  });

  test("between its fold and its Hopf point the subcritical model has rest, an unstable and a stable cycle", () => {
    const found = limitCycles(persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 45 }));
    expect(found.map(({ stable }) => stable)).toEqual([false, true]);
    expect(found[0].multipliers[0].re).toBeGreaterThan(1);
  });

  test("a model without parameters has its cycle too", () => {
    expect(limitCycles(pure({ x: "y", y: "(1 - x^2)*y - x" }, {}, [-3, 3])).map(({ period }) => period)).toEqual([
      expect.closeTo(Number(numbers["van der Pol period"]["1"]), 10),
    ]);
  });

  test("there are none where there are none", () => {
    expect(limitCycles(persistentSodiumPotassium)).toEqual([]);
    expect(limitCycles(fitzHughNagumo)).toEqual([]);
    expect(limitCycles(passiveMembrane)).toEqual([]);
    expect(limitCycles(izhikevich)).toEqual([]); // through a reset: not smooth
  });
});

describe("Floquet multipliers", () => {
  test("of a product are right over 80 decades, where multiplying out would lose them", () => {
    // Similar to diag(e^{60}, 1, e^{−120}) in steps of 1/40, in a basis that turns.
    const N = 40,
      rates = [60, 0, -120].map((rate) => Math.exp(rate / N));
    const turn = (angle: number): number[] => [
      Math.cos(angle),
      -Math.sin(angle),
      0,
      Math.sin(angle),
      Math.cos(angle),
      0,
      0,
      0,
      1,
    ];
    const tilt = (angle: number): number[] => [
      1,
      0,
      0,
      0,
      Math.cos(angle),
      -Math.sin(angle),
      0,
      Math.sin(angle),
      Math.cos(angle),
    ];
    const multiply = (A: number[], B: number[]): number[] =>
      A.map((_, k) => [0, 1, 2].reduce((sum, i) => sum + A[3 * Math.floor(k / 3) + i] * B[3 * i + (k % 3)], 0));
    const transposed = (A: number[]): number[] => A.map((_, k) => A[3 * (k % 3) + Math.floor(k / 3)]);
    const basis = (j: number): number[] => multiply(turn((2 * Math.PI * j) / N), tilt((2 * Math.PI * j) / N + 0.3));
    const steps = Array.from({ length: N }, (_, j) =>
      multiply(multiply(basis(j + 1), [rates[0], 0, 0, 0, rates[1], 0, 0, 0, rates[2]]), transposed(basis(j))),
    );
    const { nontrivial, trivial } = floquetMultipliers(Float64Array.from(steps.flat()), 3);
    expect(trivial.re).toBeCloseTo(1, 12);
    expect(Math.log(nontrivial[0].re)).toBeCloseTo(60, 11);
    expect(Math.log(nontrivial[1].re)).toBeCloseTo(-120, 11);
  });

  test("complex and negative ones keep their argument and sign", () => {
    const angle = 2;
    const spiral = [
      0.9 * Math.cos(angle),
      -0.9 * Math.sin(angle),
      0,
      0.9 * Math.sin(angle),
      0.9 * Math.cos(angle),
      0,
      0,
      0,
      1,
    ];
    const { nontrivial } = floquetMultipliers(Float64Array.from(spiral), 3);
    expect(nontrivial[0].re).toBeCloseTo(0.9 * Math.cos(angle), 12);
    expect(Math.abs(nontrivial[0].im)).toBeCloseTo(0.9 * Math.sin(angle), 12);
    expect(floquetMultipliers(Float64Array.of(-0.5, 0, 0, 1), 2).nontrivial[0].re).toBeCloseTo(-0.5, 12);
  });
});
