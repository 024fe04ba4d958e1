import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import type { BifurcationDiagram } from "../../src/dynamics/system/diagram.js";
import { pure } from "./normal-forms.js";

const told = ({ points }: BifurcationDiagram): (readonly [string, number])[] =>
  points.map(({ kind, parameter }) => [kind, Number(parameter.toFixed(9))]);

describe("where a field is smooth only by pieces, stability changes at its corners", () => {
  test("McKean's model, a = 0.25, γ = 0.5, ε = 0.1: at I = 0.375 and 0.875, and the cycle lives between", () => {
    const model = pure(
      { v: "max(-v, min(v - a, 1 - v)) - w + I", w: "eps*(v - gamma*w)" },
      { I: 0, a: 0.25, gamma: 0.5, eps: 0.1 },
      [-1, 3],
    );
    const diagram = bifurcations(model, "I", [0, 1.5]);
    expect(told(diagram)).toEqual([
      ["border collision", 0.375],
      ["border collision", 0.875],
    ]);
    expect(diagram.branches[0].segments.map(({ stable }) => stable)).toEqual([true, false, true]);
    expect(diagram.cycles.map(({ ends }) => ends.map(({ kind }) => kind))).toEqual([
      ["border collision", "border collision"],
    ]);
    expect(diagram.incomplete).toEqual([]);
  });

  test("x′ = μ − |x| folds at a corner, at 0: no smooth saddle-node", () => {
    const diagram = bifurcations(pure({ x: "mu - abs(x)" }, { mu: 1 }, [-2, 2.1]), "mu", [-1, 1.3]);
    expect(told(diagram)).toEqual([["border collision", 0]]);
    expect(diagram.points[0].evidence["branch turns"]).toBe(true);
  });

  test("a focus that a threshold-linear unit makes unstable", () => {
    const model = pure({ x: "mu - x - y + 3*max(x - 1, 0)", y: "x - y" }, { mu: 0 }, [-4, 4.1], [-6, 6.5]);
    expect(told(bifurcations(model, "mu"))).toEqual([["border collision", 2]]);
  });

  test("a corner at the end of the range has nothing on its other side, and is told all the same", () => {
    for (const range of [
      [0, 2],
      [-2, 0],
    ] as const) {
      const { points, incomplete } = bifurcations(pure({ x: "mu - x - max(x, 0)" }, { mu: 1 }, [-2, 2.1]), "mu", range);
      expect([points, incomplete]).toEqual([[], []]);
    }
  });

  test("two corners at one place are one point, and not the Hopf point over which the eigenvalues jump", () => {
    // for μ > 0 the eigenvalues have trace 1/2, determinant 3/2
    const model = pure({ x: "max(2*x - 2*y + mu, 0) - x", y: "0.5*max(2*x + 0.25*mu, 0) - 0.5*y" }, { mu: 0.5 });
    const { points } = bifurcations(model, "mu", [-1, 1]);
    expect(points.map(({ kind }) => kind)).toEqual(["border collision"]);
    expect(points[0].parameter).toBeCloseTo(0, 12);
  });

  test("a corner at which nothing changes is no bifurcation", () => {
    expect(told(bifurcations(pure({ x: "mu - x - max(x, 0)" }, { mu: 1 }, [-2, 2.1]), "mu", [-1, 1.3]))).toEqual([]);
  });
});
