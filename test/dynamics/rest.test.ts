import { describe, expect, test } from "vitest";
import { requireRest, restingEquilibrium, restingState } from "../../src/dynamics/equilibria/rest.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import { pure } from "./normal-forms.js";

describe("rest", () => {
  test("is the state that a run left alone comes to", () => {
    const rest = restingState(hodgkinHuxley);
    const run = simulate(hodgkinHuxley, { duration: 1000, tolerance: 1e-9 }).at(1000);
    for (const [name, value] of Object.entries(rest)) expect(value).toBeCloseTo(run[name], 6);
  });

  test("of two stable equilibria is the one nearest to the initial state, 0.1: not the lowest", () => {
    // x′ = −(x + 1)(x + ¼)(x − 1): −1 and 1 are stable
    const bistable = pure({ x: "-(x + 1)*(x + 0.25)*(x - 1) + 0*I" }, { I: 0 });
    expect(restingEquilibrium(bistable)?.state.x).toBeCloseTo(1, 12);
  });

  test("is undefined, or refused in the name of who asked, where every equilibrium is unstable", () => {
    const firing = hodgkinHuxley.with({ I: 20 });
    expect(restingEquilibrium(firing)).toBeUndefined();
    expect(() => requireRest("zapResponse", firing)).toThrow(
      /^zapResponse: Hodgkin-Huxley does not rest at I = 20: its equilibria are unstable \(saddle at V = /,
    );
  });
});
