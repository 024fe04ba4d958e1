import { expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { wilsonCowan } from "../../src/models/wilson-cowan.js";
import { simulate } from "../../src/solve/simulate.js";

const kinds = (preset: string): string[] => equilibria(wilsonCowan.preset(preset)).map(({ kind }) => kind);

test("two and three stable states, with a saddle between each two (Wilson & Cowan 1972, Figs. 4 and 5)", () => {
  expect(kinds("two stable states")).toEqual(["stable node", "saddle", "stable node"]);
  expect(kinds("three stable states")).toEqual(["stable node", "saddle", "stable focus", "saddle", "stable node"]);
});

test("without input from outside the state of no activity is at rest: S(0) = 0", () => {
  expect(wilsonCowan.with({ P: 0 }).field([0, 0])).toEqual([0, 0]);
});

test("at P = 1.25 everything goes to a cycle of 40 ms, in which I follows E (Fig. 11)", () => {
  expect(kinds("limit cycle")).toEqual(["unstable focus"]);
  const { time, states } = simulate(wilsonCowan, { duration: 400 });
  const peaks = (values: Float64Array): number[] =>
    [...values.keys()].filter((k) => time[k] > 200 && values[k - 1] < values[k] && values[k] >= values[k + 1]);
  const [e, i] = [peaks(states.E), peaks(states.I)].map((at) => at.map((k) => time[k]));
  // 40.03 ms: five time constants; each peak is right to a step of the run
  for (let k = 1; k < e.length; k++) expect(Math.abs(e[k] - e[k - 1] - 40.03)).toBeLessThan(2);
  expect(e.length).toBeGreaterThan(3);
  const follows = i.filter((t) => t > e[0])[0] - e[0];
  expect(follows).toBeGreaterThan(2);
  expect(follows).toBeLessThan(10);
});

test("as P rises rest meets a saddle, and the focus within the cycle becomes stable at 1.909", () => {
  const { points } = bifurcations(wilsonCowan, "P", [0, 3], { cycles: false });
  expect(points.map(({ kind, parameter }) => `${kind} ${parameter.toFixed(3)}`)).toEqual([
    "saddle-node 0.903",
    "saddle-node 1.083",
    "supercritical Andronov-Hopf 1.909",
  ]);
});

test("quick inhibition holds the rhythm back: with a time constant of 4 ms there is a focus, and no cycle", () => {
  expect(equilibria(wilsonCowan.with({ tauI: 4 })).map(({ kind }) => kind)).toEqual(["stable focus"]);
});
