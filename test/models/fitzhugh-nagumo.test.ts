import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { simulate } from "../../src/solve/simulate.js";
import { hopfs } from "./equilibria.js";
import { lastInterval } from "./last-interval.js";

const reference = numbers["fitzHughNagumo (a .7, b .8, eps .08)"];

describe("FitzHugh-Nagumo", () => {
  test("has Andronov-Hopf bifurcations at I = 0.33128 and 1.41872, v = ∓0.96747, to 1e-10", () => {
    const found = hopfs(fitzHughNagumo, -2, 2);
    expect(found).toHaveLength(2);
    found.forEach(({ V, I, omega }, i) => {
      expect(I).toBeCloseTo(reference.hopf_I[i], 10);
      expect(V).toBeCloseTo(i === 0 ? -reference.V : reference.V, 10);
      expect(omega).toBeCloseTo(reference.omega, 10);
    });
  });

  test("at I = 0.5 goes from (0, 0) to the reference's state in 100 units of time, to 1e-7", () => {
    const { states } = simulate(fitzHughNagumo.with({ I: 0.5 }), { duration: 100, initial: [0, 0], tolerance: 1e-11 });
    expect(states.v.at(-1)).toBeCloseTo(reference["state_t100_I.5_from_00"][0], 7);
    expect(states.w.at(-1)).toBeCloseTo(reference["state_t100_I.5_from_00"][1], 7);
  });

  test("with a = b = 0 is van der Pol's oscillator of μ = 1/√ε: period 11.6122 · √25 at ε = 1/25", () => {
    const { spikes } = simulate(fitzHughNagumo.preset("van der Pol"), { duration: 300, tolerance: 1e-10 });
    expect(lastInterval(spikes)).toBeCloseTo(5 * Number(numbers["van der Pol period"]["5"]), 5);
  });

  test("the bistable set rests in either of two states", () => {
    const model = fitzHughNagumo.preset("bistable");
    const end = (v: number): number | undefined =>
      simulate(model, { duration: 300, initial: { v, w: 0.35 } }).states.v.at(-1);
    expect(end(-1)).toBeCloseTo(-Math.sqrt(1.5), 4);
    expect(end(1)).toBeCloseTo(Math.sqrt(1.5), 4);
  });
});
