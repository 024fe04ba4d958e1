import type { CycleEvent, CyclePoint, CycleTest } from "./cycle-branch.js";
import type { CycleStrand } from "./cycle-search.js";
import type { BifurcationPoint, BranchEnd, CycleBranch, CycleSegment } from "../system/diagram.js";
import { namedState } from "../equilibria/equilibria.js";
import type { Family } from "../system/vector-field-family.js";
import type { BifurcationKind } from "../system/kinds.js";
import { extremes, orbitAt } from "./orbit.js";

const kindOf: Readonly<Record<CycleTest, BifurcationKind>> = {
  fold: "fold of cycles",
  "period doubling": "period doubling",
  torus: "Neimark-Sacker",
};

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
  const nearest = [...point.multipliers.nontrivial].sort(
    (a, b) => Math.abs(Math.hypot(a.re, a.im) - 1) - Math.abs(Math.hypot(b.re, b.im) - 1),
  )[0];
  return {
    kind: kindOf[test],
    parameter: values[1],
    state: namedState(
      model,
      top.map((v, i) => v * scale[i]),
    ),
    status: located ? "refined" : "bracketed",
    bracket: [Math.min(...values), Math.max(...values)],
    residual: point.residual,
    period: Math.exp(point.orbit.logPeriod),
    multipliers: point.multipliers.nontrivial,
    evidence: {
      "residual is": "largest defect of the collocation equations over a period, in widths of the ranges",
      "critical multiplier": nearest.re,
      "should be": test === "torus" ? "of modulus 1" : critical,
      "trivial multiplier − 1": point.multipliers.trivial.re - 1,
      "mesh intervals": point.orbit.mesh.length - 1,
    },
  };
}

/** An Andronov-Hopf point as the cycle of no size in which a branch begins or ends. */
export interface Cap {
  readonly parameter: number;
  readonly period: number;
  readonly state: Float64Array;
}

/**
 * The branch as drawn: cut where the number of unstable multipliers changes, at the located point where there is one.
 */
export function cycleBranch(
  along: Family,
  { points, events }: CycleStrand,
  ends: readonly [BranchEnd, BranchEnd],
  caps: readonly [Cap | undefined, Cap | undefined],
): CycleBranch {
  const pieces: CyclePoint[][] = [[]];
  points.forEach((point, k) => {
    pieces[pieces.length - 1].push(point);
    const next = points[k + 1];
    if (next === undefined) return;
    const inside = events.filter((e) => e.located && e.index > k && e.index < k + 1);
    for (const event of inside) {
      pieces[pieces.length - 1].push(event.point);
      pieces.push([event.point]);
    }
    if (inside.length === 0 && next.unstable !== point.unstable) pieces.push([]);
  });
  const segments = pieces.map((piece, k) =>
    segment(along, piece, k === 0 ? caps[0] : undefined, k === pieces.length - 1 ? caps[1] : undefined),
  );
  const whole = ends.every(({ kind }) => kind !== "not continued");
  return {
    segments: segments.filter(({ parameter }) => parameter.length > 1),
    ends,
    status: whole ? "refined" : "suspected",
  };
}

function segment(
  { model, n, scale }: Family,
  list: readonly CyclePoint[],
  before: Cap | undefined,
  after: Cap | undefined,
): CycleSegment {
  const inner = list[Math.floor(list.length / 2)];
  const values = (of: (point: CyclePoint) => number, atCap: (cap: Cap) => number): Float64Array =>
    Float64Array.of(...(before ? [atCap(before)] : []), ...list.map(of), ...(after ? [atCap(after)] : []));
  const named = (which: "minimum" | "maximum"): Record<string, Float64Array> =>
    Object.fromEntries(
      model.stateNames.map((name, i) => [
        name,
        values(
          (p) => p[which][i] * scale[i],
          (cap) => cap.state[i],
        ),
      ]),
    );
  return {
    stable: inner.unstable === 0,
    unstable: inner.unstable,
    parameter: values(
      (p) => p.orbit.parameter * scale[n],
      (cap) => cap.parameter,
    ),
    period: values(
      (p) => Math.exp(p.orbit.logPeriod),
      (cap) => cap.period,
    ),
    minimum: named("minimum"),
    maximum: named("maximum"),
  };
}
