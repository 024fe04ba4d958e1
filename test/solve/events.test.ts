import { describe, expect, test } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Model } from "../../src/model/model.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { simulatePopulation } from "../../src/solve/population/population.js";
import { run, simulate } from "../../src/solve/simulate.js";
import { constant, pulses, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { upwardCrossing } from "../../src/solve/events.js";
import { SimulationError } from "../../src/solve/simulation-error.js";

const lif = leakyIntegrateAndFire;

/** 1/f = t_ref + τ ln[(RI + E_L − V_reset)/(RI + E_L − V_th)], in ms. */
function period(
  current: number,
  { C, gL, EL, Vth, Vreset, tRef }: Readonly<Record<string, number>> = lif.parameters,
): number {
  const target = current / gL + EL;
  return tRef + (C / gL) * Math.log((target - Vreset) / (target - Vth));
}

describe("crossings within a step", () => {
  test("a rise and fall between two looks is found by its peak", () => {
    const g = (theta: number): number => 1e-4 - (theta - 0.6) ** 2; // above zero on 0.59 … 0.61
    expect(upwardCrossing(g, 0, g(0))).toBeCloseTo(0.59, 10);
  });

  test("two humps in one step are two crossings", () => {
    const g = (theta: number): number => -Math.cos(4 * Math.PI * theta) - 0.5; // above zero around 1/4 and 3/4
    const first = upwardCrossing(g, 0, g(0));
    expect(first).toBeCloseTo(1 / 6, 12);
    expect(upwardCrossing(g, first ?? NaN, 0)).toBeCloseTo(2 / 3, 12);
  });

  test("falling through zero is no crossing, nor is a peak just below it", () => {
    expect(upwardCrossing((theta) => 0.5 - theta, 0, 0.5)).toBeUndefined();
    expect(upwardCrossing((theta) => -1e-6 - (theta - 0.6) ** 2, 0, -0.36)).toBeUndefined();
  });
});

describe("spikes of the leaky integrate-and-fire neuron", () => {
  test.each([210, 220, 250, 300, 600])("at %i pA the rate is that of the closed form to 1e-9", (current) => {
    const { spikes } = simulate(lif, { duration: 400, stimulus: constant(current), tolerance: 1e-12 });
    const first = period(current) - lif.parameters.tRef;
    expect(Math.abs(spikes[0] / first - 1)).toBeLessThan(1e-10);
    const rate = (spikes.length - 1) / (spikes[spikes.length - 1] - spikes[0]);
    expect(Math.abs(rate * period(current) - 1)).toBeLessThan(1e-9);
  });

  test("at the default tolerance the interval is right to a few parts in a million", () => {
    const { spikes } = simulate(lif, { duration: 100, stimulus: constant(300) });
    expect(Math.abs((spikes[1] - spikes[0]) / period(300) - 1)).toBeLessThan(5e-6);
  });

  test("rk4 with dt = 0.1 ms finds the interval to 1e-8, though spikes fall between the steps", () => {
    const { spikes } = simulate(lif, { duration: 100, stimulus: constant(300), method: "rk4", dt: 0.1 });
    expect(Math.abs((spikes[1] - spikes[0]) / period(300) - 1)).toBeLessThan(1e-8);
  });

  test("exponential Euler is exact for it, whatever dt", () => {
    const { spikes } = simulate(lif, { duration: 100, stimulus: constant(300), method: "exponentialEuler", dt: 5 });
    spikes.forEach((t, k) => expect(t).toBeCloseTo((k + 1) * period(300) - lif.parameters.tRef, 9));
  });

  test("the membrane potential stays at its reset through the refractory period, and time holds the instant of the reset twice", () => {
    const { time, states, spikes } = simulate(lif, { duration: 40, stimulus: constant(300) });
    const k = time.indexOf(spikes[0]);
    expect(time[k + 1]).toBe(spikes[0]);
    expect(states.V[k]).toBeCloseTo(lif.parameters.Vth, 4);
    expect(states.V[k + 1]).toBe(lif.parameters.Vreset);
    time.forEach((t, i) => {
      if (i > k && t <= spikes[0] + lif.parameters.tRef) expect(states.V[i]).toBe(lif.parameters.Vreset);
    });
    expect(Math.max(...states.V)).toBeLessThan(lif.parameters.Vth + 1e-3);
  });

  test("a pulse within the refractory period does nothing", () => {
    const model = lif.with({ tRef: 4 });
    // the first fires within 0.7 ms; the second ends before t_ref is over
    const twice = pulses(3000, { width: 1, at: [10, 12] });
    const { spikes, at } = simulate(model, { duration: 30, stimulus: twice });
    expect(spikes.length).toBe(1);
    expect(at(13).V).toBe(model.parameters.Vreset);
    const later = simulate(model, { duration: 30, stimulus: pulses(3000, { width: 1, at: [10, 15] }) });
    expect(later.spikes.length).toBe(2);
  });

  test("without a refractory period it goes on at once", () => {
    const model = lif.with({ tRef: 0 });
    const { spikes } = simulate(model, { duration: 100, stimulus: constant(300), tolerance: 1e-11 });
    expect(spikes[1] - spikes[0]).toBeCloseTo(period(300, model.parameters), 8);
  });

  test("a spike exactly where the stimulus jumps is counted once, and the run goes on from the reset", () => {
    const end = period(300) - lif.parameters.tRef;
    for (const method of ["dormandPrince", "rk4"] as const) {
      const { spikes, at } = simulate(lif, { duration: 40, stimulus: step(300, 0, end), method, tolerance: 1e-12 });
      expect(spikes.length).toBeLessThanOrEqual(1); // rounding decides whether the threshold is reached
      if (spikes.length === 1) expect(at(40).V).toBe(lif.parameters.EL);
    }
    const { spikes } = simulate(lif, { duration: 40, stimulus: step(300, 0, end * (1 + 1e-9)), tolerance: 1e-12 });
    expect(spikes.length).toBe(1);
  });

  test("a start above the threshold is a spike at t = 0", () => {
    const { spikes, states } = simulate(lif, { duration: 10, initial: { V: -50 } });
    expect(Array.from(spikes)).toEqual([0]);
    expect(states.V[0]).toBe(-50);
    expect(states.V.at(-1)).toBe(lif.parameters.EL);
  });

  test("a reset that stays above the threshold is refused, with the time and the state", () => {
    expect(() => simulate(lif.with({ Vreset: -50 }), { duration: 100, stimulus: constant(300) })).toThrow(
      /infinitely many spikes at t = 10\.99 ms.*V = -50/,
    );
    expect(() => simulate(lif.with({ Vreset: -55 }), { duration: 100, stimulus: constant(300) })).toThrow(
      SimulationError,
    );
  });
});

describe("quadratic and exponential blow-up", () => {
  // v′ = v² + b, from v_reset to v_peak in (atan(v_peak/√b) − atan(v_reset/√b))/√b
  const quadratic = defineModel({
    name: "quadratic",
    source: "Izhikevich (2007), section 3.3.8",
    equations: "dv/dt = r*(v^2 + b)",
    states: { v: state(-1, "1", [-10, 100]) },
    parameters: { r: [1, "1/ms"], b: [1, "1"], peak: [100, "1"], c: [-1, "1"] },
    threshold: "v >= peak",
    reset: "v = c",
  });

  test.each([10, 1e3, 1e6, 1e9])("dormandPrince times the blow-up up to a peak of %f", (peak) => {
    const exact = Math.atan(peak) - Math.atan(-1);
    const { spikes, cost } = simulate(quadratic.with({ peak }), { duration: 20, tolerance: 1e-9 });
    expect(spikes.length).toBe(Math.floor(20 / exact));
    spikes.forEach((t, k) => expect(Math.abs(t - (k + 1) * exact)).toBeLessThan(1e-7 * (k + 1)));
    expect(cost.evaluations).toBeLessThan(30_000);
  });

  test.each(["euler", "heun", "rk4", "exponentialEuler"] as const)(
    "%s with a step as long as the blow-up still resets and goes on",
    (method) => {
      const { spikes, states } = simulate(quadratic.with({ peak: 1e3 }), { duration: 20, method, dt: 0.5 });
      expect(spikes.length).toBeGreaterThan(4);
      expect(spikes.length).toBeLessThan(12);
      expect(states.v.every(Number.isFinite)).toBe(true);
    },
  );

  test("a blow-up faster than time can resolve is a spike, not a failure", () => {
    // At V = 40 mV above the threshold of exp, V doubles in about e^{−45} ms.
    const exponential = defineModel({
      name: "exponential",
      source: "Fourcaud-Trocmé et al. (2003) J. Neurosci. 23:11628",
      equations: "tau*dV/dt = EL - V + D*exp((V - VT)/D) + I",
      states: { V: state("EL", "mV", [-90, 40]) },
      parameters: { tau: [10, "ms"], EL: [-65, "mV"], VT: [-50, "mV"], D: [1, "mV"], I: [0, "mV"], peak: [30, "mV"] },
      threshold: "V >= peak",
      reset: "V = EL",
    });
    const options = { duration: 300, stimulus: constant(20), tolerance: 1e-8 };
    const { spikes } = simulate(exponential, options);
    const lower = simulate(exponential.with({ peak: -20 }), options);
    expect(spikes.length).toBeGreaterThan(5);
    expect(spikes.length).toBe(lower.spikes.length);
    spikes.forEach((t, k) => expect(t).toBeCloseTo(lower.spikes[k], 2));
  });

  test("without a reset the run says which variable ran away, and when", () => {
    expect(() => simulate((_t, y, d) => void (d[0] = y[0] * y[0]), { initial: { v: 1 }, duration: 2 })).toThrow(
      /t = 1 ms.*v = .*changes too fast|v became infinite at t = 1 ms/,
    );
  });
});

describe("a threshold without reset", () => {
  const oscillator = defineModel({
    name: "oscillator",
    source: "closed form",
    equations: "dx/dt = w*y\ndy/dt = -w*x",
    states: { x: state(0, "1", [-1, 1]), y: state(1, "1", [-1, 1]) },
    parameters: { w: [1, "1/ms"], top: [0.5, "1"] },
    threshold: "x >= top",
  });

  test.each(["dormandPrince", "rk4"] as const)(
    "records each upward crossing and leaves the trajectory alone (%s)",
    (method) => {
      const { spikes, at } = simulate(oscillator, { duration: 20, method, dt: 0.01, tolerance: 1e-9 });
      const expected = [0, 1, 2, 3].map((k) => Math.PI / 6 + 2 * Math.PI * k);
      expect(spikes.length).toBe(4);
      spikes.forEach((t, k) => expect(t).toBeCloseTo(expected[k], 6));
      expect(at(20).x).toBeCloseTo(Math.sin(20), 6);
    },
  );

  test("starting above it counts only the next crossing", () => {
    const { spikes } = simulate(oscillator, { duration: 8, initial: { x: 1, y: 0 } });
    expect(spikes.length).toBe(1);
    expect(spikes[0]).toBeCloseTo(2 * Math.PI - Math.PI / 3, 4);
  });

  test("a touch of a few microvolts above, up and down within one step, is seen", () => {
    const { spikes } = simulate(oscillator.with({ top: 1 - 1e-6 }), { duration: 12, tolerance: 1e-10 });
    expect(spikes.length).toBe(2);
    spikes.forEach((t, k) => expect(t).toBeCloseTo(Math.PI / 2 - Math.acos(1 - 1e-6) + 2 * Math.PI * k, 4));
  });
});

describe("a threshold just below the peak of a spike", () => {
  const oscillator = (threshold: number): Model =>
    defineModel({
      name: "oscillator",
      source: "a test",
      equations: "dx/dt = w*y\ndy/dt = -w*x",
      states: { x: state(0, "1", [-2, 2]), y: state(1, "1", [-2, 2]) },
      parameters: { w: [1, "1/ms", [0, 2]] },
      threshold: `x >= ${threshold}`,
    });
  const methods = ["midpoint", "heun", "rk4", "dormandPrince"] as const;

  test.each(methods)(
    "is crossed once in each of ten periods by %s, compiled or not, alone or in a population",
    (method) => {
      const frequencies = [1, 1.003, 0.998];
      for (const threshold of [0.99, 0.999, 0.9999]) {
        const model = oscillator(threshold);
        for (const dt of [0.1, 0.05, 0.013]) {
          const options = { duration: 62.8, method, ...(method === "dormandPrince" ? {} : { dt }) };
          const counts = [true, false].map((compiled) => run(model, options, { compiled }).spikes.length);
          expect(counts, `${threshold}, ${dt}`).toEqual([10, 10]);
          if (method === "dormandPrince") continue;
          const all = simulatePopulation(model, {
            count: 3,
            parameters: { w: frequencies },
            duration: 62.8,
            method,
            dt,
          });
          expect(frequencies.map((_, k) => all.spikesOf(k).length)).toEqual([10, 10, 10]);
        }
      }
    },
  );
});

test("a spike within the first step after a jump of the input is found, compiled or not, alone or in a population", () => {
  const model = defineModel({
    name: "hop",
    source: "a test",
    equations: "dx/dt = k*(I - y)\ndy/dt = 20*k*I", // from I = 0 to 1: x = t − 10t², back at 0 after 0.1 ms
    states: { x: state(0, "1", [-2, 2]), y: state(0, "1", [-2, 2]) },
    parameters: { I: [0, "1", [0, 2]], k: [1, "1/ms", [0, 2]] },
    threshold: "x >= 0.02",
  });
  const options = { duration: 2, method: "rk4", dt: 0.1, stimulus: step(1, 1, 2) } as const;
  for (const compiled of [true, false]) expect(run(model, options, { compiled }).spikes).toHaveLength(1);
  const all = simulatePopulation(model, { ...options, count: 3 });
  expect([0, 1, 2].map((k) => all.spikesOf(k).length)).toEqual([1, 1, 1]);
});
