import { describe, expect, test } from "vitest";
import { impossible, impossibleDuration } from "../../../src/live/explorer/runs/possible.js";
import { mostSteps, plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { waveformOf } from "../../../src/live/explorer/runs/waveforms.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { adaptiveExponential } from "../../../src/models/adaptive-exponential.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { persistentSodium } from "../../../src/models/persistent-sodium.js";
import { izhikevich } from "../../../src/models/izhikevich.js";

describe("a typed value", () => {
  test("that contradicts the meaning of its name is refused with why, and with what was likely meant", () => {
    expect(impossible(hodgkinHuxley, "gK", -1)).toBe(
      "gK = −1 mS/cm² cannot be: a conductance is 0 or more; did you mean 1?",
    );
    expect(impossible(leakyIntegrateAndFire, "C", 0)).toMatch(/^C = 0 pF cannot be: a capacitance is above 0/);
    expect(impossible(leakyIntegrateAndFire, "tRef", -2)).toMatch(/did you mean 2\?$/);
    expect(impossible(hodgkinHuxley, "n", 1.5)).toMatch(/a gate lies between 0, closed, and 1, open/);
    expect(impossible(hodgkinHuxley, "I", 1e308)).toMatch(/is too far: its slider goes from −10 to 200/);
    expect(impossibleDuration(0, 100)).toMatch(/lasts longer than 0 ms/);
    expect(impossibleDuration(1e9, 100)).toMatch(/at most 2000 ms/);
  });

  test("of 0 is refused by name where the equations divide by it, in all models, and nowhere else", () => {
    const divisors = Object.values(catalogue).flatMap((model) =>
      model.parameterNames
        .filter((name) => /the equations divide by/.test(impossible(model, name, 0) ?? ""))
        .map((name) => `${model.name}: ${name}`),
    );
    expect(divisors).toEqual([
      "I_Na,p: k",
      "I_Na,p + I_K: km",
      "I_Na,p + I_K: kn",
      "exponential integrate-and-fire: DeltaT",
      "adaptive exponential integrate-and-fire: DeltaT",
      "Morris-Lecar: V2",
      "Morris-Lecar: V4",
      "Prescott: gammaM",
      "Prescott: gammaW",
      "I_Na,p + I_K + I_K(M): km",
      "I_Na,p + I_K + I_K(M): kn",
      "I_Na,p + I_K + I_K(M): kM",
    ]);
  });

  test("that lies on its slider, or is what its model comes with, is never refused", () => {
    for (const model of Object.values(catalogue))
      for (const name of [...model.stateNames, ...model.parameterNames])
        for (const value of [...model.ranges[name], model.parameters[name] ?? model.states[name]]) {
          const closed = value === 0 && /F(\/|$)|^ms$/.test(model.units[name]); // where a slider may touch what cannot be
          if (!closed) expect(impossible(model, name, value), `${model.name}: ${name}`).toBeUndefined();
        }
  });

  test("ends a step before it begins: that is refused at either end", () => {
    const [onset, end] = waveformOf("step").controls(100);
    const others = (name: string): number => (name === "onset" ? 10 : 80);
    expect(onset.refuse?.(90, others)).toMatch(/^The current would begin at 90 ms and end before, at 80 ms/);
    expect(end.refuse?.(5, others)).toMatch(/begin at 10 ms and end before, at 5 ms/);
    expect(end.refuse?.(50, others)).toBeUndefined();
  });

  test.each([
    [hodgkinHuxley, { gK: 0, T: 150 }],
    [hodgkinHuxley, { C: 1e-6 }],
    [persistentSodium, { I: 1e5 }],
    [izhikevich, { I: 3e4 }],
    [leakyIntegrateAndFire, { C: 1e-6 }],
    [adaptiveExponential, { VT: -1000 }],
  ] as const)("that would keep the page waiting ends the run with a word: %#", (model, changes) => {
    expect(impossible(model, ...(Object.entries(changes)[0] as [string, number]))).toBeUndefined();
    try {
      expect(run(model.with(changes), plainSetting(100)).cost.steps).toBeLessThanOrEqual(mostSteps);
    } catch (error) {
      expect(String(error)).toMatch(/gave up at t = .* after too many steps|infinitely many spikes|not a number/);
    }
  });
});
