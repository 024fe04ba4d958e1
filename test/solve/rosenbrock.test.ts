import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { factorize, solveFactorized } from "../../src/numerics/linear-solve.js";
import { simulate } from "../../src/solve/simulate.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { constant, step } from "../../src/solve/stimuli/stimulus-shapes.js";

const vanDerPol = defineModel({
  name: "van der Pol",
  source: "Hairer & Wanner (1996) Solving ODEs II, IV.10",
  equations: "dx/dt = r*v\ndv/dt = r*(mu*(1 - x^2)*v - x)",
  states: { x: state(2, "1", [-3, 3]), v: state(0, "1", [-2, 2]) },
  parameters: { mu: [1000, "1"], r: [1, "1/ms"] },
});

const robertson = defineModel({
  name: "Robertson",
  source: "Hairer & Wanner (1996) Solving ODEs II, IV.10",
  equations: "da/dt = r*(-0.04*a + 1e4*b*c)\ndb/dt = r*(0.04*a - 1e4*b*c - 3e7*b^2)\ndc/dt = r*3e7*b^2",
  states: { a: state(1, "1", [0, 1]), b: state(0, "1", [0, 4e-5]), c: state(0, "1", [0, 1]) },
  parameters: { r: [1, "1/ms"] },
});

describe("the linear solver", () => {
  test("solves a system that needs its rows exchanged", () => {
    const A = Float64Array.of(0, 2, 1, 1, 1, 1, 4, -1, 2);
    const x = [3, -2, 0.5];
    const b = Float64Array.from([0, 1, 2], (i) => x.reduce((s, v, j) => s + A[i * 3 + j] * v, 0));
    const pivots = new Int32Array(3);
    expect(factorize(A, 3, pivots)).toBe(true);
    solveFactorized(A, 3, pivots, b);
    x.forEach((v, i) => expect(b[i]).toBeCloseTo(v, 14));
  });

  test("says when there is no solution", () => {
    expect(factorize(Float64Array.of(1, 2, 2, 4), 2, new Int32Array(2))).toBe(false);
  });
});

describe("rosenbrock", () => {
  test.each([1e-6, 1e-8, 1e-10])(
    "van der Pol with μ = 1000 at t = 2000 is the reference's, at tolerance %f",
    (tolerance) => {
      const { at, cost } = simulate(vanDerPol, { duration: 2000, method: "rosenbrock", tolerance });
      const [x, v] = numbers["van der Pol mu=1000, t=2000 from (2,0)"];
      const end = at(2000);
      // The end lies on the slow branch, where an error of the jumps before shows as an error of time, times dx/dt.
      expect(Math.abs(end.x - x)).toBeLessThan(200 * tolerance);
      expect(Math.abs(end.v - v)).toBeLessThan(200 * tolerance);
      expect(cost.evaluations).toBeLessThan(4000 * (tolerance / 1e-6) ** -0.25);
    },
  );

  test.each([1e-6, 1e-8])("Robertson's reaction at t = 40 is the reference's, at tolerance %f", (tolerance) => {
    const { at, cost } = simulate(robertson, { duration: 40, method: "rosenbrock", tolerance });
    const [a, b, c] = numbers.robertson.t40;
    const end = at(40);
    expect(Math.abs(end.a - a)).toBeLessThan(10 * tolerance);
    expect(Math.abs(end.b - b)).toBeLessThan(10 * tolerance * 4e-5);
    expect(Math.abs(end.c - c)).toBeLessThan(10 * tolerance);
    expect(cost.evaluations).toBeLessThan(800 * (tolerance / 1e-6) ** -0.25);
  });

  test("Robertson runs to 10¹¹, conserving mass, where every explicit step would be of order 10⁻³", () => {
    const { states, cost } = simulate(robertson, { duration: 1e11, method: "rosenbrock", tolerance: 1e-10 });
    const end = ["a", "b", "c"].map((name) => states[name][states[name].length - 1]);
    expect(end[0] + end[1] + end[2]).toBeCloseTo(1, 9);
    // a(10¹¹) = 0.2083340149701255e−7: Mazzia & Magherini, Test Set for IVP Solvers, ROBER.
    expect(Math.abs(end[0] - 0.2083340149701255e-7)).toBeLessThan(1e-10);
    expect(cost.steps).toBeLessThan(8000);
  });

  test("a plain function will do, with differences for its Jacobian", () => {
    const rhs = (_t: number, y: Float64Array, d: Float64Array): void => {
      d[0] = y[1];
      d[1] = 1000 * (1 - y[0] * y[0]) * y[1] - y[0];
    };
    const { at, cost } = simulate(rhs, { initial: [2, 0], duration: 2000, method: "rosenbrock" });
    const [x] = numbers["van der Pol mu=1000, t=2000 from (2,0)"];
    expect(at(2000).y0).toBeCloseTo(x, 3);
    expect(cost.evaluations).toBeLessThan(14_000);
  });

  test("fires Hodgkin-Huxley's spikes when dormandPrince does", () => {
    const options = { duration: 60, stimulus: step(10, 5, 55), tolerance: 1e-9 } as const;
    const stiff = simulate(hodgkinHuxley, { ...options, method: "rosenbrock" });
    const explicit = simulate(hodgkinHuxley, options);
    expect(stiff.spikes.length).toBe(explicit.spikes.length);
    stiff.spikes.forEach((t, k) => expect(t).toBeCloseTo(explicit.spikes[k], 5));
  });

  test("follows an input that depends on time", () => {
    const options = { duration: 50, stimulus: sine(3, 60), tolerance: 1e-9 } as const;
    const end = simulate(hodgkinHuxley, { ...options, method: "rosenbrock" }).at(50);
    expect(end.V).toBeCloseTo(simulate(hodgkinHuxley, options).at(50).V, 5);
  });

  test("a cell at rest costs steps that grow with its peace", () => {
    const { cost } = simulate(hodgkinHuxley, { duration: 10_000, method: "rosenbrock", stimulus: constant(0) });
    expect(cost.steps).toBeLessThan(100);
  });
});
