import { describe, expect, test } from "vitest";
import { eliminate, isOneCurve } from "../../src/dynamics/equilibria/elimination.js";
import { boxNear, equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { equilibriumBranches } from "../../src/dynamics/equilibria/equilibrium-branch.js";
import { vectorFieldFamily } from "../../src/dynamics/system/vector-field-family.js";
import { windowOf } from "../../src/dynamics/system/window.js";
import { equilibriumKinds } from "../../src/dynamics/system/kinds.js";
import { nullclines } from "../../src/dynamics/plane/nullclines.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../src/solve/simulate.js";
import numbers from "../reference/numbers.json" with { type: "json" };
import { pure, seeded } from "./normal-forms.js";

const kinds = (model: Parameters<typeof equilibria>[0]): string[] => equilibria(model).map(({ kind }) => kind);

describe("equilibria", () => {
  test("of Hodgkin-Huxley, I_Na,p and I_Na,p + I_K stand where 30 digits put them", () => {
    const [rest] = equilibria(hodgkinHuxley.preset("1952"));
    numbers["hodgkinHuxley (6.3 C, rest 0: ENa 115, EK -12, EL 10.613)"].rest_I0.forEach((value, i) =>
      expect(Object.values(rest.state)[i]).toBeCloseTo(value, 13),
    );
    const planar = equilibria(persistentSodiumPotassium);
    numbers["persistentSodiumPotassium, high threshold"].equilibria_tau1_I0.forEach(([V, n], k) => {
      expect(planar[k].state.V).toBeCloseTo(V, 12);
      expect(planar[k].state.n).toBeCloseTo(n, 14);
    });
    expect(planar.map(({ kind }) => kind)).toEqual(["stable node", "saddle", "unstable focus"]);
    const line = equilibria(persistentSodium.preset("without reset"));
    numbers["persistentSodium (1-D)"].equilibria_I0.forEach((V, k) => expect(line[k].state.V).toBeCloseTo(V, 11));
    expect(line.map(({ kind }) => kind)).toEqual(["stable node", "unstable node", "stable node"]);
  });

  test("the membrane potential is the pivot to which a conductance model reduces", () => {
    expect(eliminate(hodgkinHuxley, windowOf("test", hodgkinHuxley, {}))?.pivot).toBe(0);
    const box = windowOf("test", persistentSodiumPotassium, {});
    // found once for all parameters
    expect(eliminate(persistentSodiumPotassium.with({ I: 7 }), box)).toBe(eliminate(persistentSodiumPotassium, box));
  });

  test("stand where the printed rates are 0/0", () => {
    for (const V of [-55, -40]) {
      const at = (name: string): number => hodgkinHuxley.quantity(name, { V, m: 0, h: 0, n: 0 });
      const state = { V, m: at("mInf"), h: at("hInf"), n: at("nInf") };
      const I = -hodgkinHuxley.with({ I: 0 }).field(state)[0];
      expect(equilibria(hodgkinHuxley.with({ I })).map((e) => e.state.V)).toEqual([expect.closeTo(V, 10)]);
    }
  });

  test("kinds are the textbook's words for linear systems of every kind", () => {
    const linear = (a: number, b: number, c: number, d: number): string[] =>
      kinds(pure({ x: `a*x + b*y`, y: `c*x + d*y` }, { a, b, c, d }, [-2, 2.1]));
    expect(linear(-1, 0, 0, -2)).toEqual(["stable node"]);
    expect(linear(1, 0, 0, 2)).toEqual(["unstable node"]);
    expect(linear(-1, 2, -2, -1)).toEqual(["stable focus"]);
    expect(linear(1, 2, -2, 1)).toEqual(["unstable focus"]);
    expect(linear(1, 0, 0, -2)).toEqual(["saddle"]);
    expect(linear(0, 1, -1, 0)).toEqual(["center"]);
    expect(linear(-1, 1, 0, -1)).toEqual(["stable degenerate node"]);
    expect(linear(2, 1, 0, 2)).toEqual(["unstable degenerate node"]);
    for (const word of ["stable node", "unstable node", "stable focus", "unstable focus", "saddle"])
      expect(equilibriumKinds).toContain(word);
  });

  test.each([
    ["a linear system of determinant 0", "y - x", "2*x - 2*y", ["line of equilibria"]],
    ["the same with decimals that rounding spoils", "0.1*x + 0.3*y", "0.7*x + 2.1*y", ["line of equilibria"]],
    ["a state that never changes", "0*x", "x - y", ["line of equilibria"]],
    ["a system in which nothing moves", "0*x", "0*y", ["line of equilibria"]],
    ["a parabola", "y - x^2", "2*(y - x^2)", ["line of equilibria"]],
    ["the flat part of a corner", "max(0, x - 1)", "-y", ["line of equilibria"]],
    [
      "a circle, and a node within",
      "x*(1 - x^2 - y^2)",
      "y*(1 - x^2 - y^2)",
      ["line of equilibria", "unstable degenerate node"],
    ],
    ["a circle to which nothing leads", "x^2 + y^2 - 1", "0*y", ["line of equilibria"]],
    ["a fold, which is one point", "x^2", "-y", ["saddle-node"]],
    ["two folds, which are two", "(x^2 - 1)^2", "-y", ["saddle-node", "saddle-node"]],
  ])("of a line of them one stands for all: %s", (_, x, y, expected) => {
    const model = pure({ x, y }, {}, [-3, 3]);
    const found = equilibria(model);
    expect(found.map(({ kind }) => kind)).toEqual(expected);
    for (const { residual } of found) expect(residual).toBeLessThan(1e-9);
  });

  test("two that are 1e-5 apart are told apart; at the saddle-node there is one, suspected; past it none", () => {
    const fold = pure({ x: "mu - x^2" }, { mu: 0 }, [-2, 2.1]);
    expect(equilibria(fold.with({ mu: 2.5e-11 })).map(({ status }) => status)).toEqual(["refined", "refined"]);
    expect(equilibria(fold).map(({ kind, status }) => [kind, status])).toEqual([["saddle-node", "suspected"]]);
    expect(equilibria(fold.with({ mu: -1e-9 }))).toEqual([]);
  });

  test("of a model whose states can not be eliminated are found by branch and bound", () => {
    // Wilson-Cowan form: E and P each inside its own exponential.
    const model = pure(
      { x: "-x + 1/(1 + exp(-(8*x - 6*y - k)))", y: "-y + 1/(1 + exp(-(9*x + y - 5)))" },
      { k: 1 },
      [-0.5, 1.5],
    );
    expect(eliminate(model, windowOf("test", model, {}))).toBeUndefined();
    const found = equilibria(model);
    expect(found.length).toBeGreaterThan(0);
    for (const { status, residual } of found) expect([status, residual < 1e-12]).toEqual(["refined", true]);
  });

  test("beyond a threshold with reset there are none", () => {
    expect(equilibria(leakyIntegrateAndFire.with({ I: 199 }))).toHaveLength(1);
    expect(equilibria(leakyIntegrateAndFire.with({ I: 201 }))).toHaveLength(0);
  });

  test("a window or a state that makes no sense is refused by name", () => {
    expect(() => equilibria(hodgkinHuxley, { V: [0, -90] })).toThrow(
      /window of 'V' must be an increasing pair of numbers, got \[0, -90\]/,
    );
    expect(() => equilibria(hodgkinHuxley, { v: [-90, 0] })).toThrow(/no state 'v'; it has V, m, h, n/);
  });
});

describe("along a parameter", () => {
  test.each([
    ["a current is added to I∞(V)", true, hodgkinHuxley, "I"],
    ["a cubic folds", true, pure({ x: "k + x - x^3" }, { k: 0 }), "k"],
    ["a gate decays at its own rate", true, pure({ x: "k + y - x^3", y: "(x - y)*(1 + x^2)" }, { k: 0 }), "k"],
    ["a circle stands beside what else there is", false, pure({ x: "1 - k^2 - x^2" }, { k: 0 }), "k"],
    ["two branches cross", false, pure({ x: "k*x - x^3" }, { k: 0 }), "k"],
    ["a formula jumps", false, pure({ x: "k - x - (x > 0.5 ? 3 : 0)" }, { k: 0 }), "k"],
    ["a formula has a pole", false, pure({ x: "k - 1/x" }, { k: 0 }), "k"],
  ] as const)("where %s it is %j that equilibria are proved to be one curve", (_, proved, model, parameter) => {
    expect(isOneCurve(model, parameter, model.ranges[parameter], boxNear(model))).toBe(proved);
  });

  test("a closed branch that reaches no end of the range is found beside one that goes from end to end", () => {
    const model = pure({ x: "(x - 1.5 - k/10)*(1 - k^2 - x^2)" }, { k: 0 });
    const branches = equilibriumBranches(vectorFieldFamily(model, ["k"], [[-2, 2]]), [-2, 2]);
    expect(branches.map(({ ends }) => ends.join())).toEqual(["outside,outside", "closed,closed"]);
  });
});

describe("random planar models", () => {
  const random = seeded(2024);
  const coefficient = (): string => (4 * (random() - 0.5)).toFixed(3);
  const cubic = (): string =>
    `(${coefficient()}) + (${coefficient()})*x + (${coefficient()})*y + (${coefficient()})*x*y + (${coefficient()})*x^2 - (${coefficient()})*x^3`;
  const models = Array.from({ length: 30 }, () =>
    pure({ x: cubic(), y: `${cubic()} + (${coefficient()})*y^3` }, { k: 0 }, [-2, 2]),
  );

  test("no equilibrium in the window that Newton's method finds from a grid is missing", () => {
    for (const model of models) {
      const found = equilibria(model, { x: [-2, 2], y: [-2, 2] });
      for (let i = 0; i <= 8; i++) {
        for (let j = 0; j <= 8; j++) {
          let [x, y] = [-2 + i / 2, -2 + j / 2];
          for (let step = 0; step < 25; step++) {
            const [f, g] = model.field([x, y]);
            const [[a, b], [c, d]] = model.jacobian([x, y]);
            const det = a * d - b * c;
            [x, y] = [x - (d * f - b * g) / det, y - (a * g - c * f) / det];
            if (!Number.isFinite(x + y)) break;
          }
          if (!(Math.abs(x) < 1.99 && Math.abs(y) < 1.99) || Math.hypot(...model.field([x, y])) > 1e-10) continue;
          expect(found.some((e) => Math.hypot(e.state.x - x, e.state.y - y) < 1e-6)).toBe(true);
        }
      }
    }
  });

  test("labels agree with simulation from near the point: attracted to stable ones, along the first eigenvector away from the others", () => {
    let tried = 0;
    for (const model of models) {
      for (const {
        state,
        stable,
        eigenvalues: [first],
        eigenvectors: [{ x, y }],
      } of equilibria(model)) {
        if (Math.abs(first.re) < 0.05) continue;
        const duration = 3 / Math.abs(first.re); // e³ = 20 times nearer, or farther
        const near = { x: state.x + 1e-6 * x.re, y: state.y + 1e-6 * y.re };
        const end = simulate(model, { duration, initial: near, tolerance: 1e-12 }).at(duration);
        const growth = Math.hypot(end.x - state.x, end.y - state.y) / 1e-6;
        if (stable) expect(growth).toBeLessThan(0.5);
        else expect(growth).toBeGreaterThan(2);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(30);
  });

  test("a model that divides by 0 rests nowhere, and saying so takes no time", () => {
    for (const model of [hodgkinHuxley, persistentSodiumPotassium, persistentSodium])
      expect(equilibria(model.with({ C: 0 }))).toEqual([]);
  });

  test("nullclines cross at every equilibrium of the window", () => {
    for (const model of models.slice(0, 10)) {
      const curves = nullclines(model);
      for (const { state } of equilibria(model, { x: [-1.99, 1.99], y: [-1.99, 1.99] })) {
        if (Math.abs(state.x) > 1.95 || Math.abs(state.y) > 1.95) continue;
        for (const name of ["x", "y"]) {
          const distance = Math.min(
            ...curves[name].branches.flatMap(({ x, y }) =>
              Array.from(x.subarray(1), (b, k) => toSegment(state.x, state.y, x[k], y[k], b, y[k + 1])),
            ),
          );
          expect(distance).toBeLessThan(0.004);
        }
      }
    }
  });
});

function toSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
  return Math.hypot(ax + t * (bx - ax) - px, ay + t * (by - ay) - py);
}
