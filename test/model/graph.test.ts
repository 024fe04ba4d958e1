import { describe, expect, it } from "vitest";
import { derivative } from "../../src/model/graph/derivative.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { bounds } from "../../src/model/graph/bounds.js";
import { taylor } from "../../src/model/graph/taylor.js";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";

/** Every operation that an equation can hold. */
const zoo = defineModel({
  name: "zoo",
  source: "test",
  equations: `
    dx/dt = (exp(x) + expm1(y) + log(x + 3) + tanh(x*y) + cosh(y) - sinh(x) + sin(x) * cos(y) + atan(x*y + x) + floor(2*x + y + 0.05))/tau
    dy/dt = (sqrt(x + 3) + abs(y) - x^3/(1 + y^2) + (x + 3)^y + 2^(-x) + (x + 3)^0.5 + max(x, y) - min(x, y) + (x >= y ? x*y : -x) + (x + y)/(exp(2*(x + y)) - 1) - a*y^-2 - -x)/tau`,
  states: { x: state(0.3, "1", [-2, 2]), y: state(0.7, "1", [0.1, 2]) },
  parameters: { a: [0.5, "1"], tau: [1, "ms"] },
});

const points: readonly (readonly [number, number])[] = [
  [0.3, 0.7],
  [-1.2, 0.4],
  [1.7, 1.1],
  [-0.7, 0.7],
  [0.9, 0.2],
];

describe("derivatives of the graph", () => {
  it.each(points.map((p) => [p] as const))(
    "agree with central differences at %j, for states and parameters",
    ([x, y]) => {
      const h = 1e-5;
      const f = (dx: number, dy: number, da = 0): number[] => zoo.with({ a: 0.5 + da }).field([x + dx, y + dy]);
      const slope = (d: [number, number, number?]): number[] =>
        f(...d).map((v, i) => (v - f(-d[0], -d[1], -(d[2] ?? 0))[i]) / (2 * h));
      const J = zoo.jacobian([x, y]),
        columns = [slope([h, 0]), slope([0, h])];
      const D = new Float64Array(4);
      zoo.kernels.parameterJacobian(Float64Array.of(x, y), zoo.vector, D);
      for (const i of [0, 1]) {
        for (const j of [0, 1]) expect(Math.abs(J[i][j] - columns[j][i])).toBeLessThan(1e-7 * (1 + Math.abs(J[i][j])));
        expect(Math.abs(D[2 * i] - slope([0, 0, h])[i])).toBeLessThan(1e-7 * (1 + Math.abs(D[2 * i])));
      }
    },
  );

  it("share common sub-expressions: deriving twice adds no node", () => {
    const { graph, roots } = zoo;
    const once = derivative(graph, roots.field, new Map([[graph.state(0), graph.constant(1)]]));
    const count = graph.nodes.length;
    expect(derivative(graph, roots.field, new Map([[graph.state(0), graph.constant(1)]]))).toEqual(once);
    expect(graph.nodes.length).toBe(count);
  });
});

describe("interval bounds", () => {
  const inside = (model: Model, box: readonly (readonly [number, number])[], samples: number): void => {
    const p = model.vector;
    const intervals = bounds(
      model.graph,
      model.roots.field,
      box,
      Array.from(p, (v) => [v, v] as const),
    );
    let seed = 1;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const dydt = new Float64Array(box.length);
    for (let k = 0; k < samples; k++) {
      model.kernels.field(
        Float64Array.from(box, ([low, high]) => low + (high - low) * random()),
        p,
        dydt,
      );
      dydt.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(intervals[i][0]);
        expect(value).toBeLessThanOrEqual(intervals[i][1]);
      });
    }
  };

  it("contain every value over the box, for all operations", () => {
    inside(
      zoo,
      [
        [-1.9, 1.9],
        [0.1, 1.9],
      ],
      400,
    );
    inside(
      zoo,
      [
        [-0.2, 0.2],
        [0.3, 0.5],
      ],
      400,
    );
  });

  it("contain the field of Hodgkin-Huxley across its singular voltages", () => {
    inside(
      hodgkinHuxley,
      [
        [-60, -35],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      400,
    );
  });

  it("are tight enough to prove that a small box holds no root", () => {
    const { graph, roots, vector } = persistentSodiumPotassium;
    const box = bounds(
      graph,
      roots.field,
      [
        [-40.001, -40],
        [0.047, 0.0471],
      ],
      Array.from(vector, (v) => [v, v] as const),
    );
    const [value] = persistentSodiumPotassium.field([-40, 0.047]);
    expect(Math.sign(box[0][0])).toBe(Math.sign(value));
    expect(Math.sign(box[0][1])).toBe(Math.sign(value));
  });
});

