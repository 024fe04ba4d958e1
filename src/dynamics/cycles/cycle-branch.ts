import { bracketedRoot } from "../../numerics/root.js";
import { innerProduct, type Direction, type Orbit } from "./orbit-polynomial.js";
import type { Family } from "../system/vector-field-family.js";
import { adaptedMesh, extremes, moved, onMesh, scaled, solveOrbit, type SolvedOrbit } from "./orbit.js";
import type { Complex } from "../../numerics/complex.js";

/** A cycle on a branch. */
export interface CyclePoint extends SolvedOrbit {
  /** Smallest and largest value of each state, in the units of the family. */
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
  /** Number of Floquet multipliers outside the unit circle. */
  readonly unstable: number;
}

export const cycleTests = ["fold", "period doubling", "torus"] as const;
export type CycleTest = (typeof cycleTests)[number];

export interface CycleEvent {
  readonly test: CycleTest;
  /** Position along the branch, in points. */
  readonly index: number;
  readonly point: CyclePoint;
  readonly before: CyclePoint;
  readonly after: CyclePoint;
  readonly located: boolean;
}

export type CycleEnd =
  | "small"
  | "parameter settled"
  | "long period"
  | "outside"
  | "leaves the window"
  | "closed"
  | "step too small"
  | "too many points"
  | "too much work";

export interface CycleCurve {
  readonly points: readonly CyclePoint[];
  readonly events: readonly CycleEvent[];
  readonly end: CycleEnd;
}

/**
 * Where a branch starts: an orbit (or, at an Andronov-Hopf point, an equilibrium), and the direction in which it goes
 * on.
 */
export interface CycleStart {
  readonly orbit: Orbit;
  readonly direction: Direction;
  /** The orbit whose phase the first one takes. */
  readonly reference: Float64Array;
}

const firstStep = 0.01;
const longestStep = 0.04;
const smallestStep = 1e-6;
const mostPoints = 800;
// about eight times that of the Hodgkin-Huxley diagram, some ten seconds, for all branches of a diagram together
const mostWork = 3e6;
// intervals for each unit of ∫|u⁽⁵⁾|^(1/5): folds of the Hodgkin-Huxley cycles come out right to 3e-9,
const meshDensity = 4;
const eventDensity = 8; // and to 2e-11 on this one, on which events are located
const smallAmplitude = 1e-3; // root mean square, in widths of the ranges: the end at an Andronov-Hopf point
// change of the parameter, in widths of its range, for a period longer by a factor e: the end at a homoclinic orbit
const settled = 1e-7;
const vertical = 1e-5; // of dλ/ds: below this its sign may be rounding
const longestPeriod = 200; // times the shortest period on the branch

/**
 * Follows a branch of cycles by pseudo-arclength continuation. Where it nears an Andronov-Hopf point its amplitude
 * vanishes, where it nears a homoclinic orbit its period grows while its parameter settles: it ends there, before
 * rounding makes folds that do not exist.
 *
 * @param range of the parameter, in the units of the family
 */
export function followCycles(family: Family, start: CycleStart, range: readonly [number, number]): CycleCurve {
  const points: CyclePoint[] = [];
  const events: CycleEvent[] = [];
  const done = (end: CycleEnd): CycleCurve => ({ points, events, end });
  let { orbit, direction, reference } = start;
  const limit = family.work.done + (mostWork - family.work.done) / 2; // so that one wild branch leaves time for the others
  const swing = amplitudeOf(orbit, direction, family.n);
  let step = swing.rate < 0 ? Math.min(firstStep, (0.6 * swing.size) / -swing.rate) : firstStep;
  let shortest = Infinity;
  while (points.length < mostPoints) {
    if (family.work.done > limit) return done("too much work");
    const solved = solveOrbit(family, moved(orbit, direction, step), reference, {
      kind: "arclength",
      from: orbit,
      direction,
      step,
    });
    const previous = points[points.length - 1];
    if (solved === undefined || turned(solved, orbit, direction, family.n) || jumped(previous, solved)) {
      step /= 2;
      if (step < smallestStep) return done("step too small");
      continue;
    }
    const point = cyclePoint(family, solved);
    if (previous)
      for (const test of testsIn(family.n))
        if (changesSign(test, previous, point))
          events.push(locate(family, test, { orbit, direction, reference }, previous, point, step, points.length - 1));
    points.push(point);
    const { parameter, logPeriod } = point.orbit;
    shortest = Math.min(shortest, logPeriod);
    if (parameter < range[0] || parameter > range[1]) {
      const border = atParameter(family, point, parameter < range[0] ? range[0] : range[1]);
      if (border) points[points.length - 1] = border;
      return done("outside");
    }
    if (leavesWindow(family, point)) return done("leaves the window");
    const amplitude = amplitudeOf(point.orbit, point.tangent, family.n);
    if (amplitude.size < smallAmplitude && amplitude.rate < 0) return done("small");
    if (
      points.length > 5 &&
      Math.abs(point.tangent.parameter) < settled * Math.abs(point.tangent.logPeriod) &&
      sameExtremes(points)
    )
      return done("parameter settled");
    if (logPeriod > shortest + Math.log(longestPeriod)) return done("long period");
    if (points.length > 12 && returns(points)) return done("closed");
    if (solved.iterations <= 4) step = Math.min(longestStep, 1.6 * step);
    if (amplitude.rate < 0) step = Math.min(step, (0.6 * amplitude.size) / -amplitude.rate); // do not run through zero amplitude
    const mesh = adaptedMesh(point.orbit, family.n, meshDensity);
    orbit = { ...point.orbit, mesh, nodes: onMesh(point.orbit.mesh, point.orbit.nodes, family.n, mesh) };
    reference = orbit.nodes;
    direction = { ...point.tangent, nodes: onMesh(point.orbit.mesh, point.tangent.nodes, family.n, mesh) };
    direction = scaled(direction, 1 / Math.sqrt(innerProduct(mesh, family.n, direction, direction)));
  }
  return done("too many points");
}

