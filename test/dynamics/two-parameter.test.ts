import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { bifurcationCurves, type ParameterPlane } from "../../src/dynamics/two-parameter.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { confirmed } from "../../src/dynamics/cycles/cycle-search.js";
import { cyclePoints, drawnCycles } from "../../src/dynamics/cycles/curves/drawn-curves.js";
import { cycleCurves } from "../../src/dynamics/cycles/curves/cycle-curves.js";
import { branchThroughCycle } from "../../src/dynamics/cycles/limit-cycle-branch.js";
import { settle } from "../../src/dynamics/cycles/settle.js";
import { vectorFieldFamily } from "../../src/dynamics/system/vector-field-family.js";
import type { Model } from "../../src/model/model.js";
import { moebius, pure } from "./normal-forms.js";
import { present } from "./present.js";

const pointsOf = ({ points }: ParameterPlane): string[] => points.map(({ kind }) => kind).sort();

describe("bifurcation curves in two parameters", () => {
  test("the cusp x′ = a + bx − x³: a saddle-node curve 27a² = 4b³ with its point at 0", () => {
    const plane = bifurcationCurves(
      pure({ x: "a + b*x - x^3" }, { a: 0.1, b: 1 }),
      ["a", "b"],
      [
        [-1, 1],
        [-1, 1.5],
      ],
      { cycles: false },
    );
    expect(pointsOf(plane)).toEqual(["cusp"]);
    expect(plane.points[0].values.a).toBeCloseTo(0, 9);
    expect(plane.points[0].values.b).toBeCloseTo(0, 6);
    expect(plane.curves.map(({ kind }) => kind)).toEqual(["saddle-node"]);
    const { a, b } = plane.curves[0].values;
    a.forEach((value, k) => expect(27 * value ** 2).toBeCloseTo(4 * b[k] ** 3, 9));
  });

  test("Bogdanov-Takens: 4β = ν² and β = 0 for ν < 0 meet at the origin, where the Hopf curve ends", () => {
    const plane = bifurcationCurves(
      pure({ x: "y", y: "beta + nu*x + x^2 - x*y" }, { beta: 0, nu: -0.3 }, [-1, 1], [-0.5, 0.5]),
      ["beta", "nu"],
      undefined,
      { cycles: false },
    );
    expect(pointsOf(plane)).toEqual(["Bogdanov-Takens"]);
    expect(Math.hypot(plane.points[0].values.beta, plane.points[0].values.nu)).toBeLessThan(1e-6);
    const hopf = present(plane.curves.find(({ kind }) => kind === "Andronov-Hopf"));
    hopf.values.beta.forEach((beta) => expect(beta).toBeCloseTo(0, 9));
    expect(Math.max(...hopf.values.nu)).toBeLessThan(0.02);
    expect(present(hopf.lyapunov).every((l1) => l1 < 0)).toBe(true);
  });

  test("Bautin: r′ = r(μ + sr² − r⁴) is subcritical for s > 0, where cycles fold along μ = −s²/4, r² = s/2", () => {
    const r2 = "(x^2 + y^2)",
      radial = `(mu + s*${r2} - ${r2}^2)`;
    const plane = bifurcationCurves(
      pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { mu: 0.1, s: 0.3 }, [-2, 2], [-1, 1]),
      ["mu", "s"],
    );
    expect(pointsOf(plane)).toEqual(["Bautin"]);
    expect(plane.points[0].values.s).toBeCloseTo(0, 9);
    expect(plane.incomplete).toEqual([]);
    const [folds, ...others] = plane.curves.filter(({ kind }) => kind !== "Andronov-Hopf");
    expect(others).toEqual([]);
    expect(folds.kind).toBe("fold of cycles");
    const { mu, s } = folds.values;
    expect(Math.min(...s)).toBeLessThan(0.01); // from the Bautin point itself
    expect(Math.max(...s)).toBeGreaterThan(0.9);
    s.forEach((value, k) => {
      expect(Math.abs(mu[k] + value ** 2 / 4)).toBeLessThan(1e-12);
      expect(folds.states.x[k]).toBeCloseTo(Math.sqrt(value / 2), 6);
    });
    expect(present(folds.period).every((T) => Math.abs(T - 2 * Math.PI) < 1e-9)).toBe(true);
  });

  test("I_Na,p + I_K near its Bogdanov-Takens point: fold and Hopf meet at I = 5.0, half-activation −31.6", () => {
    // models.md, 4.4: E_L −79.42, k_n 7; V = −58.06 there.
    const model = persistentSodiumPotassium.with({ EL: -79.42, kn: 7 });
    const plane = bifurcationCurves(
      model,
      ["I", "Vn"],
      [
        [-20, 60],
        [-50, -20],
      ],
      { cycles: false },
    );
    const meeting = present(plane.points.find(({ kind }) => kind === "Bogdanov-Takens"));
    expect(meeting.status).toBe("refined");
    expect(meeting.values.Vn).toBeCloseTo(-31.64, 1);
    expect(meeting.state.V).toBeCloseTo(-58.06, 2);
    // The curves are made of what one parameter finds.
    const { points } = bifurcations(model.with({ Vn: -40 }), "I", [-20, 60]);
    const hopf = present(points.find(({ kind }) => kind.endsWith("Hopf")));
    const curve = plane.curves
      .filter(({ kind }) => kind === "Andronov-Hopf")
      .flatMap(({ values }) => Array.from(values.Vn, (v, k) => [v, values.I[k]]));
    const nearest = curve.reduce((best, point) => (Math.abs(point[0] + 40) < Math.abs(best[0] + 40) ? point : best));
    expect(Math.abs(nearest[1] - hopf.parameter)).toBeLessThan(1.5);
  });
});

