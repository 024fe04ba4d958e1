import { hopfFrequency } from "../equilibria/equilibrium-tests.js";
import type { EquilibriumEvent } from "../equilibria/equilibrium-branch.js";
import { equilibriaNear } from "../equilibria/equilibria.js";
import { modelAt, type VectorFieldFamily } from "../system/vector-field-family.js";
import { atParameter, sameCycle, type CyclePoint } from "./cycle-point.js";
import { cyclesBySimulation, undoubled } from "./cycle-search.js";
import { branchFromHopf, branchThroughCycle, type BranchMode, type LimitCycleBranch } from "./limit-cycle-branch.js";
import { enteringCycles } from "./outside/entering-cycles.js";
import { markOf, type Mark } from "./orbit/mark.js";
import { extremes } from "./orbit/extremes.js";
import type { Orbit } from "./orbit/orbit-polynomial.js";
import { branchSwitching } from "./switched-branches.js";

/**
 * Branches of cycles from each Andronov-Hopf point.
 * @param range of the parameter, in the units of the model
 * @param incomplete to which is added what could not be done
 */
export function hopfBranches(
  family: VectorFieldFamily,
  events: readonly EquilibriumEvent[],
  [low, high]: readonly [number, number],
  incomplete: string[],
  mode: BranchMode = "in full",
): LimitCycleBranch[] {
  const { n, scale } = family;
  const range = [low / scale[n], high / scale[n]] as const;
  const branches: LimitCycleBranch[] = [];
  const met: Float64Array[] = []; // Andronov-Hopf points at which a branch has ended
  for (const event of events) {
    const omega = event.test === "hopf" && event.located ? hopfFrequency(event.point) : undefined;
    if (family.aboveThreshold(event.point.z) >= 0) continue;
    if (omega === undefined || met.some((z) => z === event.point.z)) continue;
    const branch = branchFromHopf(family, event.point.z, omega, range, mode);
    if (branch.points.length === 0) {
      incomplete.push(
        `no cycle could be followed from the Andronov-Hopf point at ${(event.point.z[n] * scale[n]).toPrecision(6)}`,
      );
      continue;
    }
    branches.push(branch);
    if (branch.ends[1] === "small") {
      const other = nearestHopf(branch, events, n);
      if (other) met.push(other.event.point.z);
    }
  }
  return branches;
}

/** What is known beyond a range of the parameter, in the units of the model. */
export interface OutsideRange {
  /** A wider range, as far as cycles that leave the other are followed. */
  readonly range: readonly [number, number];
  /** Andronov-Hopf points in it and not in the other. */
  readonly hopf: readonly EquilibriumEvent[];
}

/**
 * Branches of cycles from each Andronov-Hopf point, those of twice the period that begin on them and those that cross
 * them, those that enter the range from outside, then from cycles that simulation finds and no branch has, and those
 * whose period has doubled to give these.
 */
