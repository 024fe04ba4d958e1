import { log } from "../../numerics/elementary.js";
import { add, modulus, over, product } from "../../numerics/complex.js";
import { branchThrough, type Branch } from "../continuation/branch.js";
import { closes, curveSteps, tangentAt, type CurveEquations, type CurvePoint } from "../continuation/curve.js";
import type { ContinuationProblem } from "../continuation/problem.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import type { Flight, Fly } from "./flight.js";
import { asCycle, cycleNear, inSuccession, mapOf, type ResetCycle } from "./reset-cycle.js";

/** A cycle through resets on a branch. */
export interface ResetPoint extends CurvePoint {
  readonly cycle: ResetCycle;
}

/** What happens on a branch: the parameter turns, a multiplier passes −1, a complex pair the unit circle. */
export type ResetTest = "fold" | "period doubling" | "torus";
/** How a branch ends beside what the engine decides. */
export type ResetEnd = "outside" | "long period" | "too steep";

/** Cycles with one number of spikes in a period. */
export type ResetBranch = Branch<ResetPoint, ResetTest, ResetEnd>;

const longestStep = 0.04; // in widths of the ranges
const smallestStep = 1e-6;
const mostGrowth = 0.1; // of the period's logarithm in a step: by more it was to another cycle, whose states are like
const closeness = 1e-9; // widths of the ranges: as exact as flights are
const sameState = 1e-4; // widths of the ranges
const likeState = 0.05; // where the turn could not be located: it was between two such
const mostWork = 2e6; // steps of flights, for one branch
const steepest = 50; // multiplier beyond which a cycle is left
/** Times the shortest period on the branch: fewer are no sign that it nears an equilibrium. */
export const grown = 3;
const longPeriod = 200; // times the shortest on the branch

/**
 * The branch through a cycle, followed both ways: fixed points of the map from a state just after a spike to that so
 * many spikes later.
 * @param range of the parameter, in the units of the family
 */
export function resetBranch(
  family: VectorFieldFamily,
  fly: Fly,
  start: ResetCycle,
  range: readonly [number, number],
): ResetBranch {
  const { n } = family;
  const count = start.flights.length;
  const curve = fixedPoints(fly, n, count);
  const describe = (point: CurvePoint): Described => {
    const found = curve.flightsAt(point.z);
    return found ? { ...point, cycle: asCycle(point.z, found) } : point;
  };
  const upward = new Float64Array(n + 1).fill(1, n);
  const steps = curveSteps(curve, longestStep, describe, closeness);
  const { done } = family.work;
  const problem: ContinuationProblem<ResetPoint, ResetTest, ResetEnd> = {
    advance(from, distance) {
      const next = steps.advance(from, distance);
      if (next === undefined || !isPoint(next.point)) return undefined;
      const growth = Math.abs(log(next.point.cycle.period / from.cycle.period));
      return growth > mostGrowth ? undefined : { ...next, point: next.point };
    },
    between(a, b) {
      const at = steps.between(a, b);
      return (share) => {
        const point = at(share);
        return point && isPoint(point) ? point : undefined;
      };
    },
    reversed: (point) => ({ ...point, tangent: point.tangent.map((v) => -v) }),
    steps: {
      ...steps.steps,
      smallest: smallestStep,
      mostPoints: 600,
      work: { counter: family.work, most: done + mostWork },
    },
    precision: 1e-12,
    tests: {
      fold: { value: ({ tangent }) => tangent[n], pairs: true },
      "period doubling": {
        value: ({ cycle }) =>
          product(cycle.multipliers.map((mu) => over(add(mu, { re: 1, im: 0 }), 1 + modulus(mu)))).re,
        counts: (a, b) => [a, b].every(({ cycle }) => cycle.multipliers.every((mu) => modulus(mu) < steepest)),
      },
      ...(n > 2 && {
        torus: {
          value: ({ cycle }: ResetPoint) => largestPair(cycle) - 1,
          counts: (a: ResetPoint, b: ResetPoint) => largestPair(a.cycle) > 0 && largestPair(b.cycle) > 0,
        },
      }),
    },
    stop(progress) {
      const { points } = progress;
      const last = points[points.length - 1];
      const parameter = last.z[n];
      if (parameter < range[0] || parameter > range[1]) {
        const border = cycleNear(fly, last.z.with(n, parameter < range[0] ? range[0] : range[1]), count);
        return { end: "outside", last: border ? [{ z: border.z, tangent: last.tangent, cycle: border }] : [] };
      }
      const shortest = Math.min(...points.map(({ cycle }) => cycle.period));
      if (last.cycle.period > longPeriod * shortest) return { end: "long period" };
      const long = last.cycle.period > grown * shortest; // on its way to an equilibrium, whatever the multiplier
      if (!long && last.cycle.multipliers.some((mu) => modulus(mu) > steepest)) return { end: "too steep" };
      return closes(progress, longestStep) ? { end: "closed" } : undefined;
    },
  };
  const branch = branchThrough(problem, { z: start.z, tangent: tangentAt(curve, start.z, upward), cycle: start });
  // Near an equilibrium multipliers rest on what rounding leaves.
  const shortest = Math.min(...branch.points.map(({ cycle }) => cycle.period));
  return {
    ...branch,
    special: branch.special.filter(({ test, point: { cycle }, located }) =>
      test === "fold" ? !isTwice(cycle, located ? sameState : likeState) : located || cycle.period < grown * shortest,
    ),
  };
}

/** A point of the curve, with its cycle unless Newton's last step led to where no spike follows. */
type Described = CurvePoint & { readonly cycle?: ResetCycle };

const isPoint = (point: Described): point is ResetPoint => point.cycle !== undefined;

/**
 * Whether a cycle is one of half as many spikes, gone round twice: where the period of that one doubles the branch
 * turns, but nothing else happens.
 */
function isTwice({ z, flights }: ResetCycle, tolerance: number): boolean {
  const half = flights.length / 2;
  return Number.isInteger(half) && flights[half - 1].after.every((v, i) => Math.abs(v - z[i]) < tolerance);
}

/** The modulus of the largest complex pair, 0 without one. */
const largestPair = ({ multipliers }: ResetCycle): number =>
  Math.max(0, ...multipliers.filter(({ im }) => im !== 0).map(modulus));

/** P^k(y; λ) − y = 0, the last flights kept: the equations and their derivatives are asked for one after the other. */
function fixedPoints(
  fly: Fly,
  n: number,
  count: number,
): CurveEquations & { readonly flightsAt: (z: Float64Array) => readonly Flight[] | undefined } {
  const kept: { z: Float64Array; flights: Flight[] | undefined }[] = [];
  const flightsAt = (z: Float64Array): Flight[] | undefined => {
    const known = kept.find((one) => one.z.every((v, i) => v === z[i]));
    if (known) return known.flights;
    const flights = inSuccession(fly, z, count);
    kept.unshift({ z: z.slice(), flights });
    kept.length = Math.min(kept.length, 4);
    return flights;
  };
  return {
    size: n + 1,
    flightsAt,
    residual(z, out) {
      const flights = flightsAt(z);
      for (let i = 0; i < n; i++) out[i] = flights ? flights[count - 1].after[i] - z[i] : NaN;
    },
    jacobian(z, out) {
      const flights = flightsAt(z);
      if (flights === undefined) return void out.fill(NaN, 0, n * (n + 1));
      out.set(mapOf(flights, n));
      for (let i = 0; i < n; i++) out[i * (n + 1) + i] -= 1;
    },
  };
}