/** The curves of cycles through what happens on the branch of the one cycle, along the first parameter. */
function curvesThroughBranch(
  model: Model,
  [first, second]: readonly [string, string],
  [at, ...start]: readonly number[],
  ranges: readonly [readonly [number, number], readonly [number, number]],
) {
  const family = vectorFieldFamily(model, [first], [ranges[0]]);
  const fate = settle(
    family,
    Float64Array.from([...start, at], (v, i) => v / family.scale[i]),
  );
  if (fate.kind !== "cycle") throw new Error(fate.kind);
  const range = ranges[0].map((v) => v / family.scale[family.n]) as [number, number];
  const branch = branchThroughCycle(family, present(confirmed(family, fate.orbit)), range);
  const plane = vectorFieldFamily(model, [first, second], ranges);
  const level = model.vector[model.parameterNames.indexOf(second)];
  const incomplete: string[] = [];
  const followed = cycleCurves(
    plane,
    { bautin: [], homoclinicEnds: [] },
    [{ varied: 0, level, family, cycles: [branch] }],
    ranges,
    incomplete,
  );
  return {
    special: followed.flatMap((curve) => curve.special),
    points: followed.flatMap((curve) => cyclePoints(plane, curve)),
    curves: followed.map((c) => drawnCycles(plane, c)),
    incomplete,
  };
}

