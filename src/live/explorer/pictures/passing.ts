import type { Change } from "../state/change.js";
import { longestFrame } from "../state/compute.js";
import { isHidden, snapshotInSight, type ExplorerState } from "../state/state.js";

/** Seconds between two places of the cursor for readers who want less motion. */
const still = 0.25;

/**
 * Lets the cursor go on through a run that is played. The function that it gives is called in each frame, and gives the
 * change that is due.
 */
export function passing(): (state: ExplorerState, now: number) => Change | undefined {
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  let last: number | undefined;
  return (state, now) => {
    const { pass, cursor = 0 } = state;
    if (pass === undefined) {
      last = undefined;
      return undefined;
    }
    if (snapshotInSight(state) === undefined || isHidden(state)) return { kind: "end pass" };
    const elapsed = (now - (last ?? now)) / 1000;
    if (last !== undefined && reduced.matches && elapsed < still) return undefined;
    last = now;
    const seconds = Math.min(reduced.matches ? still : longestFrame, elapsed);
    return { kind: "move cursor", time: cursor + seconds * pass.pace };
  };
}
