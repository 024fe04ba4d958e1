import { exp } from "../../numerics/elementary.js";
import { foldForm } from "../equilibria/normal-form.js";
import { modelAt, statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";
import type { CyclePoint } from "./cycle-point.js";
import { slowestPoint } from "./homoclinic.js";

/** What a branch of cycles that nears a saddle-node on an invariant circle (SNIC) says of it: T ∝ 1/√|λ − λ_SN|. */
interface SnicPeriodLaw {
  /** (λ − λ_SN)/(−½ dλ/d ln T): 1 where the law holds. */
  readonly exponentRatio: number;
  /** T √|λ − λ_SN| extrapolated to λ_SN, in the units of the model. */
  readonly periodConstant: number;
  /** From the saddle-node to the point at which the last cycle is slowest, in widths of the ranges. */
  readonly distance: number;
}

const fewestCycles = 8;

/**
 * The law of the period on a branch of cycles that ends at a saddle-node, on the side where there are no equilibria
 * near it; undefined if none does.
 * @param approaches the cycles of branches, each in the order that leads to the end in question
 */
export function snicPeriodLaw(
  family: VectorFieldFamily,
  saddleNode: Float64Array,
  approaches: readonly (readonly CyclePoint[])[],
): SnicPeriodLaw | undefined {
  const { n } = family;
  const { a, c } = foldForm(modelAt(family, saddleNode), statesOf(family, saddleNode), family.parameters[0]);
  for (const points of approaches) {
    if (points.length < fewestCycles) continue;
    const law = lawOf(family, points, saddleNode);
    const past = a * c * (points[points.length - 1].orbit.parameter - saddleNode[n]) > 0;
    if (past && law.exponentRatio > 0.7 && law.exponentRatio < 1.4 && law.distance < 0.1) return law;
  }
  return undefined;
}

function lawOf(family: VectorFieldFamily, points: readonly CyclePoint[], saddleNode: Float64Array): SnicPeriodLaw {
  const { n, scale } = family;
  const last = points[points.length - 1],
    earlier = points[Math.max(0, points.length - 4)];
  const gap = (p: CyclePoint): number => Math.abs(p.orbit.parameter - saddleNode[n]);
  const constant = (p: CyclePoint): number => exp(p.orbit.logPeriod) * Math.sqrt(gap(p) * scale[n]);
  const [x0, x1] = [Math.sqrt(gap(last)), Math.sqrt(gap(earlier))];
  const slope = x1 === x0 ? 0 : (constant(earlier) - constant(last)) / (x1 - x0);
  const { tangent, orbit } = last;
  const slowest = slowestPoint(family, orbit);
  return {
    exponentRatio: (orbit.parameter - saddleNode[n]) / (-0.5 * (tangent.parameter / tangent.logPeriod)),
    periodConstant: constant(last) - slope * x0,
    distance: Math.max(...Array.from({ length: n }, (_, i) => Math.abs(slowest[i] - saddleNode[i]))),
  };
}
