import type { Model } from "../../model/model.js";
import type { StimulusData } from "../../solve/stimuli/stimulus.js";
import { plainSetting, run } from "../explorer/runs/setting.js";
import type { Opening } from "../explorer/state/payload.js";

/** ms; of these, the first in which enough spikes are seen. */
const durations = [50, 100, 200, 400];
/** Of the upper end of the input's range. */
const fractions = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8];
const enough = 4;
/** ms, for a model that has no spikes. */
const silent = { driven: 100, alone: 10 } as const;

/**
 * The least current, in steps of the input's range, with which the model keeps firing during the step with which an
 * explorer opens, and a time in which that is seen. A model that fires at its own value of the input keeps that; one
 * that does not keep firing anywhere gets the current of its most spikes, and one without spikes a quarter of the
 * range, which moves it.
 */
export function opening(model: Model, asked: number | undefined, stimulus: StimulusData | null): Opening {
  const { input } = model;
  if (input === undefined) return { duration: asked ?? silent.alone, input: 0 };
  const own = model.parameters[input];
  if (stimulus !== null) return { duration: asked ?? silent.driven, input: own };
  const high = model.ranges[input][1];
  if (!model.spiking.threshold) return { duration: asked ?? silent.driven, input: own === 0 ? 0.25 * high : own };
  const spikesAt = (value: number, duration: number): Float64Array =>
    run(model.with({ [input]: value }), plainSetting(duration)).spikes;
  const long = asked ?? durations[durations.length - 1];
  const inTime = (value: number): Opening => ({
    input: value,
    duration: asked ?? durations.find((duration) => spikesAt(value, duration).length >= enough) ?? long,
  });
  let [best, most] = [own, 0];
  for (const value of [own, ...fractions.map((part) => Number((part * high).toPrecision(2)))]) {
    const spikes = spikesAt(value, long);
    if (spikes.length >= enough && spikes.some((t) => t > 0.7 * long)) return inTime(value);
    if (spikes.length > most) [best, most] = [value, spikes.length];
  }
  return inTime(best);
}
