import type { VectorFieldFamily } from "../system/vector-field-family.js";
import type { CyclePoint, CycleStart } from "./cycle-point.js";
import type { CycleEvent } from "./cycle-tests.js";
import { doubtAbout } from "./labelled-cycles.js";
import { atDistance, branchOfDoubled, branchThroughCycle, type LimitCycleBranch } from "./limit-cycle-branch.js";
import { criticalDirection } from "./orbit/critical-direction.js";
import { twice } from "./orbit/halfway.js";
import { innerProduct, scaled, type Direction, type Orbit } from "./orbit/orbit-polynomial.js";

const mostDoublings = 3; // in a row: cycles of eight times the period
const mostBranches = 8; // of a diagram
const mostWork = 6e5; // some half a second, for all these cycles of a diagram together
const offCrossing = 0.03; // along the direction of a branch that crosses
const near = { parameter: 0.01, logPeriod: 0.02 };

/** What is followed from the period doublings and branch points of a diagram, within bounds for all of them. */
export interface BranchSwitching {
  /**
   * The branches that begin at, or cross, what happens on a branch, then those of these. A doubling counts where a
   * stable cycle doubles its period: others lead from unstable cycles to unstable ones.
   * @param known branches that are followed already
   */
  readonly from: (branch: LimitCycleBranch, known: readonly LimitCycleBranch[]) => LimitCycleBranch[];
  /** In words, where nothing was followed. */
  readonly left: () => string[];
}

/** Whether a cycle lies on a branch, to a tolerance in widths of the ranges. */
type LiesOn = (branch: LimitCycleBranch, orbit: Orbit, tolerance: number) => boolean;

/** @param range of the parameter, in the units of the family */
export function branchSwitching(
  family: VectorFieldFamily,
  range: readonly [number, number],
  liesOn: LiesOn,
): BranchSwitching {
  const own = { ...family, work: { done: 0 } }; // what these cycles cost is not taken from the others
  let followed = 0;
  const notFollowed: CycleEvent[] = [],
    unstable: CycleEvent[] = [],
    failed: CycleEvent[] = [];
  const doubled = (event: CycleEvent, doublings: number): LimitCycleBranch | undefined => {
    const start = doubledAt(own, event);
    return start && branchOfDoubled(own, start, { at: event, doublings }, range, mostWork);
  };
  const crossing = (event: CycleEvent, known: readonly LimitCycleBranch[]): LimitCycleBranch[] => {
    const starts = besidesCrossing(own, event);
    if (starts.length === 0) failed.push(event);
    const found: LimitCycleBranch[] = [];
    for (const start of starts)
      if (![...known, ...found].some((branch) => liesOn(branch, start.orbit, 1e-3)))
        found.push(branchThroughCycle(own, start, range, "in full", mostWork));
    return found;
  };
  return {
    from(first, known) {
      const found = [first];
      for (const branch of found) {
        const doublings = (branch.born?.doublings ?? 0) + 1;
        const enough = (): boolean => followed >= mostBranches || own.work.done >= mostWork;
        for (const event of branch.special) {
          const { test } = event;
          if ((test !== "period doubling" && test !== "branching") || doubtAbout(event) !== undefined) continue;
          if (test === "period doubling" && [...known, ...found].some((other) => endsAt(other, event))) continue;
          if (test === "period doubling" && Math.min(event.before.unstable, event.after.unstable) > 0) {
            unstable.push(event);
            continue;
          }
          if (enough() || (test === "period doubling" && doublings > mostDoublings)) {
            notFollowed.push(event);
            continue;
          }
          followed++;
          if (test === "branching") found.push(...crossing(event, [...known, ...found]));
          else {
            const next = doubled(event, doublings);
            if (next && next.points.length > 1) found.push(next);
            else failed.push(event);
          }
        }
      }
      return found.slice(1);
    },
    left: () => [
      ...told(family, notFollowed, "not followed, to keep the time short"),
      ...told(family, unstable, "not followed: no stable cycle is near"),
      ...told(family, failed, "not found"),
    ],
  };
}

const wordsFor = {
  "period doubling": "the cycles of twice the period that begin",
  branching: "the cycles that cross others",
} as const;

function told({ parameters, n, scale }: VectorFieldFamily, events: readonly CycleEvent[], words: string): string[] {
  return (["period doubling", "branching"] as const).flatMap((test) => {
    const values = events.filter((event) => event.test === test).map(({ point }) => point.orbit.parameter * scale[n]);
    if (values.length === 0) return [];
    const at = [...new Set(values.sort((a, b) => a - b).map((value) => value.toPrecision(6)))];
    return [`${wordsFor[test]} at ${parameters[0]} = ${at.join(", ")} were ${words}`];
  });
}

/** The cycle of a period doubling, run through twice, and the direction in which its two turns part. */
function doubledAt(family: VectorFieldFamily, { point }: CycleEvent): CycleStart | undefined {
  const { n } = family;
  const apart = criticalDirection(family, point.orbit, -1);
  if (apart === undefined) return undefined;
  const orbit = twice(point.orbit, n);
  return { orbit, tangent: unit(orbit, Float64Array.of(...apart, ...apart.subarray(n).map((v) => -v)), n) };
}

/** A cycle on either side of a branch point, on the branch that crosses there. */
function besidesCrossing(family: VectorFieldFamily, { point }: CycleEvent): CyclePoint[] {
  const across = criticalDirection(family, point.orbit, 1);
  if (across === undefined) return [];
  const tangent = unit(point.orbit, across, family.n);
  return [1, -1].flatMap((sign) => {
    const beside = atDistance(family, { orbit: point.orbit, tangent: scaled(tangent, sign) }, offCrossing);
    return beside ?? [];
  });
}

function unit({ mesh }: Orbit, nodes: Float64Array, n: number): Direction {
  const direction: Direction = { nodes, logPeriod: 0, parameter: 0, second: 0 };
  return scaled(direction, 1 / Math.sqrt(innerProduct(mesh, n, direction, direction)));
}

/** Whether a branch ends, by running through a cycle twice, at a period doubling. */
export function endsAt({ points, ends }: LimitCycleBranch, { point: { orbit } }: CycleEvent): boolean {
  return [points[0], points[points.length - 1]].some(
    (end, side) =>
      ends[side] === "halved" &&
      Math.abs(end.orbit.parameter - orbit.parameter) < near.parameter &&
      Math.abs(end.orbit.logPeriod - Math.LN2 - orbit.logPeriod) < near.logPeriod,
  );
}
