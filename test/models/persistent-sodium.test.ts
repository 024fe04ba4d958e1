import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { simulate } from "../../src/solve/simulate.js";
import { equilibriumAt, folds, zero } from "./equilibria.js";

const reference = numbers["persistentSodium (1-D)"];

describe("persistent sodium", () => {
  test("has saddle-nodes at I = 15.776 and −890.13 (16 and −890 in the book), to 1e-9", () => {
    const found = folds(persistentSodium, -70, 40);
    expect(found).toHaveLength(2);
    found.forEach(({ V, I }, i) => {
      expect(I).toBeCloseTo(reference.folds_I[i], 8);
      expect(V).toBeCloseTo(reference.fold_V[i], 6); // the current is flat there, so V is known to half the digits
    });
  });

  test("has three equilibria at I = 0, of which the middle one is unstable, and one at I = 60", () => {
    const f = (V: number): number => equilibriumAt(persistentSodium, V).I;
    const brackets = [
      [-60, -45],
      [-45, -20],
      [0, 50],
    ] as const;
    brackets.forEach(([a, b], i) => expect(zero(f, a, b)).toBeCloseTo(reference.equilibria_I0[i], 9));
    expect(reference.equilibria_I0.map((V) => Math.sign(persistentSodium.jacobian([V])[0][0]))).toEqual([-1, 1, -1]);
    expect(zero((V) => f(V) - 60, -60, 50)).toBeCloseTo(31.75, 2);
    expect(() => zero((V) => f(V) - 60, -60, 0)).toThrow("no change of sign");
  });

  test("fires for good above the saddle-node, and not below", () => {
    const spikes = (I: number): number => simulate(persistentSodium.with({ I }), { duration: 500 }).spikes.length;
    expect(spikes(15.5)).toBe(0);
    expect(spikes(16.5)).toBeGreaterThan(5);
  });

  test("without reset, what starts above threshold stays in the excited state", () => {
    const { states, spikes } = simulate(persistentSodium.preset("without reset"), {
      duration: 50,
      initial: { V: -38 },
    });
    expect(spikes).toHaveLength(0);
    expect(states.V.at(-1)).toBeCloseTo(reference.equilibria_I0[2], 3);
  });
});
