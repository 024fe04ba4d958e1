import type { Model } from "../../../model/model.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { startIn, type ExplorerPayload } from "./payload.js";
import type { Foretelling } from "../figures/prediction.js";
import type { Setting } from "../runs/setting.js";
import { shapes } from "../runs/waveforms.js";
import type { StimulusChoice } from "../controls/stimulus-controls.js";
import { views } from "../panels/panels.js";

/** What a reader has set for one model. */
export interface Remembered extends StimulusChoice {
  /** Parameters that are not as the model was opened. */
  readonly values: Map<string, number>;
  /** Initial states that are not at rest. */
  readonly start: Map<string, number>;
  /** Names of the views that are open. */
  readonly open: Set<string>;
  /** What is chosen in the menus of views, by the view's name. */
  readonly choices: Map<string, string>;
  kept: Trajectory | undefined;
  pattern: string;
}

/** What a reader has set in an explorer. */
export interface Reader {
  model: number;
  readonly foretelling: Foretelling;
  readonly each: Remembered[];
  /** The link that was followed last. */
  link: string | undefined;
}

export const noPattern = "none";

/** A reader who has just come. */
export const newReader = (payload: ExplorerPayload, models: readonly Model[]): Reader => ({
  model: 0,
  foretelling: { on: payload.predict, seen: undefined, verdict: "", sketch: new Map() },
  each: models.map((model, k) => untouched(payload, model, k)),
  link: undefined,
});

/** The k-th model as an explorer opens with it. */
export const untouched = (
  { models: entries, stimulus, start }: ExplorerPayload,
  model: Model,
  k: number,
): Remembered => ({
  values: new Map(),
  start: new Map(Object.entries(startIn(model, start))),
  course: new Map(),
  shape: shapes[0].name,
  stimulus,
  duration: entries[k].opening.duration,
  kept: undefined,
  pattern: noPattern,
  choices: new Map(),
  open: new Set(views.filter((view) => view.suits(model) && view.open(model)).map(({ name }) => name)),
});

export const settingOf = ({ duration, stimulus, shape, course, start }: Remembered): Setting => ({
  duration,
  stimulus,
  shape,
  course: Object.fromEntries(course),
  start: Object.fromEntries(start),
});
