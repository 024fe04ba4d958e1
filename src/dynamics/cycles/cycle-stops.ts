import { log } from "../../numerics/elementary.js";
import type { Stop } from "../continuation/problem.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { atParameter, type CyclePoint } from "./cycle-point.js";
import { extent } from "./orbit/extremes.js";
import { halfwayDifference } from "./orbit/halfway.js";
import { atGaussPoints, degree, gaussWeights, type Direction, type Orbit } from "./orbit/orbit-polynomial.js";

/**
 * Why a branch of limit cycles ends, in words of its own: "small" at an Andronov-Hopf point, "halved" at a period
 * doubling, where the two turns of its cycle become one; "grazing" where the cycle touches the threshold of a reset.
 */
export type CycleEnd =
  | "small"
  | "halved"
  | "grazing"
  | "parameter settled"
  | "long period"
  | "outside"
  | "leaves the window"
  | "too steep";

const mostSteep = 120; // points on end along which the parameter stands still, while it is the orbit that changes
const steep = 1e-7; // of dλ/ds

/** Root mean square, in widths of the ranges: the end at an Andronov-Hopf point. */
export const smallAmplitude = 1e-3;
// change of the parameter, in widths of its range, for a period longer by a factor e: the end at a homoclinic orbit
const settled = 1e-7;
/** Times the shortest period on the branch. */
export const longestPeriod = 5000;
// from this multiple of the shortest period on, the law of the period may say where a branch ends
const lawful = { period: 60, points: 4, span: 0.4, agreement: 1e-6 };

/**
 * Why a branch ends with its last point, if it does.
 * @param range of the parameter, in the units of the family
 */
export function stopOf(
  family: VectorFieldFamily,
  points: readonly CyclePoint[],
  [low, high]: readonly [number, number],
): Stop<CyclePoint, CycleEnd> | undefined {
  const last = points[points.length - 1];
  const { orbit, tangent } = last;
  if (orbit.parameter < low || orbit.parameter > high) {
    const border = atParameter(family, last, orbit.parameter < low ? low : high);
    return { end: "outside", last: [border ?? last] };
  }
  if (leavesWindow(family, last)) return { end: "leaves the window" };
  const amplitude = amplitudeOf(orbit, tangent, family.n);
  if (amplitude.size < smallAmplitude && amplitude.rate < 0) return { end: "small" };
  if (isHalved(last, family.n)) return { end: "halved" };
  if (points.length > mostSteep && points.slice(-mostSteep).every((p) => Math.abs(p.tangent.parameter) < steep))
    return { end: "too steep" };
  const still = Math.abs(tangent.parameter) < settled * Math.abs(tangent.logPeriod);
  if (points.length > 5 && still && sameExtremes(points)) return { end: "parameter settled" };
  const shortest = Math.min(...points.map((point) => point.orbit.logPeriod));
  if (orbit.logPeriod > shortest + log(longestPeriod)) return { end: "long period" };
  if (orbit.logPeriod > shortest + log(lawful.period) && endIsClear(points)) return { end: "long period" };
  return points.length > 12 && returns(points, family.n) ? { end: "closed" } : undefined;
}

/** Whether the two halves of a cycle are about to become one. */
function isHalved({ orbit, tangent }: CyclePoint, n: number): boolean {
  if (n < 3) return false;
  const { size, rate } = halfwayDifference(orbit, tangent, n);
  return size < smallAmplitude && rate < 0;
}

/** The cycle reaches beyond the ranges of the model by more than their width. */
export function leavesWindow({ model, n, scale }: VectorFieldFamily, { orbit }: CyclePoint): boolean {
  const { low, high } = extent(orbit.nodes, n);
  return model.stateNames.some((name, i) => {
    const [from, to] = model.ranges[name];
    return low[i] * scale[i] < from - (to - from) || high[i] * scale[i] > to + (to - from);
  });
}

/** Root mean square deviation from the mean over the period, and its rate of change along the branch. */
export function amplitudeOf(
  { mesh, nodes }: Orbit,
  tangent: Direction,
  n: number,
): { readonly size: number; readonly rate: number } {
  const values = atGaussPoints(mesh, n, nodes, "value"),
    changes = atGaussPoints(mesh, n, tangent.nodes, "value");
  const points = values.length / n;
  const weights = Float64Array.from({ length: points }, (_, k) => {
    const j = Math.floor(k / degree);
    return (mesh[j + 1] - mesh[j]) * gaussWeights[k % degree];
  });
  let square = 0,
    product = 0;
  for (let i = 0; i < n; i++) {
    let mean = 0;
    for (let k = 0; k < points; k++) mean += weights[k] * values[k * n + i];
    for (let k = 0; k < points; k++) {
      const swing = weights[k] * (values[k * n + i] - mean);
      square += swing * (values[k * n + i] - mean);
      product += swing * changes[k * n + i];
    }
  }
  const size = Math.sqrt(square);
  return { size, rate: size > 0 ? product / size : 0 };
}

/**
 * While the period grows, the extremes do not change: the orbit only stays longer somewhere. In a canard explosion they
 * do.
 */
function sameExtremes(points: readonly CyclePoint[]): boolean {
  const [a, b] = points.slice(-2);
  const growth = Math.abs(b.orbit.logPeriod - a.orbit.logPeriod);
  return a.maximum.every((v, i) => Math.abs(v - b.maximum[i]) + Math.abs(a.minimum[i] - b.minimum[i]) < 0.01 * growth);
}

/**
 * Near a saddle-node on it a cycle has T ∝ 1/√|λ − λ_SN|, so each of the last points says λ_SN = λ + ½ dλ/d ln T. They
 * say the same where that is stationary, too, but not while the period grows by half.
 */
function endIsClear(points: readonly CyclePoint[]): boolean {
  const { logPeriod } = points[points.length - 1].orbit;
  const before = points.findLastIndex(({ orbit }) => orbit.logPeriod < logPeriod - lawful.span);
  if (before < 0) return false;
  const ends = points
    .slice(Math.min(before, points.length - lawful.points))
    .map(({ orbit, tangent }) => orbit.parameter + (0.5 * tangent.parameter) / tangent.logPeriod);
  return Math.max(...ends) - Math.min(...ends) < lawful.agreement;
}

/** The branch, or curve in two parameters, is back where it started, and goes the same way. */
export function returns(points: readonly CyclePoint[], n: number): boolean {
  const [first] = points;
  const [before, last] = points.slice(-2);
  if (!(last.tangent.parameter * first.tangent.parameter + last.tangent.second * first.tangent.second > 0))
    return false;
  const there = extent(last.orbit.nodes, n);
  const distance = ({ orbit }: CyclePoint): number => {
    const { low, high } = extent(orbit.nodes, n);
    return Math.hypot(
      last.orbit.parameter - orbit.parameter,
      last.orbit.second - orbit.second,
      0.3 * (last.orbit.logPeriod - orbit.logPeriod),
      ...high.map((v, i) => v - there.high[i]),
      ...low.map((v, i) => v - there.low[i]),
    );
  };
  return distance(first) < distance(before);
}
