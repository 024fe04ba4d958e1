import { equilibriaNear } from "../equilibria/equilibria.js";
import { equilibriumBranches } from "../equilibria/equilibrium-branch.js";
import { modelAt, type VectorFieldFamily } from "../system/vector-field-family.js";
import { atParameter, sameCycle, type CyclePoint } from "./cycle-point.js";
import { cyclesBySimulation, cyclesFrom } from "./cycle-search.js";
import { cyclesBetween } from "./limit-cycle-branch.js";
import { limitCycleBranches } from "./limit-cycle-branches.js";
import type { Orbit } from "./orbit/orbit-polynomial.js";

const mostNested = 20;
const slow = 0.1; // rate of growth over frequency

/** The cycles at one value of the parameter. */
export interface CyclesFound {
  readonly cycles: readonly CyclePoint[];
  /** Turns of a trajectory that goes round something, but what could not be solved for. */
  readonly suspected: readonly Orbit[];
}

/** All that can be found, by simulation and on the branches from Andronov-Hopf points. */
export function cyclesAt(family: VectorFieldFamily, at: number): CyclesFound {
  const planar = family.n === 2 || family.parameters.length === 0;
  if (planar)
    return nestedCycles(
      family,
      at,
      family.parameters.length > 0 && nearHopf(family, at) ? continuedCycles(family, at) : [],
    );
  const continued = continuedCycles(family, at);
  const known = (orbit: Orbit, tolerance: number): boolean =>
    continued.some((point) => sameCycle(family.n, point, orbit, tolerance));
  const { cycles, suspected } = cyclesBySimulation(family, at, known);
  const all = [...continued, ...cycles];
  return { cycles: all, suspected: all.length > 0 ? [] : suspected.slice(0, 1) };
}

/** A small cycle attracts so slowly that simulation misses it. */
const nearHopf = (family: VectorFieldFamily, at: number): boolean =>
  equilibriaNear(modelAt(family, Float64Array.of(...new Float64Array(family.n), at))).some(({ eigenvalues }) =>
    eigenvalues.some(({ re, im }) => Math.abs(re) < slow * im),
  );

/** From each cycle that is found, on to those next to it, inside and outside, forward and backward in time. */
function nestedCycles(family: VectorFieldFamily, at: number, first: readonly CyclePoint[]): CyclesFound {
  const cycles = [...first];
  const suspected: Orbit[] = [];
  const known = (orbit: Orbit, tolerance: number): boolean =>
    cycles.some((point) => sameCycle(family.n, point, orbit, tolerance));
  for (const direction of [1, -1] as const) {
    const found = cyclesBySimulation(family, at, known, direction);
    cycles.push(...found.cycles);
    suspected.push(...found.suspected);
  }
  for (let k = 0; k < cycles.length && k < mostNested; k++)
    for (const direction of [1, -1] as const)
      cycles.push(...cyclesFrom(family, besides(cycles[k]), known, { direction }).cycles);
  return { cycles, suspected: cycles.length > 0 ? [] : suspected.slice(0, 1) };
}

/** Those that the branches from Andronov-Hopf points have at a value of the parameter. */
function continuedCycles(family: VectorFieldFamily, at: number): CyclePoint[] {
  const { model, n, scale, parameters } = family;
  const [low, high] = model.ranges[parameters[0]];
  const range = [Math.min(low, at * scale[n]), Math.max(high, at * scale[n])] as const;
  const events = equilibriumBranches(family, range).flatMap(({ special }) => special);
  const found: CyclePoint[] = [];
  const known = (orbit: Orbit, tolerance: number): boolean =>
    found.some((point) => sameCycle(family.n, point, orbit, tolerance));
  for (const branch of limitCycleBranches(family, events, range, [], "survey"))
    for (const near of withTurns(family, branch.points).flatMap((b, k, all) =>
      k > 0 ? nearest(all[k - 1], b, at) : [],
    )) {
      const point = atParameter(family, near, at);
      if (point && !known(point.orbit, 1e-3)) found.push(point);
    }
  return found;
}

/** The points of a branch, and three more in each step in which the parameter turns. */
function withTurns(family: VectorFieldFamily, points: readonly CyclePoint[]): CyclePoint[] {
  const between = cyclesBetween(family);
  return points.flatMap((b, k) => {
    if (k === 0 || !turns(points[k - 1], b)) return [b];
    const at = between(points[k - 1], b);
    return [...[0.25, 0.5, 0.75].flatMap((share) => at(share) ?? []), b];
  });
}

const turns = (a: CyclePoint, b: CyclePoint): boolean => a.tangent.parameter * b.tangent.parameter < 0;

/** From where to look for cycles at a value of the parameter between two neighbours on a branch. */
function nearest(a: CyclePoint, b: CyclePoint, at: number): CyclePoint[] {
  const gap = ({ orbit }: CyclePoint): number => Math.abs(orbit.parameter - at);
  if (turns(a, b)) return gap(a) + gap(b) < 4 * Math.abs(a.orbit.parameter - b.orbit.parameter) + 1e-3 ? [a, b] : [];
  return (a.orbit.parameter - at) * (b.orbit.parameter - at) > 0 ? [] : [gap(a) < gap(b) ? a : b];
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
