import { describe, expect, test } from "vitest";
import { prescott } from "../../src/models/prescott.js";
import { simulate } from "../../src/solve/simulate.js";
import { ramp, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { folds, hopfs } from "./equilibria.js";
import { lastInterval } from "./last-interval.js";

const stepped = (preset: string, I: number): Float64Array =>
  simulate(prescott.preset(preset), { duration: 500, stimulus: step(I, 10) }).spikes;
const rate = (spikes: Float64Array): number => 1000 / lastInterval(spikes);

describe("Prescott", () => {
  test("class 1 by a saddle-node, class 2 by Andronov-Hopf without one", () => {
    expect(folds(prescott.preset("class 1"), -80, 0)).toHaveLength(2);
    expect(folds(prescott.preset("class 2"), -80, 0)).toHaveLength(0);
    expect(hopfs(prescott.preset("class 1"), -80, -20)).toHaveLength(0);
    expect(hopfs(prescott.preset("class 2"), -80, -20)).toHaveLength(1);
  });

  test("class 1 starts to fire at a low rate, class 2 at a high one", () => {
    expect(stepped("class 1", 36)).toHaveLength(0);
    expect(rate(stepped("class 1", 37))).toBeLessThan(30);
    expect(stepped("class 2", 42).length).toBeLessThan(2); // a spike at the onset, no more
    expect(rate(stepped("class 2", 45))).toBeGreaterThan(60);
  });

  test("class 3 answers a step with one spike and a slow ramp to the same current with none", () => {
    for (const I of [60, 70, 80]) {
      expect(stepped("class 3", I)).toHaveLength(1);
      expect(simulate(prescott.preset("class 3"), { duration: 1000, stimulus: ramp(I / 1000) }).spikes).toHaveLength(0);
    }
    expect(stepped("class 2", 60).length).toBeGreaterThan(30);
  });
});
