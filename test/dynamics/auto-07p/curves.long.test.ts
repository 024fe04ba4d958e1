import { describe, expect, test } from "vitest";
import { bifurcationCurves, type ParameterPlane } from "../../../src/dynamics/two-parameter.js";
import type { BifurcationCurve } from "../../../src/dynamics/plane-curves.js";
import type { Model } from "../../../src/model/model.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { morrisLecar } from "../../../src/models/morris-lecar.js";
import { present } from "../present.js";
import { roessler } from "../roessler.js";
import { autoCurve, type CurveStart, type Ranges } from "./auto-curves.js";
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
      { kind: "fold of cycles", near: 7.842 },
      ["I", "gK"],
      ranges,
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

type Pair = readonly [number, number];

/**
 * How far our points on a curve, within a range of the second parameter, are from AUTO's at the same value of that, where
 * it passes it.
 */
function awayFromAuto(
  model: Model,
  parameters: readonly [string, string],
  ranges: Ranges,
  from: CurveStart,
  curve: BifurcationCurve,
  [lowest, highest]: Pair = ranges[1],
): number[] {
  const ours = Array.from(curve.values[parameters[0]], (a, k): Pair => [a, curve.values[parameters[1]][k]]).filter(
    ([, second]) => second > lowest && second < highest,
  );
  const { points } = autoCurve(
    model,
    from,
    parameters,
    ranges,
    ours.map(([, second]) => second),
  );
  return ours.flatMap(([first, second]) => {
    const there = points.filter(([, level]) => Math.abs(level - second) < 1e-6).map(([x]) => Math.abs(x - first));
    return there.length > 0 ? [Math.min(...there)] : [];
  });
}

describe.skipIf(whyNoAuto !== undefined)("curves of period doublings and homoclinic orbits, and AUTO-07p's", () => {
  test("Roessler's first period doubling in a and c, to 1e-6 of the range", () => {
    const ranges = [
      [0, 0.3],
      [2, 5],
    ] as const;
    const model = roessler.with({ c: 3 });
    const { curves } = bifurcationCurves(model, ["a", "c"], ranges);
    const [curve] = curves
      .filter(({ kind }) => kind === "period doubling")
      .sort((one, other) => present(one.period)[0] - present(other.period)[0]);
    const middle = curve.values.c.length >> 1;
    const start = { kind: "period doubling", near: curve.values.a[middle] } as const;
    const off = awayFromAuto(model.with({ c: curve.values.c[middle] }), ["a", "c"], ranges, start, curve);
    expect(off.length).toBeGreaterThan(20);
    expect(Math.max(...off)).toBeLessThan(1e-6 * 0.3);
  });

  test("Morris-Lecar's homoclinic orbits in I and φ, which end in saddle-node loops: to 1e-9 of the range", () => {
    const ranges = [
      [-20, 150],
      [0.01, 0.4],
    ] as const;
    const model = morrisLecar.preset("saddle-node on invariant circle");
    const plane = bifurcationCurves(model, ["I", "phi"], ranges);
    const homoclinics = plane.curves.filter(({ kind }) => kind === "saddle homoclinic");
    expect(homoclinics.length).toBe(2);
    for (const curve of homoclinics) {
      const start = { period: present(curve.period)[0] };
      const phi = curve.values.phi[2 * Math.floor(curve.values.phi.length / 4) + 1];
      // at 0.3909620 is the Bogdanov-Takens point, by which both turn, and AUTO has one of two passages alone
      const off = awayFromAuto(model.with({ phi }), ["I", "phi"], ranges, start, curve, [0, 0.3909]);
      expect(off.length).toBeGreaterThan(curve.values.phi.length / 2);
      expect(Math.max(...off)).toBeLessThan(1e-9 * 170);
    }
    // near their ends the eigenvalue next to 0 is small, and a cycle of this period only comes near the orbit
    const loops = plane.points.filter(({ kind }) => kind === "saddle-node loop").map(({ values }) => values.phi);
    const ends = homoclinics.map(({ values }) =>
      Math.min(...loops.map((phi) => Math.min(...values.phi.map((v) => Math.abs(v - phi))))),
    );
    expect(Math.max(...ends)).toBeLessThan(0.01 * 0.4 + 1e-3);
  });
});