export function limitCycleBranches(
  family: VectorFieldFamily,
  events: readonly EquilibriumEvent[],
  [low, high]: readonly [number, number],
  incomplete: string[],
  mode: BranchMode = "in full",
  outside: OutsideRange = { range: [low, high], hopf: [] },
): LimitCycleBranch[] {
  const { n, scale } = family;
  const range = [low / scale[n], high / scale[n]] as const;
  const branches: LimitCycleBranch[] = [];
  const onBranch = (branch: LimitCycleBranch, orbit: Orbit, tolerance: number): boolean =>
    liesOn(family, branch, orbit, tolerance);
  const switching = mode === "in full" ? branchSwitching(family, range, onBranch) : undefined;
  const add = (found: readonly LimitCycleBranch[]): void => {
    branches.push(...found);
    for (const branch of found) branches.push(...(switching?.from(branch, branches) ?? []));
  };
  const known = (orbit: Orbit, tolerance: number): boolean =>
    branches.some((branch) => onBranch(branch, orbit, tolerance));
  const [lowest, highest] = outside.range;
  const entering = enteringCycles(family, range, [lowest / scale[n], highest / scale[n]]);
  const enter = (point: CyclePoint): void => {
    if (known(point.orbit, 1e-3)) return;
    const branch = branchThroughCycle(family, point, range, mode);
    if (branch.points.length > 1) add([branch]);
  };
  add(hopfBranches(family, events, [low, high], incomplete, mode));
  outside.hopf.flatMap((event) => entering.born(event) ?? []).forEach(enter);
  const places = mode === "survey" ? widestMiddles(family, events, range) : between(family, events, branches, range);
  const unsolved: number[] = [],
    notFollowed: number[] = [];
  const told = (parameters: readonly number[]): string => {
    const values = [...new Set(parameters)].sort((a, b) => a - b).map((parameter) => parameter * scale[n]);
    return values.map((value) => value.toPrecision(4)).join(", ");
  };
  const look = (parameter: number): void => {
    const marks = marksAt(family, branches, parameter);
    const { cycles, undecided } = cyclesBySimulation(family, parameter, known, { marks, rough: mode === "survey" });
    if (undecided > 0 && mode !== "survey") unsolved.push(parameter);
    for (const simulated of cycles)
      for (let point: CyclePoint | undefined = simulated; point; point = undoubled(family, point)) {
        if (known(point.orbit, 1e-3)) continue;
        const branch = branchThroughCycle(family, point, range, mode);
        if (branch.points.length > 1) add([branch]);
        else if (mode !== "survey") notFollowed.push(parameter);
      }
  };
  places.forEach(look);
  // what was found cuts the range anew: where nothing attracts there is something still to be found
  if (mode !== "survey")
    between(family, events, branches, range)
      .filter((parameter) => places.every((other) => Math.abs(other - parameter) > atEnds * (range[1] - range[0])))
      .filter((parameter) => !hasAttractor(family, branches, parameter))
      .forEach(look);
  if (highest > high) for (const branch of branches) entering.back(branch).forEach(enter); // these may leave it, too
  if (notFollowed.length > 0)
    incomplete.push(
      `cycles at ${family.parameters[0]} = ${told(notFollowed)} were not followed, to keep the time short`,
    );
  const unexplained = unsolved.filter((parameter) => !hasAttractor(family, branches, parameter));
  if (unexplained.length > 0) {
    incomplete.push(
      `at ${family.parameters[0]} = ${told(unexplained)} trajectories neither rest nor settle on a cycle that ` +
        "could be solved: a burst of many spikes, a torus or chaos",
    );
  }
  incomplete.push(...(switching?.left() ?? []), ...entering.left());
  return branches;
}

/** Whether there is a stable equilibrium at a value of the parameter, or a branch has a stable cycle there. */
function hasAttractor(family: VectorFieldFamily, branches: readonly LimitCycleBranch[], parameter: number): boolean {
  const there = modelAt(family, Float64Array.of(...new Float64Array(family.n), parameter));
  if (equilibriaNear(there).some(({ stable }) => stable)) return true;
  return passing(branches, parameter).some(([a, b]) => a.unstable === 0 || b.unstable === 0);
}

/** Neighbours on branches between which a value of the parameter lies. */
const passing = (branches: readonly LimitCycleBranch[], parameter: number): [CyclePoint, CyclePoint][] =>
  branches.flatMap(({ points }) =>
    points.slice(1).flatMap((b, k): [CyclePoint, CyclePoint][] => {
      const a = points[k];
      return (a.orbit.parameter - parameter) * (b.orbit.parameter - parameter) <= 0 ? [[a, b]] : [];
    }),
  );

/** Where the stable cycles that branches have at a value of the parameter pass. */
const marksAt = (family: VectorFieldFamily, branches: readonly LimitCycleBranch[], parameter: number): Mark[] =>
  passing(branches, parameter).flatMap(([a, b]) => {
    const gap = ({ orbit }: CyclePoint): number => Math.abs(orbit.parameter - parameter);
    const point = atParameter(family, gap(a) < gap(b) ? a : b, parameter);
    return point?.unstable === 0 ? [markOf(point, family.n)] : [];
  });

const atEnds = 1e-6; // of the range

