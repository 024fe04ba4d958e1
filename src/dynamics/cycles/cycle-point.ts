import { modulus } from "../../numerics/complex.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { extremes } from "./orbit/extremes.js";
import { floquetMultipliers, type Multipliers } from "./orbit/floquet.js";
import { adaptedMesh, onMesh } from "./orbit/mesh.js";
import { propagators } from "./orbit/propagators.js";
import { innerProduct, moved, scaled, type Direction, type Orbit } from "./orbit/orbit-polynomial.js";
import { solveOrbit, type SolvedOrbit } from "./orbit/solve-orbit.js";

/** Where a step along a branch of cycles starts: at an orbit, or at an equilibrium as the orbit of no size. */
export interface CycleStart {
  readonly orbit: Orbit;
  /** Unit direction of the branch. */
  readonly tangent: Direction;
  /** Nodes of the orbit whose phase the next one takes; its own by default. */
  readonly reference?: Float64Array;
}

/** A limit cycle on a branch. */
export interface CyclePoint extends SolvedOrbit, CycleStart {
  /** Smallest and largest value of each state, in the units of the family: like what follows worked out when asked. */
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
  /** Where the first state is largest, as a fraction of the period. */
  readonly atMaximum: number;
  readonly multipliers: Multipliers;
  /** Number of Floquet multipliers outside the unit circle. */
  readonly unstable: number;
}

/** How fine a mesh is, and how exact the multipliers of an orbit on it. */
export interface Fineness {
  /** Intervals of the mesh for each unit of ∫|u⁽⁵⁾|^(1/5). */
  readonly density: number;
  /** Of the propagators, as `propagators` has it. */
  readonly precision: number;
  /** Of Newton's method, as `solveOrbit` has it. */
  readonly closeness: number;
}

/** On which branches are followed: folds of the Hodgkin-Huxley cycles come out right to 3e-9. */
export const onBranches: Fineness = { density: 4, precision: 1e-4, closeness: 1e-7 };
/** On which it is seen which cycles there are: a branch ends at its Andronov-Hopf point to 1e-4 of the range. */
export const onSurveys: Fineness = { density: 2, precision: 1e-4, closeness: 3e-3 };
/** On which what happens on a branch is located: those folds come out right to 2e-11. */
export const fine: Fineness = { density: 8, precision: 1e-8, closeness: 1e-11 };

/** A solved orbit with what branches keep of it. */
export function cyclePoint(family: VectorFieldFamily, solved: SolvedOrbit, { precision }: Fineness): CyclePoint {
  const { orbit } = solved;
  let span: ReturnType<typeof extremes> | undefined, known: Multipliers | undefined;
  const extent = (): ReturnType<typeof extremes> => (span ??= extremes(orbit, family.n));
  const multipliers = (): Multipliers => {
    if (known) return known;
    const { matrices, directions } = propagators(family, orbit, precision);
    return (known = floquetMultipliers(matrices, family.n, directions));
  };
  return {
    ...solved,
    get minimum() {
      return extent().minimum;
    },
    get maximum() {
      return extent().maximum;
    },
    get atMaximum() {
      return extent().atMaximum;
    },
    get multipliers() {
      return multipliers();
    },
    get unstable() {
      return multipliers().nontrivial.filter((m) => modulus(m) > 1).length;
    },
  };
}

/** |trivial multiplier − 1|, the measure of how much the others are to be believed. */
export const trivialError = ({ multipliers: { trivial } }: CyclePoint): number =>
  Math.hypot(trivial.re - 1, trivial.im);

/** The same cycle, for following its branch the other way; what is worked out once stays. */
export function theOtherWay(point: CyclePoint): CyclePoint {
  const { orbit, tangent, residual, iterations } = point;
  return {
    ...{ orbit, residual, iterations, tangent: scaled(tangent, -1) },
    get minimum() {
      return point.minimum;
    },
    get maximum() {
      return point.maximum;
    },
    get atMaximum() {
      return point.atMaximum;
    },
    get multipliers() {
      return point.multipliers;
    },
    get unstable() {
      return point.unstable;
    },
  };
}

/**
 * The cycle at a given parameter, by Newton's method from a nearby one, on a mesh of its own, its tangent along that of
 * the other.
 */
export function atParameter(
  family: VectorFieldFamily,
  { orbit, tangent }: SolvedOrbit,
  parameter: number,
  fineness: Fineness = onBranches,
): CyclePoint | undefined {
  const mesh = adaptedMesh(orbit, family.n, fineness.density);
  const share = Math.abs(tangent.parameter) > 1e-6 ? (parameter - orbit.parameter) / tangent.parameter : 0;
  const guess = moved(orbit, tangent, Math.abs(share) < 0.2 ? share : 0);
  const nodes = onMesh(orbit.mesh, guess.nodes, family.n, mesh);
  const start = { ...guess, mesh, nodes, parameter };
  const solved = solveOrbit(family, start, nodes, { kind: "parameter" }, fineness.closeness);
  if (solved === undefined) return undefined;
  const like = { ...tangent, nodes: onMesh(orbit.mesh, tangent.nodes, family.n, mesh) };
  const against = innerProduct(mesh, family.n, solved.tangent, like) < 0;
  return cyclePoint(family, against ? { ...solved, tangent: scaled(solved.tangent, -1) } : solved, fineness);
}

/** The cycle of a given period, ln ms, by Newton's method from one of a similar period, on a fine mesh. */
export function atPeriod(family: VectorFieldFamily, { orbit }: SolvedOrbit, logPeriod: number): CyclePoint | undefined {
  const mesh = adaptedMesh(orbit, family.n, fine.density);
  const nodes = onMesh(orbit.mesh, orbit.nodes, family.n, mesh);
  const start = { ...orbit, mesh, nodes, logPeriod };
  const solved = solveOrbit(family, start, nodes, { kind: "period" }, fine.closeness);
  return solved && cyclePoint(family, solved, fine);
}

/** The same period and extremes, to a tolerance in widths of the ranges. */
export function sameCycle(n: number, a: CyclePoint, orbit: Orbit, tolerance: number): boolean {
  if (Math.abs(a.orbit.logPeriod - orbit.logPeriod) > 5 * tolerance) return false;
  const { minimum, maximum } = extremes(orbit, n);
  return minimum.every(
    (v, i) => Math.abs(v - a.minimum[i]) < tolerance && Math.abs(maximum[i] - a.maximum[i]) < tolerance,
  );
}
