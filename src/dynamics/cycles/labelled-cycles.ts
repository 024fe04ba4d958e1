import { exp } from "../../numerics/elementary.js";
import { modulus } from "../../numerics/complex.js";
import { namedState } from "../system/kinds.js";
import type { BifurcationPoint } from "../system/diagram.js";
import type { BifurcationKind } from "../system/kinds.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import type { CycleEvent, CycleTest } from "./cycle-tests.js";
import type { LimitCycleBranch } from "./limit-cycle-branch.js";
import { extremes, orbitAt } from "./orbit/orbit-polynomial.js";

const kindOf: Readonly<Record<CycleTest, BifurcationKind>> = {
  fold: "fold of cycles",
  "period doubling": "period doubling",
  torus: "Neimark-Sacker",
};

/** The labelled points of a branch of cycles. */
export function labelledCycles(family: VectorFieldFamily, { special }: LimitCycleBranch): BifurcationPoint[] {
  return special.map((event) => labelled(family, event));
}

function labelled(family: VectorFieldFamily, { test, point, before, after, located }: CycleEvent): BifurcationPoint {
  const { model, n, scale } = family;
  const values = [before, point, after].map((p) => p.orbit.parameter * scale[n]);
  const top = new Float64Array(n);
  orbitAt(point.orbit.mesh, point.orbit.nodes, n, extremes(point.orbit, n).atMaximum, top);
  const critical = test === "period doubling" ? -1 : 1;
  const nearest = [...point.multipliers.nontrivial].sort(
    (a, b) => Math.abs(modulus(a) - 1) - Math.abs(modulus(b) - 1),
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
    period: exp(point.orbit.logPeriod),
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
