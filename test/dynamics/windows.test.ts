import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { inReach } from "../../src/dynamics/system/reach.js";
import { fromXppaut } from "../../src/exchange/xppaut/read.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { pure } from "./normal-forms.js";

/** A model of pure numbers whose author says nothing about their ranges. */
function unranged(
  equations: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, readonly [number, readonly [number, number]]>>,
  initial = 0.1,
): Model {
  return defineModel({
    name: "without ranges",
    source: "a test",
    equations: Object.entries(equations)
      .map(([name, right]) => `d${name}/dt = ${right} [1/ms]`)
      .join("\n"),
    states: Object.fromEntries(Object.keys(equations).map((name) => [name, state(initial, "1")])),
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, [value, range]]) => [name, [value, "1", range] as const]),
    ),
    input: Object.keys(parameters)[0],
  }) as Model;
}

/** What is told wherever the author of a model left a range to be guessed. */
const guessed = expect.stringMatching(
  /^no range is stated for [a-z](, [a-z])*: equilibria were searched for with [a-z] from /,
);

describe("a state without a stated range is looked for where trajectories go", () => {
  test("the Brusselator: a Hopf point at b = 1 + a², a cycle beyond, followed to the end of the range", () => {
    const model = unranged({ x: "a + x^2*y - (b + 1)*x", y: "b*x - x^2*y" }, { b: [2.5, [0, 5]], a: [1, [0, 2]] });
    const { points, cycles, incomplete } = bifurcations(model, "b");
    expect(points.map(({ kind }) => kind)).toEqual(["supercritical Andronov-Hopf"]);
    expect(points[0].parameter).toBeCloseTo(2, 12);
    expect(cycles.map(({ ends }) => ends.map(({ kind }) => kind))).toEqual([["Andronov-Hopf", "limit of the range"]]);
    expect(incomplete).toEqual([guessed]);
    // to rounding: where the search begins depends on the steps of the trajectories that found the window
    expect(equilibria(model)).toHaveLength(1);
    expect(equilibria(model)[0].state["x"]).toBeCloseTo(1, 14);
    expect(equilibria(model)[0].state["y"]).toBeCloseTo(2.5, 14);
    expect(limitCycles(model)).toHaveLength(1);
  });

  test("FitzHugh and Nagumo's rest is at negative values", () => {
    const model = unranged({ v: "v - v^3/3 - w + I", w: "0.08*(v + 0.7 - 0.8*w)" }, { I: [0, [0, 2]] });
    expect(equilibria(model).map(({ state: { v } }) => v)).toEqual([expect.closeTo(-1.1994, 4)]);
    for (const range of [
      [0, 2],
      [-3, 12],
      [0.2, 30],
    ] as const)
      expect(bifurcations(model, "I", range).points.map(({ kind, status }) => [kind, status])).toEqual(
        ["fold of cycles", "subcritical Andronov-Hopf", "subcritical Andronov-Hopf", "fold of cycles"].map((kind) => [
          kind,
          "refined",
        ]),
      );
  });

  test("an .ode file's guess of 100 either way of the start gives way to what trajectories pass through", () => {
    const file =
      "x'=mu*(x+5)-2*y-(x+5)*((x+5)^2+y^2)\ny'=mu*y+2*(x+5)-y*((x+5)^2+y^2)\npar mu=0.5\ninit x=-5.5,y=0.5\n";
    const { model } = fromXppaut(file);
    expect(model.ranges["x"]).toEqual([-105.5, 94.5]);
    const [low, high] = inReach(model).model.ranges["x"];
    expect([low > -12, low < -6, high > -4, high < 2]).toEqual([true, true, true, true]);
    // a circle of radius 0.1, within what 200 widths count as at rest
    const [small] = limitCycles(model.with({ mu: 0.01 }));
    expect([small.stable, small.maximum["x"]]).toEqual([true, expect.closeTo(-4.9, 6)]);
  });

  test("equilibria and the branches of the diagram are the same ones", () => {
    const model = unranged({ x: "mu - (x - 7)^2" }, { mu: [1, [-2, 2]] }, 6.5);
    const { points, branches } = bifurcations(model, "mu");
    expect(points.map(({ kind, parameter }) => [kind, parameter])).toEqual([["saddle-node", expect.closeTo(0, 12)]]);
    const ends = branches.flatMap(({ segments }) => segments.map(({ states: { x } }) => Math.max(...x)));
    expect(Math.max(...ends)).toBeCloseTo(7 + Math.SQRT2, 6);
    expect(equilibria(model).map(({ state: { x } }) => x)).toEqual([6, 8]);
  });
});

