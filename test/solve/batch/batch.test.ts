import { describe, expect, test } from "vitest";
import type { Model } from "../../../src/model/model.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { random } from "../../../src/numerics/random.js";
import { batchProgram } from "../../../src/solve/batch/batch-program.js";
import { simulatePopulation, type PerCell } from "../../../src/solve/population/population.js";
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
    for (const name of model.stateNames) {
      const ends = all.time.map((t) => alone.states[name][alone.time.lastIndexOf(t)]);
      expect(all.recorded[name][cell]).toEqual(ends);
    }
  }
  return spikes;
}

describe.each(Object.entries(catalogue))("%s in a batch is what each cell is alone, bit for bit", (_, model) => {
  test.each(methods)("%s", (method) => {
    const spec = { model, method, width: "f64x2", perCell: [], inputVaries: false, alone: true } as const;
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
