import { expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { simulate } from "../../src/solve/simulate.js";
import { roessler } from "./roessler.js";

/** How many different maxima of x a run has once it has settled, by Runge and Kutta's steps of 5 µs. */
function maximaAt(c: number): number {
  const { states } = simulate(roessler.with({ c }), { duration: 3000, dt: 0.005 });
  const x = states.x.subarray(states.x.length >> 1);
  const maxima: number[] = [];
  for (let k = 1; k + 1 < x.length; k++)
    if (x[k] > x[k - 1] && x[k] >= x[k + 1] && !maxima.some((one) => Math.abs(one - x[k]) < 0.01)) maxima.push(x[k]);
  return maxima.length;
}

test("Roessler's cycle doubles its period at 2.832, 3.837, 4.124 and 4.187, each branch followed by itself", () => {
  const { points, cycles, incomplete } = bifurcations(roessler, "c");
  const doublings = points.filter(({ kind }) => kind === "period doubling");
  expect(points.length).toBe(doublings.length);
  expect(doublings.every(({ status }) => status === "refined")).toBe(true);
  const [one, two, four, eight] = doublings.map(({ parameter }) => parameter);
  // what runs do on either side
  for (const [value, turns] of [
    [one - 0.3, 1],
    [one + 0.3, 2],
    [two - 0.1, 2],
    [two + 0.1, 4],
    [four - 0.05, 4],
    [four + 0.04, 8],
  ])
    expect([value, maximaAt(value)]).toEqual([value, turns]);
  expect((four - two) / (eight - four)).toBeCloseTo(4.669, 0); // Feigenbaum's number, in the limit
  expect(cycles.map(({ segments }) => segments.map(({ stable }) => stable))).toEqual(
    Array.from({ length: 4 }, () => [true, false]),
  );
  const births = cycles.flatMap(({ ends: [first] }) => (first.kind === "period doubling" ? [first.parameter] : []));
  expect(births).toEqual([one, two, four]);
  // the fourth is beyond the bound, and what leaves the range was not followed for as long: told
  expect(incomplete).toEqual([
    expect.stringMatching(/^the cycles of twice the period that begin at c = 4\.187/),
    "a branch of cycles leaves the range at c = 5.00000: cycles may come back from beyond it",
  ]);
});
