import { branchFrom, branchThrough, type Branch } from "../continuation/branch.js";
import { bracketedRoot } from "../../numerics/root.js";
import type { Between, ContinuationProblem, Progress, Stop } from "../continuation/problem.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { farthestBeyond } from "./below-threshold.js";
import {
  cyclePoint,
  fine,
  onBranches,
  onSurveys,
  theOtherWay,
  type CyclePoint,
  type CycleStart,
  type Fineness,
} from "./cycle-point.js";
import { amplitudeOf, stopOf, type CycleEnd } from "./cycle-stops.js";
import { cycleTests, type CycleEvent, type CycleTest } from "./cycle-tests.js";
import { cycleOfNoSize } from "./hopf-start.js";
import { halfwayDifference } from "./orbit/halfway.js";
import { adaptedMesh, onMesh } from "./orbit/mesh.js";
import { innerProduct, moved, scaled, type Direction, type Orbit } from "./orbit/orbit-polynomial.js";
import { solveOrbit } from "./orbit/solve-orbit.js";

/** A branch of limit cycles as followed. */
export interface LimitCycleBranch extends Branch<CyclePoint, CycleTest, CycleEnd> {
  /** The period doubling at which it begins, if it does, and how many lie between it and a branch that does not. */
  readonly born?: { readonly at: CycleEvent; readonly doublings: number };
}

type CycleProblem = ContinuationProblem<CyclePoint, CycleTest, CycleEnd, CycleStart>;

const firstStep = 0.01;
const longestStep = 0.04;
/** Of a branch that is followed as a survey. */
export const longestSurveyStep = 0.08;
const smallestStep = 1e-6;
const mostPoints = 800;
// Some two seconds, several times that of the Hodgkin-Huxley diagram, for all branches of a diagram together.
const mostWork = 3e6;
const mostSurveyWork = 8e5;
const leastWork = 3e5; // for a branch from an Andronov-Hopf point, whatever those before it have taken
const leastCosine = 0.9; // between the tangents at the ends of a step: it turns by at most about 26°
const wantedTurn = 0.35; // in a step, 20°
const mostGrowth = 1.6;
const noAmplitude = 1e-9;
const birth = 1e-4; // of a step from no size: so near the parabola of a canard turns at once, and must be let
const longestJump = 0.2; // of ln period in a step: beyond, the corrector has landed on another orbit

/**
 * How a branch is followed: "in full", or as a "survey", on coarse meshes and by long steps, without looking for what
 * happens on it: enough to know which cycles there are at a value of the parameter. "undoubled" is in full, but for the
 * branches that begin at its period doublings; "where it goes" is as exact, without looking for what happens on it.
 */
export type BranchMode = "in full" | "undoubled" | "where it goes" | "survey";

/** The branch that starts at an Andronov-Hopf point z with eigenvalues ±iω; `most` work, if not that of a mode. */
export function branchFromHopf(
  family: VectorFieldFamily,
  z: Float64Array,
  omega: number,
  range: readonly [number, number],
  mode: BranchMode = "in full",
  most: number = Math.max(mode === "survey" ? mostSurveyWork : mostWork, family.work.done + leastWork),
): LimitCycleBranch {
  return branchFrom(cycleProblem(family, range, mode, most), cycleOfNoSize(family, z, omega));
}

/** The branch that goes on from a cycle in the direction of its tangent; `most` work. */
export function branchOnward(
  family: VectorFieldFamily,
  point: CyclePoint,
  range: readonly [number, number],
  mode: BranchMode,
  most: number,
): LimitCycleBranch {
  return branchFrom(cycleProblem(family, range, mode, most), point);
}

/** The branch of cycles of twice the period that begins at a period doubling; `most` work, of all there is to do. */
export function branchOfDoubled(
  family: VectorFieldFamily,
  start: CycleStart,
  born: NonNullable<LimitCycleBranch["born"]>,
  range: readonly [number, number],
  most: number,
): LimitCycleBranch {
  return { ...branchFrom(cycleProblem(family, range, "in full", most), start), born };
}

/** The branch through a cycle, followed both ways; `most` work, if not that of a mode. */
export function branchThroughCycle(
  family: VectorFieldFamily,
  point: CyclePoint,
  range: readonly [number, number],
  mode: BranchMode = "in full",
  most?: number,
): LimitCycleBranch {
  return branchThrough(cycleProblem(family, range, mode, most), point);
}

/**
 * Limit cycles along the parameter of a family. Where a branch nears an Andronov-Hopf point its amplitude vanishes,
 * where it nears a homoclinic orbit its period grows while its parameter settles: it ends there, before rounding makes
 * folds that do not exist.
 *
 * @param range of the parameter, in the units of the family
 */
