import { afterEach, describe, expect, test, vi } from "vitest";
import type { Model } from "../../../src/model/model.js";
import { defineModel } from "../../../src/model/text/define.js";
import { state } from "../../../src/model/text/definition.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { corticalNetwork } from "../../../src/networks/cortical-network.js";
import { random } from "../../../src/numerics/random.js";
import { batchProgram } from "../../../src/solve/batch/batch-program.js";
import type { PerCell } from "../../../src/solve/population/per-cell.js";
import { simulatePopulation, type PopulationActivity } from "../../../src/solve/population/population.js";
import { simulate } from "../../../src/solve/simulate.js";
import type { Stimulus } from "../../../src/solve/stimuli/stimulus.js";
import { pulses, step } from "../../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../../src/solve/stimuli/stimulus-waves.js";

const methods = ["euler", "midpoint", "heun", "rk4", "exponentialEuler"] as const;
const dt = 0.02;

/** Parameters that differ from cell to cell: each in a fifth of its range around the model's value. */
function spread(model: Model, count: number): Record<string, Float64Array> {
  const { uniform } = random(7);
  return Object.fromEntries(
    model.parameterNames.map((name) => {
      const [low, high] = model.ranges[name];
      const value = model.parameters[name];
      const width = name === model.input ? 0.3 * (high - value) : 0.05 * Math.abs(value);
      return [name, Float64Array.from({ length: count }, () => value + (low < value ? width * (uniform() - 0.1) : 0))];
    }),
  );
}

function compareWithAlone(model: Model, count: number, options: object, parameters: Record<string, PerCell>): number {
  const all = simulatePopulation(model, {
    count,
    parameters,
    ...options,
    record: { states: model.stateNames },
  } as never);
  const spikesOnly = simulatePopulation(model, { count, parameters, ...options } as never);
  expect(spikesOnly.raster).toEqual(all.raster);
  let spikes = 0;
  for (let cell = 0; cell < count; cell++) {
    const own = model.with(Object.fromEntries(Object.entries(parameters).map(([k, v]) => [k, (v as number[])[cell]])));
    const alone = simulate(own, options as never);
    expect(all.spikesOf(cell)).toEqual(alone.spikes);
    spikes += alone.spikes.length;
    const last = new Map(Array.from(alone.time, (t, k) => [t, k])); // at a jump a time stands twice
    for (const name of model.stateNames)
      expect(all.recorded[name][cell]).toEqual(all.time.map((t) => alone.states[name][last.get(t) ?? -1]));
  }
  return spikes;
}

describe.each(Object.entries(catalogue))("%s in a batch is what each cell is alone, bit for bit", (_, model) => {
  test.each(methods)("%s", (method) => {
    const spec = {
      model,
      method,
      width: "f64x2",
      perCell: [],
      inputVaries: false,
      alone: true,
      shared: false,
    } as const;
    expect(batchProgram(spec)).toBeDefined();
    compareWithAlone(model, 7, { duration: 30, dt, method }, spread(model, 7));
  });

  test("under a stimulus that jumps, and one that varies", () => {
    if (model.input === undefined) return;
    const size = 0.1 * model.ranges[model.input][1];
    const stimuli: Stimulus[] = [step(size, 3.3, 20.07), sine(size, 40), pulses(-size, { width: 1, period: 7.3 })];
    for (const stimulus of stimuli)
      compareWithAlone(model, 3, { duration: 25, dt, method: "rk4", stimulus }, spread(model, 3));
  });
});

