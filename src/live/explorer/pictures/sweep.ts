import { isHidden, snapshotInSight, type ExplorerState } from "../state/state.js";
import type { Recording } from "../runs/snapshot.js";

/** ms in which the cursor passes once through a run. */
const pass = 4000;

/** Where the cursor of a sweep is, and whether it goes on. */
interface Sweep {
  /** ms into the run; undefined: it is over. */
  readonly time: number | undefined;
  readonly more: boolean;
}

/**
 * Lets a dot pass once through each new run, in all pictures together, until the reader looks somewhere; none for
 * readers who want less motion. The function that it gives is called in each frame, and says where the dot is now.
 */
export function sweeping(signal: AbortSignal): (state: ExplorerState, now: number) => Sweep | undefined {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let of: Recording | undefined;
  let begun = 0;
  let put: number | undefined;
  return (state, now) => {
    const snapshot = snapshotInSight(state);
    if (snapshot === undefined || still.matches || signal.aborted) return undefined;
    if (state.playing !== undefined || isHidden(state)) return undefined;
    if (state.pass !== undefined) begun = -Infinity; // the reader plays it
    if (snapshot.recording !== of) [of, begun, put] = [snapshot.recording, now, state.cursor];
    else if (state.cursor !== put) begun = -Infinity; // the reader looks somewhere
    const part = (now - begun) / pass;
    if (part > 1) {
      if (begun === -Infinity || put === undefined) return undefined;
      put = undefined;
      return { time: undefined, more: false };
    }
    put = part * snapshot.duration;
    return { time: put, more: true };
  };
}