export function cyclePoint(family: Family, solved: SolvedOrbit): CyclePoint {
  const { minimum, maximum } = extremes(solved.orbit, family.n);
  return {
    ...solved,
    minimum,
    maximum,
    unstable: solved.multipliers.nontrivial.filter((m) => Math.hypot(m.re, m.im) > 1).length,
  };
}

/** The cycle at a given parameter, by Newton's method from a nearby one, on a mesh of its own. */
export function atParameter(
  family: Family,
  near: SolvedOrbit,
  parameter: number,
  density: number = meshDensity,
): CyclePoint | undefined {
  const { orbit, tangent } = near;
  const mesh = adaptedMesh(orbit, family.n, density);
  const share = Math.abs(tangent.parameter) > 1e-6 ? (parameter - orbit.parameter) / tangent.parameter : 0;
  const guess = moved(orbit, tangent, Math.abs(share) < 0.2 ? share : 0);
  const nodes = onMesh(orbit.mesh, guess.nodes, family.n, mesh);
  const solved = solveOrbit(family, { mesh, nodes, logPeriod: guess.logPeriod, parameter }, nodes, {
    kind: "parameter",
  });
  return solved && cyclePoint(family, solved);
}

/** The cycle reaches beyond the ranges of the model by more than their width. */
function leavesWindow({ model, scale }: Family, { minimum, maximum }: CyclePoint): boolean {
  return model.stateNames.some((name, i) => {
    const [low, high] = model.ranges[name];
    return minimum[i] * scale[i] < low - (high - low) || maximum[i] * scale[i] > high + (high - low);
  });
}

/** The branch turns by more than about 25° in a step. */
function turned(solved: SolvedOrbit, orbit: Orbit, direction: Direction, n: number): boolean {
  return innerProduct(orbit.mesh, n, solved.tangent, direction) < 0.9;
}

/** The corrector has landed on another orbit. */
function jumped(previous: CyclePoint | undefined, solved: SolvedOrbit): boolean {
  return previous !== undefined && Math.abs(solved.orbit.logPeriod - previous.orbit.logPeriod) > 0.4;
}

/** Root mean square deviation from the mean over the period, and its rate of change along the branch. */
function amplitudeOf(
  { mesh, nodes }: Orbit,
  tangent: Direction,
  n: number,
): { readonly size: number; readonly rate: number } {
  const constant = (values: Float64Array): Direction => ({ nodes: values, logPeriod: 0, parameter: 0 });
  const mean = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const unit = constant(nodes.map((_, k) => (k % n === i ? 1 : 0)));
    mean[i] = innerProduct(mesh, n, constant(nodes), unit);
  }
  const swing = constant(nodes.map((v, k) => v - mean[k % n]));
  const size = Math.sqrt(innerProduct(mesh, n, swing, swing));
  return { size, rate: size > 0 ? innerProduct(mesh, n, swing, constant(tangent.nodes)) / size : 0 };
}

/**
 * While the period grows, the extremes do not change: the orbit only stays longer somewhere. In a canard explosion they
 * do.
 */
function sameExtremes(points: readonly CyclePoint[]): boolean {
  const a = points[points.length - 2],
    b = points[points.length - 1];
  const growth = Math.abs(b.orbit.logPeriod - a.orbit.logPeriod);
  return a.maximum.every((v, i) => Math.abs(v - b.maximum[i]) + Math.abs(a.minimum[i] - b.minimum[i]) < 0.01 * growth);
}

/** The branch is back where it started, and goes the same way. */
function returns(points: readonly CyclePoint[]): boolean {
  const first = points[0],
    last = points[points.length - 1],
    before = points[points.length - 2];
  const distance = (a: CyclePoint, b: CyclePoint): number =>
    Math.hypot(
      a.orbit.parameter - b.orbit.parameter,
      0.3 * (a.orbit.logPeriod - b.orbit.logPeriod),
      ...a.maximum.map((v, i) => v - b.maximum[i]),
      ...a.minimum.map((v, i) => v - b.minimum[i]),
    );
  return distance(last, first) < distance(last, before) && last.tangent.parameter * first.tangent.parameter > 0;
}

