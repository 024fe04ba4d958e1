import { equilibriaNear } from "../equilibria/equilibria.js";
import { equilibriumBranches } from "../equilibria/equilibrium-branch.js";
import { modelAt, type VectorFieldFamily } from "../system/vector-field-family.js";
import { atParameter, fine, sameCycle, type CyclePoint } from "./cycle-point.js";
import { cyclesBySimulation, cyclesFrom, undoubled } from "./cycle-search.js";
import { cyclesBetween, longestSurveyStep, type LimitCycleBranch } from "./limit-cycle-branch.js";
import type { Between } from "../continuation/problem.js";
import { cutShort } from "../system/found.js";
import { limitCycleBranches } from "./limit-cycle-branches.js";
import { markOf } from "./orbit/mark.js";
import type { Orbit } from "./orbit/orbit-polynomial.js";

const mostNested = 20;
const slow = 0.1; // rate of growth over frequency

/** Ends at which a branch goes on beyond what is known of it. */
const leftThere: ReadonlySet<LimitCycleBranch["ends"][number]> = new Set([
  "too much work",
  "too many points",
  "step too small",
  "too steep",
  "leaves the window",
]);

/** The cycles at one value of the parameter. */
export interface CyclesFound {
  readonly cycles: readonly CyclePoint[];
  /** Turns of a trajectory that goes round something, but what could not be solved for. */
  readonly suspected: readonly Orbit[];
  /** In words, what may be missing. */
  readonly incomplete: readonly string[];
}

/** All that can be found, by simulation and on the branches from Andronov-Hopf points; solved on fine meshes. */
export function cyclesAt(family: VectorFieldFamily, at: number): CyclesFound {
  const onFineMesh = (point: CyclePoint): CyclePoint => atParameter(family, point, at, fine) ?? point;
  const planar = family.n === 2 || family.parameters.length === 0;
  const incomplete: string[] = [];
  if (planar) {
    const small = family.parameters.length > 0 && nearHopf(family, at) ? continuedCycles(family, at, incomplete) : [];
    const { cycles, ...others } = nestedCycles(family, at, small, incomplete);
    return { cycles: cycles.map(onFineMesh), ...others };
  }
  const continued = continuedCycles(family, at, incomplete).map(onFineMesh);
  const known = (orbit: Orbit, tolerance: number): boolean =>
    continued.some((point) => sameCycle(family.n, point, orbit, tolerance));
  const marks = continued.filter(({ unstable }) => unstable === 0).map((point) => markOf(point, family.n));
  const { cycles, suspected, undecided } = cyclesBySimulation(family, at, known, { marks });
  const all = [...continued];
  for (const simulated of cycles)
    for (let point: CyclePoint | undefined = simulated; point; point = undoubled(family, point)) {
      const { orbit } = point;
      if (!all.some((other) => sameCycle(family.n, other, orbit, 1e-3))) all.push(onFineMesh(point));
    }
  if (undecided > 0) incomplete.push(unsettled(undecided));
  return { cycles: all, suspected: all.length > 0 ? [] : suspected.slice(0, 1), incomplete };
}

const unsettled = (count: number): string =>
  `${count === 1 ? "a trajectory was" : `${count} trajectories were`} left before rest or a cycle that could be ` +
  "solved: what is slow, a burst of many spikes, a torus or chaos";

/** A small cycle attracts so slowly that simulation misses it. */
const nearHopf = (family: VectorFieldFamily, at: number): boolean =>
  equilibriaNear(modelAt(family, Float64Array.of(...new Float64Array(family.n), at))).some(({ eigenvalues }) =>
    eigenvalues.some(({ re, im }) => Math.abs(re) < slow * im),
  );

/** From each cycle that is found, on to those next to it, inside and outside, forward and backward in time. */
function nestedCycles(
  family: VectorFieldFamily,
  at: number,
  first: readonly CyclePoint[],
  incomplete: string[],
): CyclesFound {
  const cycles = [...first];
  const suspected: Orbit[] = [];
  let undecided = 0;
  const known = (orbit: Orbit, tolerance: number): boolean =>
    cycles.some((point) => sameCycle(family.n, point, orbit, tolerance));
  for (const direction of [1, -1] as const) {
    const found = cyclesBySimulation(family, at, known, { direction });
    cycles.push(...found.cycles);
    suspected.push(...found.suspected);
    undecided += found.undecided;
  }
  for (let k = 0; k < cycles.length && k < mostNested; k++)
    for (const direction of [1, -1] as const)
      cycles.push(...cyclesFrom(family, besides(cycles[k]), known, { direction }).cycles);
  if (cycles.length > mostNested)
    incomplete.push(
      `what lies beside cycles was looked for at ${mostNested} of ${cycles.length}, to keep the time short`,
    );
  if (undecided > 0) incomplete.push(unsettled(undecided));
  return { cycles, suspected: cycles.length > 0 ? [] : suspected.slice(0, 1), incomplete };
}

