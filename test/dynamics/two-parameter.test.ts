import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { bifurcationCurves, type ParameterPlane } from "../../src/dynamics/two-parameter.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { pure } from "./normal-forms.js";
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
    );
    expect(pointsOf(plane)).toEqual(["Bogdanov-Takens"]);
    expect(Math.hypot(plane.points[0].values.beta, plane.points[0].values.nu)).toBeLessThan(1e-6);
    const hopf = present(plane.curves.find(({ kind }) => kind === "Andronov-Hopf"));
    hopf.values.beta.forEach((beta) => expect(beta).toBeCloseTo(0, 9));
    expect(Math.max(...hopf.values.nu)).toBeLessThan(0.02);
    expect(present(hopf.lyapunov).every((l1) => l1 < 0)).toBe(true);
  });

  test("Bautin: r′ = r(μ + sr² − r⁴) changes from super- to subcritical at s = 0", () => {
    const r2 = "(x^2 + y^2)",
      radial = `(mu + s*${r2} - ${r2}^2)`;
    const plane = bifurcationCurves(
      pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { mu: 0.1, s: 0.3 }, [-2, 2], [-1, 1]),
      ["mu", "s"],
    );
    expect(pointsOf(plane)).toEqual(["Bautin"]);
    expect(plane.points[0].values.s).toBeCloseTo(0, 9);
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
