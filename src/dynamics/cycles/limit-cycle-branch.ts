import { log } from "../../numerics/elementary.js";
import { branchFrom, branchThrough, type Branch } from "../continuation/branch.js";
import type { Between, ContinuationProblem, Stop } from "../continuation/problem.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { atParameter, cyclePoint, fineDensity, meshDensity, type CyclePoint, type CycleStart } from "./cycle-point.js";
import { cycleTests, type CycleTest } from "./cycle-tests.js";
import { cycleOfNoSize } from "./hopf-start.js";
import { adaptedMesh, onMesh } from "./orbit/mesh.js";
import { innerProduct, moved, scaled, type Direction, type Orbit } from "./orbit/orbit-polynomial.js";
import { resolvedFolds } from "./resolved-folds.js";
import { solveOrbit } from "./orbit/solve-orbit.js";

/** Why a branch of limit cycles ends, in words of its own: "small" at an Andronov-Hopf point. */
type CycleEnd = "small" | "parameter settled" | "long period" | "outside" | "leaves the window";

/** A branch of limit cycles as followed. */
export interface LimitCycleBranch extends Branch<CyclePoint, CycleTest, CycleEnd> {
  /** Turning points that could not be told from rounding, and are not among the special points. */
  readonly unresolved: number;
}

type CycleProblem = ContinuationProblem<CyclePoint, CycleTest, CycleEnd, CycleStart>;

const firstStep = 0.01;
const longestStep = 0.04;
const smallestStep = 1e-6;
const mostPoints = 800;
// about eight times that of the Hodgkin-Huxley diagram, some ten seconds, for all branches of a diagram together
const mostWork = 3e6;
const leastCosine = 0.9; // between the tangents at the ends of a step: it turns by at most about 25°
const longestJump = 0.4; // of ln period in a step: beyond, the corrector has landed on another orbit
const smallAmplitude = 1e-3; // root mean square, in widths of the ranges: the end at an Andronov-Hopf point
// change of the parameter, in widths of its range, for a period longer by a factor e: the end at a homoclinic orbit
const settled = 1e-7;
const longestPeriod = 200; // times the shortest period on the branch

/** The branch that starts at an Andronov-Hopf point z with eigenvalues ±iω. */
export function branchFromHopf(
  family: VectorFieldFamily,
  z: Float64Array,
  omega: number,
  range: readonly [number, number],
): LimitCycleBranch {
  return withResolvedFolds(branchFrom(cycleProblem(family, range), cycleOfNoSize(family, z, omega)));
}

/** The branch through a cycle, followed both ways. */
export function branchThroughCycle(
  family: VectorFieldFamily,
  point: CyclePoint,
  range: readonly [number, number],
): LimitCycleBranch {
  return withResolvedFolds(branchThrough(cycleProblem(family, range), point));
}

function withResolvedFolds(branch: Branch<CyclePoint, CycleTest, CycleEnd>): LimitCycleBranch {
  return { ...branch, ...resolvedFolds(branch.special) };
}

/**
 * Limit cycles along the parameter of a family. Where a branch nears an Andronov-Hopf point its amplitude vanishes,
 * where it nears a homoclinic orbit its period grows while its parameter settles: it ends there, before rounding makes
 * folds that do not exist.
 *
 * @param range of the parameter, in the units of the family
 */
function cycleProblem(family: VectorFieldFamily, range: readonly [number, number]): CycleProblem {
  const { n, work } = family;
  return {
    advance(from, distance) {
      const point = atDistance(family, from, distance);
      if (point === undefined) return undefined;
      const turned = innerProduct(from.orbit.mesh, n, point.tangent, from.tangent) < leastCosine;
      const jumped = Math.abs(point.orbit.logPeriod - from.orbit.logPeriod) > longestJump;
      return turned || jumped ? undefined : { point, easy: point.iterations <= 4 };
    },
    prepare: (point) => onAdaptedMesh(point, n),
    between: chordOn(family, (_, { orbit }) => orbit.mesh),
    precision: 1e-3,
    finer: { between: chordOn(family, ({ orbit }) => adaptedMesh(orbit, n, fineDensity)), precision: 1e-9 },
    reversed: (point) => ({ ...point, tangent: scaled(point.tangent, -1) }),
    steps: {
      first: firstStep,
      longest: (from) => longestStepFrom(from, n),
      smallest: smallestStep,
      growth: 1.6,
      mostPoints,
      work: { counter: work, most: mostWork },
    },
    stop: ({ points }) => stopOf(family, points, range),
    tests: cycleTests(n),
  };
}

