import { newtonStep, type NewtonStep } from "./collocation.js";
import {
  atGaussPoints,
  degree,
  gaussWeights,
  innerProduct,
  lagrange,
  logPeriodWeight,
  parameterWeight,
  type Direction,
  type Orbit,
} from "./orbit-polynomial.js";
import type { Family } from "../system/vector-field-family.js";
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
export type Selection =
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
  family: Family,
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
  family: Family,
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

export const scaled = (d: Direction, factor: number): Direction => ({
  nodes: d.nodes.map((v) => v * factor),
  logPeriod: d.logPeriod * factor,
  parameter: d.parameter * factor,
});

export function moved(orbit: Orbit, direction: Direction, step: number): Orbit {
  return {
    mesh: orbit.mesh,
    nodes: orbit.nodes.map((v, k) => v + step * direction.nodes[k]),
    logPeriod: orbit.logPeriod + step * direction.logPeriod,
    parameter: orbit.parameter + step * direction.parameter,
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

/** The state at a fraction τ of the period, in [0, 1]. */
export function orbitAt(mesh: Float64Array, nodes: Float64Array, n: number, tau: number, out: Float64Array): void {
  let low = 0,
    high = mesh.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (mesh[middle] <= tau) low = middle;
    else high = middle - 1;
  }
  const { value } = lagrange((tau - mesh[low]) / (mesh[low + 1] - mesh[low]));
  for (let i = 0; i < n; i++) {
    out[i] = 0;
    for (let k = 0; k <= degree; k++) out[i] += value[k] * nodes[(low * degree + k) * n + i];
  }
}

/** A piecewise polynomial on another mesh. */
export function onMesh(from: Float64Array, nodes: Float64Array, n: number, to: Float64Array): Float64Array {
  const N = to.length - 1;
  const out = new Float64Array((N * degree + 1) * n);
  const point = new Float64Array(n);
  for (let j = 0; j < N; j++) {
    for (let k = 0; k < degree; k++) {
      orbitAt(from, nodes, n, to[j] + (k / degree) * (to[j + 1] - to[j]), point);
      out.set(point, (j * degree + k) * n);
    }
  }
  out.set(out.subarray(0, n), N * degree * n);
  return out;
}

export const fewestIntervals = 20;
export const mostIntervals = 400;

/**
 * A mesh on which the orbit has the same local error everywhere, estimated from its fifth derivative, itself the jump
 * of the fourth from interval to interval: Russell & Christiansen (1978) SIAM J. Numer. Anal. 15:59. `density` sets how
 * many intervals.
 */
export function adaptedMesh({ mesh, nodes }: Pick<Orbit, "mesh" | "nodes">, n: number, density: number): Float64Array {
  const N = mesh.length - 1;
  const fourth = new Float64Array(N * n); // fourth derivative, constant on each interval
  const weights = [1, -4, 6, -4, 1]; // fourth difference over spacing h/4
  for (let j = 0; j < N; j++) {
    const spacing = (mesh[j + 1] - mesh[j]) / degree;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k <= degree; k++) sum += weights[k] * nodes[(j * degree + k) * n + i];
      fourth[j * n + i] = sum / spacing ** 4;
    }
  }
  const jump = (j: number): number => {
    const a = (j + N) % N,
      b = (j + 1) % N;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (fourth[b * n + i] - fourth[a * n + i]) ** 2;
    return Math.sqrt(sum) / (0.5 * (mesh[a + 1] - mesh[a] + mesh[b + 1] - mesh[b]));
  };
  const need = new Float64Array(N);
  for (let j = 0; j < N; j++) need[j] = ((jump(j - 1) + jump(j)) / 2) ** (1 / (degree + 1));
  let total = 0;
  for (let j = 0; j < N; j++) total += need[j] * (mesh[j + 1] - mesh[j]);
  const floor = 0.1 * total + 1e-12; // nowhere more than about ten times as wide as on average
  total = 0;
  for (let j = 0; j < N; j++) total += Math.max(need[j], floor) * (mesh[j + 1] - mesh[j]);
  const count = Math.min(mostIntervals, Math.max(fewestIntervals, Math.ceil(total * density)));
  const result = new Float64Array(count + 1);
  result[count] = 1;
  for (let q = 1, j = 0, before = 0; q < count; q++) {
    const goal = (total * q) / count;
    let share = Math.max(need[j], floor) * (mesh[j + 1] - mesh[j]);
    while (before + share < goal && j < N - 1) {
      before += share;
      j++;
      share = Math.max(need[j], floor) * (mesh[j + 1] - mesh[j]);
    }
    result[q] = mesh[j] + ((goal - before) / share) * (mesh[j + 1] - mesh[j]);
  }
  return result;
}

const looks = 4 * degree; // within each interval, for the extremes
const atLooks: readonly Float64Array[] = Array.from({ length: looks }, (_, q) => lagrange(q / looks).value);

/**
 * Smallest and largest value of each state over the orbit, looked at 16 times in each interval of the mesh, and where
 * the first state is largest.
 */
export function extremes(
  { mesh, nodes }: Pick<Orbit, "mesh" | "nodes">,
  n: number,
): { readonly minimum: Float64Array; readonly maximum: Float64Array; readonly atMaximum: number } {
  const minimum = new Float64Array(n).fill(Infinity),
    maximum = new Float64Array(n).fill(-Infinity);
  let atMaximum = 0;
  for (let j = 0; j + 1 < mesh.length; j++) {
    for (let q = 0; q < looks; q++) {
      for (let i = 0; i < n; i++) {
        let value = 0;
        for (let k = 0; k <= degree; k++) value += atLooks[q][k] * nodes[(j * degree + k) * n + i];
        if (value < minimum[i]) minimum[i] = value;
        if (value <= maximum[i]) continue;
        maximum[i] = value;
        if (i === 0) atMaximum = mesh[j] + (q / looks) * (mesh[j + 1] - mesh[j]);
      }
    }
  }
  return { minimum, maximum, atMaximum };
}
