import type { Complex } from "../../../numerics/complex.js";
import { log } from "../../../numerics/elementary.js";
import { branchFrom, branchThrough, type Branch } from "../../continuation/branch.js";
import type { ContinuationProblem, Stop } from "../../continuation/problem.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { cyclePoint, theOtherWay, type CyclePoint, type Fineness } from "../cycle-point.js";
import { amplitudeOf, leavesWindow, longestPeriod, returns, smallAmplitude } from "../cycle-stops.js";
import { longestStepFrom } from "../limit-cycle-branch.js";
import { onMesh } from "../orbit/mesh.js";
import { innerProduct, type Direction } from "../orbit/orbit-polynomial.js";
import type { SurfaceOrbit } from "../orbit/solve-orbit.js";
import { curveTests, functionOf, saddleBy, turnOf, type CycleCurveKind, type CycleCurveTest } from "./curve-kinds.js";
import { chartOnMesh, frameAt, onSurface, type Chart, type Placed } from "./surface.js";

/**
 * Why such a curve ends: "small" in an equilibrium, at a Bautin point; "no saddle" that is still homoclinic to one;
 * "flat" where folds of long cycles and homoclinic orbits are the same to rounding.
 */
export type CycleCurveEnd = "outside" | "leaves the window" | "small" | "long period" | "no saddle" | "flat";

/** Where a step along a curve starts. */
interface CurveStart {
  readonly chart: Chart;
  /** How fast the function that is zero along the curve grows along the normal; not known at a first start. */
  readonly slope?: number;
}

/** A cycle on a curve; the tangent of the cycle is that of the curve. */
export interface CycleCurvePoint extends CurveStart {
  readonly cycle: CyclePoint;
  readonly slope: number;
  /** Of a homoclinic orbit: the eigenvalues, 1/ms, of the saddle by which it passes, if it does. */
  readonly saddle: readonly Complex[] | undefined;
}

/** A curve of cycles that bifurcate, in two parameters. */
export interface CycleCurve extends Branch<CycleCurvePoint, CycleCurveTest, CycleCurveEnd> {
  readonly kind: CycleCurveKind;
}

type CurveProblem = ContinuationProblem<CycleCurvePoint, CycleCurveTest, CycleCurveEnd, CurveStart>;

const onCurves: Fineness = { density: 4, precision: 1e-6, closeness: 1e-9 };
const firstStep = 0.01;
const longestStep = 0.06;
const smallestStep = 1e-5;
const mostPoints = 400; // each way
const mostWork = 4e6; // some three seconds, for all curves of a plane together
const leastCosine = 0.9;
const growth = 1.5; // of a step after one that was easy
const longestJump = 0.2; // of ln period in a step
const exactly = 1e-9; // along the normal
// of the function, and what may be left along the normal where it says no more: along a canard it hardly changes
const rounding = { value: 1e-11, across: 1e-5 };
const flat = 1e-6; // of the slope of the projected area, of which what is left is rounding
const mostCorrections = 7;
const probe = 1e-4; // along a direction, for a derivative

/** The curve of one kind through a cycle, followed both ways; its chart need not be along the curve. */
export function cycleCurveThrough(
  plane: VectorFieldFamily,
  kind: CycleCurveKind,
  chart: Chart,
  ranges: readonly (readonly [number, number])[],
): CycleCurve | undefined {
  const target = { kind, zero: functionOf(plane, kind, chart.orbit) };
  const start = straightened(plane, target, chart);
  return start && { kind, ...branchThrough(curveProblem(plane, target, ranges), start) };
}

/** The curve that begins at a cycle of no size. */
export const cycleCurveFrom = (
  plane: VectorFieldFamily,
  kind: CycleCurveKind,
  chart: Chart,
  ranges: readonly (readonly [number, number])[],
): CycleCurve => {
  const target = { kind, zero: functionOf(plane, kind, chart.orbit) };
  return { kind, ...branchFrom(curveProblem(plane, target, ranges), { chart }) };
};

/** What a curve is, and the number that is zero along it. */
interface Target {
  readonly kind: CycleCurveKind;
  readonly zero: (at: SurfaceOrbit) => number;
}

/**
 * Curves on the surface of the cycles of two parameters: on it a cycle is told by two distances from a known one, and a
 * bifurcation is where one function of these is zero. So a step along the curve solves for cycles, as a step along a
 * branch does, and for one number by secants. A fold is where the surface is projected on the plane of the parameters
 * without area; a period doubling where a multiplier is −1; a homoclinic orbit, all but, where the period is long.
 */
function curveProblem(
  plane: VectorFieldFamily,
  target: Target,
  ranges: readonly (readonly [number, number])[],
): CurveProblem {
  const { n, work } = plane;
  return {
    advance(from, distance) {
      const found = pointAt(plane, target, from, distance);
      if (found === undefined) return undefined;
      const { point, corrections } = found;
      const { orbit, tangent } = from.chart;
      const turned = innerProduct(orbit.mesh, n, point.chart.tangent, tangent) < leastCosine;
      const jumped = Math.abs(point.cycle.orbit.logPeriod - orbit.logPeriod) > longestJump;
      // multipliers that met at 1 or −1 are real, and no torus is born there: steps shorten up to that end of the curve
      const noTorus = target.kind === "Neimark-Sacker" && Math.abs(turnOf(point.cycle)) >= 1;
      return turned || jumped || noTorus ? undefined : { point, growth: corrections <= 2 ? growth : 1 };
    },
    prepare: ({ chart, slope }) => ({ chart: chartOnMesh(n, chart, onCurves.density), slope }),
    between(a, b) {
      const from = { chart: chartOnMesh(n, a.chart, onCurves.density), slope: a.slope };
      const length = distanceAlong(from.chart, b, n);
      return (share) => pointAt(plane, target, from, share * length)?.point;
    },
    reversed: ({ cycle, chart, slope, saddle }) => {
      const back = theOtherWay(cycle);
      return {
        cycle: back,
        chart: { orbit: chart.orbit, tangent: back.tangent, normal: opposite(chart.normal) },
        slope: -slope,
        saddle,
      };
    },
    steps: {
      first: firstStep,
      longest: ({ chart }) => longestStepFrom(chart, n, longestStep),
      smallest: smallestStep,
      mostPoints,
      work: { counter: work, most: mostWork },
    },
    stop: ({ points }) => stopOf(plane, target.kind, points, ranges),
    tests: curveTests(target.kind),
    precision: 1e-9,
  };
}