function cycleProblem(
  family: VectorFieldFamily,
  range: readonly [number, number],
  mode: BranchMode,
  most: number = mode === "survey" ? mostSurveyWork : mostWork,
): CycleProblem {
  const { n, work } = family;
  const fineness = mode === "survey" ? onSurveys : onBranches;
  const longest = mode === "survey" ? longestSurveyStep : longestStep;
  return {
    advance(from, distance) {
      const point = atDistance(family, from, distance, fineness);
      if (point === undefined) return undefined;
      const atBirth = from.reference !== undefined && distance < birth;
      const cosine = innerProduct(from.orbit.mesh, n, point.tangent, from.tangent);
      const turned = !atBirth && cosine < leastCosine;
      const jumped = Math.abs(point.orbit.logPeriod - from.orbit.logPeriod) > longestJump;
      return turned || jumped ? undefined : { point, growth: growthAfter(cosine, point.iterations) };
    },
    prepare: (point) => onAdaptedMesh(point, n, fineness.density),
    between: cyclesBetween(family, fineness),
    precision: 1e-3,
    finer: { between: chordOn(family, ({ orbit }) => adaptedMesh(orbit, n, fine.density), fine), precision: 1e-9 },
    reversed: theOtherWay,
    steps: {
      first: firstStep,
      longest: (from) => longestBeforeHalving(from, n, longestStepFrom(from, n, longest)),
      smallest: smallestStep,
      mostPoints,
      work: { counter: work, most },
    },
    stop: (progress) => grazingStop(family, progress, range) ?? stopOf(family, progress.points, range),
    tests: mode === "survey" || mode === "where it goes" ? {} : cycleTests(n),
  };
}

/**
 * The next step over the one that turned so far: where it bends more and more a branch turns in a step about as the
 * square of its length, and a step that turns too far is work for nothing.
 */
const growthAfter = (cosine: number, iterations: number): number =>
  Math.min(iterations <= 3 ? mostGrowth : 1, Math.sqrt(wantedTurn / Math.acos(Math.max(-1, Math.min(1, cosine)))));

/** The end of a branch in the cycle that touches the threshold of a reset, if that lies within the range. */
function grazingStop(
  family: VectorFieldFamily,
  { start, points }: Progress<CyclePoint, CycleStart>,
  [low, high]: readonly [number, number],
): Stop<CyclePoint, CycleEnd> | undefined {
  const beyond = ({ orbit }: CycleStart): number => farthestBeyond(family, orbit);
  const before = points[points.length - 2] ?? start,
    last = points[points.length - 1];
  if (beyond(last) < 0) return undefined;
  // from a cycle of no size there is no chord
  const chord = before.reference
    ? () => undefined
    : chordOn(family, ({ orbit }) => adaptedMesh(orbit, family.n, fine.density), fine)(before, last);
  let touching: CyclePoint | undefined;
  bracketedRoot(
    (share) => {
      const point = chord(share);
      if (point === undefined) return NaN;
      if (touching === undefined || Math.abs(beyond(point)) < Math.abs(beyond(touching))) touching = point;
      return beyond(point);
    },
    0,
    1,
    beyond(before),
    beyond(last),
    1e-12,
  );
  if (touching === undefined) return { end: "grazing", last: [] };
  const { parameter } = touching.orbit;
  return parameter < low || parameter > high ? undefined : { end: "grazing", last: [touching] };
}

/** The cycle at a distance along the tangent from an orbit, on the same mesh. */
export function atDistance(
  family: VectorFieldFamily,
  { orbit, tangent, reference }: CycleStart,
  distance: number,
  fineness: Fineness = onBranches,
): CyclePoint | undefined {
  const selection = { kind: "arclength", from: orbit, direction: tangent, step: distance } as const;
  const guess = moved(orbit, tangent, distance);
  const solved = solveOrbit(family, guess, reference ?? orbit.nodes, selection, fineness.closeness);
  return solved && cyclePoint(family, solved, fineness);
}

const onAdaptedMesh = ({ orbit, tangent }: CyclePoint, n: number, density: number): CycleStart => {
  const mesh = adaptedMesh(orbit, n, density);
  const direction = { ...tangent, nodes: onMesh(orbit.mesh, tangent.nodes, n, mesh) };
  return {
    orbit: { ...orbit, mesh, nodes: onMesh(orbit.mesh, orbit.nodes, n, mesh) },
    tangent: scaled(direction, 1 / Math.sqrt(innerProduct(mesh, n, direction, direction))),
  };
};

/** Cycles between two neighbours on a branch, near a share of the way from one to the other. */
export const cyclesBetween = (family: VectorFieldFamily, fineness: Fineness = onBranches): Between<CyclePoint> =>
  chordOn(family, (_, { orbit }) => orbit.mesh, fineness);

/** Cycles between two neighbours, all on the mesh that is chosen for them. */
function chordOn(
  family: VectorFieldFamily,
  meshFor: (a: CycleStart, b: CycleStart) => Float64Array,
  fineness: Fineness,
): (a: CycleStart, b: CycleStart) => (share: number) => CyclePoint | undefined {
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
      second: to.second - from.second,
    };
    const length = Math.sqrt(innerProduct(mesh, n, chord, chord));
    const start: CycleStart = { orbit: from, tangent: scaled(chord, 1 / length) };
    return (share) => atDistance(family, start, share * length, fineness);
  };
}

/** No step runs through zero amplitude; that of the equilibrium in which a branch starts is zero but for rounding. */
export function longestStepFrom({ orbit, tangent }: CycleStart, n: number, longest: number): number {
  const { size, rate } = amplitudeOf(orbit, tangent, n);
  return shortOfZero(size, rate, longest);
}

/** Nor does one run through a cycle of half the period; in the plane there is none. */
function longestBeforeHalving({ orbit, tangent }: CycleStart, n: number, longest: number): number {
  if (n < 3) return longest;
  const { size, rate } = halfwayDifference(orbit, tangent, n);
  return shortOfZero(size, rate, longest);
}

const shortOfZero = (size: number, rate: number, longest: number): number =>
  rate < 0 && size > noAmplitude ? Math.min(longest, (0.6 * size) / -rate) : longest;
