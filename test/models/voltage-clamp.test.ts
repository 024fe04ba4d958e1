import { describe, expect, test } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { voltageClamp } from "../../src/models/voltage-clamp.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";

const clamped = voltageClamp(hodgkinHuxley);

describe("voltage clamp", () => {
  test("a step of 56 mV gives the sodium and potassium currents of the closed form, to 1e-6 of their size", () => {
    const run = simulate(clamped, { duration: 12, dt: 0.1, stimulus: step(56, 2), tolerance: 1e-9 });
    const gate = (x: "M" | "H" | "N", t: number): number => {
      const rates = (V: number): readonly [number, number] =>
        [`alpha${x}`, `beta${x}`].map((name) => hodgkinHuxley.quantity(name, [V, 0, 0, 0])) as [number, number];
      const [[a0, b0], [a, b]] = [rates(-65), rates(-9)];
      const end = a / (a + b);
      return end - (end - a0 / (a0 + b0)) * Math.exp(-(a + b) * (t - 2));
    };
    const [INa, IK, Iclamp] = ["INa", "IK", "Iclamp"].map((name) => run.quantity(name));
    const peak = Math.max(...INa.map(Math.abs));
    expect(peak).toBeGreaterThan(500);
    run.time.forEach((t, i) => {
      if (t < 2.05) return;
      expect(Math.abs(INa[i] - 120 * gate("M", t) ** 3 * gate("H", t) * (-9 - 50))).toBeLessThan(1e-6 * peak);
      expect(Math.abs(IK[i] - 36 * gate("N", t) ** 4 * (-9 + 77))).toBeLessThan(1e-6 * peak);
      expect(Iclamp[i]).toBeCloseTo(INa[i] + IK[i] + 0.3 * (-9 + 54.387), 9);
    });
  });

  test("the sodium current turns its sign at its reversal potential: inward below 50 mV, outward above", () => {
    const early = (V: number): number | undefined =>
      simulate(clamped, { duration: 3, dt: 0.5, stimulus: step(V + 65, 2) })
        .quantity("INa")
        .at(-1);
    expect(early(40)).toBeLessThan(0);
    expect(early(50)).toBeCloseTo(0, 9);
    expect(early(60)).toBeGreaterThan(0);
  });

  test("V is the input, gates are what is left, and they start in their steady state at the holding potential", () => {
    expect(clamped.input).toBe("V");
    expect(clamped.stateNames).toEqual(["m", "h", "n"]);
    expect(clamped.parameters).toMatchObject({ V: -65, gNa: 120 });
    expect(clamped.parameters).not.toHaveProperty("I");
    const held = clamped.with({ V: -30 });
    held.field(held.states).forEach((rate) => expect(rate).toBeCloseTo(0, 12));
    expect(held.states.h).toBeCloseTo(hodgkinHuxley.quantity("hInf", [-30, 0, 0, 0]), 12);
    expect(clamped.preset("1952").parameters.V).toBe(0);
  });

  test("at an equilibrium of the free model the clamp injects what the free model was given", () => {
    const free = simulate(hodgkinHuxley.with({ I: 2 }), { duration: 400, tolerance: 1e-10 }).at(400);
    const { V, ...gates } = free;
    expect(clamped.with({ V }).quantity("Iclamp", gates)).toBeCloseTo(2, 6);
  });

  test("the equation text and the typeset balance say the same", () => {
    expect(clamped.equations).toContain("Iclamp = -(0 - INa - IK - IL)");
    expect(clamped.tex).toContain("0 &= I_{\\mathrm{clamp}} - I_{\\mathrm{Na}} - I_{\\mathrm{K}} - I_{L}");
    expect(clamped.tex).not.toContain("\\frac{dV}{dt}");
    expect(voltageClamp(morrisLecar).with({ V: 0 }).states.w).toBeCloseTo(morrisLecar.quantity("wInf", [0, 0]), 12);
    expect(voltageClamp(fitzHughNagumo).quantity("Iclamp", [0.5])).toBeCloseTo(-(-1.2 + 1.2 ** 3 / 3 - 0.5), 12);
  });

  test("a balance written over several lines is clamped as well", () => {
    const model = defineModel({
      name: "wrapped",
      source: "here",
      equations: `
        C dV/dt = I  # injected
          - g*n*(V - E)
          - g*V
        dn/dt = (1 - n)/tau`,
      states: { V: state(-65, "mV"), n: state(0, "1") },
      parameters: { C: [1, "uF/cm^2"], g: [2, "mS/cm^2"], E: [-70, "mV"], tau: [5, "ms"], I: [0, "uA/cm^2"] },
    });
    expect(voltageClamp(model).quantity("Iclamp", [0.5])).toBeCloseTo(2 * 0.5 * 5 - 2 * 65, 12);
  });

  test("refuses models that have nothing to clamp", () => {
    expect(() => voltageClamp(izhikevich)).toThrow("its spikes are a reset, not currents");
    expect(() => voltageClamp(persistentSodium)).toThrow("I_Na,p cannot be clamped");
    const scaled = defineModel({
      name: "scaled",
      source: "here",
      equations: "tau dV/dt = R*I - V\ndn/dt = -n/tau",
      states: { V: state(0, "mV"), n: state(0, "1") },
      parameters: { tau: [1, "ms"], R: [1, "Mohm"], I: [0, "nA"] },
    });
    expect(() => voltageClamp(scaled)).toThrow("not of the form C dV/dt = I - …");
  });
});
