import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { continuedRates } from "../../src/dynamics/cycles/continued-rates.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { simulate } from "../../src/solve/simulate.js";
import { present } from "./present.js";

/** z′ = (μ + 2i) z + s z|z|², set back where it reaches a threshold: a circle of radius √(−μ/s) below that. */
const circle = (s: 1 | -1, threshold: string): Model =>
  defineModel({
    name: "normal form with a reset",
    source: "Kuznetsov (2004) Elements of Applied Bifurcation Theory, 3rd ed., Springer",
    equations: `
      dx/dt = (mu + ${s}*(x^2 + y^2))*x - 2*y  [1/ms]
      dy/dt = (mu + ${s}*(x^2 + y^2))*y + 2*x  [1/ms]`,
    states: { x: state(0.1, "1", [-2, 2]), y: state(0, "1", [-2, 2]) },
    parameters: { mu: [0, "1", [-1, 1]] },
    input: "mu",
    threshold,
    reset: `
      x = -0.3
      y = 0`,
  }) as Model;

const smooth = (model: Model, parameter: string, range?: readonly [number, number]) => {
  const { cycles, points } = bifurcations(model, parameter, range);
  return { branches: cycles.filter(({ belowThreshold }) => belowThreshold), points };
};

describe("smooth cycles of a model with a reset", () => {
  test.for([
    [-1, "x >= 0.6", 0.36],
    [1, "x >= 0.6", -0.36],
    [-1, "x + 0.5*y >= 0.6", 0.36 / 1.25],
    [-1, "x^2 + y^2 >= 0.36", 0.36],
    [-1, "y - x >= 0.5 + 0.5*mu", (Math.sqrt(2) - 1) ** 2], // √(2μ) = ½ (1 + μ)
  ] as const)("with s = %d below %s are followed from the Hopf point to where they touch it", ([s, threshold, mu]) => {
    const { branches, points } = smooth(circle(s, threshold), "mu");
    expect(branches).toHaveLength(1);
    const [{ ends, segments }] = branches;
    expect(ends.map(({ kind }) => kind).sort()).toEqual(["Andronov-Hopf", "grazing"]);
    expect(segments.map(({ stable }) => stable)).toEqual([s < 0]);
    expect(ends.find(({ kind }) => kind === "grazing")?.parameter).toBeCloseTo(mu, 8);
    const touching = present(
      points.find(({ kind, period }) => kind === "grazing" && Math.abs((period ?? 0) - Math.PI) < 1e-6),
    );
    expect(touching.parameter).toBeCloseTo(mu, 8);
    expect(touching.status).toBe("refined");
    expect(touching.evidence["distance to the threshold in its unit"]).toBeLessThan(1e-12);
  });

  test("whose circles reach the threshold nowhere in the range end with the range", () => {
    const { branches } = smooth(circle(-1, "x >= 1.1"), "mu");
    expect(branches.map(({ ends }) => ends.map(({ kind }) => kind))).toEqual([["Andronov-Hopf", "limit of the range"]]);
    expect(smooth(circle(-1, "x >= 0.6"), "mu", [0.5, 1]).branches).toEqual([]);
  });

  test("are listed beside those that spike, and have no rate", () => {
    const model = circle(-1, "x >= 0.6");
    const [cycle, ...others] = limitCycles(model.with({ mu: 0.25 }));
    expect([cycle.stable, cycle.belowThreshold, others.length]).toEqual([true, true, 0]);
    expect(cycle.maximum.x).toBeCloseTo(0.5, 8);
    expect(limitCycles(model.with({ mu: 0.5 })).map(({ belowThreshold }) => belowThreshold)).toEqual([false]);
    expect(limitCycles(circle(1, "x >= 0.6").with({ mu: -0.25 })).map(({ stable }) => stable)).toEqual([false]);
    const rates = continuedRates(bifurcations(model, "mu"));
    expect(Math.min(...rates.flatMap(({ parameter }) => [...parameter]))).toBeGreaterThan(0.36);
  });

  test("of Izhikevich's model with b > a surround its rest: subcritical, as far as the saddle", () => {
    // b = 0.2: 0.04 v² + (5 − b) v + 140 + I = 0 and 0.08 v + 5 = a at the Hopf point
    const v = (0.02 - 5) / 0.08;
    const { branches, points } = smooth(izhikevich, "I", [0, 10]);
    const [{ ends, segments }] = branches;
    expect(branches).toHaveLength(1);
    expect(ends[0]).toMatchObject({ kind: "Andronov-Hopf" });
    expect(ends[0].parameter).toBeCloseTo(-0.04 * v * v - 4.8 * v - 140, 9);
    expect(ends[1].kind).toBe("saddle homoclinic");
    expect(segments.map(({ stable }) => stable)).toEqual([false]);
    expect(points.map(({ kind }) => kind)).toContain("subcritical Andronov-Hopf");
    const I = (ends[0].parameter + ends[1].parameter) / 2;
    const [ring] = limitCycles(izhikevich.with({ I }));
    expect([ring.stable, ring.belowThreshold]).toEqual([false, true]);
    const top = ring.states.v.reduce((best, value, k) => (value > ring.states.v[best] ? k : best), 0);
    const spikesFrom = (off: number): number =>
      simulate(izhikevich.with({ I }), {
        duration: 2000,
        initial: { v: ring.states.v[top] + off, u: ring.states.u[top] },
      }).spikes.length;
    expect([spikesFrom(-0.3), spikesFrom(0.3) > 0]).toEqual([0, true]);
  });

  test("of the adaptive exponential neuron too; with a threshold before its saddle they graze that", () => {
    const { parameters } = adaptiveExponential;
    const { C, gL, EL, VT, DeltaT, a, tauW } = parameters;
    const V = VT + DeltaT * Math.log(1 + C / (gL * tauW)); // the trace is 0
    const I = gL * (V - EL) - gL * DeltaT * (1 + C / (gL * tauW)) + a * (V - EL);
    const kindsOf = (Vpeak: number) => {
      const { branches } = smooth(adaptiveExponential.with({ Vpeak }) as Model, "I", [600, 660]);
      expect(branches).toHaveLength(1);
      expect(branches[0].ends[0].parameter).toBeCloseTo(I, 7);
      expect(branches[0].segments.map(({ stable }) => stable)).toEqual([false]);
      return branches[0];
    };
    expect(kindsOf(0).ends.map(({ kind }) => kind)).toEqual(["Andronov-Hopf", "saddle homoclinic"]);
    const early = kindsOf(-50.2);
    expect(early.ends.map(({ kind }) => kind)).toEqual(["Andronov-Hopf", "grazing"]);
    expect(Math.max(...early.segments[0].maximum.V)).toBeCloseTo(-50.2, 8);
  });
});
