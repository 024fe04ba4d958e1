import { describe, expect, test } from "vitest";
import { bifurcationCurves, type ParameterPlane } from "../../src/dynamics/two-parameter.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Model } from "../../src/model/model.js";
import { pure } from "./normal-forms.js";
import { present } from "./present.js";

const pointsOf = ({ points }: ParameterPlane): string[] => points.map(({ kind }) => kind).sort();
/** The least and the greatest value of a parameter along the curves of a kind. */
const along = ({ curves }: ParameterPlane, kind: string, name: string): number[] => {
  const values = curves.filter((curve) => curve.kind === kind).flatMap((curve) => [...curve.values[name]]);
  return [Math.min(...values), Math.max(...values)];
};

describe("saddle-nodes on invariant circles in two parameters, and where they leave them", () => {
  // a (x − x², y − 3xy/2) + (y, x − 3x²/2) keeps the loop x²(1 − x) = y²: at its knot the eigenvalues are a + 1 along the
  // way out and a − 1 along the way in. At a = −1 it is a saddle-node, and the loop comes back along the strong direction.
  const loop = pure(
    { x: "c + a*(x - x^2) + y", y: "a*(y - 1.5*x*y) + x - 1.5*x^2" },
    { c: 0, a: -0.9 },
    [-1, 2],
    [-1.5, 0.3],
  );
  const window = [
    [-0.1, 0.1],
    [-1.5, -0.5],
  ] as const;

  test("the loop x²(1 − x) = y² through a saddle-node at a = −1: a circle below, homoclinic orbits at c = 0 above", () => {
    const plane = bifurcationCurves(loop, ["c", "a"], window);
    expect(plane.incomplete).toEqual([]);
    expect(pointsOf(plane)).toEqual(["saddle-node loop"]);
    const [{ values, state: place, status }] = plane.points;
    expect(status).toBe("refined");
    for (const zero of [values.a + 1, values.c, place.x, place.y]) expect(Math.abs(zero)).toBeLessThan(3e-9);
    expect(along(plane, "saddle-node on invariant circle", "a")[1]).toBe(values.a);
    expect(along(plane, "saddle-node", "a")[0]).toBe(values.a);
    const homoclinics = present(plane.curves.find(({ kind }) => kind === "saddle homoclinic"));
    homoclinics.values.c.forEach((c) => expect(Math.abs(c)).toBeLessThan(1e-9));
    expect(Math.min(...homoclinics.values.a)).toBeLessThan(-0.98);
  });

  test("the order of the parameters, their ranges and the present values change nothing", () => {
    const turned = bifurcationCurves(
      loop.with({ a: -1.2 }),
      ["a", "c"],
      [
        [-1.6, -0.45],
        [-0.07, 0.12],
      ],
    );
    expect(pointsOf(turned)).toEqual(["saddle-node loop"]);
    expect(Math.abs(turned.points[0].values.a + 1)).toBeLessThan(3e-9);
    expect(new Set(turned.curves.map(({ kind }) => kind))).toEqual(
      new Set(["saddle-node on invariant circle", "saddle-node", "saddle homoclinic"]),
    );
  });

  /** On the unit circle, which attracts, θ′ is what is given. */
  const onCircle = (rate: string, parameters: Readonly<Record<string, number>>): Model =>
    pure(
      { x: `x*(1 - x^2 - y^2) - y*(${rate})`, y: `y*(1 - x^2 - y^2) + x*(${rate})` },
      parameters,
      [-1.5, 1.5],
      [-0.5, 0.5],
    );

  test("θ′ = 1 − (1 + b²)x + a is on its circle all along, and has no loop", () => {
    const plane = bifurcationCurves(onCircle("1 - (1 + b^2)*x + a", { a: 0.1, b: 0.1 }), ["a", "b"]);
    expect(plane.points).toEqual([]);
    expect(plane.curves.map(({ kind }) => kind)).toEqual(["saddle-node on invariant circle"]);
    const [{ values }] = plane.curves;
    values.a.forEach((a, k) => expect(a).toBeCloseTo(values.b[k] ** 2, 9));
  });

  test("θ′ = (1 − x + a)(1 + x − b) leaves its circle at a second pair of equilibria: a stretch ends, and no loop", () => {
    const plane = bifurcationCurves(onCircle("(1 - x + a)*(1 + x - b)", { a: 0.1, b: -0.1 }), ["a", "b"]);
    expect(pointsOf(plane)).toEqual([]);
    const least = (kind: string, fixed: string, free: string): number[] =>
      plane.curves
        .filter((curve) => curve.kind === kind && Math.abs(curve.values[fixed][0]) < 1e-6)
        .flatMap(({ values }) => [...values[free]]);
    const tolerance = 0.03; // a step of the curve
    expect(Math.max(...least("saddle-node on invariant circle", "a", "b"))).toBeLessThan(tolerance);
    expect(Math.min(...least("saddle-node", "a", "b"))).toBeGreaterThan(-tolerance);
    expect(Math.min(...least("saddle-node on invariant circle", "b", "a"))).toBeGreaterThan(-tolerance);
    expect(Math.max(...least("saddle-node", "b", "a"))).toBeLessThan(tolerance);
  });

  test("x′ = a + bx − x³, y′ = −y goes from its saddle-node to the other equilibrium: on no circle anywhere", () => {
    const plane = bifurcationCurves(
      pure({ x: "a + b*x - x^3", y: "-y" }, { a: 0.1, b: 1 }),
      ["a", "b"],
      [
        [-1, 1],
        [-1, 1.5],
      ],
    );
    expect(pointsOf(plane)).toEqual(["cusp"]);
    expect(plane.curves.map(({ kind }) => kind)).toEqual(["saddle-node"]);
  });

  test("v′ = v² + I with a reset to c is on a circle for c < 0: the reset meets the saddle-node at c = 0", () => {
    const quadratic = defineModel({
      name: "quadratic integrate-and-fire",
      source: "Ermentrout & Kopell (1986) SIAM J. Appl. Math. 46, 233",
      equations: "dv/dt = v^2 + I [1/ms]",
      states: { v: state(-1, "1", [-5, 10]) },
      parameters: { I: [0.5, "1", [-1, 1]], c: [-1, "1", [-3, 3]] },
      input: "I",
      threshold: "v >= 10",
      reset: "v = c",
    }) as Model;
    const plane = bifurcationCurves(quadratic, ["I", "c"]);
    expect(pointsOf(plane)).toEqual(["saddle-node loop"]);
    expect(plane.points[0].values.c).toBeCloseTo(0, 8);
    expect(along(plane, "saddle-node on invariant circle", "c")[0]).toBeLessThan(-2.8);
    expect(along(plane, "saddle-node", "c")[1]).toBeGreaterThan(2.8);
  });
});

