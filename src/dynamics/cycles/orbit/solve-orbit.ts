import { newtonStep, type Condition, type NewtonStep } from "./collocation.js";
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

/** A solved orbit with its tangent along the branch. */
export interface SolvedOrbit {
  readonly orbit: Orbit;
  /** Unit tangent of the branch. */
  readonly tangent: Direction;
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

/**
 * Newton's method on the collocation equations; undefined if it does not converge.
 * @param reference the orbit against which the phase is fixed, on the same mesh
 * @param closeness a correction no larger than this is the last one: what is left is of the size of its square
 */
export function solveOrbit(
  family: VectorFieldFamily,
  guess: Orbit,
  reference: Float64Array,
  selection: Selection,
  closeness: number,
): SolvedOrbit | undefined {
  const { n } = family;
  const { mesh } = guess;
  const slope = atGaussPoints(mesh, n, reference, "slope");
  const phase: Condition = {
    g: slope,
    logPeriod: 0,
    parameter: 0,
    target: integral(mesh, n, slope, atGaussPoints(mesh, n, reference, "value")),
  };
  const selected = conditionOf(selection, guess, n);
  let orbit = guess;
  let last = Infinity;
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const step = newtonStep(family, orbit, phase, selected);
    if (step === undefined) return undefined;
    const { correction } = step;
    const size = Math.max(largest(correction.nodes), Math.abs(correction.logPeriod), Math.abs(correction.parameter));
    if (!(size < 2)) return undefined;
    orbit = moved(orbit, correction, 1);
    if (size < closeness || (size < 1e-7 && size > 0.1 * last)) return finished(family, orbit, step, iterations);
    if (iterations > 3 && size > 0.9 * last) return undefined;
    last = size;
  }
  return undefined;
}

function conditionOf(selection: Selection, guess: Orbit, n: number): Condition {
  switch (selection.kind) {
    case "parameter":
      return { g: undefined, logPeriod: 0, parameter: 1, target: guess.parameter };
    case "period":
      return { g: undefined, logPeriod: 1, parameter: 0, target: guess.logPeriod };
    case "arclength": {
      const { from, direction, step } = selection;
      return {
        g: atGaussPoints(from.mesh, n, direction.nodes, "value"),
        logPeriod: logPeriodWeight * direction.logPeriod,
        parameter: parameterWeight * direction.parameter,
        target: innerProduct(from.mesh, n, direction, from) + step,
      };
    }
  }
}

function finished(family: VectorFieldFamily, orbit: Orbit, step: NewtonStep, iterations: number): SolvedOrbit {
  const tangent = step.tangent();
  const length = Math.sqrt(innerProduct(orbit.mesh, family.n, tangent, tangent));
  return {
    orbit,
    tangent: scaled(tangent, 1 / length),
    residual: step.residual,
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

/** Largest |u′ − T f(u)| of an orbit at the collocation points, per period, in widths of the ranges. */
export function residualOf(family: VectorFieldFamily, orbit: Orbit): number {
  const { n } = family;
  const phase = { g: atGaussPoints(orbit.mesh, n, orbit.nodes, "slope"), logPeriod: 0, parameter: 0, target: 0 };
  const fixed = { g: undefined, logPeriod: 0, parameter: 1, target: orbit.parameter };
  return newtonStep(family, orbit, phase, fixed)?.residual ?? Infinity;
}
