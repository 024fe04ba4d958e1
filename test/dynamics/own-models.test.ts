import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { excitability } from "../../src/experiments/excitability.js";
import { phasePortrait } from "../../src/dynamics/plane/portrait.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { present } from "./present.js";

/**
 * Wang & Buzsáki (1996) J. Neurosci. 16:6402, eqs. 1–7: an interneuron; written as there, with rates that are 0/0 at
 * −35 and −34 mV.
 */
const wangBuzsaki = defineModel({
  name: "Wang-Buzsáki",
  source: "Wang & Buzsáki (1996) J. Neurosci. 16:6402",
  equations: `
    C dV/dt = I - gL*(V - EL) - gNa*mInf^3*h*(V - ENa) - gK*n^4*(V - EK)
    dh/dt = phi*(aH*(1 - h) - bH*h)
    dn/dt = phi*(aN*(1 - n) - bN*n)
    aM = -0.1*(V + 35)/(exp(-0.1*(V + 35)) - 1)  [1/ms]
    bM = 4*exp(-(V + 60)/18)  [1/ms]
    mInf = aM/(aM + bM)
    aH = 0.07*exp(-(V + 58)/20)  [1/ms]
    bH = 1/(exp(-0.1*(V + 28)) + 1)  [1/ms]
    aN = -0.01*(V + 34)/(exp(-0.1*(V + 34)) - 1)  [1/ms]
    bN = 0.125*exp(-(V + 44)/80)  [1/ms]`,
  states: { V: state(-64, "mV"), h: state(0.78, "1"), n: state(0.09, "1") },
  parameters: {
    C: [1, "uF/cm^2"],
    I: [0, "uA/cm^2", [-2, 5]],
    gL: [0.1, "mS/cm^2"],
    EL: [-65, "mV"],
    gNa: [35, "mS/cm^2"],
    ENa: [55, "mV"],
    gK: [9, "mS/cm^2"],
    EK: [-90, "mV"],
    phi: [5, "1"],
  },
  threshold: "V > 0 [mV]",
});

/** Lorenz (1963) J. Atmos. Sci. 20:130. */
const lorenz = defineModel({
  name: "Lorenz",
  source: "Lorenz (1963) J. Atmos. Sci. 20:130",
  equations: `
    dx/dt = sigma*(y - x)  [1/ms]
    dy/dt = x*(rho - z) - y  [1/ms]
    dz/dt = x*y - beta*z  [1/ms]`,
  states: { x: state(1, "1", [-25, 25]), y: state(1, "1", [-30, 30]), z: state(1, "1", [-1, 50]) },
  parameters: { rho: [20, "1", [0.5, 30]], sigma: [10, "1"], beta: [8 / 3, "1"] },
  input: "rho",
});

/**
 * Wilson & Cowan (1972) Biophys. J. 12:1: E and Q each stand within their own exponential, so neither can be
 * eliminated.
 */
const wilsonCowan = defineModel({
  name: "Wilson-Cowan",
  source: "Wilson & Cowan (1972) Biophys. J. 12:1, simplified",
  equations: `
    dE/dt = (-E + 1/(1 + exp(-1.3*(16*E - 12*Q + P - 4))))/tau
    dQ/dt = (-Q + 1/(1 + exp(-2*(15*E - 3*Q - 3.7))))/tau`,
  states: { E: state(0.1, "1", [-0.2, 1.2]), Q: state(0.1, "1", [-0.2, 1.2]) },
  parameters: { P: [1.25, "1", [0, 4]], tau: [8, "ms"] },
  input: "P",
});

describe("models that a student brings, with nothing said beyond their equations and ranges", () => {
  test("the interneuron of Wang & Buzsáki: class 1 by a saddle-node on an invariant circle at 0.16 µA/cm²", () => {
    const { class: found, evidence } = excitability(wangBuzsaki);
    expect(found).toBe(1);
    expect(evidence.lost).toMatchObject({ kind: "saddle-node on invariant circle", status: "refined" });
    expect(present(evidence.lost).parameter).toBeCloseTo(0.16, 2);
  });

  test("Lorenz: pitchfork at 1, homoclinic orbit to the origin at 13.926, Hopf points at 470/19", () => {
    const { points, cycles } = bifurcations(lorenz, "rho");
    expect(points.map(({ kind }) => kind)).toEqual([
      "pitchfork",
      "saddle homoclinic",
      "subcritical Andronov-Hopf",
      "subcritical Andronov-Hopf",
    ]);
    expect(points[0].parameter).toBeCloseTo(1, 10);
    expect(points[1].parameter).toBeCloseTo(13.926, 2); // Sparrow (1982) The Lorenz Equations: 13.926…
    // orbits of many loops, of which branches from chaos are made, become homoclinic there too
    expect(cycles.flatMap(({ ends }) => ends.map(({ kind }) => kind))).not.toContain("long period");
    for (const point of points.slice(2)) expect(point.parameter).toBeCloseTo(470 / 19, 10); // σ(σ + β + 3)/(σ − β − 1)
    expect(cycles.every(({ segments }) => segments.every(({ stable }) => !stable))).toBe(true);
  });

  test("Wilson and Cowan's populations: equilibria by branch and bound, a cycle, and all of it in one portrait", () => {
    const portrait = phasePortrait(wilsonCowan);
    expect(portrait.equilibria.map(({ kind }) => kind)).toEqual(["unstable focus"]);
    expect(portrait.cycles.map(({ stable }) => stable)).toEqual([true]);
    const { points } = bifurcations(wilsonCowan, "P");
    expect(points.map(({ kind }) => kind)).toEqual([
      "saddle-node",
      "saddle-node on invariant circle",
      "saddle-node",
      "saddle homoclinic",
    ]);
    // by RK4 with dt 0.05 ms a run from (0.5, 0.5) goes on at 3.06489685 and comes to rest at 3.06489695
    expect(points[3].parameter).toBeGreaterThan(3.06489685);
    expect(points[3].parameter).toBeLessThan(3.06489695);
  });
});
