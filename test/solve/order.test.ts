import { describe, expect, test } from "vitest";
import { makeStepper, methods } from "../../src/solve/methods/method.js";
import { rungeKutta } from "../../src/solve/methods/runge-kutta.js";
import { tableaus, type Tableau } from "../../src/solve/methods/tableau.js";
import type { JacobianField, Stepper, VectorField } from "../../src/solve/methods/stepper.js";

// y₁′ = −y₁ + sin t, y₂′ = y₁ y₂ cos t: depends on time, coupled, not linear, solved on paper.
const field: VectorField = (t, y, dydt) => {
  dydt[0] = -y[0] + Math.sin(t);
  dydt[1] = y[0] * y[1] * Math.cos(t);
};
const jacobian: JacobianField = (t, y, J) => J.set([-1, 0, y[1] * Math.cos(t), y[0] * Math.cos(t)]);
const y0 = Float64Array.of(1, 0.5);
const end = 2;
/** y₁ = 3/2 e^{−t} + (sin t − cos t)/2, and y₂ = ½ exp ∫ y₁ cos t. */
const exactly = (t: number): number[] => {
  const integral =
    (3 / 4) * (1 + Math.exp(-t) * (Math.sin(t) - Math.cos(t))) +
    (1 / 8) * (1 - Math.cos(2 * t)) -
    t / 4 -
    Math.sin(2 * t) / 8;
  return [1.5 * Math.exp(-t) + (Math.sin(t) - Math.cos(t)) / 2, 0.5 * Math.exp(integral)];
};

const makers = (method: (typeof methods)[number]): Stepper =>
  makeStepper(method, { n: 2, field, jacobian }, { tolerance: 1e-6, floor: Float64Array.of(1, 1) });

/** Largest error at the ends of this many equal steps, and a third of the way into them. */
function errors(stepper: Stepper, steps: number): { readonly ends: number; readonly dense: number } {
  const h = end / steps;
  let y = Float64Array.from(y0);
  let ends = 0;
  let dense = 0;
  const next = new Float64Array(2);
  const between = new Float64Array(2);
  for (let k = 0; k < steps; k++) {
    const t = k * h;
    stepper.step(t, y, h, next);
    stepper.interpolate(1 / 3, between);
    dense = Math.max(dense, distance(between, exactly(t + h / 3)));
    ends = Math.max(ends, distance(next, exactly(t + h)));
    stepper.accept();
    y = Float64Array.from(next);
  }
  return { ends, dense };
}

function distance(a: Float64Array, b: readonly number[]): number {
  return Math.max(...b.map((value, i) => Math.abs(value - a[i])));
}

test.each(Object.entries<Tableau>(tableaus).filter(([, { error }]) => error !== undefined))(
  "the estimate of the error of %s falls by its order, and tells the embedded method from the method",
  (_, { c, a, b, error = [], errorOrder = NaN }) => {
    const sum = (row: readonly number[]): number => row.reduce((total, x) => total + x, 0);
    expect(sum(error)).toBeCloseTo(0, 14);
    const embedded = b.map((weight, i) => weight - error[i]);
    const method = (): Stepper => rungeKutta({ order: errorOrder - 1, c, a, b: embedded }, field, 2);
    const observed = Math.log2(errors(method(), 20).ends / errors(method(), 40).ends);
    expect(observed).toBeGreaterThan(errorOrder - 1.3);
    expect(observed).toBeLessThan(errorOrder - 0.6);
  },
);

describe("observed order", () => {
  test("the reference solution solves the equations", () => {
    for (const t of [0, 0.7, 2]) {
      const d = 1e-5;
      const rate = exactly(t + d).map((value, i) => (value - exactly(t - d)[i]) / (2 * d));
      const f = new Float64Array(2);
      field(t, Float64Array.from(exactly(t)), f);
      rate.forEach((value, i) => expect(value).toBeCloseTo(f[i], 9));
    }
    expect(exactly(0)).toEqual([1, 0.5]);
  });

  test.each(methods)("%s converges at its stated order under halving", (method) => {
    const coarse = errors(makers(method), 40);
    const fine = errors(makers(method), 80);
    const { order } = makers(method);
    expect(Math.log2(coarse.ends / fine.ends)).toBeGreaterThan(order - 0.25);
    expect(Math.log2(coarse.ends / fine.ends)).toBeLessThan(order + 1.1);
  });

  test.each(methods)("the dense output of %s is as accurate as its step, or as its stated order", (method) => {
    const coarse = errors(makers(method), 20);
    const fine = errors(makers(method), 40);
    const { order, denseOrder } = makers(method);
    expect(Math.log2(coarse.dense / fine.dense)).toBeGreaterThan(Math.min(order, denseOrder + 1) - 0.3);
  });

  test.each(methods)("the dense output of %s starts and ends at the step's own ends", (method) => {
    const stepper = makers(method);
    const next = new Float64Array(2);
    const out = new Float64Array(2);
    stepper.step(0.3, y0, 0.1, next);
    stepper.interpolate(0, out);
    expect(Array.from(out)).toEqual(Array.from(y0));
    stepper.interpolate(1, out);
    out.forEach((value, i) => expect(value).toBeCloseTo(next[i], 14));
  });
});