describe("a guessed window grows to what branches of equilibria reach", () => {
  const budworm = unranged({ x: "r*x*(1 - x/10) - x^2/(1 + x^2)" }, { r: [0.5, [0.1, 0.9]] }, 0.5);

  test("what is proved to stay in [0, 1] at one value of the parameter does not at another", () => {
    const { points, incomplete } = bifurcations(budworm, "r");
    // r = 2x³/(1 + x²)², 10 = 2x³/(x² − 1)
    const fold = (x: number): number => (2 * x ** 3) / (1 + x * x) ** 2;
    const [upper, lower] = [4.8348783, 1.1183467].map((guess) => {
      let x = guess;
      for (let k = 0; k < 20; k++) x -= (2 * x ** 3 - 10 * (x * x - 1)) / (6 * x * x - 20 * x);
      return x;
    });
    expect(points.map(({ kind, parameter }) => [kind, parameter])).toEqual([
      ["saddle-node", expect.closeTo(fold(upper), 10)],
      ["saddle-node", expect.closeTo(fold(lower), 10)],
    ]);
    expect(incomplete).toEqual([guessed]);
  });

  test("a switch of two genes: either of them high, though a trajectory shows one", () => {
    const model = unranged({ u: "a/(1 + v^2) - u", v: "a/(1 + u^2) - v" }, { a: [3, [0.5, 6]] }, 0.5);
    const { points, branches, incomplete } = bifurcations(model, "a");
    expect(points.map(({ kind, parameter }) => [kind, parameter])).toEqual([["pitchfork", expect.closeTo(2, 10)]]);
    expect(incomplete).toEqual([guessed]);
    for (const name of ["u", "v"]) {
      const values = branches.flatMap(({ segments }) => segments.flatMap(({ states }) => [...states[name]]));
      expect(Math.max(...values)).toBeCloseTo(3 + Math.sqrt(8), 6);
    }
  });

  test("a stirred reactor: four points, none of them in the windows that its start suggests", () => {
    const model = unranged(
      { x: "-x + D*(1 - x)*exp(y)", y: "-y + 10*D*(1 - x)*exp(y) - 1.2*y", z: "-z + D*x*exp(y)/4 - 0.1*z" },
      { D: [0.05, [0, 0.4]] },
      0,
    );
    const { points, incomplete } = bifurcations(model, "D");
    const expected = ["saddle-node", "saddle homoclinic", "saddle-node", "supercritical Andronov-Hopf"];
    expect(points.map(({ kind }) => kind)).toEqual(expected);
    expect(points.map(({ parameter }) => parameter)).toEqual(
      [0.0965875, 0.1094691, 0.1099039, 0.1147556].map((v) => expect.closeTo(v, 6)),
    );
    expect(incomplete).toEqual([guessed]);
  });

  test("a state that runs away keeps its window, and that is told", () => {
    const model = unranged({ x: "1 - mu*x", y: "x - y - y^3" }, { mu: [1, [0, 2]] });
    const { incomplete } = bifurcations(model, "mu");
    expect(incomplete).toEqual([guessed, expect.stringMatching(/leaves the window of x at mu = 0\.\d+, where x = /)]);
  });

  test("an equilibrium where two parts of the window meet is found once", () => {
    const model = unranged(
      { x: "-x + D*(1 - x)*exp(y)", y: "-y + 14*D*(1 - x)*exp(y) - 2*y" },
      { D: [0.1, [0, 0.5]] },
      0,
    );
    for (const D of [0.17, 0.29, 0.415]) expect(equilibria(model.with({ D }))).toHaveLength(1);
  });
});

describe("an equilibrium that no trajectory and no branch leads to may lie outside a guessed window", () => {
  const equations = { x: "(x + 0.5)*(20 - x)*(x - 40)/100 + p" };
  const parameters = { p: [0, [-20, 20]] } as const;

  test("which says where it was searched for, to both who ask", () => {
    const model = unranged(equations, parameters);
    expect(equilibria(model).incomplete).toEqual([guessed]);
    expect(bifurcations(model, "p").incomplete).toContainEqual(guessed);
  });

  test("but not where a range is stated, in the model or in the call, nor where it is proved", () => {
    const model = unranged(equations, parameters).inRanges({ x: [-2, 50] });
    expect(equilibria(model).map(({ state: { x } }) => x)).toEqual([-0.5, 20, 40].map((x) => expect.closeTo(x, 10)));
    expect(equilibria(model).incomplete).toEqual([]);
    expect(bifurcations(model, "p").branches).toHaveLength(3);
    expect(bifurcations(model, "p").incomplete).not.toContainEqual(guessed);
    expect(equilibria(unranged(equations, parameters), { x: [-2, 50] }).incomplete).toEqual([]);
    expect(equilibria(unranged({ x: "1 - x - p*x" }, { p: [1, [0, 2]] })).incomplete).toEqual([]);
  });
});

test("a branch that leaves the window of a state is named, with the state and where", () => {
  const model = pure({ x: "x - mu" }, { mu: 0 }, [-1, 1], [-10, 10]);
  const { incomplete } = bifurcations(model, "mu");
  expect(incomplete).toHaveLength(2);
  for (const line of incomplete) expect(line).toMatch(/leaves the window of x at mu = -?2\.9\d+, where x = -?2\.9\d+/);
});