/** Runge and Kutta's fourth-order step, written here so that the solver has no say. */
function step(field: (y: number[]) => number[], y: number[], dt: number): number[] {
  const plus = (k: number[], share: number): number[] => y.map((v, i) => v + share * dt * k[i]);
  const a = field(y),
    b = field(plus(a, 0.5)),
    c = field(plus(b, 0.5)),
    d = field(plus(c, 1));
  return y.map((v, i) => v + (dt / 6) * (a[i] + 2 * b[i] + 2 * c[i] + d[i]));
}

test("I_Na,p + I_K: at the loop, the way out of the saddle-node meets its strong way in, by shooting both to V = −40 mV", () => {
  const plane = bifurcationCurves(
    persistentSodiumPotassium,
    ["I", "tau"],
    [
      [-5, 60],
      [0.1, 1.2],
    ],
  );
  const loop = present(plane.points.find(({ kind }) => kind === "saddle-node loop"));
  const section = -40;
  /** n where an orbit crosses V = −40 mV downward. */
  const meets = (model: Model, from: number[], dt: number): number => {
    const field = (at: number[]): number[] => Array.from(model.field(at));
    let y = from;
    for (let k = 0; k < 4e6; k++) {
      const next = step(field, y, dt);
      const [before, after] = dt > 0 ? [y, next] : [next, y];
      if (before[0] > section && after[0] <= section) {
        let [low, high] = [0, dt];
        for (let n = 0; n < 60; n++) {
          const middle = (low + high) / 2;
          if (step(field, y, middle)[0] > section === dt > 0) low = middle;
          else high = middle;
        }
        return step(field, y, low)[1];
      }
      y = next;
    }
    throw new Error("the section is not met");
  };
  const gap = (tau: number): number => {
    const model = persistentSodiumPotassium.with({ I: loop.values.I, tau }) as Model;
    const { V, n } = loop.state;
    const rate = 1 / tau;
    const slope = (model.field([V + 1e-3, n])[1] - model.field([V - 1e-3, n])[1]) / 2e-3 / rate; // dn∞/dV
    const far = (model.field([V, n + 1e-6])[0] - model.field([V, n - 1e-6])[0]) / 2e-6;
    // V' has the derivatives (a, far), n' (slope, −1)/τ, of determinant 0: a = −far·slope, and the strong eigenvalue is
    // a − 1/τ, of the direction (far, −1/τ)
    const way = [far, -rate];
    const centre = [1, slope];
    const out = meets(model, [V + 0.05, n + 0.05 * centre[1]], 1e-3);
    const back = meets(model, [V + 1e-5, n + (1e-5 * way[1]) / way[0]], -1e-3);
    return out - back;
  };
  const off = 1e-5;
  const [below, above] = [gap(loop.values.tau - off), gap(loop.values.tau + off)];
  expect(below * above).toBeLessThan(0);
  expect(Math.abs((below * 2 * off) / (below - above) - off)).toBeLessThan(1e-7);
});
