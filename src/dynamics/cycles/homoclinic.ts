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
  /** By how much it is longer than that of the cycle before, by which the parameter is told. */
  readonly growth: number;
  /** d ln|λ − λ_h|/dT, which the theory says is minus the unstable eigenvalue. */
  readonly rate: number;
  /** The longest cycle, by which the parameter is told. */
  readonly cycle: CyclePoint;
}

const periodGrowths = [1.12, 1.06, 1.03]; // the next where Newton's method fails, as of an orbit of several loops
const mostLonger = 40;
const still = 1e-12; // widths of the range of the parameter
const settled = 4; // points

/**
 * Where the parameter settles while the period grows without bound: at fixed periods, each longer than the last, until
 * the parameter no longer changes. λ(T) − λ_h ∝ e^{−λ_u T} (Kuznetsov 2004, 6.1), so few are needed, and where Newton's
 * method finds none beyond the branch, as of an orbit of many loops, the last ones on it do. Undefined if the slow part
 * of the orbit is not at a saddle.
 *
 * @param points of the branch, in the order that leads to its end
 */
export function homoclinicEnd(family: VectorFieldFamily, points: readonly CyclePoint[]): Homoclinic | undefined {
  const last = points[points.length - 1];
  const saddle = saddleNear(family, last.orbit);
  if (saddle === undefined) return undefined;
  const beyond = atLongerPeriods(family, last);
  const history = beyond.length > 1 ? beyond : settling(points);
  if (history.length < 2) return undefined;
  const [before, point] = history.slice(-2);
  const parameters = history.map((h) => h.orbit.parameter);
  const end = point.orbit.parameter;
  const error = remaining(history);
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
    growth: exp(point.orbit.logPeriod - before.orbit.logPeriod) - 1,
    rate: history.length > 3 ? log(second / first) / (T[1] - T[0]) : NaN,
    cycle: point,
  };
}

/** Cycles of ever longer periods, while the parameter changes less each time. */
function atLongerPeriods(family: VectorFieldFamily, last: CyclePoint): CyclePoint[] {
  const first = atPeriod(family, last, last.orbit.logPeriod);
  const history = first ? [first] : [];
  let change = Infinity;
  while (history.length > 0 && history.length <= mostLonger) {
    const point = history[history.length - 1];
    const next = longer(family, point);
    if (next === undefined) break;
    const now = Math.abs(next.orbit.parameter - point.orbit.parameter);
    if (now >= change) break; // rounding has the word
    change = now;
    history.push(next);
    if (now < still) break;
  }
  return history;
}

/** How far the parameter may still go: as far as in the last step, or in all further ones where these fall slowly. */
function remaining(history: readonly CyclePoint[]): number {
  const [a, b, c] = history.slice(-3).map(({ orbit }) => orbit.parameter);
  if (c === undefined) return Math.abs(b - a);
  const change = Math.abs(c - b),
    share = change / Math.abs(b - a);
  return change * Math.max(1, share / (1 - share));
}

/** The last points of a branch, if their periods grow and their parameter changes less each time. */
function settling(points: readonly CyclePoint[]): readonly CyclePoint[] {
  const tail = points.slice(-settled);
  const changes = tail.slice(1).map(({ orbit }, k) => Math.abs(orbit.parameter - tail[k].orbit.parameter));
  const grows = tail.slice(1).every(({ orbit }, k) => orbit.logPeriod > tail[k].orbit.logPeriod);
  return grows && changes.length > 1 && changes.slice(1).every((c, k) => c < 0.5 * changes[k]) ? tail : [];
}

function longer(family: VectorFieldFamily, point: CyclePoint): CyclePoint | undefined {
  for (const growth of periodGrowths) {
    const next = atPeriod(family, point, point.orbit.logPeriod + log(growth));
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The point at which the orbit is slowest. */
export function slowestPoint(family: VectorFieldFamily, { mesh, nodes, parameter, second }: Orbit): Float64Array {
  const { n, size } = family;
  const z = new Float64Array(size),
    f = new Float64Array(n),
    point = new Float64Array(n);
  z[n] = parameter;
  if (size > n + 1) z[n + 1] = second;
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
