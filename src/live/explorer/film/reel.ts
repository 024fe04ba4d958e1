import { timeWithin } from "../figures/time-window.js";
import { throughASpike } from "../runs/speeds.js";
import { passBegun } from "../state/pass.js";
import { present, snapshotInSight, type ExplorerState } from "../state/state.js";

/** Frames in a second. */
export const perSecond = 30;

/** Seconds: for which the end stays in sight, and that no pass of a film is longer or shorter than. */
const [rest, longest, shortest] = [1, 30, 0.5];

/** Which moment of a run each frame of a film shows. */
export interface Reel {
  readonly frames: number;
  readonly seconds: number;
  /** ms into the run, of a frame by its place. */
  timeAt(frame: number): number;
}

/**
 * What is seen of the run, as "play" passes through it from its beginning at the chosen speed, or through one spike.
 * @throws Error in words where there is no run that could be played
 */
export function reelOf(state: ExplorerState): Reel {
  if (state.playing !== undefined)
    throw new Error("a run that goes on has no end: choose “fixed window” for a film of it");
  const { speed, cursor } = state;
  const begun = passBegun({ ...state, cursor: speed === throughASpike ? cursor : 0 });
  const snapshot = snapshotInSight(state);
  if (snapshot === undefined || begun.pass === undefined || begun.cursor === undefined)
    throw new Error("there is no run in sight: it is hidden, or there is none at this setting");
  const [low, high] = timeWithin(present(state).windows["time"], snapshot.duration) ?? [0, snapshot.duration];
  const [from, until] = [Math.max(low, begun.cursor), Math.min(high, begun.pass.until)];
  if (from >= until) throw new Error("nothing of what would be played is seen: show all of the run's time");
  const passing = Math.min(longest, Math.max(shortest, (until - from) / begun.pass.pace));
  const last = Math.ceil(passing * perSecond);
  const frames = last + rest * perSecond;
  return {
    frames,
    seconds: frames / perSecond,
    timeAt: (frame) => from + Math.min(1, frame / last) * (until - from),
  };
}
