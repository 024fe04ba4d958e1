import { describe, expect, test } from "vitest";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { tableaus, type RungeKuttaMethod } from "../../src/solve/methods/tableau.js";
import { run, simulate } from "../../src/solve/simulate.js";
import { ornsteinUhlenbeck, poissonInput, whiteNoise } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant, pulses, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { sum, type Stimulus } from "../../src/solve/stimuli/stimulus.js";

const methods = [...(Object.keys(tableaus) as RungeKuttaMethod[]), "exponentialEuler"] as const;
const cases: readonly [Model, Stimulus, number][] = [
  [hodgkinHuxley, constant(10), 40],
  [hodgkinHuxley, sum(step(12, 5, 40), pulses(-5, { width: 1, period: 7.3 })), 45],
  [hodgkinHuxley.with({ T: 18.5, gK: 20 }), sum(constant(5), sine(8, 60)), 30],
  [hodgkinHuxley, poissonInput({ rate: 200, weight: 0.2, tau: 3, reversal: 0, seed: 2 }), 25],
  [hodgkinHuxley, ornsteinUhlenbeck({ mean: 8, deviation: 4, tau: 3, seed: 2 }), 25],
  [persistentSodiumPotassium, step(20, 3, 20), 25],
  [morrisLecar, constant(60), 80],
  [leakyIntegrateAndFire, constant(300), 40],
  [izhikevich, step(10, 5), 60],
];

describe("the program made for a model takes the steps of the readable stepper, bit for bit", () => {
  test.each(methods)("%s, on spikes, resets, jumps and inputs that vary", (method) => {
    for (const [model, stimulus, duration] of cases) {
      const options = { duration, stimulus, method } as const;
      const fast = run(model, options, { compiled: true });
      const readable = run(model, options, { compiled: false });
      expect(fast.spikes).toEqual(readable.spikes);
      expect(fast.time).toEqual(readable.time);
      expect(fast.states).toEqual(readable.states);
      expect(fast.input).toEqual(readable.input);
      expect([fast.cost.steps, fast.cost.rejected]).toEqual([readable.cost.steps, readable.cost.rejected]);
      for (const t of [0.37, 0.61, 0.9]) expect(fast.at(t * duration)).toEqual(readable.at(t * duration));
    }
  });

  test("eulerMaruyama, along the same path of white noise, and with none", () => {
    for (const [model, stimulus, duration] of cases) {
      const noise = whiteNoise(model === leakyIntegrateAndFire ? 80 : 3, 5);
      for (const noisy of duration === 60 ? [sum(stimulus, noise), stimulus] : [sum(stimulus, noise)]) {
        const options = { duration, stimulus: noisy, method: "eulerMaruyama", dt: 0.02 } as const;
        const fast = run(model, options, { compiled: true });
        const readable = run(model, options, { compiled: false });
        expect(fast.spikes).toEqual(readable.spikes);
        expect(fast.time).toEqual(readable.time);
        expect(fast.states).toEqual(readable.states);
        expect(fast.input).toEqual(readable.input);
        expect(fast.cost.steps).toBe(readable.cost.steps);
        for (const t of [0.37, 0.9]) expect(fast.at(t * duration)).toEqual(readable.at(t * duration));
      }
    }
  });

  test("to tolerances of 1e-10 and 1e-3 too", () => {
    for (const tolerance of [1e-3, 1e-10]) {
      const options = { duration: 30, stimulus: constant(10), tolerance };
      expect(run(hodgkinHuxley, options, { compiled: true }).states).toEqual(
        run(hodgkinHuxley, options, { compiled: false }).states,
      );
    }
  });

  test("fails where the readable stepper fails, in the same words", () => {
    const options = { duration: 100, stimulus: constant(10), method: "rk4", dt: 0.5 } as const;
    const message = (marching: boolean): string => {
      try {
        run(hodgkinHuxley, options, { compiled: marching });
      } catch (error) {
        return String(error);
      }
      return "no failure";
    };
    expect(message(true)).toMatch(/became/);
    expect(message(true)).toBe(message(false));
  });

  test("and takes nearly all of them: what is left to the readable stepper costs no more than 3 % in evaluations", () => {
    const fast = simulate(hodgkinHuxley, { duration: 500, stimulus: constant(10) });
    const readable = run(hodgkinHuxley, { duration: 500, stimulus: constant(10) }, { compiled: false });
    expect(fast.cost.evaluations).toBeLessThan(1.03 * readable.cost.evaluations);
  });
});
