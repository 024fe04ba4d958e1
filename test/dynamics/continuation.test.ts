import { describe, expect, test } from "vitest";
import { branchFrom, branchThrough, type Branch } from "../../src/dynamics/continuation/branch.js";
import { closes, curveSteps, tangentAt, type CurveEquations } from "../../src/dynamics/continuation/curve.js";
import type { CurvePoint } from "../../src/dynamics/continuation/curve.js";
import type { ContinuationProblem, TestFunction } from "../../src/dynamics/continuation/problem.js";

type Problem = ContinuationProblem<CurvePoint, string, "outside">;

/** The curve g(x, y) = 0 in a box |x|, |y| ≤ 2. */
function planeCurve(
  g: (x: number, y: number) => readonly [value: number, dx: number, dy: number],
  tests: Readonly<Record<string, TestFunction<CurvePoint>>> = {},
): Problem & { readonly curve: CurveEquations } {
  const curve: CurveEquations = {
    size: 2,
    residual: ([x, y], out) => out.set(g(x, y).slice(0, 1)),
    jacobian: ([x, y], out) => out.set(g(x, y).slice(1)),
  };
  return {
    curve,
    ...curveSteps(curve, 0.05, (point) => point),
    precision: 1e-14,
    tests,
    stop(progress) {
      const { z } = progress.points[progress.points.length - 1];
      if (z.some((v) => Math.abs(v) > 2)) return { end: "outside", last: [] };
      return closes(progress, 0.05) ? { end: "closed" } : undefined;
    },
  };
}

const start = ({ curve }: { readonly curve: CurveEquations }, x: number, y: number): CurvePoint => {
  const z = Float64Array.of(x, y);
  return { z, tangent: tangentAt(curve, z, Float64Array.of(0, 1)) };
};

const circle = (x: number, y: number): readonly [number, number, number] => [x * x + y * y - 1, 2 * x, 2 * y];
const found = ({ special }: Branch<CurvePoint, string, string>): readonly [string, number, number][] =>
  special.map(({ test: name, point }) => [name, point.z[0], point.z[1]]);

describe("the continuation engine, on curves whose points are known", () => {
  test("a circle closes, every point on it; where x turns back and where x = y are found to rounding", () => {
    const problem = planeCurve(circle, {
      fold: { value: ({ tangent }) => tangent[0] },
      diagonal: { value: ({ z }) => z[0] - z[1] },
    });
    const branch = branchThrough(problem, start(problem, 0, 1));
    expect(branch.ends).toEqual(["closed", "closed"]);
    for (const { z } of branch.points) expect(Math.hypot(...z)).toBeCloseTo(1, 14);
    const folds = found(branch).filter(([name]) => name === "fold");
    expect(folds.map(([, x]) => Math.round(x)).sort()).toEqual([-1, 1]);
    for (const [, , y] of folds) expect(y).toBeCloseTo(0, 12);
    const diagonal = found(branch).filter(([name]) => name === "diagonal");
    expect(diagonal.length).toBe(2);
    for (const [, x] of diagonal) expect(Math.abs(x)).toBeCloseTo(Math.SQRT1_2, 13);
  });

  test("both ways from the middle, a parabola leaves the box at both ends, and what is found lies in order", () => {
    const problem = planeCurve((x, y) => [x - y * y, 1, -2 * y], {
      fold: { value: ({ tangent }) => tangent[0] },
      high: { value: ({ z }) => z[1] - 1 },
      low: { value: ({ z }) => z[1] + 1 },
    });
    const branch = branchThrough(problem, start(problem, 0.25, 0.5));
    expect(branch.ends).toEqual(["outside", "outside"]);
    expect(branch.special.map(({ test: name }) => name)).toEqual(["low", "fold", "high"]);
    const ys = branch.points.map(({ z }) => z[1]);
    expect([...ys].sort((a, b) => a - b)).toEqual(ys);
    for (const { located, before, after, point } of branch.special) {
      expect(located).toBe(true);
      expect(before.z[1]).toBeLessThanOrEqual(point.z[1]);
      expect(after.z[1]).toBeGreaterThanOrEqual(point.z[1]);
    }
  });

  test("two zeros between neighbours of the same sign are found where they are asked for", () => {
    const near = ({ z }: CurvePoint): number => (z[1] - 0.31) ** 2 - 1e-6;
    for (const pairs of [true, false]) {
      const problem = planeCurve((x, _) => [x, 1, 0], { near: { value: near, pairs } });
      const branch = branchThrough(problem, start(problem, 0, 0));
      expect(found(branch).map(([, , y]) => Number(y.toFixed(9)))).toEqual(pairs ? [0.309, 0.311] : []);
    }
  });

  test("a jump of a test function is no zero: its residual says so; a change that rounding could make stays unlocated", () => {
    const problem = planeCurve((x, _) => [x, 1, 0], {
      jump: { value: ({ z }) => (z[1] > 0.3 ? 1 : -1) },
      pole: { value: ({ z }) => 1 / (z[1] - 0.3), counts: () => false },
      rounding: { value: ({ z }) => z[1] - 0.3, resolved: () => false },
    });
    const { special } = branchThrough(problem, start(problem, 0, 0));
    const located = Object.fromEntries(special.map((one) => [one.test, one.located]));
    expect(located).toEqual({ jump: true, rounding: false });
    expect(special.every(({ residual }) => residual === 1)).toBe(true);
  });

  test("a branch is left where the corrector fails at every length, and where its work is spent", () => {
    const wall = planeCurve((x, _) => [x, 1, 0]);
    const blocked: Problem = {
      ...wall,
      advance: (from, distance) => (from.z[1] + distance > 1 ? undefined : wall.advance(from, distance)),
    };
    const { ends, points } = branchFrom(blocked, start(wall, 0, 0));
    expect(ends).toEqual(["start", "step too small"]);
    expect(points[points.length - 1].z[1]).toBeGreaterThan(1 - 1e-6);

    const counter = { done: 0 };
    const dear: Problem = {
      ...wall,
      advance: (from, distance) => {
        counter.done++;
        return wall.advance(from, distance);
      },
      steps: { ...wall.steps, work: { counter, most: 20 } },
    };
    const left = branchThrough(dear, start(wall, 0, 0));
    expect(left.ends).toEqual(["too much work", "too much work"]);
    expect(counter.done).toBe(16); // 11 of 20 one way; the other, 5 of the 9 that are left
  });

  test("what a finer problem gives stands in place of what the coarse one found", () => {
    const problem = planeCurve((x, _) => [x, 1, 0], { level: { value: ({ z }) => z[1] - 0.3 } });
    const rough: Problem = { ...problem, precision: 0.1, finer: { between: problem.between, precision: 1e-14 } };
    const [{ point }] = branchThrough(rough, start(problem, 0, 0)).special;
    expect(point.z[1]).toBeCloseTo(0.3, 15);
  });
});
