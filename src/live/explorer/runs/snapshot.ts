import type { Equilibrium } from "../../../dynamics/equilibria/equilibrium.js";
import type { Model } from "../../../model/model.js";
import type { StimulusData } from "../../../solve/stimuli/stimulus.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import type { Setting } from "./setting.js";

/** What pictures show of a run: a whole trajectory, or the last window of one that goes on. */
export type Recording = Pick<Trajectory, "time" | "states" | "input" | "spikes" | "model" | "quantity">;

/** A run with what was set for it, from which it can be made again. */
export interface MadeRun {
  readonly recording: Recording;
  /** Parameters that are not as the model was opened. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly setting: Setting;
}

/** A run, and where its model rests: all that the pictures beside it are drawn from. */
export interface Snapshot extends MadeRun {
  /** Equal for two snapshots of the same model at the same parameters in the same setting. */
  readonly key: string;
  /** The model's place in the explorer's menu. */
  readonly index: number;
  /** The model at the parameters that are set. */
  readonly set: Model;
  /** The model under the current that lasts. */
  readonly model: Model;
  /** Those of `model`. */
  readonly equilibria: readonly Equilibrium[];
  /** The state in which runs of this setting begin where the reader says nothing else. */
  readonly home: Readonly<Record<string, number>>;
  /** What was added to the input of the recording's model. */
  readonly stimulus: StimulusData | undefined;
  /** ms. */
  readonly duration: number;
}

/** A run up to where it leaves its states' windows by some of their widths: no picture holds the numbers beyond. */
export function untilGone(
  model: Model,
  { time, states }: Pick<Recording, "time" | "states">,
): Pick<Recording, "time" | "states"> {
  let end = time.length;
  for (const name of model.stateNames) {
    const [low, high] = model.ranges[name];
    const column = states[name];
    const isNear = (k: number): boolean => Math.abs(column[k] - low) < 4 * (high - low);
    if (isNear(0)) for (let k = 1; k < end; k++) if (!isNear(k)) end = k;
  }
  if (end === time.length) return { time, states };
  return {
    time: time.subarray(0, end),
    states: Object.fromEntries(Object.entries(states).map(([name, values]) => [name, values.subarray(0, end)])),
  };
}