/** Those that the branches from Andronov-Hopf points have at a value of the parameter. */
function continuedCycles(family: VectorFieldFamily, at: number, incomplete: string[]): CyclePoint[] {
  const { model, n, scale, parameters } = family;
  const [low, high] = model.ranges[parameters[0]];
  const range = [Math.min(low, at * scale[n]), Math.max(high, at * scale[n])] as const;
  const events = equilibriumBranches(family, range).flatMap(({ special }) => special);
  const found: CyclePoint[] = [];
  const known = (orbit: Orbit, tolerance: number): boolean =>
    found.some((point) => sameCycle(family.n, point, orbit, tolerance));
  const between = cyclesBetween(family);
  const left: { readonly value: string; readonly reason: string }[] = [];
  for (const branch of limitCycleBranches(family, events, range, incomplete, "survey")) {
    branch.ends.forEach((how, side) => {
      const { orbit } = branch.points[side === 0 ? 0 : branch.points.length - 1];
      const value = (orbit.parameter * scale[n]).toPrecision(4);
      if (leftThere.has(how)) left.push({ value, reason: how });
    });
    for (const near of withTurns(branch.points, at, between).flatMap((b, k, all) =>
      k > 0 ? nearest(all[k - 1], b, at, between) : [],
    )) {
      const point = atParameter(family, near, at);
      if (point && !known(point.orbit, 1e-3)) found.push(point);
    }
  }
  const words = ["a branch of cycles is known only as far as", "branches of cycles are known only as far as"] as const;
  incomplete.push(...cutShort(words, parameters[0], left));
  return found;
}

/** The points of a branch, and three more in each step in which the parameter turns and may be at a value. */
function withTurns(points: readonly CyclePoint[], at: number, between: Between<CyclePoint>): CyclePoint[] {
  return points.flatMap((b, k) => {
    if (k === 0 || !turns(points[k - 1], b) || !mayReach(points[k - 1], b, at)) return [b];
    const there = between(points[k - 1], b);
    return [...[0.25, 0.5, 0.75].flatMap((share) => there(share) ?? []), b];
  });
}

const turns = (a: CyclePoint, b: CyclePoint): boolean => a.tangent.parameter * b.tangent.parameter < 0;

/** Whether the parameter may be at a value in a step in which it turns: it goes on no faster than at the ends. */
function mayReach(a: CyclePoint, b: CyclePoint, at: number): boolean {
  const beyond = longestSurveyStep * Math.max(Math.abs(a.tangent.parameter), Math.abs(b.tangent.parameter)) + 1e-4;
  const [p, q] = [a.orbit.parameter, b.orbit.parameter];
  return at > Math.min(p, q) - beyond && at < Math.max(p, q) + beyond;
}

/** From where to look for cycles at a value of the parameter between two neighbours on a branch. */
function nearest(a: CyclePoint, b: CyclePoint, at: number, between: Between<CyclePoint>): CyclePoint[] {
  const gap = ({ orbit }: CyclePoint): number => Math.abs(orbit.parameter - at);
  if (turns(a, b)) return mayReach(a, b, at) ? [a, b] : [];
  if ((a.orbit.parameter - at) * (b.orbit.parameter - at) > 0) return [];
  return [between(a, b)(gap(a) / (gap(a) + gap(b) || 1)) ?? (gap(a) < gap(b) ? a : b)];
}

/** A point a little outside a cycle and one a little inside, where its first state is largest. */
function besides({ orbit, maximum, minimum }: CyclePoint): Float64Array[] {
  let best = 0;
  const n = maximum.length;
  for (let k = 0; k < orbit.nodes.length; k += n) if (orbit.nodes[k] > orbit.nodes[best]) best = k;
  return [0.03, -0.03].map((push) =>
    Float64Array.of(
      orbit.nodes[best] + push * (maximum[0] - minimum[0]),
      ...orbit.nodes.subarray(best + 1, best + n),
      orbit.parameter,
    ),
  );
}
