import { exp } from "../../numerics/elementary.js";
import type { BranchEnd, CycleBranch, CycleSegment } from "../system/diagram.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import type { CyclePoint } from "./cycle-point.js";
import { cyclesBetween, type LimitCycleBranch } from "./limit-cycle-branch.js";

/** The cycle in which a branch begins or ends: of no size, or run through twice. */
export interface Cap {
  readonly parameter: number;
  readonly period: number;
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
}

/** A piece of a branch of one stability. */
interface CyclePiece {
  readonly points: readonly CyclePoint[];
  /** Number of Floquet multipliers outside the unit circle. */
  readonly unstable: number;
}

/** The branch cut where the number of unstable multipliers changes, at the located point where there is one. */
export function cyclePieces(family: VectorFieldFamily, { points, special }: LimitCycleBranch): CyclePiece[] {
  const pieces: CyclePoint[][] = [[]];
  points.forEach((point, k) => {
    pieces[pieces.length - 1].push(point);
    const next = points[k + 1];
    if (next === undefined) return;
    const inside = special.filter((e) => e.located && e.index > k && e.index < k + 1);
    for (const event of inside) {
      pieces[pieces.length - 1].push(event.point);
      pieces.push([event.point]);
    }
    if (inside.length === 0 && next.unstable !== point.unstable) pieces.push([]);
  });
  const between = cyclesBetween(family);
  return pieces.map((piece) => {
    // where something happens, rounding says whether a multiplier is outside the unit circle
    const ordinary = piece.filter((point) => points.includes(point));
    const [a, b] = piece;
    const inner = ordinary[ordinary.length >> 1] ?? (b && between(a, b)(0.5)) ?? a;
    return { points: piece, unstable: inner.unstable };
  });
}

/** The branch as drawn. */
export function cycleSegments(
  family: VectorFieldFamily,
  branch: LimitCycleBranch,
  first: { readonly end: BranchEnd; readonly cap?: Cap },
  last: { readonly end: BranchEnd; readonly cap?: Cap },
): CycleBranch {
  const segments = cyclePieces(family, branch).map(({ points, unstable }, k, all) => {
    const caps = [k === 0 ? first.cap : undefined, k === all.length - 1 ? last.cap : undefined] as const;
    return segment(family, points, unstable, ...caps);
  });
  const ends = [first.end, last.end] as const;
  const whole = ends.every(({ kind }) => kind !== "not continued");
  return {
    segments: segments.filter(({ parameter }) => parameter.length > 1),
    ends,
    belowThreshold: family.model.spiking.reset,
    status: whole ? "refined" : "suspected",
  };
}

function segment(
  { model, n, scale }: VectorFieldFamily,
  list: readonly CyclePoint[],
  unstable: number,
  before: Cap | undefined,
  after: Cap | undefined,
): CycleSegment {
  const values = (of: (point: CyclePoint) => number, atCap: (cap: Cap) => number): Float64Array =>
    Float64Array.of(...(before ? [atCap(before)] : []), ...list.map(of), ...(after ? [atCap(after)] : []));
  const named = (which: "minimum" | "maximum"): Record<string, Float64Array> =>
    Object.fromEntries(
      model.stateNames.map((name, i) => [
        name,
        values(
          (p) => p[which][i] * scale[i],
          (cap) => cap[which][i],
        ),
      ]),
    );
  return {
    stable: unstable === 0,
    unstable,
    parameter: values(
      (p) => p.orbit.parameter * scale[n],
      (cap) => cap.parameter,
    ),
    period: values(
      (p) => exp(p.orbit.logPeriod),
      (cap) => cap.period,
    ),
    minimum: named("minimum"),
    maximum: named("maximum"),
  };
}