describe("a batch", () => {
  afterEach(() => void vi.unstubAllGlobals());
  /** What comes out without vectors. */
  const plain = <T>(work: () => T): T => {
    vi.stubGlobal("WebAssembly", undefined);
    const result = work();
    vi.unstubAllGlobals();
    return result;
  };

  test.each(["izhikevich", "izhikevich2007", "quadraticIntegrateAndFire"])(
    "of %s by the method of 2003 spikes and resets as without vectors",
    (name) => {
      const model = catalogue[name];
      const [, most] = model.ranges[model.input ?? ""];
      const I = Float64Array.from({ length: 601 }, (_, k) => most * (0.5 + k / 1200));
      const parameters = { ...spread(model, 601), I };
      const stepSize = name === "izhikevich" ? 1 : 0.1;
      const options = { count: 601, duration: 200, dt: stepSize, method: "izhikevich2003", parameters } as const;
      const one = simulatePopulation(model, options as never);
      expect(one.raster.time.length).toBeGreaterThan(600);
      expect(one.raster).toEqual(plain(() => simulatePopulation(model, options as never)).raster);
      const record = { states: model.stateNames, cells: [0, 255, 256, 600] };
      const kept = simulatePopulation(model, { ...options, record } as never);
      expect(kept.recorded).toEqual(plain(() => simulatePopulation(model, { ...options, record } as never)).recorded);
    },
  );

  test("of coupled cells under noise by the method of 2003 is what it is without vectors", () => {
    const options = { excitatory: 240, inhibitory: 61, duration: 200, coupling: 3 };
    const vectors = corticalNetwork(izhikevich, options);
    expect(vectors.raster.time.length).toBeGreaterThan(301);
    expect(vectors.raster).toEqual(plain(() => corticalNetwork(izhikevich, options)).raster);
    const onto = { onto: "v", delay: 2.5, weights: { from: [0, 1, 2], to: [1, 2, 0], weight: [5, 5, 5] } };
    const ring = (): PopulationActivity =>
      simulatePopulation(izhikevich, {
        ...{ count: 3, duration: 150, method: "izhikevich2003", parameters: { I: (cell) => 4 + cell } },
        ...{ coupling: onto, stimulus: sine(3, 40), record: { states: ["v", "u"] } },
      });
    const [one, other] = [ring(), plain(ring)];
    expect(one.raster.time.length).toBeGreaterThan(5);
    expect(one.raster).toEqual(other.raster);
    expect(one.recorded).toEqual(other.recorded);
  });

  test("tells of the first coupled cell that fails, in the words of a run without vectors", () => {
    const coupling = { onto: "u", weights: { from: [0], to: [1], weight: [-1e200] } };
    const failing = (): string => {
      try {
        simulatePopulation(izhikevich, {
          count: 5,
          duration: 60,
          method: "izhikevich2003",
          parameters: { I: 20 },
          coupling,
        });
        return "no failure";
      } catch (error) {
        return String(error);
      }
    };
    expect(failing()).toMatch(/cell 1: \w became/);
    expect(failing()).toBe(plain(failing));
  });

  test("holds cells through their refractory periods, reset by reset", () => {
    const model = leakyIntegrateAndFire;
    const count = 259;
    const I = Float64Array.from({ length: count }, (_, k) => 200 + k);
    const options = { count, duration: 60, dt: 0.05, parameters: { I } } as const;
    const vectors = simulatePopulation(model, options);
    expect(vectors.raster.time.length).toBeGreaterThan(count);
    expect(vectors.raster).toEqual(plain(() => simulatePopulation(model, options)).raster);
  });

  test("tells of the first cell that fails, in the words of a run without vectors", () => {
    const I = Float64Array.from({ length: 300 }, (_, k) => (k < 123 ? 10 : 20 + k));
    const failing = (): string => {
      try {
        simulatePopulation(hodgkinHuxley, { count: 300, duration: 3, dt: 0.25, parameters: { I } });
        return "no failure";
      } catch (error) {
        return String(error);
      }
    };
    expect(failing()).toMatch(/cell \d+: \w+ became/);
    expect(failing()).toBe(plain(failing));
  });

  test("goes on where an exponential leaves the range of its table", () => {
    const model = defineModel({
      name: "far",
      source: "none",
      equations: "dx/dt = exp(-1000*(x - a)^2) - x  [1/ms]\n dy/dt = exp(-800 - x) - y [1/ms]",
      states: { x: state(3, "1"), y: state(1, "1") },
      parameters: { a: [0.3, "1"] },
    });
    compareWithAlone(model, 5, { duration: 20, dt, method: "rk4" }, { a: Float64Array.of(0, 0.1, 0.2, 0.9, 5) });
  });

  test("by exponential Euler decays within a step whatever the rate, and grows to infinity as a cell alone does", () => {
    const model = defineModel({
      name: "steep",
      source: "none",
      equations: "dx/dt = k*(x - 1)",
      states: { x: state(3, "1") },
      parameters: { k: [-1, "1/ms"] },
    });
    const options = { duration: 1, dt, method: "exponentialEuler" } as const;
    const decaying = Float64Array.of(-0.1, -6.3, -20, -30_000, -36_000, -1e9, 1);
    compareWithAlone(model, decaying.length, options, { k: decaying });
    const growing = (): string => {
      try {
        simulatePopulation(model, { count: 3, parameters: { k: [-1, 45_000, -2] }, ...options });
        return "no failure";
      } catch (error) {
        return String(error);
      }
    };
    expect(growing()).toMatch(/cell 1: x became/);
    expect(growing()).toBe(plain(growing));
  });
});
