import { describe, expect, test } from "vitest";
import { firesByItself } from "../../src/experiments/self-driven.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";

describe("a spike of a membrane without a reset whose threshold rises with the input", () => {
  // tau dV/dt = V (V − 1/4)(1 − V) + I: bistable, and at I = 1 at rest where V³ − 1.25 V² + 0.25 V = 1, V = 1.52.
  const membrane = (threshold: string) =>
    defineModel({
      name: `bistable membrane, ${threshold}`,
      source: "of this test",
      equations: "tau dV/dt = V*(V - 0.25)*(1 - V) + I",
      states: { V: state("0", "1", [-2, 3]) },
      parameters: { I: [0, "1", [-5, 5]], tau: [1, "ms"] },
      input: "I",
      threshold,
    });
  const driven = (threshold: string) => simulate(membrane(threshold), { duration: 20, stimulus: step(1, 2) });

  test("is none while the voltage stays below the threshold that the stimulus has raised", () => {
    const run = driven("V > 0.6 + I");
    expect(Math.max(...run.states.V)).toBeLessThan(1.6);
    expect(run.spikes).toHaveLength(0);
    expect(firesByItself(run)).toBe(false);
  });

  test("is one where the voltage crosses it with the membrane's own current still upward", () => {
    const run = driven("V > 0.4 + 0.2*I"); // own current upward between 0.25 and 1
    expect(run.spikes).toHaveLength(1);
    expect(firesByItself(run)).toBe(true);
  });
});
