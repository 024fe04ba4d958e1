import { pace, spikeStretch, throughASpike } from "../runs/speeds.js";
import { isHidden, present, snapshotInSight, type ExplorerState } from "./state.js";

/**
 * The cursor sets out from where it is, or from the beginning where it has come to the end; at the speed of one spike
 * through the next of them, and through all of a run that has none.
 */
export function passBegun(state: ExplorerState): ExplorerState {
  const snapshot = snapshotInSight(state);
  if (snapshot === undefined || state.playing !== undefined || isHidden(state)) return state;
  const { duration, recording } = snapshot;
  const { speed, cursor = 0 } = state;
  const stretch = speed === throughASpike ? spikeStretch(recording, cursor) : undefined;
  const [from, until] = stretch ?? [cursor < duration ? cursor : 0, duration];
  const notice =
    speed === throughASpike && stretch === undefined ? "This run has no spike: it is played as a whole, in 16 s." : "";
  return { ...state, cursor: from, pass: { until, pace: pace(speed, duration, stretch) }, notice };
}

/** ms a second, of a run that goes on: of one spike as in the run that was in sight before. */
export const paceOn = (state: ExplorerState): number =>
  pace(state.speed, present(state).setting.duration, state.run && spikeStretch(state.run.recording, 0));

/** The cursor somewhere else; at the end of its pass it stays there. @param time ms */
export function cursorMoved(state: ExplorerState, time: number): ExplorerState {
  const { pass } = state;
  return pass !== undefined && time >= pass.until
    ? { ...state, cursor: pass.until, pass: undefined }
    : { ...state, cursor: time };
}
