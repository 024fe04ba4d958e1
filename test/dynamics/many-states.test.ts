import { expect, test } from "vitest";
import { bifurcations, defineModel, equilibria, state, type Model } from "../../src/index.js";

/** FitzHugh-Nagumo cells in a row, a current into the first: formulas of formulas of one state explode. */
function row(cells: number): Model {
  const numbers = Array.from({ length: cells }, (_, k) => k);
  const from = (k: number, other: number): string => (other in numbers ? ` + D*(v${other} - v${k})` : "");
  return defineModel({
    name: `${cells} cells in a row`,
    source: "-",
    equations: numbers
      .flatMap((k) => [
        `dv${k}/dt = v${k} - v${k}^3/3 - w${k}${k === 0 ? " + I" : ""}${from(k, k - 1)}${from(k, k + 1)} [1/ms]`,
        `dw${k}/dt = 0.08*(v${k} + 0.7 - 0.8*w${k}) [1/ms]`,
      ])
      .join("\n"),
    states: Object.fromEntries(
      numbers.flatMap((k) => [
        [`v${k}`, state(-1.2, "1", [-3, 3])],
        [`w${k}`, state(-0.6, "1", [-2, 3])],
      ]),
    ),
    parameters: { I: [0, "1"], D: [0.5, "1"] },
    input: "I",
    threshold: "v0 > 0 [1]",
  }) as Model;
}

test.each([4, 10, 12, 20])("of %d states the equilibrium is found, and what was not searched is said", (states) => {
  const model = row(states / 2);
  const kinds = [0.64, 0.66].map((I) => {
    const all = equilibria(model.with({ I }));
    expect(all).toHaveLength(1);
    expect(all.incomplete.length > 0).toBe(states > 10);
    expect(Math.max(...model.with({ I }).field(all[0].state).map(Math.abs))).toBeLessThan(1e-9);
    return all[0].stable;
  });
  // A cell alone loses rest at I = 0.33; the others of a row draw current from the first.
  expect(kinds).toEqual(states === 4 ? [false, false] : [true, false]);
});

test("of twelve states the Andronov-Hopf point is found, and that branches of equilibria may be missing is said", () => {
  const { points, incomplete } = bifurcations(row(6), "I", [0, 1], { cycles: false });
  expect(points.map(({ kind }) => kind)).toEqual(["subcritical Andronov-Hopf"]);
  expect(points[0].parameter).toBeCloseTo(0.64958, 5);
  expect(incomplete).toEqual(["not all of the window was searched for equilibria: branches of them may be missing"]);
});
