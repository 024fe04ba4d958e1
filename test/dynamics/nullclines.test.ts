import { describe, expect, test } from "vitest";
import { nullclines, type StateCurve } from "../../src/dynamics/plane/nullclines.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { pure } from "./normal-forms.js";
import { present } from "./present.js";

const branches = (right: string): readonly StateCurve[] => nullclines(pure({ x: right, y: "1" }, { k: 0 })).x.branches;
const ends = ({ x, y }: StateCurve): number[] => [x[0], y[0], x[x.length - 1], y[y.length - 1]];

describe("nullclines", () => {
  test("of I_Na,p + I_K: n = n∞(V), and the N-shaped one at which the current is balanced", () => {
    const curves = nullclines(persistentSodiumPotassium.with({ I: 10 }));
    expect([curves.V.method, curves.n.method]).toEqual(["exact", "exact"]);
    for (const [name, index] of [
      ["V", 0],
      ["n", 1],
    ] as const) {
      for (const { V, n } of curves[name].branches)
        V.forEach((v, k) =>
          expect(Math.abs(persistentSodiumPotassium.with({ I: 10 }).field({ V: v, n: n[k] })[index])).toBeLessThan(
            1e-7,
          ),
        );
    }
  });

  test("end on the border of the window, not near it", () => {
    const cut = nullclines(persistentSodiumPotassium, { V: [-88, 20], n: [0, 0.45] }).V.branches;
    expect(cut).toHaveLength(3); // left arm, middle and right arm of the N, whose tops are cut off
    for (const branch of cut) {
      const [V0, n0, V1, n1] = ends({ x: branch.V, y: branch.n });
      for (const [V, n] of [
        [V0, n0],
        [V1, n1],
      ])
        expect(Math.min(Math.abs(V + 88), Math.abs(V - 20), Math.abs(n), Math.abs(n - 0.45))).toBeLessThan(1e-9);
    }
  });

  test("are cut at a pole, of odd and of even order", () => {
    expect(branches("y*x - 1").map(ends)).toEqual([
      [-2, -0.5, expect.closeTo(-0.5, 9), -2],
      [expect.closeTo(0.5, 9), 2, 2, 0.5],
    ]);
    expect(branches("y*x^2 - 1").map(ends)).toEqual([
      [-2, 0.25, expect.closeTo(-Math.SQRT1_2, 9), 2],
      [expect.closeTo(Math.SQRT1_2, 9), expect.closeTo(2, 9), 2, 0.25],
    ]);
  });

  test("factors give whole lines: x(1 − y) = 0", () => {
    expect(branches("x*(1 - y)").map(ends)).toEqual([
      [0, -2, 0, 2],
      [-2, 1, 2, 1],
    ]);
    expect(branches("x*y + x^2 - x").map(ends)).toEqual(
      [
        [0, -2, 0, 2],
        [-1, 2, 2, -1],
      ].map((line) => line.map((v) => expect.closeTo(v, 9))),
    ); // hidden: x = 0 and x + y = 1
  });

  test("a double zero is found: (x − 1)² = 0, and a circle squared", () => {
    expect(branches("(x - 1)^2").map(ends)).toEqual([[1, -2, 1, 2]]);
    const [circle, ...others] = branches("(x^2 + y^2 - 1)^2");
    expect(others).toEqual([]);
    circle.x.forEach((x, k) => expect(Math.hypot(x, circle.y[k])).toBeCloseTo(1, 9));
    expect(ends(circle).slice(0, 2)).toEqual(ends(circle).slice(2)); // closed
  });

  test("separate branches stay separate: the oval and the open branch of y² = x³ − x", () => {
    const found = branches("y^2 - x^3 + x");
    expect(found).toHaveLength(2);
    const oval = present(found.find(({ x }) => Math.max(...x) < 0.5));
    expect(ends(oval).slice(0, 2)).toEqual(ends(oval).slice(2));
    expect([Math.min(...oval.x), Math.max(...oval.x)]).toEqual([expect.closeTo(-1, 3), expect.closeTo(0, 3)]);
  });

  test("circles of radius 1 and 1.0005 are two curves, and of 1 and 1.05 even when multiplied out", () => {
    expect(branches("(x^2 + y^2 - 1)*(x^2 + y^2 - 1.001)")).toHaveLength(2);
    expect(branches("(x^2 + y^2)^2 - 2.1025*(x^2 + y^2) + 1.1025")).toHaveLength(2);
  });

  test("lines that cross meet in the crossing, and a lone point is suspected, not drawn", () => {
    const cross = branches("x^2 - y^2 + k*x*y");
    expect(cross).toHaveLength(4);
    for (const branch of cross)
      expect([ends(branch).slice(0, 2), ends(branch).slice(2)].some(([x, y]) => Math.hypot(x, y) < 1e-3)).toBe(true);
    const point = nullclines(pure({ x: "x^2 + y^2 + k*x", y: "1" }, { k: 0 })).x;
    expect(point.branches).toEqual([]);
    expect(point.suspected).toHaveLength(1);
  });

  test("of a model of four states are drawn in the plane that the window names, the others held", () => {
    const curves = nullclines(hodgkinHuxley, { V: [-80, 40], n: [0, 1] });
    expect(Object.keys(curves)).toEqual(["V", "n"]);
    const { m, h } = hodgkinHuxley.states;
    const [{ V, n }] = curves.V.branches;
    V.forEach((v, k) => expect(Math.abs(hodgkinHuxley.field({ V: v, m, h, n: n[k] })[0])).toBeLessThan(1e-6));
  });

  test("say what is missing where there is no plane", () => {
    expect(() => nullclines(persistentSodium)).toThrow(/needs two states; I_Na,p has one, V/);
    expect(() => nullclines(hodgkinHuxley)).toThrow(/has 4: name two in the window, such as \{ V: \[…\], m: \[…\] \}/);
  });
});
