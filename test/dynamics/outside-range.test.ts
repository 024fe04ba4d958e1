import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import type { Model } from "../../src/model/model.js";
import { pure } from "./normal-forms.js";

type Range = readonly [number, number];

/** Lorenz's equations: unstable cycles born at r = 24.74 end in a homoclinic orbit at 13.926557407. */
const lorenz = (sign: 1 | -1): Model =>
  pure({ x: "10*(y - x)", y: `(${sign}*p)*x - y - x*z`, z: "x*y - 8/3*z" }, { p: sign * 15 }, [-40, 60], [-100, 100]);

/** ṙ = r (p + 3 r² − 3 r⁴ + 0.8 r⁶), ż = z: cycles that no trajectory goes to, and that turn at −0.905 and −0.345. */
const folds = (sign: 1 | -1): Model => {
  const radial = `(${sign}*p + 3*(x^2 + y^2) - 3*(x^2 + y^2)^2 + 0.8*(x^2 + y^2)^3)`;
  return pure({ x: `${radial}*x - 5*y`, y: `${radial}*y + 5*x`, z: "z" }, { p: 0 }, [-3, 3], [-3, 3]);
};

describe("cycles that come into the range from outside", () => {
  test.each([
    [6.9, 21.3],
    [13, 18],
    [13.5, 24.7],
  ] as Range[])("born at a Hopf point beyond its end: Lorenz's over %d to %d, from either side", (low, high) => {
    for (const sign of [1, -1] as const) {
      const { points, incomplete } = bifurcations(lorenz(sign), "p", sign > 0 ? [low, high] : [-high, -low]);
      expect(incomplete).toEqual([]);
      const found = points.filter(({ kind }) => kind === "saddle homoclinic").map((p) => sign * p.parameter);
      expect(found).toEqual([expect.closeTo(13.926557407, 7)]);
    }
  });

  test("that left it and turn back: no fold of cycles inside a part of the range is lost", () => {
    for (const sign of [1, -1] as const) {
      const over = (low: number, high: number): number[] =>
        bifurcations(folds(sign), "p", sign > 0 ? [low, high] : [-high, -low])
          .points.filter(({ kind }) => kind === "fold of cycles")
          .map((point) => sign * point.parameter)
          .sort((a, b) => a - b);
      const whole = over(-2, 2);
      expect(whole).toEqual([expect.closeTo(-0.9045085, 6), expect.closeTo(-0.3454915, 6)]); // dp/dr² = 0
      const [first, second] = whole;
      const part = (low: number, high: number): number[] => whole.filter((at) => at > low && at < high);
      for (const [low, high] of [
        [first + 0.05, 2],
        [-2, second - 0.05],
        [(first + second) / 2, second + 0.1],
        [first - 0.1, (first + second) / 2],
      ])
        expect(over(low, high), `over ${low} to ${high}`).toEqual(part(low, high).map((at) => expect.closeTo(at, 6)));
    }
  });
});