describe("curves of bifurcating cycles", () => {
  const window = [
    [-1, 1],
    [-1, 1],
  ] as const;

  test("a cusp of cycles, r′ = r(a + bw − w³) with w = r² − 1: folds along 27a² = 4b³ that meet at 0", () => {
    const w = "(x^2 + y^2 - 1)",
      radial = `(a + b*${w} - ${w}^3)`;
    const model = pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { a: -0.3, b: 0.5 }, [-2, 2], [-1, 1]);
    const { curves, special, incomplete } = curvesThroughBranch(model, ["a", "b"], [-0.3, 1, 0], window);
    expect(incomplete).toEqual([]);
    expect(curves.map(({ kind }) => kind)).toEqual(["fold of cycles"]);
    const [{ values }] = curves;
    values.a.forEach((a, k) => expect(Math.abs(27 * a ** 2 - 4 * values.b[k] ** 3)).toBeLessThan(1e-10));
    expect(Math.min(...values.a) * Math.max(...values.a)).toBeLessThan(0);
    expect(special.map(({ test: name }) => name)).toEqual(["cusp of cycles"]);
    expect(special[0].point.cycle.orbit.second).toBeCloseTo(0, 5);
  });

  test("period doubling where the band twists: multiplier −e^{2π(a − b²)}, so along a = b², without a cusp", () => {
    const { curves, special, incomplete } = curvesThroughBranch(
      moebius.with({ b: 0.3 }),
      ["a", "b"],
      [-0.2, 1.01, 0, 0.02],
      window,
    );
    expect(incomplete).toEqual([]);
    expect(special).toEqual([]);
    expect(curves.map(({ kind }) => kind)).toEqual(["period doubling"]);
    const [{ values }] = curves;
    values.b.forEach((b, k) => expect(Math.abs(values.a[k] - b ** 2)).toBeLessThan(1e-7));
    expect(Math.min(...values.b)).toBeLessThan(-0.9);
    expect(Math.max(...values.b)).toBeGreaterThan(0.9);
  });

  test("a torus: across the circle the multipliers are e^{2π(a − b²) ± 2πiω}, so along a = b², ω = b/2 + 0.29", () => {
    const r = "sqrt(x^2 + y^2)",
      u = `(${r} - 1)`,
      s = `(${u}^2 + z^2)`,
      turn = "(b/2 + 0.29)",
      outward = `((a - b^2)*${u} - ${turn}*z - ${u}*${s})`;
    const model = pure(
      {
        x: `${outward}*x/${r} - y`,
        y: `${outward}*y/${r} + x`,
        z: `(a - b^2)*z + ${turn}*${u} - z*${s}`,
      },
      { a: -0.2, b: 0.3 },
      [-2, 2],
      [-1, 1],
    );
    const { curves, special, incomplete } = curvesThroughBranch(
      model,
      ["a", "b"],
      [-0.2, 1.01, 0, 0.02],
      [
        [-0.5, 0.5],
        [-0.15, 0.3],
      ],
    );
    expect(incomplete).toEqual([]);
    expect(curves.map(({ kind }) => kind)).toEqual(["Neimark-Sacker"]);
    const [{ values }] = curves;
    values.b.forEach((b, k) => expect(Math.abs(values.a[k] - b ** 2)).toBeLessThan(1e-7));
    expect([Math.min(...values.b) < -0.1, Math.max(...values.b) > 0.29]).toEqual([true, true]);
    const at = special.map(({ test: name, point }): [string, number] => [name, 0.5 * point.cycle.orbit.second]);
    expect(at.sort()).toEqual([
      ["1:3 resonance", expect.closeTo(2 * (1 / 3 - 0.29), 6)],
      ["1:4 resonance", expect.closeTo(2 * (1 / 4 - 0.29), 6)],
    ]);
  });

  test("where the exponents a ± √(−b) across the circle become real, the tori end: a 1:1 resonance at b = 0", () => {
    const r = "sqrt(x^2 + y^2)",
      u = `(${r} - 1)`,
      outward = `(a*${u} - b*z - ${u}*(${u}^2 + z^2))`;
    const model = pure(
      { x: `${outward}*x/${r} - y`, y: `${outward}*y/${r} + x`, z: `a*z + ${u} - z*(${u}^2 + z^2)` },
      { a: -0.2, b: 0.05 },
      [-2, 2],
      [-0.5, 0.5],
    );
    const { curves, points, special, incomplete } = curvesThroughBranch(
      model,
      ["a", "b"],
      [-0.2, 1.01, 0, 0.02],
      [
        [-0.5, 0.5],
        [-0.3, 0.06],
      ],
    );
    expect([incomplete, special]).toEqual([[], []]);
    expect(curves.map(({ kind }) => kind)).toEqual(["Neimark-Sacker"]);
    expect(Math.max(...curves[0].values.a.map(Math.abs))).toBeLessThan(1e-7);
    expect(points.map(({ kind, status }) => [kind, status])).toEqual([["1:1 resonance", "bracketed"]]);
    expect(Math.abs(points[0].values.b)).toBeLessThan(1e-3);
  });

  test("r′ = r(a + b − w) with w = r² − 1 has neither fold nor doubling, so no curve", () => {
    const radial = "(a + b + 1 - x^2 - y^2)";
    const model = pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { a: 0.1, b: 0.3 }, [-2, 2], [-0.5, 1]);
    expect(curvesThroughBranch(model, ["a", "b"], [0.1, 1, 0], window)).toEqual({
      special: [],
      points: [],
      curves: [],
      incomplete: [],
    });
  });

  test("the loop x²(1 − x) = y² of Sandstede's field: homoclinic where m = a²/4, its saddle neutral at a = 0", () => {
    const mu = "(m - a^2/4)";
    const model = pure(
      { x: `a*x + y - a*x^2 + ${mu}*x*(2 - 3*x)`, y: `x + a*y - 1.5*x^2 - 1.5*a*x*y - ${mu}*2*y` },
      { m: 0, a: -0.4 },
      [-1, 2],
      [-0.3, 0.3],
    );
    const plane = [
      [-0.3, 0.3],
      [-0.8, 0.8],
    ] as const;
    const { curves, special, incomplete } = curvesThroughBranch(model, ["m", "a"], [0.055, 0.8, 0.09], plane);
    expect(incomplete).toEqual([]);
    expect(curves.map(({ kind }) => kind)).toEqual(["saddle homoclinic"]);
    const [{ values, period }] = curves;
    // the eigenvalues are a ± 1
    values.a.forEach((a, k) =>
      expect(Math.abs(values.m[k] - a ** 2 / 4)).toBeLessThan(1e-9 + Math.exp(-(1 - Math.abs(a)) * period[0])),
    );
    expect(Math.min(...values.a)).toBeLessThan(-0.7);
    expect(Math.max(...values.a)).toBeGreaterThan(0.7);
    expect(period.every((T) => Math.abs(T / period[0] - 1) < 1e-7)).toBe(true);
    expect(special.map(({ test: name }) => name)).toEqual(["neutral saddle loop"]);
    expect(special[0].point.cycle.orbit.second).toBeCloseTo(0, 9);
    const stable = curvesThroughBranch(model, ["m", "a"], [0.055, 0.8, 0.09], [plane[0], [-0.6, -0.2]]);
    expect(stable.curves.length).toBe(1);
    expect(stable.special).toEqual([]); // the saddle quantity keeps its sign
  });
});
