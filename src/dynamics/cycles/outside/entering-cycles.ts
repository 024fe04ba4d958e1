import { hopfFrequency } from "../../equilibria/equilibrium-tests.js";
import type { EquilibriumEvent } from "../../equilibria/equilibrium-branch.js";
import { cutShort } from "../../system/found.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { atParameter, sameCycle, theOtherWay, type CyclePoint } from "../cycle-point.js";
import { branchFromHopf, branchOnward, type LimitCycleBranch } from "../limit-cycle-branch.js";

const mostWork = 6e5; // some half a second, for all that is followed outside the range of a diagram
const justInside = 1e-6; // of the range
const undecided = ["step too small", "too many points", "too much work", "too steep"];

/** Cycles that enter a range of the parameter from outside. */
export interface EnteringCycles {
  /** Of those that are born at an Andronov-Hopf point outside the range, where they enter it. */
  readonly born: (hopf: EquilibriumEvent) => CyclePoint | undefined;
  /** Of those of a branch that leaves the range and turns back, where they do. */
  readonly back: (branch: LimitCycleBranch) => CyclePoint[];
  /** In words, what was not followed to an end. */
  readonly left: () => string[];
}

/**
 * Looks for them as far as the widest range goes and within bounds for all of them.
 * @param range of the parameter, and the widest one, in the units of the family
 */
export function enteringCycles(
  family: VectorFieldFamily,
  [low, high]: readonly [number, number],
  [lowest, highest]: readonly [number, number],
): EnteringCycles {
  const { n, scale } = family;
  const own = { ...family, work: { done: 0 } }; // what is spent outside is not taken from what is inside
  const born: { readonly value: string; readonly reason: string }[] = [],
    gone: typeof born = [];
  const crossings: CyclePoint[] = []; // at the ends of the range, on branches that are known beyond
  const told = (parameter: number): string => (parameter * scale[n]).toPrecision(6);
  const beside = (parameter: number): readonly [number, number] =>
    parameter > (low + high) / 2 ? [high, highest] : [lowest, low];
  /** Where a branch outside the range comes to it. */
  const entry = ({ points, ends }: LimitCycleBranch, side: readonly [number, number]): CyclePoint | undefined => {
    const border = side[0] === high ? high : low;
    const last = points[points.length - 1];
    if (ends[1] !== "outside" || last.orbit.parameter !== border) return undefined;
    const inside = border + justInside * (border === high ? low - high : high - low);
    const there = atParameter(family, last, inside) ?? last;
    crossings.push(there);
    return there;
  };
  return {
    born({ point: { z, eigenvalues, tangent } }) {
      const omega = hopfFrequency({ z, eigenvalues, tangent });
      if (omega === undefined || family.aboveThreshold(z) >= 0) return undefined;
      const side = beside(z[n]);
      const branch = branchFromHopf(own, z, omega, side, "where it goes", mostWork);
      const { ends, points } = branch;
      if (undecided.includes(ends[1]) || points.length === 0)
        born.push({ value: told(z[n]), reason: "cycles that are born there may come into it" });
      return points.length === 0 ? undefined : entry(branch, side);
    },
    back({ points, ends }) {
      return ([0, 1] as const).flatMap((which) => {
        if (ends[which] !== "outside") return [];
        const border = which === 0 ? theOtherWay(points[0]) : points[points.length - 1];
        if (crossings.some((one) => sameCycle(n, one, border.orbit, 1e-3) && sameSide(one, border))) return [];
        crossings.push(border);
        const side = beside(border.orbit.parameter);
        const outward = border.tangent.parameter > 0 === (side[0] === high);
        if (!outward) return [];
        const branch = branchOnward(own, border, side, "where it goes", mostWork);
        if (undecided.includes(branch.ends[1]))
          gone.push({ value: told(side[0] === high ? high : low), reason: "cycles may come back from beyond it" });
        return branch.points.length < 2 ? [] : (entry(branch, side) ?? []);
      });
    },
    left: () => [
      ...cutShort(
        ["outside the range there is an Andronov-Hopf point at", "outside the range there are Andronov-Hopf points at"],
        family.parameters[0],
        born,
      ),
      ...cutShort(
        ["a branch of cycles leaves the range at", "branches of cycles leave the range at"],
        family.parameters[0],
        gone,
      ),
    ],
  };
}

const sameSide = (a: CyclePoint, b: CyclePoint): boolean => Math.abs(a.orbit.parameter - b.orbit.parameter) < 1e-3;
