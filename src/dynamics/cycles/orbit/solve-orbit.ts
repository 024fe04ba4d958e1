import { newtonStep, type Condition, type NewtonStep } from "./collocation.js";
import {
  atGaussPoints,
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
  | ({ readonly kind: "arclength" } & Distance);

/** How far an orbit is from another along a direction. */
interface Distance {
  readonly from: Orbit;
  readonly direction: Direction;
  readonly step: number;
}

/** An orbit on the surface of those of two parameters. */
export interface SurfaceOrbit {
  readonly orbit: Orbit;
  /** How it changes with each of the two distances that it was asked for. */
  readonly rates: readonly [Direction, Direction];
  readonly residual: number;
  readonly iterations: number;
}

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
  const solved = newtonOrbit(family, guess, reference, [conditionOf(selection, guess, n)], closeness);
  if (solved === undefined) return undefined;
  const { orbit, step, iterations } = solved;
  const tangent = step.tangent(1);
  const length = Math.sqrt(innerProduct(orbit.mesh, n, tangent, tangent));
  return { orbit, tangent: scaled(tangent, 1 / length), residual: step.residual, iterations };
}

/** The same in a family of two parameters, at distances from an orbit along two directions. */
export function solveOnSurface(
  family: VectorFieldFamily,
  guess: Orbit,
  reference: Float64Array,
  distances: readonly [Distance, Distance],
  closeness: number,
): SurfaceOrbit | undefined {
  const conditions = distances.map((distance) => conditionOf({ kind: "arclength", ...distance }, guess, family.n));
  const solved = newtonOrbit(family, guess, reference, conditions, closeness);
  if (solved === undefined) return undefined;
  const { orbit, step, iterations } = solved;
  return { orbit, rates: [step.tangent(1), step.tangent(2)], residual: step.residual, iterations };
}

function newtonOrbit(
  family: VectorFieldFamily,
  guess: Orbit,
  reference: Float64Array,
  conditions: readonly Condition[],
  closeness: number,
): { readonly orbit: Orbit; readonly step: NewtonStep; readonly iterations: number } | undefined {
  const { n } = family;
  const { mesh } = guess;
  // ∫ u_ref·u_ref′ is the difference of |u_ref|²/2 between the ends of a period: 0
  const phase: Condition = { ...onNothing, g: atGaussPoints(mesh, n, reference, "slope") };
  let orbit = guess;
  let last = Infinity;
  for (let iterations = 1; iterations <= mostIterations; iterations++) {
    const step = newtonStep(family, orbit, phase, conditions);
    if (step === undefined) return undefined;
    const { nodes, logPeriod, parameter, second } = step.correction;
    const size = Math.max(largest(nodes), Math.abs(logPeriod), Math.abs(parameter), Math.abs(second));
    if (!(size < 2)) return undefined;
    orbit = moved(orbit, step.correction, 1);
    if (size < closeness || (size < 1e-7 && size > 0.1 * last)) return { orbit, step, iterations };
    if (iterations > 3 && size > 0.9 * last) return undefined;
    last = size;
  }
  return undefined;
}

const onNothing: Condition = { g: undefined, logPeriod: 0, parameter: 0, second: 0, target: 0 };

function conditionOf(selection: Selection, guess: Orbit, n: number): Condition {
  switch (selection.kind) {
    case "parameter":
      return { ...onNothing, parameter: 1, target: guess.parameter };
    case "period":
      return { ...onNothing, logPeriod: 1, target: guess.logPeriod };
    case "arclength": {
      const { from, direction, step } = selection;
      return {
        g: atGaussPoints(from.mesh, n, direction.nodes, "value"),
        logPeriod: logPeriodWeight * direction.logPeriod,
        parameter: parameterWeight * direction.parameter,
        second: parameterWeight * direction.second,
        target: innerProduct(from.mesh, n, direction, from) + step,
      };
    }
  }
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let k = 0; k < values.length; k++) most = Math.max(most, Math.abs(values[k]));
  return most;
}

/** Largest |u′ − T f(u)| of an orbit at the collocation points, per period, in widths of the ranges. */
export function residualOf(family: VectorFieldFamily, orbit: Orbit): number {
  const { n } = family;
  const phase = { ...onNothing, g: atGaussPoints(orbit.mesh, n, orbit.nodes, "slope") };
  const fixed = { ...onNothing, parameter: 1, target: orbit.parameter };
  return newtonStep(family, orbit, phase, [fixed])?.residual ?? Infinity;
}