/** The Andronov-Hopf point into which a branch of cycles has shrunk. */
export function nearestHopf(
  { points }: LimitCycleBranch,
  events: readonly EquilibriumEvent[],
  n: number,
  side: "first" | "last" = "last",
): { readonly event: EquilibriumEvent; readonly omega: number } | undefined {
  const { orbit, minimum, maximum } = points[side === "last" ? points.length - 1 : 0];
  const distance = ({ point: { z } }: EquilibriumEvent): number =>
    Math.max(Math.abs(z[n] - orbit.parameter), ...Array.from(minimum, (v, i) => Math.abs((v + maximum[i]) / 2 - z[i])));
  const near = events.flatMap((event) => {
    const omega = event.test === "hopf" ? hopfFrequency(event.point) : undefined;
    return omega !== undefined && distance(event) < 0.02 ? [{ event, omega }] : [];
  });
  return near.sort((a, b) => distance(a.event) - distance(b.event))[0];
}

/** Middles of the two widest intervals into which what happens to equilibria cuts the range, or of its halves. */
function widestMiddles(
  { n }: VectorFieldFamily,
  events: readonly EquilibriumEvent[],
  [low, high]: readonly [number, number],
): number[] {
  const inside = events.length > 0 ? events.map((event) => event.point.z[n]) : [(low + high) / 2];
  const cuts = [low, ...inside, high].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((b, k) => ({ middle: (cuts[k] + b) / 2, width: b - cuts[k] }));
  return pieces
    .sort((a, b) => b.width - a.width)
    .slice(0, 2)
    .map(({ middle }) => middle);
}

/**
 * Middles of the intervals into which the labelled points and the ends of cycle branches cut the range; either side of
 * each saddle-node; and the ends of the range, where cycles that are born outside enter it.
 */
function between(
  family: VectorFieldFamily,
  events: readonly EquilibriumEvent[],
  branches: readonly LimitCycleBranch[],
  [low, high]: readonly [number, number],
): number[] {
  const { n } = family;
  const cuts = [
    low,
    high,
    ...events.filter((c) => c.test !== "threshold").map((c) => c.point.z[n]),
    ...branches.flatMap(({ points, ends }) =>
      [points[0], points[points.length - 1]].flatMap((p, k) =>
        ends[k] === "start" || ends[k] === "small" || ends[k] === "halved" ? [] : [p.orbit.parameter],
      ),
    ),
  ].sort((a, b) => a - b);
  const middles = cuts.slice(1).flatMap((b, k) => (b - cuts[k] > 1e-3 * (high - low) ? [(cuts[k] + b) / 2] : []));
  const folds = events
    .filter((c) => c.test === "fold")
    .flatMap((c) => [c.point.z[n] - 0.01 * (high - low), c.point.z[n] + 0.01 * (high - low)])
    .filter((v) => v > low && v < high);
  return [...middles, ...folds, low + atEnds * (high - low), high - atEnds * (high - low)];
}

/** Whether a cycle lies on a branch: it is what Newton's method finds from a point of the branch near by. */
function liesOn(family: VectorFieldFamily, { points }: LimitCycleBranch, orbit: Orbit, tolerance: number): boolean {
  const { minimum, maximum } = extremes(orbit, family.n);
  return points.slice(1).some((b, k) => {
    const a = points[k];
    const [p, q] = [a.orbit.parameter, b.orbit.parameter];
    if ((orbit.parameter - p) * (orbit.parameter - q) > 0) return false;
    const share = p === q ? 0 : (orbit.parameter - p) / (q - p);
    const far = (x: number, y: number, z: number, limit: number): boolean => Math.abs(x + share * (y - x) - z) > limit;
    if (far(a.orbit.logPeriod, b.orbit.logPeriod, orbit.logPeriod, 0.3)) return false;
    if (
      minimum.some(
        (v, i) => far(a.minimum[i], b.minimum[i], v, 0.1) || far(a.maximum[i], b.maximum[i], maximum[i], 0.1),
      )
    )
      return false;
    const there = atParameter(family, share < 0.5 ? a : b, orbit.parameter);
    return there !== undefined && sameCycle(family.n, there, orbit, tolerance);
  });
}
