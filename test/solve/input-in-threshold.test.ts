import { describe, expect, test } from "vitest";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { methods, type Method } from "../../src/solve/methods/method.js";
import { simulatePopulation } from "../../src/solve/population/population.js";
import { populationMethods } from "../../src/solve/population/population-method.js";
import { run } from "../../src/solve/simulate.js";
import { poissonInput, whiteNoise } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant, ramp, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { sum, type Stimulus } from "../../src/solve/stimuli/stimulus.js";

const k = 0.2;

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
const models = {
  threshold: integrator({ threshold: moving, reset: "V = 0" }),
  reset: integrator({ threshold: fixed, reset: "V = k*I" }),
  both: integrator({ threshold: moving, reset: "V = k*I" }),
  refractory: integrator({ threshold: moving, reset: "V = k*I", refractory: "tau*(0.5 + k*I)" }),
  "no reset": integrator({ threshold: moving }),
};
type Kind = keyof typeof models;

const duration = 12;
const stimuli: Readonly<Record<string, Stimulus>> = {
  constant: constant(2),
  step: sum(constant(1.6), step(2, 3, 7.5)),
  ramp: ramp(0.3, 1),
  sine: sum(constant(2.2), sine(1.5, 150)),
  synapse: poissonInput({ rate: 800, weight: 0.3, tau: 2, reversal: 4, seed: 3 }),
  "jumps across the threshold": sum(constant(0.9), step(-3, 5, 5.5), step(-2, 8.25, 9), step(1.5, 10)),
};

/**
 * The spikes by arithmetic of their own: the classical Runge-Kutta rule in steps of 1/1000 ms, each rule with the input
 * of the moment, events by halving the step.
 */