const opposite = (d: Direction): Direction => ({
  nodes: d.nodes.map((v) => -v),
  logPeriod: -d.logPeriod,
  parameter: -d.parameter,
  second: -d.second,
});

/** A cycle on the surface with the function there. */
interface Tried extends Placed {
  readonly at: SurfaceOrbit;
  readonly value: number;
}

/** The point of the curve at a distance along the tangent of a chart. */
function pointAt(
  plane: VectorFieldFamily,
  target: Target,
  { chart, slope: known }: CurveStart,
  along: number,
): { readonly point: CycleCurvePoint; readonly corrections: number } | undefined {
  const tried = (place: number, across: number, near?: Tried): Tried | undefined => {
    const at = onSurface(plane, chart, [place, across], onCurves, near);
    return at && { at, along: place, across, value: target.zero(at) };
  };
  const first = tried(along, 0);
  const second = known === undefined && first ? tried(along, probe, first) : undefined;
  let slope = known ?? (first && second ? (second.value - first.value) / probe : NaN);
  let here = first;
  let corrections = 0;
  for (; here !== undefined; corrections++) {
    const change = -here.value / slope;
    if (!(Math.abs(here.across + change) < 2 * Math.abs(along) + probe) || corrections === mostCorrections)
      return undefined;
    const settled = Math.abs(here.value) < rounding.value && Math.abs(change) < rounding.across;
    if (Math.abs(change) < exactly || settled) break;
    const next = tried(along, here.across + change, here);
    if (next && next.value !== here.value) slope = (next.value - here.value) / change;
    here = next;
  }
  const ahead = here && tried(along + probe, here.across, here);
  if (here === undefined || ahead === undefined) return undefined;
  const point = describedPoint(plane, target, here.at, [(ahead.value - here.value) / probe, slope]);
  return { point, corrections };
}

function describedPoint(
  plane: VectorFieldFamily,
  { kind }: Target,
  at: SurfaceOrbit,
  gradient: readonly [number, number],
): CycleCurvePoint {
  const { tangent, normal, slope } = frameAt(plane, at, gradient);
  const cycle = cyclePoint(plane, { ...at, tangent }, onCurves);
  const saddle = kind === "saddle homoclinic" ? saddleBy(plane, at.orbit) : undefined;
  return { cycle, chart: { orbit: at.orbit, tangent, normal }, slope, saddle };
}

/** The cycle of a chart, brought to the curve near by, with a chart along the curve. */
function straightened(plane: VectorFieldFamily, target: Target, chart: Chart): CycleCurvePoint | undefined {
  const values = [
    [0, 0],
    [probe, 0],
    [0, probe],
  ].map(([along, across]) => {
    const at = onSurface(plane, chart, [along, across], onCurves);
    return at && { at, value: target.zero(at) };
  });
  const [here, ahead, aside] = values;
  if (!here || !ahead || !aside) return undefined;
  const gradient = [(ahead.value - here.value) / probe, (aside.value - here.value) / probe] as const;
  const rough = describedPoint(plane, target, here.at, gradient);
  return pointAt(plane, target, rough, 0)?.point;
}

/** How far a cycle is from that of a chart along its tangent. */
function distanceAlong({ orbit, tangent }: Chart, { cycle }: CycleCurvePoint, n: number): number {
  const { mesh } = orbit;
  const other = { ...cycle.orbit, nodes: onMesh(cycle.orbit.mesh, cycle.orbit.nodes, n, mesh) };
  return innerProduct(mesh, n, tangent, other) - innerProduct(mesh, n, tangent, orbit);
}

function stopOf(
  plane: VectorFieldFamily,
  kind: CycleCurveKind,
  points: readonly CycleCurvePoint[],
  ranges: readonly (readonly [number, number])[],
): Stop<CycleCurvePoint, CycleCurveEnd> | undefined {
  const { n, scale } = plane;
  const cycles = points.map(({ cycle }) => cycle);
  const last = cycles[cycles.length - 1];
  const { orbit, tangent } = last;
  const inside = [orbit.parameter, orbit.second].every(
    (v, k) => v * scale[n + k] >= ranges[k][0] && v * scale[n + k] <= ranges[k][1],
  );
  if (!inside) return { end: "outside", last: [] };
  if (leavesWindow(plane, last)) return { end: "leaves the window" };
  if (kind === "saddle homoclinic" && points[points.length - 1].saddle === undefined)
    return { end: "no saddle", last: [] };
  if (kind === "fold of cycles" && Math.abs(points[points.length - 1].slope) < flat) return { end: "flat", last: [] };
  const amplitude = amplitudeOf(orbit, tangent, n);
  if (amplitude.size < smallAmplitude && amplitude.rate < 0) return { end: "small" };
  const shortest = Math.min(...cycles.map((cycle) => cycle.orbit.logPeriod));
  if (orbit.logPeriod > shortest + log(longestPeriod)) return { end: "long period" };
  return cycles.length > 12 && returns(cycles, plane.n) ? { end: "closed" } : undefined;
}
