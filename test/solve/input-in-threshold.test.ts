import { describe, expect, test } from "vitest";
import { methods } from "../../src/solve/methods/method.js";
import { simulatePopulation } from "../../src/solve/population/population.js";
import { populationMethods } from "../../src/solve/population/population-method.js";
import { run } from "../../src/solve/simulate.js";
import { whiteNoise } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sum } from "../../src/solve/stimuli/stimulus.js";
import { duration, expectedSpikes, expectSpikes, k, models, settings, stimuli, type Kind } from "./input-rules.js";

const kinds = Object.keys(models) as Kind[];

describe.each(kinds)("the input in the rules of a spike: %s", (kind) => {
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
});

/** Each two of method, stimulus and rules together at least once; `input-in-threshold.long.test.ts` has all threes. */
const pairs = Object.keys(stimuli).flatMap((name, i) =>
  kinds.map((kind, j) => [name, kind, methods.filter((_, m) => (i + m) % kinds.length === j)] as const),
);
test.each(pairs)(
  "under a stimulus, %s, rules that read the input in the %s: spikes when they say so",
  (name, kind, some) => {
    const expected = expectedSpikes(kind, stimuli[name]);
    for (const method of some) expectSpikes(kind, name, method, expected);
  },
);

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

  test.each(kinds)("each cell does what `simulate` makes of it: %s", (kind) => {
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
