import { modulus, type Complex } from "../../numerics/complex.js";
import type { EquilibriumEvent } from "../equilibria/equilibrium-branch.js";
import { foldForm } from "../equilibria/normal-form.js";
import type { BifurcationPoint } from "../system/diagram.js";
import { modelAt, statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";
import type { LimitCycleBranch } from "./limit-cycle-branch.js";
import { snicPeriodLaw } from "./snic-period-law.js";
import { followUnstableHalf } from "./unstable-half.js";

/**
 * Settles whether a saddle-node lies on an invariant circle: where the unstable half of its centre manifold goes at the
 * bifurcation, confirmed, where a branch of cycles comes near, by the law of its period. Only a saddle-node whose other
 * eigenvalues are stable can be on a cycle that attracts; others stay as they are.
 */
export function onInvariantCircle(
  family: VectorFieldFamily,
  point: BifurcationPoint,
  folds: readonly EquilibriumEvent[],
  branches: readonly LimitCycleBranch[],
): BifurcationPoint {
  const { n, scale } = family;
  const fold = folds.find((f) => f.point.z[n] * scale[n] === point.parameter);
  if (fold === undefined || !fold.located || !othersStable(fold.point.eigenvalues)) return point;
  const model = modelAt(family, fold.point.z),
    y = statesOf(family, fold.point.z);
  const form = foldForm(model, y, family.parameters[0]);
  const { returns, time } = followUnstableHalf(model, y, form);
  const predicted = Math.PI / Math.sqrt(Math.abs(form.a * form.c));
  const law = snicPeriodLaw(
    family,
    fold.point.z,
    branches.flatMap(({ points }) => [points, [...points].reverse()]),
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
export function othersStable(eigenvalues: readonly Complex[]): boolean {
  const zero = eigenvalues.reduce((least, e) => (modulus(e) < modulus(least) ? e : least));
  return eigenvalues.every((e) => e === zero || e.re < 0);
}