describe("Taylor coefficients", () => {
  it.each(points.map((p) => [p] as const))(
    "agree to third order with differences of exact Jacobians at %j",
    ([x, y]) => {
      const direction = [0.6, -0.35];
      const series = taylor(zoo.graph, zoo.roots.field, [x, y], zoo.vector, direction, 3);
      const slope = (s: number): number[] =>
        zoo
          .jacobian([x + s * direction[0], y + s * direction[1]])
          .map((row) => row[0] * direction[0] + row[1] * direction[1]);
      const h = 1e-3;
      const [minus, middle, plus] = [slope(-h), slope(0), slope(h)];
      series.forEach((c, i) => {
        const scale = 1 + Math.abs(c[3]) + Math.abs(c[2]);
        expect(c[0]).toBeCloseTo(zoo.field([x, y])[i], 12);
        expect(Math.abs(c[1] - middle[i])).toBeLessThan(1e-12 * (1 + Math.abs(middle[i])));
        expect(Math.abs(2 * c[2] - (plus[i] - minus[i]) / (2 * h))).toBeLessThan(1e-3 * scale);
        expect(Math.abs(6 * c[3] - (plus[i] - 2 * middle[i] + minus[i]) / h ** 2)).toBeLessThan(1e-3 * scale);
      });
    },
  );
});

describe("rate functions printed as 0/0", () => {
  it("take their limit at the singular voltages: α_n(10) = 0.1, α_m(25) = 1 per ms, and are continuous there", () => {
    const model = hodgkinHuxley.preset("1952");
    expect(model.quantity("alphaN", { ...model.states, V: 10 })).toBe(0.1);
    expect(model.quantity("alphaM", { ...model.states, V: 25 })).toBe(1);
    for (const d of [1e-12, 1e-8, 1e-4]) {
      expect(model.quantity("alphaN", { ...model.states, V: 10 + d })).toBeCloseTo(0.1 + 0.005 * d, 9);
      expect(model.quantity("alphaM", { ...model.states, V: 25 - d })).toBeCloseTo(1 - 0.05 * d, 9);
    }
  });

  it.each([
    ["(Vh - V)/(exp((Vh - V)/k) - 1)", 1],
    ["0.1*(V - Vh)/(1 - exp(-(V - Vh)/k))", 0.1],
    ["-(V - Vh)/(1 - exp((V - Vh)/k))", 1],
    ["k*((V - Vh)/k)/(exp((V - Vh)/k) - 1)", 1],
    ["3*(V - Vh)*V/Vh/(exp((V - Vh)/k) - 1)", 3],
  ])("are recognised in the form %s, with half-value and steepness as parameters", (text, factor) => {
    const model = defineModel({
      name: "rate",
      source: "test",
      equations: `dV/dt = ${text} [mV/ms]`,
      states: { V: state(0, "mV") },
      parameters: { Vh: [-40, "mV"], k: [10, "mV"] },
    });
    expect(model.field([-40])[0]).toBeCloseTo(factor * 10, 12);
    expect(Number.isFinite(model.jacobian([-40])[0][0])).toBe(true);
  });
});
