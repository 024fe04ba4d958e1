import { newtonStep, type NewtonStep } from "./collocation.js";
import {
  atGaussPoints,
  degree,
  gaussWeights,
  innerProduct,
  logPeriodWeight,
  moved,
  parameterWeight,
  scaled,
  type Direction,
  type Orbit,
} from "./orbit-polynomial.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { floquetMultipliers, type Multipliers } from "./floquet.js";

/** A solved orbit with its tangent along the branch and its stability. */
export interface SolvedOrbit {
  readonly orbit: Orbit;
  /** Unit tangent of the branch. */
  readonly tangent: Direction;
  readonly multipliers: Multipliers;
  /** Largest |u′ − T f(u)| at the collocation points, per period, in widths of the ranges. */
  readonly residual: number;
  readonly iterations: number;
}

/** What fixes the member of the family: its parameter, its period, or its distance along a direction. */
type Selection =
  | { readonly kind: "parameter" }
  | { readonly kind: "period" }
  | { readonly kind: "arclength"; readonly from: Orbit; readonly direction: Direction; readonly step: number };

const mostIterations = 10;
const smallEnough = 1e-11;

/**
 * Newton's method on the collocation equations; undefined if it does not converge.
 * @param reference the orbit against which the phase is fixed, on the same mesh
 */
export function solveOrbit(
  family: VectorFieldFamily,
  guess: Orbit,
  reference: Float64Array,
  selection: Selection,
): SolvedOrbit | undefined {
  const { n } = family;
  const { mesh } = guess;
  const slope = atGaussPoints(mesh, n, reference, "slope");
  const referenceValue = atGaussPoints(mesh, n, reference, "value");
  const along =
    selection.kind === "arclength"
      ? atGaussPoints(mesh, n, selection.direction.nodes, "value")
      : new Float64Array(slope.length);
  let orbit = guess;
  let last = Infinity;
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const value = atGaussPoints(mesh, n, orbit.nodes, "value");
    const phase = {
      g: slope,
      logPeriod: 0,
      parameter: 0,
      defect: integral(
        mesh,
        n,
        slope,
        value.map((v, k) => v - referenceValue[k]),
      ),
    };
    const step = newtonStep(family, orbit, phase, selectionFunctional(orbit, selection, along, n));
    if (step === undefined) return undefined;
    const { correction } = step;
    const size = Math.max(largest(correction.nodes), Math.abs(correction.logPeriod), Math.abs(correction.parameter));
    if (!(size < 2)) return undefined;
    orbit = moved(orbit, correction, 1);
    if (size < smallEnough || (size < 1e-7 && size > 0.1 * last)) return finished(family, orbit, step, iterations);
    if (iterations > 3 && size > 0.9 * last) return undefined;
    last = size;
  }
  return undefined;
}

function selectionFunctional(
  orbit: Orbit,
  selection: Selection,
  along: Float64Array,
  n: number,
): { g: Float64Array; logPeriod: number; parameter: number; defect: number } {
  if (selection.kind !== "arclength")
    return {
      g: along,
      logPeriod: selection.kind === "period" ? 1 : 0,
      parameter: selection.kind === "period" ? 0 : 1,
      defect: 0,
    };
  const { from, direction, step } = selection;
  const gap: Direction = {
    nodes: orbit.nodes.map((v, k) => v - from.nodes[k]),
    logPeriod: orbit.logPeriod - from.logPeriod,
    parameter: orbit.parameter - from.parameter,
  };
  return {
    g: along,
    logPeriod: logPeriodWeight * direction.logPeriod,
    parameter: parameterWeight * direction.parameter,
    defect: innerProduct(orbit.mesh, n, direction, gap) - step,
  };
}

function finished(
  family: VectorFieldFamily,
  orbit: Orbit,
  { tangent, transfer, residual }: NewtonStep,
  iterations: number,
): SolvedOrbit {
  const length = Math.sqrt(innerProduct(orbit.mesh, family.n, tangent, tangent));
  return {
    orbit,
    tangent: scaled(tangent, 1 / length),
    multipliers: floquetMultipliers(transfer, family.n),
    residual,
    iterations,
  };
}

/** ∫ a·b dτ, both given at the Gauss points. */
function integral(mesh: Float64Array, n: number, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0, k = 0; j + 1 < mesh.length; j++) {
    for (let l = 0; l < degree; l++)
      for (let i = 0; i < n; i++, k++) sum += (mesh[j + 1] - mesh[j]) * gaussWeights[l] * a[k] * b[k];
  }
  return sum;
}

const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
