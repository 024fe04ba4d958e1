import type { CycleEvent } from "./cycle-tests.js";

/** Folds of one branch whose parameters differ by less than this part of the range are not told apart. */
const resolution = 1e-6;

/**
 * Folds with those left out that are too near each other to be told from rounding: where a branch rises almost
 * vertically, in a canard explosion or towards a homoclinic orbit, the sign of dλ/ds is noise. Of an odd number of
 * turns one is left, "bracketed" by all of them.
 */
export function resolvedFolds(events: readonly CycleEvent[]): {
  readonly special: readonly CycleEvent[];
  /** How many turns were left out. */
  readonly unresolved: number;
} {
  const groups: CycleEvent[][] = [];
  for (const fold of events.filter(({ test }) => test === "fold")) {
    const last = groups[groups.length - 1];
    if (
      last !== undefined &&
      Math.abs(last[last.length - 1].point.orbit.parameter - fold.point.orbit.parameter) < resolution
    )
      last.push(fold);
    else groups.push([fold]);
  }
  const kept = groups.flatMap((group): CycleEvent[] => {
    if (group.length === 1) return group;
    if (group.length % 2 === 0) return [];
    const ordered = [...group].sort((a, b) => a.point.orbit.parameter - b.point.orbit.parameter);
    const middle = group.find(({ located }) => located) ?? ordered[(ordered.length - 1) / 2];
    return [{ ...middle, before: ordered[0].point, after: ordered[ordered.length - 1].point, located: false }];
  });
  return {
    special: [...events.filter(({ test }) => test !== "fold"), ...kept].sort((a, b) => a.index - b.index),
    unresolved: groups.reduce((count, group) => count + group.length, 0) - kept.length,
  };
}
