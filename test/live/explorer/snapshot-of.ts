import { equilibria } from "../../../src/dynamics/equilibria/equilibria.js";
import type { Recording, Snapshot } from "../../../src/live/explorer/runs/snapshot.js";
import { plainSetting } from "../../../src/live/explorer/runs/setting.js";
import type { Model } from "../../../src/model/model.js";
import { simulate } from "../../../src/solve/simulate.js";

/** What panels draw of a model under the current that it has. */
export const snapshotOf = (model: Model, recording: Recording = simulate(model, { duration: 1 })): Snapshot => ({
  key: "",
  index: 0,
  set: model,
  model,
  equilibria: equilibria(model),
  home: model.states,
  recording,
  stimulus: undefined,
  duration: recording.time[recording.time.length - 1],
  parameters: {},
  setting: plainSetting(recording.time[recording.time.length - 1]),
});
