import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { equilibriumAt, zero } from "./equilibria.js";

const reference = numbers["hodgkinHuxley (6.3 C, rest 0: ENa 115, EK -12, EL 10.613)"];
const scale1952 = hodgkinHuxley.preset("1952");

describe("Hodgkin-Huxley", () => {
  test("has the rate constants of 1952 at rest: n, m, h and their time constants to the digits of an independent computation", () => {
    const at = (name: string): number => scale1952.quantity(name, [0, 0, 0, 0]);
    expect([at("nInf"), at("mInf"), at("hInf")].map((x) => x.toFixed(6))).toEqual(["0.317677", "0.052932", "0.596121"]);
    expect([at("tauN"), at("tauM"), at("tauH")].map((x) => x.toFixed(4))).toEqual(["5.4586", "0.2368", "8.5160"]);
  });

  test("takes the limits 1 and 0.1 per ms of alpha_m and alpha_n where the printed formulas are 0/0", () => {
    expect(scale1952.quantity("alphaM", [25, 0, 0, 0])).toBe(1);
    expect(scale1952.quantity("alphaN", [10, 0, 0, 0])).toBe(0.1);
  });

  test("rests at V = 0.0036 mV with the gates of the reference, to 1e-10", () => {
    const V = zero((x) => equilibriumAt(scale1952, x).I, -1, 1);
    const rest = equilibriumAt(scale1952, V).state as Float64Array;
    reference.rest_I0.forEach((value, i) => expect(rest[i]).toBeCloseTo(value, 10));
  });

  test("has the same currents on both scales", () => {
    const state = { V: 40, m: 0.3, h: 0.4, n: 0.5 };
    const shifted = { ...state, V: state.V - 65 };
    // EL is −54.387 here and 10.613 there; the others differ by 65 mV exactly
    for (const current of ["INa", "IK", "IL"])
      expect(hodgkinHuxley.quantity(current, shifted)).toBeCloseTo(scale1952.quantity(current, state), 10);
  });

  test.each(reference.hopf)(
    "loses or regains its rest by an Andronov-Hopf bifurcation at I = $I, with eigenvalues ±i omega",
    ({ I, V, omega }) => {
      const { I: found, J } = equilibriumAt(scale1952, V);
      expect(found).toBeCloseTo(I, 9);
      const [c0, c1, c2, c3] = characteristicPolynomial(J);
      const scale = Math.abs(c0) + Math.abs(c2) * omega ** 2;
      // λ = iω: real and imaginary part of the polynomial vanish, to rounding in coefficients of very different size
      expect(Math.abs(omega ** 4 - c2 * omega ** 2 + c0) / scale).toBeLessThan(1e-9);
      expect(Math.abs(c1 * omega - c3 * omega ** 3) / scale).toBeLessThan(1e-9);
    },
  );

  test("fires once at a step of 2.2404 µA/cm² and not at 2.2402; for good from 6.262 on, not at 6.259", () => {
    const last = (I: number, duration: number): number =>
      simulate(scale1952, { duration, stimulus: step(I, 20), tolerance: 1e-8 }).spikes.at(-1) ?? 0;
    expect(last(2.2402, 100)).toBe(0);
    expect(last(2.2404, 100)).toBeGreaterThan(0);
    expect(last(6.259, 600)).toBeLessThan(450); // a long goodbye: the cycle has just gone
    expect(last(6.262, 600)).toBeGreaterThan(575); // one spike each 20 ms
  });

  test("rebounds from 20 ms of hyperpolarisation by 3 µA/cm², not by 2", () => {
    const spikes = (I: number): number =>
      simulate(hodgkinHuxley, { duration: 150, stimulus: step(I, 20, 40) }).spikes.length;
    expect(spikes(-2)).toBe(0);
    expect(spikes(-3)).toBe(1);
    expect(spikes(-10)).toBe(1);
  });

  test("is 3 times as fast at 16.3 °C as at 6.3 °C", () => {
    const state = [-40, 0.2, 0.4, 0.5];
    const [, ...cold] = hodgkinHuxley.field(state);
    const [, ...warm] = hodgkinHuxley.with({ T: 16.3 }).field(state);
    warm.forEach((rate, i) => expect(rate / cold[i]).toBeCloseTo(3, 12));
  });
});

/** Coefficients c0 … c3 of λ⁴ + c3 λ³ + c2 λ² + c1 λ + c0, by Faddeev and LeVerrier. */
function characteristicPolynomial(J: readonly (readonly number[])[]): number[] {
  const n = J.length;
  const coefficients: number[] = [];
  let M = J.map((row) => row.map(() => 0));
  let c = 1;
  for (let k = 1; k <= n; k++) {
    M = J.map((row, i) => row.map((_, j) => J[i].reduce((sum, x, l) => sum + x * M[l][j], 0) + (i === j ? c : 0)));
    c = -J.reduce((sum, row, i) => sum + row.reduce((part, x, l) => part + x * M[l][i], 0), 0) / k;
    coefficients.unshift(c);
  }
  return coefficients;
}
