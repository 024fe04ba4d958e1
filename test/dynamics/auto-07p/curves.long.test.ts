import { describe, expect, test } from "vitest";
import { bifurcationCurves, type ParameterPlane } from "../../../src/dynamics/two-parameter.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { morrisLecar } from "../../../src/models/morris-lecar.js";
import { autoCurve } from "./auto-curves.js";
import { autoDiagram, whyNoAuto } from "./auto.js";

if (whyNoAuto !== undefined) console.warn(`No curve is compared with AUTO's: ${whyNoAuto}.`);

/** The values of both parameters at the points of the curves of folds of cycles. */
const foldsOf = ({ curves, parameters: [first, second] }: ParameterPlane): [number, number][] =>
  curves
    .filter(({ kind }) => kind === "fold of cycles")
    .flatMap(({ values }) => Array.from(values[first], (a, k): [number, number] => [a, values[second][k]]));

describe.skipIf(whyNoAuto !== undefined)("curves of folds of cycles, and AUTO-07p's", () => {
  test("Hodgkin-Huxley in I and gK: the sheet that AUTO follows, to 1e-9 of the range", () => {
    const ranges = [
      [0, 180],
      [30, 50],
    ] as const;
    const plane = bifurcationCurves(hodgkinHuxley, ["I", "gK"], ranges);
    expect(plane.incomplete).toEqual([]);
    const ours = foldsOf(plane).filter((_, k) => k % 4 === 2);
    const theirs = autoCurve(
      hodgkinHuxley,
      "fold of cycles",
      ["I", "gK"],
      ranges,
      7.842,
      ours.map(([, gK]) => gK),
    ).points;
    const differences = ours.map(([I, gK]) =>
      Math.min(...theirs.map(([x, y]) => (Math.abs(y - gK) < 1e-6 ? Math.abs(x - I) : Infinity))),
    );
    // the other sheets are 0.04 uA/cm^2 away and more
    const same = differences.filter((d) => d < 0.02);
    expect(same.length).toBeGreaterThan(5);
    expect(Math.max(...same)).toBeLessThan(1e-9 * 180);
  });

  // AUTO's own curve leaves its fold along the canard: at 4.0495 mS/cm^2 it has 107.194, its branch 94.716946.
  test("Morris-Lecar in I and gCa: the folds of AUTO's branches of cycles at one gCa, to 1e-8 of the range", () => {
    const ranges = [
      [0, 250],
      [3, 5],
    ] as const;
    const ours = foldsOf(bifurcationCurves(morrisLecar, ["I", "gCa"], ranges));
    for (const I of [94.7, 236]) {
      const [at, gCa] = ours.reduce((best, one) => (Math.abs(one[0] - I) < Math.abs(best[0] - I) ? one : best));
      const { points } = autoDiagram(morrisLecar.with({ gCa }), "I", ranges[0], { longest: 0.02, intervals: 100 });
      const folds = points.filter(({ kind }) => kind === "fold of cycles");
      expect(Math.min(...folds.map(({ parameter }) => Math.abs(parameter - at)))).toBeLessThan(1e-8 * 250);
    }
  });
});
