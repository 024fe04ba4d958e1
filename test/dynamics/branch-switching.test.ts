import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { confirmed } from "../../src/dynamics/cycles/cycle-search.js";
import { branchThroughCycle } from "../../src/dynamics/cycles/limit-cycle-branch.js";
import { settle } from "../../src/dynamics/cycles/settle.js";
import { branchSwitching } from "../../src/dynamics/cycles/switched-branches.js";
import type { BifurcationDiagram } from "../../src/dynamics/system/diagram.js";
import { vectorFieldFamily } from "../../src/dynamics/system/vector-field-family.js";
import { moebius, pure } from "./normal-forms.js";
import { present } from "./present.js";

const kinds = ({ points }: BifurcationDiagram): string[] => points.map(({ kind }) => kind);
const radial = "(1 - x^2 - y^2)";

describe("branches of cycles that begin on others", () => {
  test("where the band twists, p² = a is one cycle of twice the period, which reaches to x = 1 + √a", () => {
    const family = vectorFieldFamily(moebius, ["a"], [[-0.1, 0.2]]);
    const range = [-0.1, 0.2].map((a) => a / family.scale[3]) as [number, number];
    const start = Float64Array.from([1.01, 0, 0.02, -0.1], (v, i) => v / family.scale[i]);
    const fate = settle(family, start);
    if (fate.kind !== "cycle") throw new Error(fate.kind);
    const circle = branchThroughCycle(family, present(confirmed(family, fate.orbit)), range);
    const switching = branchSwitching(family, range, () => false);
    const [doubled, ...others] = switching.from(circle, [circle]);
    expect([others, switching.left()]).toEqual([[], []]);
    expect([doubled.ends, doubled.special]).toEqual([["start", "outside"], []]);
    expect(present(doubled.born).at.point.orbit.parameter).toBeCloseTo(0, 9);
    for (const { orbit, maximum, unstable } of doubled.points) {
      const a = orbit.parameter * family.scale[3];
      expect(unstable).toBe(0);
      expect(Math.exp(orbit.logPeriod)).toBeCloseTo(4 * Math.PI, 7);
      expect(Math.abs(maximum[0] * family.scale[0] - 1 - Math.sqrt(a))).toBeLessThan(2e-5);
    }
    // followed back, its turns become one: it ends at the doubling and does not run on as the circle taken twice
    const back = branchThroughCycle(family, doubled.points[5], range);
    expect([...back.ends].sort()).toEqual(["halved", "outside"]);
    const at = back.points[back.ends.indexOf("halved") === 0 ? 0 : back.points.length - 1].orbit.parameter;
    expect(Math.abs(at)).toBeLessThan(1e-5);
  });

  test("where it does not twist, they are two cycles of the same period: a branch point, z² = a on one curve", () => {
    const model = pure({ x: `${radial}*x - y`, y: `${radial}*y + x`, z: "a*z - z^3" }, { a: -0.2 });
    const diagram = bifurcations(model, "a", [-0.2, 0.3]);
    expect(diagram.incomplete).toEqual([]);
    expect(kinds(diagram).sort()).toEqual(["branch point of cycles", "pitchfork"]);
    expect(diagram.points.every(({ parameter }) => Math.abs(parameter) < 1e-9)).toBe(true);
    expect(diagram.cycles).toHaveLength(2);
    const outer = present(diagram.cycles.find(({ segments }) => segments.every(({ stable }) => stable))).segments;
    for (const { parameter, maximum } of outer)
      parameter.forEach((a, k) => expect(Math.abs(maximum.z[k] ** 2 - a)).toBeLessThan(1e-8));
    const z = outer.flatMap(({ maximum }) => [...maximum.z]);
    expect([Math.min(...z) < -0.5, Math.max(...z) > 0.5]).toEqual([true, true]);
  });

  test("w′ = w(a − w) with w = r² − 1: two circles that cross and exchange stability", () => {
    const w = "(x^2 + y^2 - 1)";
    const diagram = bifurcations(
      pure({ x: `${w}*(a - ${w})*x - y`, y: `${w}*(a - ${w})*y + x` }, { a: -0.2 }),
      "a",
      [-0.5, 0.8],
    );
    expect(kinds(diagram)).toEqual(["branch point of cycles"]);
    expect(diagram.points[0].parameter).toBeCloseTo(0, 6);
    expect(diagram.cycles).toHaveLength(2);
    for (const { segments } of diagram.cycles)
      for (const { stable, parameter, maximum } of segments) {
        const moves = Math.abs(maximum.x[0] - maximum.x[maximum.x.length - 1]) > 1e-3;
        const middle = parameter[parameter.length >> 1];
        expect(stable).toBe(moves ? middle > 0 : middle < 0);
        parameter.forEach((a, k) => expect(maximum.x[k]).toBeCloseTo(moves ? Math.sqrt(1 + a) : 1, 6));
      }
  });

  test("a cycle that only loses speed or size has neither", () => {
    const model = pure(
      { x: `${radial}*x - (2 + a)*y`, y: `${radial}*y + (2 + a)*x`, z: "-z*(1.2 + a) - z^3" },
      { a: 0 },
    );
    const diagram = bifurcations(model, "a", [-0.5, 0.5]);
    expect([kinds(diagram), diagram.cycles.length, diagram.incomplete]).toEqual([[], 1, []]);
  });
});
