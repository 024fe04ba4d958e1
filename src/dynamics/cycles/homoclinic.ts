import { exp, log } from "../../numerics/elementary.js";
import { norm } from "../../numerics/dense.js";
import type { Complex } from "../../numerics/complex.js";
import { equilibriaNear } from "../equilibria/equilibria.js";
import { modelAt, statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";
import { atPeriod, type CyclePoint } from "./cycle-point.js";
import { orbitAt, type Orbit } from "./orbit/orbit-polynomial.js";

/** The orbit to a saddle in which a branch of cycles ends. */
export interface Homoclinic {
  /** In the units of the family. */
  readonly parameter: number;
  readonly bracket: readonly [number, number];
  readonly saddle: Float64Array;
  readonly eigenvalues: readonly Complex[];
  readonly period: number;
  /** d ln|λ − λ_h|/dT, which the theory says is minus the unstable eigenvalue. */
  readonly rate: number;
}

const periodGrowth = 1.12;

/**
 * Where the parameter settles while the period grows without bound: at fixed periods, each longer than the last, until
 * the parameter no longer changes. λ(T) − λ_h ∝ e^{−λ_u T} (Kuznetsov 2004, 6.1), so few are needed. Undefined if the
 * slow part of the orbit is not at a saddle.
 */
export function homoclinicEnd(family: VectorFieldFamily, last: CyclePoint): Homoclinic | undefined {
  let point = atPeriod(family, last, last.orbit.logPeriod);
  if (point === undefined) return undefined;
  const saddle = saddleNear(family, point.orbit);
  if (saddle === undefined) return undefined;
  const history = [point];
  for (let k = 0; k < 12; k++) {
    const next = atPeriod(family, point, point.orbit.logPeriod + log(periodGrowth));
    if (next === undefined) break;
    const before =
      history.length > 1 ? Math.abs(point.orbit.parameter - history[history.length - 2].orbit.parameter) : Infinity;
    const change = Math.abs(next.orbit.parameter - point.orbit.parameter);
    if (change >= before) break; // rounding has the word
    history.push(next);
    point = next;
  }
  if (history.length < 2) return undefined;
  const parameters = history.map((h) => h.orbit.parameter);
  const end = parameters[parameters.length - 1];
  const error = Math.abs(end - parameters[parameters.length - 2]);
  const at = saddleNear(family, point.orbit) ?? saddle;
  const T = history.map((h) => exp(h.orbit.logPeriod));
  const first = Math.abs(parameters[0] - end),
    second = Math.abs(parameters[1] - end);
  return {
    parameter: end,
    bracket: [end - error, end + error],
    saddle: statesOf(family, at.z),
    eigenvalues: at.eigenvalues,
    period: T[T.length - 1],
    rate: history.length > 3 ? log(second / first) / (T[1] - T[0]) : NaN,
  };
}

/** The point at which the orbit is slowest. */
export function slowestPoint(family: VectorFieldFamily, { mesh, nodes, parameter }: Orbit): Float64Array {
  const { n } = family;
  const z = new Float64Array(n + 1),
    f = new Float64Array(n),
    point = new Float64Array(n);
  z[n] = parameter;
  let best = Infinity,
    slowest = z;
  for (let k = 0; k < 2000; k++) {
    orbitAt(mesh, nodes, n, k / 2000, point);
    z.set(point);
    family.field(z, f);
    if (norm(f) < best) [best, slowest] = [norm(f), z.slice()];
  }
  return slowest;
}

/** The saddle nearest to the point at which the orbit is slowest. */
function saddleNear(
  family: VectorFieldFamily,
  orbit: Orbit,
): { readonly z: Float64Array; readonly eigenvalues: readonly Complex[] } | undefined {
  const { n, scale, model } = family;
  const slowest = slowestPoint(family, orbit);
  const distance = (z: Float64Array): number => norm(z.map((v, i) => v - slowest[i]));
  const saddles = equilibriaNear(modelAt(family, slowest))
    .filter(({ kind }) => kind === "saddle")
    .map(({ state, eigenvalues }) => ({
      z: Float64Array.from(slowest, (v, i) => (i < n ? state[model.stateNames[i]] / scale[i] : v)),
      eigenvalues,
    }));
  const nearest = saddles.reduce<(typeof saddles)[number] | undefined>(
    (best, s) => (best === undefined || distance(s.z) < distance(best.z) ? s : best),
    undefined,
  );
  return nearest && distance(nearest.z) < 0.1 ? nearest : undefined;
}
