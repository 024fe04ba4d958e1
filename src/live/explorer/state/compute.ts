import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { failureInWords } from "../figures/words.js";
import { advanced, forgetting, lastWindow, playbackFrom } from "../runs/playback.js";
import { lastingModel, run, startOf, stimulusOf, unstimulated } from "../runs/setting.js";
import type { Recording, Snapshot } from "../runs/snapshot.js";
import type { ResultChange } from "./change.js";
import { paceOn } from "./pass.js";
import { present, presentModel, settingKey, type ExplorerState, type Playing } from "./state.js";

/** Seconds; after a longer pause between two frames time has passed as if it had been so long. */
export const longestFrame = 0.1;

/**
 * What a state lacks: a run of its setting, or what a run that goes on has come to. Undefined where nothing is lacking.
 * @param elapsed seconds since the frame before
 */
export function compute(state: ExplorerState, elapsed: number): ResultChange | undefined {
  try {
    return state.playing === undefined ? runOnce(state) : goOn(state, state.playing, elapsed);
  } catch (error) {
    return failed(state, error);
  }
}

/** That there is no run, or no picture of it, in a state. */
export const failed = (state: ExplorerState, error: unknown): ResultChange => ({
  kind: "run failed",
  key: settingKey(state),
  failure: failureInWords(error, state.run !== undefined),
});

function runOnce(state: ExplorerState): ResultChange | undefined {
  const key = settingKey(state);
  if (key === state.attempted) return undefined;
  const trajectory = run(presentModel(state), present(state).setting);
  return { kind: "run made", snapshot: snapshotOf(state, key, trajectory) };
}

function goOn(state: ExplorerState, playing: Playing, elapsed: number): ResultChange | undefined {
  const { setting } = present(state);
  const passed = playing.paused ? 0 : paceOn(state) * Math.min(longestFrame, elapsed);
  const span = playing.due + passed;
  if (span === 0) return undefined;
  const model = unstimulated(presentModel(state), setting);
  const before = playing.playback ?? playbackFrom(startOf(presentModel(state), setting));
  const further = advanced(before, model, stimulusOf(presentModel(state), setting), setting.duration, span);
  const playback = forgetting(further, setting.duration);
  const recording = lastWindow(playback, model, setting.duration);
  return { kind: "run went on", playback, snapshot: snapshotOf(state, settingKey(state), recording, playing.snapshot) };
}

/** @param known a snapshot whose equilibria are these too if its setting is the same */
function snapshotOf(state: ExplorerState, key: string, recording: Recording, known?: Snapshot): Snapshot {
  if (known?.key === key) return { ...known, recording };
  const { parameters, setting } = present(state);
  const model = lastingModel(presentModel(state), setting);
  return {
    key,
    index: state.model,
    set: presentModel(state),
    model,
    equilibria: equilibria(model),
    home: startOf(presentModel(state), { ...setting, start: {} }),
    recording,
    stimulus: stimulusOf(presentModel(state), setting)?.data,
    duration: setting.duration,
    parameters,
    setting,
  };
}