function expectedSpikes(kind: Kind, stimulus: Stimulus): number[] {
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
    let h = Math.min(1e-3, end - t);
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
const settings: Readonly<Record<Method, { readonly dt?: number; readonly tolerance?: number; readonly ms: number }>> = {
  dormandPrince: { tolerance: 1e-10, ms: 1e-6 },
  rosenbrock: { tolerance: 1e-10, ms: 1e-6 },
  rk4: { dt: 0.01, ms: 1e-6 },
  midpoint: { dt: 0.01, ms: 5e-3 },
  heun: { dt: 0.01, ms: 5e-3 },
  euler: { dt: 0.005, ms: 0.1 },
  exponentialEuler: { dt: 0.005, ms: 0.1 },
  eulerMaruyama: { dt: 0.005, ms: 0.1 },
};

describe.each(Object.keys(models) as Kind[])("the input in the rules of a spike: %s", (kind) => {
  const model = models[kind];

  test.each(methods)("under a constant stimulus %s runs as with the input as a parameter, bit for bit", (method) => {
    for (const compiled of [true, false]) {
      const { dt, tolerance = 1e-6 } = settings[method];
      const options = { duration, method, tolerance, initial: { V: 0 }, ...(dt !== undefined && { dt }) };
      const driven = run(model, { ...options, stimulus: constant(2) }, { compiled });
      const still = run(model.with({ I: 2 }), options, { compiled });
      expect(driven.spikes.length).toBeGreaterThan(kind === "no reset" ? 0 : 3);
      expect(driven.spikes).toEqual(still.spikes);
      expect(driven.states).toEqual(still.states);
      expect(driven.quantity("excess")).toEqual(still.quantity("excess"));
    }
  });

  describe.each(Object.keys(stimuli))("under a stimulus: %s", (name) => {
    const stimulus = stimuli[name];
    const expected = expectedSpikes(kind, stimulus);

    test.each(methods)("%s spikes when the rules say so", (method) => {
      const { ms, ...control } = settings[method];
      const [fast, readable] = [true, false].map((compiled) =>
        run(model, { duration, method, stimulus, ...control }, { compiled }),
      );
      expect(expected.length).toBeGreaterThan(0);
      expect(fast.spikes).toHaveLength(expected.length);
      fast.spikes.forEach((t, i) =>
        expect(Math.abs(t - expected[i]), `spike ${i} at ${expected[i]} ms`).toBeLessThan(ms),
      );
      expect(fast.spikes).toEqual(readable.spikes);
      expect(fast.states).toEqual(readable.states);
      expect(fast.input).toEqual(readable.input);
      const excess = fast.states["V"].map((V, row) => V - k * fast.input[row]);
      fast.quantity("excess").forEach((value, row) => expect(value).toBeCloseTo(excess[row], 12));
    });
  });
});

describe("a jump of the input across the threshold", () => {
  const stimulus = sum(constant(0.9), step(-3, 5, 5.5));

  test.each(methods)("is a spike at that instant, with a reset and without one: %s", (method) => {
    for (const model of [models.both, models["no reset"]])
      for (const compiled of [true, false])
        expect(Array.from(run(model, { duration: 7, method, stimulus }, { compiled }).spikes)).toEqual([5]);
  });

  test("is none where a run without a reset begins above it", () => {
    const options = { duration: 3, stimulus: constant(0.5), initial: { V: 2 } };
    expect(run(models["no reset"], options, { compiled: true }).spikes).toHaveLength(0);
  });
});

describe("what else reads the input", () => {
  test("white noise does not move the threshold: of it only the mean, which is zero", () => {
    const options = { duration, method: "eulerMaruyama", dt: 0.01 } as const;
    const silent = run(models.both, { ...options, stimulus: sum(constant(2), whiteNoise(0, 1)) }, { compiled: true });
    expect(silent.spikes).toEqual(run(models.both, { ...options, stimulus: constant(2) }, { compiled: true }).spikes);
  });

  test("an initial value that is a formula is that of the model at its parameters, before a stimulus comes on", () => {
    const { states } = run(models.both.with({ I: 0.5 }), { duration: 1, stimulus: constant(2) }, { compiled: true });
    expect(states["V"][0]).toBeCloseTo(k * 0.5, 15);
  });

  test("the states at any time are those of the run, whatever was asked about before", () => {
    const trajectory = run(models.refractory, { duration, stimulus: stimuli["sine"] }, { compiled: true });
    const row = trajectory.time.findIndex((time) => time > 6.2);
    const t = trajectory.time[row];
    trajectory.at(11.3);
    trajectory.quantity("excess");
    expect(trajectory.at(t)["V"]).toBeCloseTo(trajectory.states["V"][row], 9);
  });
});

describe("a population whose threshold and reset read the input", () => {
  const currents = [0, 1.9, 2.6, 1.4];
  const uncoupled = { onto: "I", weights: new Float64Array(16) }; // takes all cells through each step together

  test.each(populationMethods)("%s: each cell spikes by its own input, by stimulus or by parameter", (method) => {
    const options = { count: 4, duration, method, dt: method === "izhikevich2003" ? 0.1 : 0.01, initial: { V: 0 } };
    const offset = simulatePopulation(models.both, {
      ...options,
      parameters: { I: currents.map((current) => current - 0.7) },
      stimulus: constant(0.7),
      coupling: uncoupled,
    });
    const plain = simulatePopulation(models.both, { ...options, parameters: { I: currents }, coupling: uncoupled });
    expect(offset.raster.time.length).toBeGreaterThan(8);
    expect(offset.raster.cell).toEqual(plain.raster.cell);
    offset.raster.time.forEach((t, i) => expect(t).toBeCloseTo(plain.raster.time[i], 9));
  });

  test.each(Object.keys(models) as Kind[])("each cell does what `simulate` makes of it: %s", (kind) => {
    for (const [name, stimulus] of Object.entries(stimuli)) {
      const parameters = { I: [0, 0.1, -0.05, 0.2] };
      const options = { duration, method: "rk4", dt: 0.01, stimulus } as const;
      const together = simulatePopulation(models[kind], { ...options, count: 4, parameters, coupling: uncoupled });
      parameters.I.forEach((I, cell) => {
        const alone = run(models[kind].with({ I }), options, { compiled: false });
        expect(together.spikesOf(cell), `${name}, cell ${cell}`).toHaveLength(alone.spikes.length);
        together.spikesOf(cell).forEach((t, i) => expect(t).toBeCloseTo(alone.spikes[i], 8));
      });
    }
  });
});