/** The cycle at a distance along the tangent from an orbit, on the same mesh. */
function atDistance(
  family: VectorFieldFamily,
  { orbit, tangent, reference }: CycleStart,
  distance: number,
): CyclePoint | undefined {
  const solved = solveOrbit(family, moved(orbit, tangent, distance), reference ?? orbit.nodes, {
    kind: "arclength",
    from: orbit,
    direction: tangent,
    step: distance,
  });
  return solved && cyclePoint(family, solved);
}

const onAdaptedMesh = ({ orbit, tangent }: CyclePoint, n: number): CycleStart => {
  const mesh = adaptedMesh(orbit, n, meshDensity);
  const direction = { ...tangent, nodes: onMesh(orbit.mesh, tangent.nodes, n, mesh) };
  return {
    orbit: { ...orbit, mesh, nodes: onMesh(orbit.mesh, orbit.nodes, n, mesh) },
    tangent: scaled(direction, 1 / Math.sqrt(innerProduct(mesh, n, direction, direction))),
  };
};

/** Cycles between two neighbours, all on the mesh that is chosen for them. */
function chordOn(
  family: VectorFieldFamily,
  meshFor: (a: CyclePoint, b: CyclePoint) => Float64Array,
): Between<CyclePoint> {
  const { n } = family;
  return (a, b) => {
    const mesh = meshFor(a, b);
    const [from, to] = [a, b].map(
      ({ orbit }): Orbit => ({ ...orbit, mesh, nodes: onMesh(orbit.mesh, orbit.nodes, n, mesh) }),
    );
    const chord: Direction = {
      nodes: to.nodes.map((v, k) => v - from.nodes[k]),
      logPeriod: to.logPeriod - from.logPeriod,
      parameter: to.parameter - from.parameter,
    };
    const length = Math.sqrt(innerProduct(mesh, n, chord, chord));
    const start: CycleStart = { orbit: from, tangent: scaled(chord, 1 / length) };
    return (share) => atDistance(family, start, share * length);
  };
}

/** No step runs through zero amplitude. */
function longestStepFrom({ orbit, tangent }: CycleStart, n: number): number {
  const { size, rate } = amplitudeOf(orbit, tangent, n);
  return rate < 0 ? Math.min(longestStep, (0.6 * size) / -rate) : longestStep;
}

function stopOf(
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
  const still = Math.abs(tangent.parameter) < settled * Math.abs(tangent.logPeriod);
  if (points.length > 5 && still && sameExtremes(points)) return { end: "parameter settled" };
  const shortest = Math.min(...points.map((point) => point.orbit.logPeriod));
  if (orbit.logPeriod > shortest + log(longestPeriod)) return { end: "long period" };
  return points.length > 12 && returns(points) ? { end: "closed" } : undefined;
}

/** The cycle reaches beyond the ranges of the model by more than their width. */
function leavesWindow({ model, scale }: VectorFieldFamily, { minimum, maximum }: CyclePoint): boolean {
  return model.stateNames.some((name, i) => {
    const [low, high] = model.ranges[name];
    return minimum[i] * scale[i] < low - (high - low) || maximum[i] * scale[i] > high + (high - low);
  });
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
  const [a, b] = points.slice(-2);
  const growth = Math.abs(b.orbit.logPeriod - a.orbit.logPeriod);
  return a.maximum.every((v, i) => Math.abs(v - b.maximum[i]) + Math.abs(a.minimum[i] - b.minimum[i]) < 0.01 * growth);
}

/** The branch is back where it started, and goes the same way. */
function returns(points: readonly CyclePoint[]): boolean {
  const [first] = points;
  const [before, last] = points.slice(-2);
  const distance = (a: CyclePoint, b: CyclePoint): number =>
    Math.hypot(
      a.orbit.parameter - b.orbit.parameter,
      0.3 * (a.orbit.logPeriod - b.orbit.logPeriod),
      ...a.maximum.map((v, i) => v - b.maximum[i]),
      ...a.minimum.map((v, i) => v - b.minimum[i]),
    );
  return distance(last, first) < distance(last, before) && last.tangent.parameter * first.tangent.parameter > 0;
}