/** In the plane a multiplier is positive, and there is but one besides the trivial one. */
const testsIn = (n: number): readonly CycleTest[] => (n > 2 ? cycleTests : ["fold"]);

function testValue(test: CycleTest, { tangent, multipliers }: CyclePoint): number {
  const m = multipliers.nontrivial;
  if (test === "fold") return tangent.parameter;
  if (test === "period doubling")
    return product(
      m.map((v) => ({ re: (1 + v.re) / (1 + Math.hypot(v.re, v.im)), im: v.im / (1 + Math.hypot(v.re, v.im)) })),
    );
  const pairs = m.flatMap((a, i) =>
    m.slice(i + 1).map((b) => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re })),
  );
  return product(
    pairs.map((v) => ({ re: (v.re - 1) / (1 + Math.hypot(v.re, v.im)), im: v.im / (1 + Math.hypot(v.re, v.im)) })),
  );
}

function product(factors: readonly Complex[]): number {
  let re = 1,
    im = 0;
  for (const f of factors) [re, im] = [re * f.re - im * f.im, re * f.im + im * f.re];
  return re;
}

/** A torus is born where a complex pair crosses the unit circle; two real multipliers of product 1 are nothing. */
function changesSign(test: CycleTest, a: CyclePoint, b: CyclePoint): boolean {
  if (testValue(test, a) * testValue(test, b) >= 0) return false;
  return (
    test !== "torus" ||
    [a, b].every(({ multipliers }) =>
      multipliers.nontrivial.some((m) => m.im !== 0 && Math.abs(Math.hypot(m.re, m.im) - 1) < 0.5),
    )
  );
}

/** Locates an event on the branch's own mesh, then on a finer one. */
function locate(
  family: Family,
  test: CycleTest,
  start: CycleStart,
  a: CyclePoint,
  b: CyclePoint,
  step: number,
  index: number,
): CycleEvent {
  const unlocated: CycleEvent = { test, index: index + 0.5, point: b, before: a, after: b, located: false };
  if (test === "fold" && Math.max(Math.abs(a.tangent.parameter), Math.abs(b.tangent.parameter)) < vertical)
    return unlocated;
  const coarse = zeroAlong(family, test, start, 0, step, 1e-3 * step, testValue(test, a), testValue(test, b));
  if (coarse === undefined) return unlocated;
  const finer = refinedStart(start, family.n);
  for (const reach of [2e-3, 2e-2, 1]) {
    const low = Math.max(0, coarse.s - reach * step),
      high = Math.min(step, coarse.s + reach * step);
    const fine = zeroAlong(family, test, finer, low, high, 1e-9 * step);
    if (fine !== undefined)
      return {
        test,
        index: index + fine.s / step,
        point: fine.point,
        before: fine.before,
        after: fine.after,
        located: true,
      };
  }
  return { ...unlocated, index: index + coarse.s / step, point: coarse.point };
}

interface Zero {
  readonly s: number;
  readonly point: CyclePoint;
  readonly before: CyclePoint;
  readonly after: CyclePoint;
}

/**
 * The zero of a test function between two distances from the start of a step; undefined if it has the same sign at both
 * or the orbits are lost.
 */
function zeroAlong(
  family: Family,
  test: CycleTest,
  { orbit, direction, reference }: CycleStart,
  low: number,
  high: number,
  precision: number,
  fLow?: number,
  fHigh?: number,
): Zero | undefined {
  const tried = new Map<number, CyclePoint>();
  const value = (s: number): number => {
    const solved = solveOrbit(family, moved(orbit, direction, s), reference, {
      kind: "arclength",
      from: orbit,
      direction,
      step: s,
    });
    if (solved === undefined) return NaN;
    const point = cyclePoint(family, solved);
    tried.set(s, point);
    return testValue(test, point);
  };
  const f0 = fLow ?? value(low),
    f1 = fHigh ?? value(high);
  if (!(f0 * f1 < 0)) return undefined;
  const s = bracketedRoot(value, low, high, f0, f1, precision);
  const point = tried.get(s);
  if (point === undefined) return undefined;
  const side = (sign: number): CyclePoint | undefined =>
    [...tried]
      .filter(([x, p]) => (x - s) * sign >= 0 && testValue(test, p) * (sign > 0 ? f1 : f0) > 0)
      .sort(([x], [y]) => Math.abs(x - s) - Math.abs(y - s))[0]?.[1];
  return { s, point, before: side(-1) ?? point, after: side(1) ?? point };
}

function refinedStart({ orbit, direction, reference }: CycleStart, n: number): CycleStart {
  const mesh = adaptedMesh(orbit, n, eventDensity);
  const on = (nodes: Float64Array): Float64Array => onMesh(orbit.mesh, nodes, n, mesh);
  return {
    orbit: { ...orbit, mesh, nodes: on(orbit.nodes) },
    direction: { ...direction, nodes: on(direction.nodes) },
    reference: on(reference),
  };
}
