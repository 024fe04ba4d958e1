// Models whose rules of a spike read the input, and when they spike by arithmetic of its own.
import { expect } from "vitest";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Method } from "../../src/solve/methods/method.js";
import { run } from "../../src/solve/simulate.js";
import { poissonInput } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant, ramp, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { sum, type Stimulus } from "../../src/solve/stimuli/stimulus.js";

export const k = 0.2;

/** tau dV/dt = I − V, with tau = 1 ms, whose threshold, reset and refractory period may read the input. */
function integrator(rules: {
  readonly threshold: string;
  readonly reset?: string;
  readonly refractory?: string;
}): Model {
  return defineModel({
    name: `leaky integrator, ${Object.values(rules).join(", ")}`,
    source: "of this test",
    equations: "tau dV/dt = I - V\nexcess = V - k*I",
    states: { V: state("k*I", "1", [-2, 3]) },
    parameters: { I: [0, "1", [-5, 5]], k: [k, "1"], tau: [1, "ms"], Vth: [1, "1"] },
    input: "I",
    ...rules,
  });
}

const fixed = "V >= Vth";
const moving = "V >= Vth + k*I";

/** By what reads the input. */
export const models = {
  threshold: integrator({ threshold: moving, reset: "V = 0" }),
  reset: integrator({ threshold: fixed, reset: "V = k*I" }),
  both: integrator({ threshold: moving, reset: "V = k*I" }),
  refractory: integrator({ threshold: moving, reset: "V = k*I", refractory: "tau*(0.5 + k*I)" }),
  "no reset": integrator({ threshold: moving }),
};
export type Kind = keyof typeof models;

export const duration = 12;
export const stimuli: Readonly<Record<string, Stimulus>> = {
  constant: constant(2),
  step: sum(constant(1.6), step(2, 3, 7.5)),
  ramp: ramp(0.3, 1),
  sine: sum(constant(2.2), sine(1.5, 150)),
  synapse: poissonInput({ rate: 800, weight: 0.3, tau: 2, reversal: 4, seed: 3 }),
  "jumps across the threshold": sum(constant(0.9), step(-3, 5, 5.5), step(-2, 8.25, 9), step(1.5, 10)),
};

/**
 * The spikes by arithmetic of their own: the classical Runge-Kutta rule in steps of 1/250 ms, each rule with the input
 * of the moment, events by halving the step.
 */
export function expectedSpikes(kind: Kind, stimulus: Stimulus): number[] {
  const [movingThreshold, movingReset] = [kind !== "reset", kind !== "threshold"];
  const distance = (v: number, I: number): number => v - 1 - (movingThreshold ? k * I : 0);
  const rk4 = (from: number, v0: number, h: number, last: number): number => {
    const f = (at: number, v: number): number => stimulus.at(Math.min(at, last), v) - v;
    const s1 = f(from, v0);
    const s2 = f(from + h / 2, v0 + (h / 2) * s1);
    const s3 = f(from + h / 2, v0 + (h / 2) * s2);
    const s4 = f(from + h, v0 + h * s3);
    return v0 + (h / 6) * (s1 + 2 * s2 + 2 * s3 + s4);
  };
  const spikes: number[] = [];
  const ends = [...stimulus.breaks(duration), duration];
  let [t, V, refractoryUntil] = [0, 0, -1];
  let below = true;
  const spike = (at: number, I: number): void => {
    spikes.push(at);
    if (kind === "no reset") return;
    V = movingReset ? k * I : 0;
    if (kind === "refractory") refractoryUntil = at + 0.5 + k * I;
  };
  while (t < duration) {
    const end = ends.find((e) => e > t) ?? duration;
    const last = end - 1e-12; // the side of the present piece
    const now = distance(V, stimulus.at(t, V));
    if (t >= refractoryUntil && now >= 0 && (below || kind !== "no reset")) spike(t, stimulus.at(t, V));
    if (t < refractoryUntil) {
      t = Math.min(refractoryUntil, duration);
      continue;
    }
    below = distance(V, stimulus.at(t, V)) < 0;
    const reached = (length: number): number => {
      const there = rk4(t, V, length, last);
      return distance(there, stimulus.at(Math.min(t + length, last), there));
    };
    let h = Math.min(4e-3, end - t);
    const crosses = below && reached(h) >= 0;
    if (crosses) {
      let low = 0;
      for (let halving = 0; halving < 45; halving++) {
        const middle = (low + h) / 2;
        if (reached(middle) >= 0) h = middle;
        else low = middle;
      }
    }
    const next = rk4(t, V, h, last);
    t = h === end - t ? end : t + h;
    V = next;
    below = distance(V, stimulus.at(Math.min(t, last), V)) < 0;
    if (crosses) {
      spike(t, stimulus.at(Math.min(t, last), V));
      below = false;
    }
  }
  return spikes;
}

/** How far from the truth a spike may be: the order of the method at this step. */
export const settings: Readonly<
  Record<Method, { readonly dt?: number; readonly tolerance?: number; readonly ms: number }>
> = {
  dormandPrince: { tolerance: 1e-10, ms: 1e-6 },
  rosenbrock: { tolerance: 1e-10, ms: 1e-6 },
  rk4: { dt: 0.01, ms: 1e-6 },
  midpoint: { dt: 0.01, ms: 5e-3 },
  heun: { dt: 0.01, ms: 5e-3 },
  euler: { dt: 0.005, ms: 0.1 },
  exponentialEuler: { dt: 0.005, ms: 0.1 },
  eulerMaruyama: { dt: 0.005, ms: 0.1 },
};

/** Expects of a method, compiled and readable, the spikes of a model under the stimulus of this name. */
export function expectSpikes(kind: Kind, name: string, method: Method, expected: readonly number[]): void {
  const { ms, ...control } = settings[method];
  const [fast, readable] = [true, false].map((compiled) =>
    run(models[kind], { duration, method, stimulus: stimuli[name], ...control }, { compiled }),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(fast.spikes).toHaveLength(expected.length);
  fast.spikes.forEach((t, i) => expect(Math.abs(t - expected[i]), `spike ${i} at ${expected[i]} ms`).toBeLessThan(ms));
  expect(fast.spikes).toEqual(readable.spikes);
  expect(fast.states).toEqual(readable.states);
  expect(fast.input).toEqual(readable.input);
  const apart = fast
    .quantity("excess")
    .map((value, row) => Math.abs(value - fast.states["V"][row] + k * fast.input[row]));
  expect(Math.max(...apart)).toBeLessThan(5e-13);
}
