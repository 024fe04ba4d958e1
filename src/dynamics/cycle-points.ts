import type { CycleEvent, CyclePoint, CycleTest } from "./cycle-branch.js";
import type { CycleStrand } from "./cycle-search.js";
import type { BifurcationPoint, BranchEnd, CycleBranch, CycleSegment } from "./diagram.js";
import { namedState } from "./equilibria.js";
import type { Family } from "./family.js";
import type { BifurcationKind } from "./kinds.js";
import { extremes, orbitAt } from "./orbit.js";

const kindOf: Readonly<Record<CycleTest, BifurcationKind>> = { fold: "fold of cycles", "period doubling": "period doubling", torus: "Neimark-Sacker" };

/** The labelled points of a branch of cycles. */
export function cyclePoints(along: Family, { events }: CycleStrand): BifurcationPoint[] {
  return events.map((event) => labelled(along, event));
}

function labelled(along: Family, { test, point, before, after, located }: CycleEvent): BifurcationPoint {
  const { model, n, scale } = along;
  const values = [before, point, after].map((p) => p.orbit.parameter * scale[n]);
  const top = new Float64Array(n);
  orbitAt(point.orbit.mesh, point.orbit.nodes, n, extremes(point.orbit, n).atMaximum, top);
  const critical = test === "period doubling" ? -1 : 1;
  const nearest = [...point.multipliers.nontrivial].sort((a, b) => Math.abs(Math.hypot(a.re, a.im) - 1) - Math.abs(Math.hypot(b.re, b.im) - 1))[0];
  return {
    kind: kindOf[test], parameter: values[1], state: namedState(model, top.map((v, i) => v * scale[i])),
    status: located ? "refined" : "bracketed", bracket: [Math.min(...values), Math.max(...values)], residual: point.residual,
    period: Math.exp(point.orbit.logPeriod), multipliers: point.multipliers.nontrivial,
    evidence: {
      "residual is": "largest defect of the collocation equations over a period, in widths of the ranges",
      "critical multiplier": nearest.re, "should be": test === "torus" ? "of modulus 1" : critical,
      "trivial multiplier − 1": point.multipliers.trivial.re - 1, "mesh intervals": point.orbit.mesh.length - 1,
    },
  };
}

/** The branch as drawn: cut where the number of unstable multipliers changes, at the located point where there is one. */
export function cycleBranch(along: Family, { points, events }: CycleStrand, ends: readonly [BranchEnd, BranchEnd]): CycleBranch {
  const segments: CycleSegment[] = [];
  let run: CyclePoint[] = [];
  points.forEach((point, k) => {
    run.push(point);
    const next = points[k + 1];
    if (next === undefined) return;
    const inside = events.filter((e) => e.located && e.index > k && e.index < k + 1);
    for (const event of inside) {
      segments.push(segment(along, [...run, event.point]));
      run = [event.point];
    }
    if (inside.length === 0 && next.unstable !== point.unstable) {
      segments.push(segment(along, run));
      run = [];
    }
  });
  segments.push(segment(along, run));
  const whole = ends.every(({ kind }) => kind !== "not continued");
  return { segments: segments.filter(({ parameter }) => parameter.length > 1), ends, status: whole ? "refined" : "suspected" };
}

function segment({ model, n, scale }: Family, list: readonly CyclePoint[]): CycleSegment {
  const inner = list[Math.floor(list.length / 2)];
  const named = (which: "minimum" | "maximum"): Record<string, Float64Array> =>
    Object.fromEntries(model.stateNames.map((name, i) => [name, Float64Array.from(list, (p) => p[which][i] * scale[i])]));
  return {
    stable: inner.unstable === 0, unstable: inner.unstable,
    parameter: Float64Array.from(list, (p) => p.orbit.parameter * scale[n]),
    period: Float64Array.from(list, (p) => Math.exp(p.orbit.logPeriod)),
    minimum: named("minimum"), maximum: named("maximum"),
  };
}
