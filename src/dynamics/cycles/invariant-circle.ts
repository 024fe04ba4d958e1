import type { CyclePoint } from "./cycle-branch.js";
import type { CycleStrand } from "./cycle-search.js";
import type { BifurcationPoint } from "../system/diagram.js";
import type { Crossing } from "../equilibria/equilibrium-branch.js";
import { modelAt, statesOf, type Family } from "../system/vector-field-family.js";
import { squareRootLaw } from "./homoclinic.js";
import { followUnstableHalf } from "./unstable-half.js";
import type { Complex } from "../../numerics/complex.js";
import { foldForm } from "../equilibria/normal-form.js";

/**
 * Settles whether a saddle-node lies on an invariant circle: where the unstable half of its centre manifold goes at the
 * bifurcation, confirmed, where a branch of cycles comes near, by the law of its period. Only a saddle-node whose other
 * eigenvalues are stable can be on a cycle that attracts; others stay as they are.
 */
export function onInvariantCircle(
  along: Family,
  point: BifurcationPoint,
  folds: readonly Crossing[],
  strands: readonly CycleStrand[],
): BifurcationPoint {
  const { n, scale } = along;
  const fold = folds.find((f) => f.point.z[n] * scale[n] === point.parameter);
  if (fold === undefined || !fold.located || !othersStable(fold.point.eigenvalues)) return point;
  const model = modelAt(along, fold.point.z),
    y = statesOf(along, fold.point.z);
  const form = foldForm(model, y, along.parameters[0]);
  const { returns, time } = followUnstableHalf(model, y, form);
  const predicted = Math.PI / Math.sqrt(Math.abs(form.a * form.c));
  const law = approachingBranch(
    along,
    fold.point.z,
    strands.flatMap(({ points }) => [points, [...points].reverse()]),
  );
  const evidence = {
    ...point.evidence,
    "unstable half of the centre manifold returns": returns,
    "time followed, ms": time,
    ...(returns ? { "T √|λ − λ_SN| from a and c, π/√|ac|": predicted } : {}),
    ...(law ? { "T √|λ − λ_SN| of the continued cycles": law.periodConstant } : {}),
  };
  const agrees = law === undefined || Math.abs(law.periodConstant / predicted - 1) < 0.05;
  if (returns && !agrees) return { ...point, evidence, status: "suspected", kind: "saddle-node on invariant circle" };
  return { ...point, evidence, kind: returns ? "saddle-node on invariant circle" : "saddle-node" };
}

/** All but the eigenvalue that is zero at a saddle-node. */
function othersStable(eigenvalues: readonly Complex[]): boolean {
  const zero = eigenvalues.reduce((least, e) => (Math.hypot(e.re, e.im) < Math.hypot(least.re, least.im) ? e : least));
  return eigenvalues.every((e) => e === zero || e.re < 0);
}

/**
 * The law of the period on a branch of cycles that ends at a saddle-node, on the side where there are no equilibria
 * near it.
 * @param approaches the cycles of branches, each in the order that leads to the end in question
 */
export function approachingBranch(
  along: Family,
  saddleNode: Float64Array,
  approaches: readonly (readonly CyclePoint[])[],
): ReturnType<typeof squareRootLaw> | undefined {
  const { n } = along;
  const { a, c } = foldForm(modelAt(along, saddleNode), statesOf(along, saddleNode), along.parameters[0]);
  for (const points of approaches) {
    if (points.length < 8) continue;
    const law = squareRootLaw(along, points, saddleNode);
    const past = a * c * (points[points.length - 1].orbit.parameter - saddleNode[n]) > 0;
    if (past && law.exponentRatio > 0.7 && law.exponentRatio < 1.4 && law.distance < 0.1) return law;
  }
  return undefined;
}
