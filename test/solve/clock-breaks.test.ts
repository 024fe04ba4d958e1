import { describe, expect, test } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { clockBreaks } from "../../src/solve/clock-breaks.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";

/** A leaky state that is driven by a formula of the time, which is a state. */
const driven = (input: string, rate = "1") =>
  defineModel({
    name: "driven",
    source: "-",
    equations: `dv/dt = -v/tau + I + ${input} [1/ms]\ndtime/dt = ${rate} [1/ms]`,
    states: { v: state(0, "1", [0, 10]), time: state(0, "1", [0, 1000]) },
    parameters: { tau: [10, "1"], on: [150, "1"], width: [1, "1"], I: [0, "1"] },
  });
const pulse = "(time >= on ? (time < on + width ? 10 : 0) : 0)";

describe("a condition on a state that counts time", () => {
  test("ends a step where it changes: a pulse of 1 ms in a run of 300 ms is seen by every method, and exactly", () => {
    const peak = 100 * (1 - Math.exp(-0.1));
    for (const options of [{}, { dt: 10 }, { method: "rk4", dt: 0.3 }, { method: "rosenbrock" }] as const) {
      const run = simulate(driven(pulse), { duration: 300, tolerance: 1e-8, ...options });
      expect(Math.abs(run.at(151).v - peak), JSON.stringify(options)).toBeLessThan(2e-5);
    }
  });

  test.each([
    ["of a pulse", pulse, [150, 151]],
    ["of a floor", "floor(time/100)", [100, 200]],
    ["of a period", "(time - 100*floor(time/100) >= 75 ? 1 : 0)", [75, 100, 175, 200, 275]],
    ["of an absolute value, a maximum and a minimum", "max(0, 1 - abs(time - 50)) + min(time, 120)", [49, 50, 51, 120]],
    [
      "of another condition",
      "(sin(time/20) >= 0.5 ? 1 : 0)",
      [10.4719755, 52.3598776, 136.1356817, 178.0235837, 261.7993878],
    ],
  ])("the times %s lie between two breaks", (_, input, times) => {
    const breaks = clockBreaks(driven(input), Float64Array.of(0, 0), 300, -1).filter((t) => t > 1 && t < 299);
    expect(breaks).toHaveLength(2 * times.length);
    times.forEach((t, k) => {
      expect(breaks[2 * k]).toBeLessThan(t);
      expect(breaks[2 * k + 1]).toBeGreaterThan(t);
      expect(breaks[2 * k + 1] - breaks[2 * k]).toBeLessThan(1e-6);
    });
  });

  test("has no breaks where nothing counts time, where the state is asked, or where a stimulus enters", () => {
    const at = (input: string, rate?: string): number =>
      clockBreaks(driven(input, rate), Float64Array.of(0, 0), 300, 3).length;
    expect([at(pulse, "v"), at("(v >= 1 ? 1 : 0)"), at("(time >= I ? 1 : 0)"), at("sin(time)")]).toEqual([0, 0, 0, 0]);
    expect(at("(time >= on ? v : 0)")).toBe(2);
  });

  test("has none where a condition is 0 for a while", () => {
    const flat = "(max(0, time - 200)*time >= 0 ? 1 : 0)";
    const breaks = clockBreaks(driven(flat), Float64Array.of(0, 0), 300, -1).filter((t) => t > 1);
    expect(breaks).toHaveLength(2);
    expect(Math.abs(breaks[0] - 200)).toBeLessThan(1e-4);
  });

  test("goes with the breaks of a stimulus", () => {
    const run = simulate(driven(pulse), { duration: 300, stimulus: step(1, 20, 40), tolerance: 1e-8 });
    expect(Math.abs(run.at(40).v - 10 * (1 - Math.exp(-2)))).toBeLessThan(1e-5);
    expect(run.at(151).v).toBeGreaterThan(9.5);
  });

  test("has breaks close enough for what is too much to locate", () => {
    const { length } = clockBreaks(driven("(time - floor(time) >= 0.9 ? 1 : 0)"), Float64Array.of(0, 0), 1e5, -1);
    expect(length).toBeGreaterThan(1e5);
  });
});
